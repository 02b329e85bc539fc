#pragma once

#include "assignment/watch.hpp"
#include "assignment/weights.hpp"
#include <befriend/assignment/problem.hpp>

#include <cstdint>
#include <vector>

namespace befriend {

/// Rows, or columns: one side of the graph on which a tier is solved. Both look alike: a search may start on
/// either.
struct Side {
    std::vector<std::uint64_t> begin;      ///< offsets into the next two
    std::vector<std::uint32_t> neighbour;  ///< node of the other side, ascending
    std::vector<std::int64_t> weight;      ///< of the edge, in the tier at hand
    std::vector<std::uint32_t> capacity;   ///< a row's is 1
    std::vector<std::uint8_t> must;        ///< full in every assignment that is best in the tiers before
    std::vector<std::int64_t> dual;        ///< in the tier at hand; at least 0 unless `must`

    [[nodiscard]] std::size_t size() const { return capacity.size(); }
    [[nodiscard]] std::size_t degree(std::size_t node) const { return begin[node + 1] - begin[node]; }
};

/// What the tiers before the one at hand leave to choose from: edges, and nodes that must be full.
///
/// Its assignments are exactly those that are best in all tiers before. `rows` and `columns` hold a part of
/// its edges, the core, on which searches run.
class Face {
public:
    /// What the weights of a tier depend on.
    enum class Weighs : std::uint8_t { rows, columns, pairs };

    /// Every edge to a column that holds anything; no node must be full. Borrows `problem`.
    explicit Face(const Problem& problem);

    /// Turns to the next tier: all duals 0, no core yet.
    void enter(std::size_t tier);

    /// All duals 0.
    void forget_duals();

    /// Lays out the edges that `core` marks on both sides. Gives up when `watch` stops.
    void lay_out(const std::vector<bool>& core, Watch& watch);

    /// Keeps the best assignments of the tier at hand, whose duals are now optimal.
    void narrow(Watch& watch);

    /// Calls `visit(edge, column, weight)` for each edge of `row`, in the core or not.
    template <typename Visit>
    void each_edge(std::uint32_t row, Visit visit) const
    {
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge)
            if (kept_[edge]) visit(edge, problem_.column[edge], edge_weight(problem_, tier_, row, edge));
    }

    [[nodiscard]] Weighs weighs() const;
    [[nodiscard]] const std::vector<bool>& edges() const { return kept_; }

    Side rows;
    Side columns;

private:
    void lay_out_columns(Watch& watch);

    const Problem& problem_;
    std::size_t tier_ = 0;
    std::vector<bool> kept_;  ///< one an edge of the problem
};

}  // namespace befriend
