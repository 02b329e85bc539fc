#pragma once

#include "assignment/face.hpp"

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
        explicit Seats(const Side& side);

        [[nodiscard]] bool has_room(std::uint32_t node) const { return taken_[node] < capacity_[node]; }
        [[nodiscard]] std::span<const std::uint32_t> partners(std::uint32_t node) const
        {
            return {partner_.data() + first_[node], taken_[node]};
        }

    private:
        friend class Matching;

        std::span<const std::uint32_t> capacity_;
        std::vector<std::uint64_t> first_;    ///< a node's first seat: it has no more than it has edges
        std::vector<std::uint32_t> taken_;    ///< how many of a node's seats are taken
        std::vector<std::uint32_t> partner_;  ///< one a seat
    };

    /// Nobody is assigned. Borrows `face`.
    explicit Matching(const Face& face)
        : rows(face.rows), columns(face.columns), seat_of_row_(face.rows.size())
    {
    }

    /// Assigns a row to a column; both have room. Constant time.
    void link(std::uint32_t row, std::uint32_t column);

    /// Takes a row away from its column. Constant time.
    void unlink(std::uint32_t row, std::uint32_t column);

    /// The column of each row, or `Solution::unassigned`.
    [[nodiscard]] std::vector<std::uint32_t> column_of_row() const;

    Seats rows;
    Seats columns;

private:
    std::vector<std::uint32_t> seat_of_row_;  ///< counted from its column's first seat
};

}  // namespace befriend
