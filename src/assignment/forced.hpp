#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// Pairs that every assignment of a face has, taken out of it, so that what is left is smaller.
///
/// A row that must be full and has one edge, or a column that must be full and has one edge and one place
/// left, leaves no choice: the pair is forced. It takes a place of the column, and out of the face go the row
/// and, with its last place, the column. Their neighbours have an edge less then, and may be forced in turn.
/// A face of ties is mostly such trees. R. Karp, M. Sipser, FOCS 1981, 364-375 (the first phase of their
/// algorithm); the duals are ours.
template <typename Cost>
class Forced {
public:
    /// Finds them in O(nodes + edges). Borrows all.
    Forced(const Graph<Offers<Cost>>& face, Nodes& rows, Nodes& columns, Watch& watch);

    [[nodiscard]] bool empty() const { return pairs_.empty(); }

    /// The face without the rows of these pairs and the columns that they fill, which no longer must be full
    /// until `put_back`; other columns have fewer places until then.
    [[nodiscard]] Graph<Offers<Cost>> taken_out();

    /// Assigns the pairs and gives their nodes duals that fit those of all others: the last pair found comes
    /// first. Once the watch has stopped, nodes are as they were but for the duals of rows.
    void put_back(Matching& matching);

private:
    struct Pair {
        std::uint32_t row;
        std::uint32_t column;
        bool row_is_leaf;  // the row had one edge left, or else the column
        bool row_must;     // as it was
        bool column_must;
    };

    void add(std::uint32_t row, std::uint32_t column, bool row_is_leaf);

    const Graph<Offers<Cost>>& face_;
    Nodes& rows_;
    Nodes& columns_;
    Watch& watch_;
    std::vector<Pair> pairs_;            // in the order in which they were found
    std::vector<std::uint32_t> places_;  // of columns
    std::vector<std::uint32_t> room_;    // what the pairs leave of them
    std::vector<std::uint8_t> row_is_out_;
    std::vector<std::uint8_t> column_is_out_;
    std::vector<std::uint32_t> row_degree_;  // edges to nodes that are not out
    std::vector<std::uint32_t> column_degree_;
    std::vector<std::uint32_t> row_leaves_;  // to be looked at
    std::vector<std::uint32_t> column_leaves_;
};

}  // namespace befriend
