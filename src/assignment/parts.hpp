#pragma once

#include "assignment/graph.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <vector>

namespace befriend {

/// Which nodes are on the side where bids and searches should begin. No edge joins two of them.
struct Scarce {
    std::vector<bool> rows;
    std::vector<bool> columns;
};

/// In each connected part of the graph, the side with fewer places. O(edges).
template <typename Cost>
[[nodiscard]] Scarce scarce_nodes(const Graph<Offers<Cost>>& graph, const Nodes& columns, Watch& watch);

/// The same where every row may have every column, and the rows are no more than the places.
[[nodiscard]] Scarce scarce_nodes(const Graph<Matrix>& graph, const Nodes& columns, Watch& watch);

}  // namespace befriend
