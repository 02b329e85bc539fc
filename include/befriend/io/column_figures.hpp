#pragma once

#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace befriend {

/// What the whole-number columns of a table show as a whole: a sum to hold against the source, and whether
/// one of them looks like a rank.
struct ColumnFigures {
    std::map<std::string, std::int64_t> totals;  ///< by column; those without any number are left out
    std::vector<std::string> ranklike;           ///< columns that count 1, 2, 3, ... n in some order, n >= 10
};

/// How many records a table has; 0 for `policy`, `vocabulary` and `areas`.
[[nodiscard]] std::size_t records_in(Table table, const Tables& tables) noexcept;

/// The figures of a table that was read without a fault; empty for `policy`, `vocabulary` and `areas`.
/// O(columns x n log n) for n records.
[[nodiscard]] ColumnFigures figures_of(Table table, const Tables& tables);

}  // namespace befriend
