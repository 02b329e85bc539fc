#pragma once

#include "assignment/tier.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>

namespace befriend {

/// The best assignment tier by tier, with duals; not yet checked. Precondition: `problem` has no fault.
[[nodiscard]] Solution solve_lexicographically(const Problem& problem, const KeepGoing& keep_going,
                                               const Limits& limits = {});

}  // namespace befriend
