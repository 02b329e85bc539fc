#pragma once

#include <befriend/assignment/solution.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace befriend {

/// Who has whom, one column a row and one row a column.
struct DensePairs {
    static constexpr std::uint32_t nobody = Solution::unassigned;

    DensePairs(std::size_t rows, std::size_t columns)
        : column_of_row(rows, nobody), row_of_column(columns, nobody)
    {
    }

    void clear()
    {
        std::fill(column_of_row.begin(), column_of_row.end(), nobody);
        std::fill(row_of_column.begin(), row_of_column.end(), nobody);
    }

    /// Gives a column to a row that has none. Returns who had it before, or `nobody`.
    std::uint32_t give(std::uint32_t column, std::uint32_t row)
    {
        const std::uint32_t before = std::exchange(row_of_column[column], row);
        if (before != nobody) column_of_row[before] = nobody;
        column_of_row[row] = column;
        return before;
    }

    void take_from(std::uint32_t row)
    {
        row_of_column[column_of_row[row]] = nobody;
        column_of_row[row] = nobody;
    }

    /// Flips a path: each row on it gets the column behind it, from `column` back to `root`, which has none.
    /// `parent` has the row before each column.
    template <typename Parents>
    void flip_path(std::uint32_t column, const Parents& parent, std::uint32_t root)
    {
        for (std::uint32_t row = nobody; row != root;) {
            row = static_cast<std::uint32_t>(parent[column]);
            const std::uint32_t before = std::exchange(column_of_row[row], column);
            row_of_column[column] = row;
            column = before;
        }
    }

    /// The same where the path ends with a row that is to be without its column.
    template <typename Parents>
    void flip_path_without(std::uint32_t row, const Parents& parent, std::uint32_t root)
    {
        if (row == root) return;
        const std::uint32_t column = column_of_row[row];
        take_from(row);
        flip_path(column, parent, root);
    }

    std::vector<std::uint32_t> column_of_row;
    std::vector<std::uint32_t> row_of_column;
};

}  // namespace befriend
