#pragma once

#include "assignment/large_pages.hpp"
#include "assignment/nodes.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// Who is assigned to whom, seen from both sides, with room for the capacities.
class Matching {
public:
    /// The partners of the nodes of one side.
    class Seats {
    public:
        /// Borrows the capacities. No node has more partners than edges.
        Seats(std::span<const std::uint32_t> capacity, std::span<const std::uint32_t> degree, Watch& watch);

        [[nodiscard]] bool has_room(std::uint32_t node) const { return taken_[node] < capacity_[node]; }
        [[nodiscard]] std::uint32_t room(std::uint32_t node) const { return capacity_[node] - taken_[node]; }
        [[nodiscard]] std::span<const std::uint32_t> partners(std::uint32_t node) const
        {
            return {partner_.data() + first_[node], taken_[node]};
        }

    private:
        friend class Matching;

        std::span<const std::uint32_t> capacity_;
        LargeVector<std::uint64_t> first_;    ///< a node's first seat
        LargeVector<std::uint32_t> taken_;    ///< how many of a node's seats are taken
        LargeVector<std::uint32_t> partner_;  ///< one a seat
    };

    /// Nobody is assigned. Borrows both.
    Matching(const Nodes& rows, const Nodes& columns, Watch& watch);

    /// Takes everybody apart.
    void clear();

    /// Assigns a row to a column; both have room. Constant time.
    void link(std::uint32_t row, std::uint32_t column);

    /// Takes a row away from its column. Constant time.
    void unlink(std::uint32_t row, std::uint32_t column);

    /// The column of each row, or `Solution::unassigned`.
    [[nodiscard]] std::vector<std::uint32_t> column_of_row() const;

    Seats rows;
    Seats columns;

private:
    LargeVector<std::uint32_t> seat_of_row_;  ///< counted from its column's first seat
};

}  // namespace befriend
