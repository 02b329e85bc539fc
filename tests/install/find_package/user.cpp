#include <befriend/befriend.hpp>

int main()
{
    return befriend::version().empty() ? 1 : 0;
}
