#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

namespace befriend {

/// Assigns as many rows as can be, and sets duals of 0 and 1 that prove it: 1 at the nodes of a smallest
/// cover. Precondition: nobody is assigned, and no node must be full. When `watch` stops, nothing means
/// anything.
template <typename Cost>
void find_maximum_matching(const Graph<Offers<Cost>>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                           Watch& watch);

/// The same where every row may have every column, and the rows are no more than the places. O(rows +
/// columns).
void find_maximum_matching(const Graph<Matrix>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                           Watch& watch);

}  // namespace befriend
