#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace befriend {

/// Whether each row's place was chosen by the tie-break alone: some other assignment, as good on every named
/// tier, leaves the row elsewhere. `owner_of_column` names who stands behind each column: to change between
/// two columns of one owner is not to be elsewhere.
///
/// An assignment that is as good differs by alternating cycles of edges that are tight on all named tiers;
/// with one place more that stands for "unassigned" and for room in a column, paths are cycles too. Seen from
/// place to place, a row that has one and could have another is an arc, and a cycle a circle of arcs. So a
/// row can take another place exactly when the arc to it stays within a strongly connected component. O(rows
/// + columns + edges * tiers). Of no use once `watch` has stopped. Source: complementary slackness; M.-C.
/// Costa, Persistency in maximum cardinality bipartite matchings, Operations Research Letters 15 (1994)
/// 143-149.
[[nodiscard]] std::vector<bool> decided_by_tie(const Problem& problem, const Solution& solution,
                                               std::span<const std::size_t> owner_of_column, Watch& watch);

}  // namespace befriend
