#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/parts.hpp"
#include "assignment/watch.hpp"

#include <cstdint>

namespace befriend {

/// As `solve_tier` for a tier that weighs edges, on a graph so small and thick that all pairs fit a matrix
/// at hand: at most 2^14, not above 16 an edge. Every node has one place, and whoever is not scarce need not
/// be full. False if it cannot be done, or if a price would be above `highest_price`; then nothing means
/// anything. Nobody is assigned before. `watch` is told of the work, and not asked: that takes microseconds.
/// O(pairs * the scarce nodes).
[[nodiscard]] bool solve_hungarian(const Graph<Offers32>& graph, const Scarce& scarce, Nodes& rows,
                                   Nodes& columns, Matching& matching, std::int64_t highest_price,
                                   Watch& watch);

}  // namespace befriend
