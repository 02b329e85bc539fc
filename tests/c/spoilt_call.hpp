#pragma once

// Good arguments for every function of befriend.h, and calls in which one of them is spoilt.

#include "handles.hpp"

#include <nanoarrow/nanoarrow.h>

#include <cstddef>
#include <functional>

namespace befriend::test {

// Good arguments for every function, so that a test can spoil one of them.
struct Arguments {
    Owned<befriend_policy> policy = parsed("as_of = 2025-06-01\n");
    Owned<befriend_round> round = filled_round(invented(3, 3));
    Owned<befriend_proposal> proposal = proposed(*round);
    Owned<befriend_cancel> cancel = new_cancel();
    Owned<befriend_problem> problem = problem_of(2, 2, {4, 1, 2, 3});
    Owned<befriend_solution> solution = solved(*problem);
    std::size_t needed = 0;
    char buffer[100'000];
    ArrowArrayStream stream{};  // an output, never filled
};

struct Call {
    const char* argument;  // the one that is spoilt
    std::function<befriend_status(befriend_error**)> call;
};

}  // namespace befriend::test
