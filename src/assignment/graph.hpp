#pragma once

#include "assignment/fault.hpp"
#include "assignment/matrix.hpp"
#include "assignment/nodes.hpp"
#include "assignment/numbering.hpp"
#include "assignment/offers.hpp"
#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <variant>

namespace befriend {

/// The edges of a face, seen from both sides, with what they cost in one tier.
///
/// The face of a tier holds the edges that an assignment which is best in the tiers before may use.
/// Lists are `Offers`, or a `Matrix` where every row may have every column.
template <typename Lists>
struct Graph {
    Lists rows;
    Lists columns;
    std::int64_t largest = 0;  ///< the largest weight: an edge weighs `largest` less its cost
    std::int64_t spread = 0;   ///< no cost is larger
};

/// Most weights fit 32 bits, and an edge then takes 8 bytes a side; else 16.
using Offers32 = Offers<std::uint32_t>;
using Offers64 = Offers<std::int64_t>;
using AnyGraph = std::variant<Graph<Offers32>, Graph<Offers64>, Graph<Matrix>>;

/// Every edge to a column that holds anything, with its weights in `tier`; a matrix, if allowed, when that is
/// every pair, only edges have weights, and rows are no more than places or `solve_dense` can do it.
/// `checked` is what `check_problem` says; a matrix keeps the problem's numbers. O(edges).
[[nodiscard]] AnyGraph graph_of(const Problem& problem, const CheckedProblem& checked,
                                const Numbering& numbering, std::size_t tier, bool matrix, Watch& watch);

/// The edges of a matrix that are tight at the duals of its nodes, which must be those of its tier, or of a
/// flat one. O(rows * columns).
[[nodiscard]] Graph<Offers64> tight_edges(const Graph<Matrix>& graph, bool flat, const Nodes& rows,
                                          const Nodes& columns, Watch& watch);

/// The edges of `face`, with their weights in `tier`. O(edges of the face * log(longest row)).
[[nodiscard]] AnyGraph reweighed(const Problem& problem, const Numbering& numbering, std::size_t tier,
                                 const AnyGraph& face, Watch& watch);

}  // namespace befriend
