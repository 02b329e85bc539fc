#pragma once

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
template <typename Cost>
struct Graph {
    Offers<Cost> rows;
    Offers<Cost> columns;
    std::int64_t largest = 0;  ///< the largest weight: an edge weighs `largest` less its cost
    std::int64_t spread = 0;   ///< no cost is larger
};

/// Most weights fit 32 bits, and an edge then takes 8 bytes a side; else 16.
using AnyGraph = std::variant<Graph<std::uint32_t>, Graph<std::int64_t>>;

/// Every edge to a column that holds anything, with its weights in `tier`. O(edges).
[[nodiscard]] AnyGraph graph_of(const Problem& problem, std::size_t tier, Watch& watch);

/// The edges of `face`, with their weights in `tier`. O(edges of the face * log(longest row)).
[[nodiscard]] AnyGraph reweighed(const Problem& problem, std::size_t tier, const AnyGraph& face,
                                 Watch& watch);

}  // namespace befriend
