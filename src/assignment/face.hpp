#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// Rows, or columns: one side of the graph on which a tier is solved. Both look alike, so a search may start
/// on either.
struct Side {
    std::vector<std::uint64_t> begin;      ///< offsets into the next two
    std::vector<std::uint32_t> neighbour;  ///< node of the other side, ascending
    std::vector<std::int64_t> weight;      ///< of the edge, in the tier at hand
    std::vector<std::uint32_t> capacity;   ///< a row's is 1
    std::vector<std::uint8_t> must;        ///< full in every solution that is best in the tiers before
    std::vector<std::int64_t> dual;        ///< in the tier at hand; at least 0 unless `must`

    [[nodiscard]] std::size_t size() const { return capacity.size(); }
    [[nodiscard]] std::size_t degree(std::size_t node) const { return begin[node + 1] - begin[node]; }
};

/// The graph whose assignments, with every `must` node full, are those that are best in the tiers before.
///
/// An edge leaves the face when it has slack in a tier, and a node becomes `must` when it has a price in one:
/// by complementary slackness exactly the best assignments of that tier remain.
class Face {
public:
    /// Every edge to a column that holds anything; no node must be full.
    explicit Face(const Problem& problem);

    /// Lays out both sides with the weights of `tier`, all duals 0. Gives up when `watch` stops.
    void enter(std::size_t tier, Watch& watch);

    /// Keeps the best assignments of the tier entered last, whose duals are now optimal, and forgets the
    /// graph.
    void narrow(Watch& watch);

    Side rows;
    Side columns;

private:
    void lay_out_columns(Watch& watch);

    const Problem& problem_;
    std::vector<bool> kept_;  ///< one an edge of the problem
};

}  // namespace befriend
