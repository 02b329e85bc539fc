#pragma once

#include "assignment/face.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// Solves the tier at hand. `column_of_row` comes in as an assignment of the face that fills every `must`
/// node, and leaves as a best one, with optimal duals in `face`. When `watch` stops, nothing means anything
/// but the columns' duals, which are at least 0 unless `must`. No round starts with a dual outside
/// `dual_limit`.
void solve_tier(Face& face, std::vector<std::uint32_t>& column_of_row, Watch& watch,
                std::int64_t dual_limit = std::int64_t{1} << 60);

}  // namespace befriend
