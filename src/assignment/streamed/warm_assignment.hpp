#pragma once

#include "assignment/streamed/core.hpp"
#include "assignment/streamed/vector_weight.hpp"
#include "assignment/watch.hpp"
#include <befriend/assignment/solution.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// A best assignment of a core with its duals, kept best while pairs are added. See warm_assignment.cpp.
class WarmAssignment {
public:
    /// Borrows all but `solved`, a best assignment of `core` with duals in every tier.
    WarmAssignment(const Core& core, std::span<const std::int32_t> capacity, const Solution& solved,
                   Watch& watch);

    /// Makes the assignment best again after pairs of `row` were added to the core.
    void insert_anew(std::uint32_t row);

    [[nodiscard]] const VectorWeight& row_dual(std::uint32_t row) const { return rows_.dual[row]; }
    [[nodiscard]] const VectorWeight& column_dual(std::uint32_t column) const
    {
        return columns_.dual[column];
    }
    [[nodiscard]] const std::vector<std::uint32_t>& column_of_row() const { return column_of_row_; }

    /// Raises the dual of a column of capacity 0, which is on no edge of the core.
    void raise_column(std::uint32_t column, const VectorWeight& least);

    /// How far a row's dual has fallen since that was last forgotten, not counting that it may have risen.
    [[nodiscard]] const VectorWeight& fall(std::uint32_t row) const { return fall_[row]; }
    void forget_fall(std::uint32_t row) { fall_[row] = {}; }

    /// How many pairs searches have looked at.
    [[nodiscard]] std::size_t steps() const { return steps_; }

    /// How often the dual of a column has fallen.
    [[nodiscard]] std::size_t falls_of_columns() const { return falls_of_columns_; }

    /// What the pairs sum to in each of `tiers` tiers.
    [[nodiscard]] std::vector<std::int64_t> value(std::size_t tiers) const;

private:
    static constexpr std::int64_t far = std::int64_t{1} << 60;  // see warm_assignment.cpp
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    // A node in the tree of a search: how far it is, and the node of the other side before it.
    struct Reached {
        std::uint32_t node;
        std::uint32_t parent;
        VectorWeight distance;
    };

    struct Side {
        std::vector<VectorWeight> dual;
        std::vector<std::uint32_t> place;  // in `tree`, or `nobody`
        std::vector<Reached> tree;
    };

    struct Label {
        VectorWeight distance;
        std::uint32_t node;
        bool operator<(const Label& other) const { return distance > other.distance; }  // nearest on top
    };

    // Where a search ends: at a node of the other side with room, or at one of the root's, to be dropped.
    struct End {
        VectorWeight distance;
        std::uint32_t node;
        bool has_room;
    };

    [[nodiscard]] bool has_room(std::uint32_t column) const { return used_[column] < capacity_[column]; }
    void settle_column(std::uint32_t column);
    void note_size(const VectorWeight& dual);
    void link(std::uint32_t row, std::uint32_t column);
    void unlink(std::uint32_t row);

    template <bool from_rows>
    void search(std::uint32_t root);
    template <bool from_rows>
    void reach(std::uint32_t node, std::uint32_t parent, const VectorWeight& distance);
    template <bool from_rows>
    void label(std::uint32_t node, std::uint32_t other, std::uint64_t edge, const VectorWeight& start);
    template <bool from_rows>
    void reach_partners(std::uint32_t other, const VectorWeight& distance);
    template <bool from_rows>
    void shift_duals();
    template <bool from_rows>
    void flip_path(std::uint32_t root);
    template <bool from_rows>
    [[nodiscard]] Side& from()
    {
        return from_rows ? rows_ : columns_;
    }
    template <bool from_rows>
    [[nodiscard]] Side& to()
    {
        return from_rows ? columns_ : rows_;
    }
    static void forget_tree(Side& side);

    const Core& core_;
    std::span<const std::int32_t> capacity_;
    Watch& watch_;
    Side rows_;
    Side columns_;
    std::vector<std::uint32_t> column_of_row_;
    std::vector<std::int32_t> used_;        // places of each column
    std::vector<std::uint32_t> first_row_;  // of each column: the rows that have it are a list
    std::vector<std::uint32_t> next_row_;   // of each row in such a list
    std::vector<std::uint32_t> previous_row_;
    std::uint32_t absent_ = nobody;   // a row that searches do not see
    std::vector<VectorWeight> fall_;  // of each row
    std::size_t falls_of_columns_ = 0;
    std::size_t steps_ = 0;
    std::int64_t largest_ = 0;  // no dual of a node with pairs is larger in size, in any tier
    std::vector<Label> heap_;   // of the search at hand; an outdated label does no harm
    std::optional<End> end_;    // the nearest one known
};

}  // namespace befriend
