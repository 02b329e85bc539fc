#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <cstdint>

namespace befriend {

/// Whether weights and their differences are small enough for `solve_dense`.
[[nodiscard]] bool has_small_weights(const Graph<Matrix>& graph);

/// As `solve_tier` for a tier that weighs edges, where that can be done in 32 bits: every row may have every
/// column, all columns have one place, and of the side with fewer nodes either all must be full or none, of
/// the other none. False if it cannot be done; then nothing means anything. When `watch` stops, it is true
/// and duals are feasible. Nobody is assigned before. No price of an auction is above `highest_price`.
[[nodiscard]] bool solve_dense(const Graph<Matrix>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                               std::int64_t highest_price, Watch& watch);

}  // namespace befriend
