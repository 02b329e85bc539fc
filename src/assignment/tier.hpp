#pragma once

#include "assignment/face.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// What decides how a tier is solved, never what comes out. Tests take small numbers to reach rare ways.
struct Limits {
    std::size_t best_few = 16;  ///< edges of each node that the core begins with; at least 1
    std::int64_t largest_dual = std::int64_t{1}
                                << 60;  ///< no round starts with a dual as large: see fault.cpp
};

/// Solves the tier at hand. `column_of_row` comes in as an assignment of the face that fills every `must`
/// node, and leaves as a best one, with optimal duals in `face`. When `watch` stops, nothing means anything
/// but the columns' duals, which are at least 0 unless `must`.
void solve_tier(Face& face, std::vector<std::uint32_t>& column_of_row, Watch& watch, const Limits& limits);

}  // namespace befriend
