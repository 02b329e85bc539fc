#include "assignment/matching.hpp"

#include <befriend/assignment/solution.hpp>

#include <algorithm>

namespace befriend {

Matching::Seats::Seats(std::span<const std::uint32_t> capacity, std::span<const std::uint32_t> degree,
                       Watch& watch)
    : capacity_(capacity), first_(capacity.size() + 1), taken_(capacity.size())
{
    for (std::size_t node = 0; node < capacity.size(); ++node)
        first_[node + 1] = first_[node] + std::min(capacity[node], degree[node]);
    watch.worked(capacity.size());
    partner_.resize(first_.back());
    watch.worked(capacity.size());
}

Matching::Matching(const Nodes& of_rows, const Nodes& of_columns, Watch& watch)
    : rows(of_rows.capacity, of_rows.degree, watch),
      columns(of_columns.capacity, of_columns.degree, watch),
      seat_of_row_(of_rows.size())
{
}

void Matching::clear()
{
    std::fill(rows.taken_.begin(), rows.taken_.end(), 0);
    std::fill(columns.taken_.begin(), columns.taken_.end(), 0);
}

void Matching::link(std::uint32_t row, std::uint32_t column)
{
    const std::uint32_t seat = columns.taken_[column]++;
    columns.partner_[columns.first_[column] + seat] = row;
    seat_of_row_[row] = seat;
    rows.partner_[rows.first_[row]] = column;
    rows.taken_[row] = 1;
}

void Matching::unlink(std::uint32_t row, std::uint32_t column)
{
    // The row in the column's last taken seat moves to the seat that becomes empty.
    const std::uint64_t first = columns.first_[column];
    const std::uint32_t last = --columns.taken_[column];
    const std::uint32_t moved = columns.partner_[first + last];
    columns.partner_[first + seat_of_row_[row]] = moved;
    seat_of_row_[moved] = seat_of_row_[row];
    rows.taken_[row] = 0;
}

std::vector<std::uint32_t> Matching::column_of_row() const
{
    std::vector<std::uint32_t> columns_of_rows(seat_of_row_.size(), Solution::unassigned);
    for (std::uint32_t row = 0; row < columns_of_rows.size(); ++row)
        for (const std::uint32_t column : rows.partners(row))
            columns_of_rows[row] = column;
    return columns_of_rows;
}

}  // namespace befriend
