#pragma once

#include "assignment/graph.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace befriend {

/// The parts of a face within which assignments that are best so far differ, and the edges between them,
/// which none of those has.
///
/// Taken out, they do not mislead a later tier: paths that were as long as the face stay within a part.
/// Their reduced costs in that tier are made positive afterwards.
class StrongParts {
public:
    using WeightOf = std::function<std::int64_t(std::uint32_t row, std::uint32_t column)>;

    /// Finds them by one assignment of the face that is best in the tiers so far. O(nodes + edges).
    template <typename Cost>
    StrongParts(const Graph<Offers<Cost>>& face, const Nodes& rows, const Nodes& columns,
                std::span<const std::uint32_t> column_of_row, Watch& watch);

    /// Takes the edges between parts out, and says of nodes that are full in every such assignment that they
    /// must be. O(nodes + edges).
    template <typename Cost>
    void take_out(Graph<Offers<Cost>>& face, Nodes& rows, Nodes& columns, Watch& watch);

    /// Moves the duals of a tier that was solved without those edges, part by part, so that they are feasible
    /// on these too, with reduced costs of at least 1. False, and nothing is moved, if a dual would be
    /// `highest` or more, or -`highest` or less. `weight_of` is an edge's weight as `Nodes` has it.
    /// O(nodes + k log(k)) for k edges taken out.
    [[nodiscard]] bool put_back(Nodes& rows, Nodes& columns, const WeightOf& weight_of,
                                std::int64_t highest) const;

private:
    struct Edge {
        std::uint32_t row;
        std::uint32_t column;
    };

    // The potential of `from` must be above that of `to` by this much.
    struct Demand {
        std::uint32_t from;
        std::uint32_t to;
        std::int64_t least;
    };

    void assign_clusters(const Nodes& rows, const Nodes& columns,
                         std::span<const std::uint32_t> column_of_row);
    [[nodiscard]] std::vector<Demand> demands(const Nodes& rows, const Nodes& columns,
                                              const WeightOf& weight_of) const;

    // A cluster is a column with its rows, by the column's number; the last is all that is outside: rows
    // without a column, and columns with room.
    std::uint32_t outside_;
    std::vector<std::uint32_t> cluster_of_row_;
    std::vector<std::uint32_t> cluster_of_column_;
    std::vector<std::uint32_t> part_;  // of each cluster; arcs lead to lower numbers, or stay
    std::uint32_t parts_ = 0;
    std::vector<Edge> taken_out_;
    std::vector<std::uint32_t> full_rows_;  // that must be by `take_out`
    std::vector<std::uint32_t> full_columns_;
};

}  // namespace befriend
