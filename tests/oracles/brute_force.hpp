#pragma once

#include <befriend/assignment/problem.hpp>

#include <cstdint>
#include <vector>

namespace befriend::test {

/// The best assignment of a small problem, every possible one considered.
struct BestAssignment {
    std::vector<std::int64_t> value;           ///< tier by tier, `ties` last
    std::vector<std::uint32_t> column_of_row;  ///< or `Solution::unassigned`
};

/// Row by row, for each way to fill the columns with the rows so far. Precondition: keys are given.
[[nodiscard]] BestAssignment brute_force(const Problem& problem);

}  // namespace befriend::test
