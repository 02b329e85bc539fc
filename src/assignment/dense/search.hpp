#pragma once

#include "assignment/dense/pairs.hpp"
#include "assignment/dense/rows.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// Makes pairs and prices of a matrix best by shortest augmenting paths from rows.
class DenseSearch {
public:
    /// A row without a column costs `outside`, `DenseRows::endless` if it must have one. Columns without a
    /// row that are not needed have the price 0. Borrows the rest.
    DenseSearch(DenseRows& rows, DensePairs& pairs, std::int32_t outside, Watch& watch);

    /// Parts pairs that are not tight, and searches from every row that wants a column. False if it ends
    /// before its time, when about `most_edges` edges were looked at or a price is above `highest_price`.
    [[nodiscard]] bool settle(std::int64_t most_edges, std::int64_t highest_price);

    /// The total of each row's best choice, not above `outside`.
    [[nodiscard]] const std::vector<std::int32_t>& best() const { return best_; }

private:
    // Nearer labels count as larger, so that the nearest is on top of a heap. `node` is a column, or, from
    // `columns()` on, a row whose other columns than its favourites are due.
    struct Label {
        std::int32_t distance;
        std::uint32_t node;
        bool operator<(const Label& other) const { return distance > other.distance; }
    };

    void keep_tight_pairs();
    void search(std::uint32_t root);
    void reach(std::uint32_t row, std::int32_t distance);
    void label_all(std::uint32_t row);
    void label(std::uint32_t row, std::uint32_t column, std::int32_t distance);
    void push(const Label& label);
    [[nodiscard]] bool nearest(Label& label);
    void shift();
    void forget_tree();

    DenseRows& rows_;
    DensePairs& pairs_;
    std::int32_t outside_;
    Watch& watch_;
    std::int64_t edges_left_ = 0;
    std::int64_t highest_ = 0;  // price reached
    std::vector<std::int32_t> best_;

    // The tree of the search at hand.
    std::vector<std::int32_t> row_distance_;
    std::vector<std::int32_t> distance_;   // of columns, filled up to whole blocks
    std::vector<std::uint32_t> parent_;    // the row before a column on its path
    std::vector<std::uint32_t> reached_;   // rows, their distances final
    std::vector<std::uint32_t> labelled_;  // columns
    std::vector<std::uint32_t> ready_;     // columns at distance `level_`, the least there is
    std::vector<Label> heap_;              // nodes further away; an outdated label does no harm
    std::int32_t level_ = 0;
    std::int32_t shortest_ = 0;  // the length of the shortest path known
    std::uint32_t end_ = 0;      // where it ends: at a free column, or at a row, to be without
    bool end_is_column_ = false;
};

}  // namespace befriend
