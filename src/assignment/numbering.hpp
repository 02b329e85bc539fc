#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace befriend {

/// The numbers by which a solve knows rows and columns: the problem's own, or such that neighbours lie near
/// one another in memory.
class Numbering {
public:
    /// By regions, where the problem has at least `many` rows and columns together and not every pair; else
    /// the problem's own. O(rows + columns + edges).
    Numbering(const Problem& problem, std::size_t many, Watch& watch);

    /// The problem's number of a row, or of a column.
    [[nodiscard]] std::uint32_t row_of_problem(std::uint32_t row) const
    {
        return rows_.empty() ? row : rows_[row];
    }
    [[nodiscard]] std::uint32_t column_of_problem(std::uint32_t column) const
    {
        return columns_.empty() ? column : columns_[column];
    }

    /// The number here of a column of the problem.
    [[nodiscard]] std::uint32_t column_here(std::uint32_t column_of_problem) const
    {
        return columns_here_.empty() ? column_of_problem : columns_here_[column_of_problem];
    }

    /// One value a column, by the problem's numbers on the way in and by those here on the way out.
    template <typename Value>
    [[nodiscard]] std::vector<Value> columns_here(std::vector<Value> values) const
    {
        return turned(std::move(values), columns_here_);
    }
    /// One value a column, the other way round.
    template <typename Value>
    [[nodiscard]] std::vector<Value> columns_of_problem(std::vector<Value> values) const
    {
        return turned(std::move(values), columns_);
    }
    /// One value a row, by the numbers here on the way in and by the problem's on the way out.
    template <typename Value>
    [[nodiscard]] std::vector<Value> rows_of_problem(std::vector<Value> values) const
    {
        return turned(std::move(values), rows_);
    }

private:
    template <typename Value>
    static std::vector<Value> turned(std::vector<Value> values, const std::vector<std::uint32_t>& new_number)
    {
        if (new_number.empty()) return values;
        std::vector<Value> turned(values.size());
        for (std::size_t node = 0; node < values.size(); ++node)
            turned[new_number[node]] = values[node];
        return turned;
    }

    std::vector<std::uint32_t> rows_;          ///< the problem's number of each row; empty: its own
    std::vector<std::uint32_t> columns_;       ///< as `rows_`
    std::vector<std::uint32_t> columns_here_;  ///< the other way round
};

}  // namespace befriend
