module befriend.example/propose

go 1.19
