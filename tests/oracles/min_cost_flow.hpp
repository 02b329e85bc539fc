#pragma once

#include <befriend/assignment/problem.hpp>

#include <cstdint>
#include <vector>

namespace befriend::test {

/// The values of the tiers of a problem without `ties`, by Boost.Graph's minimum-cost flow.
///
/// The tiers are put into one cost in a number system of base `base`. Preconditions: no weight of an edge is
/// below 0, and no tier of any assignment sums to `base` or more; base to the power of the number of tiers is
/// below 2^40.
[[nodiscard]] std::vector<std::int64_t> values_by_flow(const Problem& problem, std::int64_t base);

}  // namespace befriend::test
