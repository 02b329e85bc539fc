#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <cstdint>

namespace befriend {

/// As `solve_tier` for a tier that weighs edges, where that can be done in 32 bits: every row may have every
/// column, all columns have one place, none must be full, and either all rows must or none. False if it
/// cannot be done, or takes too long; then nothing means anything but the columns' duals, which are at least
/// their reserve. When `watch` stops, it is true and duals are feasible. Nobody is assigned before. No price
/// of an auction is above `highest_price`.
[[nodiscard]] bool solve_dense(const Graph<Matrix>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                               std::int64_t highest_price, Watch& watch);

}  // namespace befriend
