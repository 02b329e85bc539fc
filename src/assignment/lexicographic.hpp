#pragma once

#include "assignment/fault.hpp"
#include "assignment/tier.hpp"
#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>

#include <cstdint>
#include <vector>

namespace befriend {

/// The best assignment tier by tier, with duals; not yet checked. `checked` is what `check_problem` says of
/// `problem`, which has no fault.
[[nodiscard]] Solution solve_lexicographically(const Problem& problem, const CheckedProblem& checked,
                                               Watch& watch, const Limits& limits = {});

/// The same for a caller who knows that there is no fault, and no more.
[[nodiscard]] Solution solve_lexicographically(const Problem& problem, const KeepGoing& keep_going,
                                               const Limits& limits = {});

/// Nothing but a bound, one a tier.
[[nodiscard]] Solution stopped_with(std::vector<std::int64_t> bound);

}  // namespace befriend
