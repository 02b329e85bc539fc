#pragma once

#include <befriend/assignment/assign.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace befriend::test {

inline constexpr Goal goals[] = {Goal::most_pairs, Goal::best_total};

/// A small problem with one weight a pair.
struct Case {
    WeightedPairs pairs;
    std::vector<std::int64_t> capacity;
    std::vector<std::int64_t> pin;

    [[nodiscard]] AssignInput input() const { return {pairs, capacity, pin, {}, {}}; }

    [[nodiscard]] std::optional<std::int64_t> weight(std::size_t row, std::uint32_t column) const
    {
        for (std::uint64_t at = pairs.row_begin[row]; at < pairs.row_begin[row + 1]; ++at)
            if (pairs.column[at] == column) return pairs.weight[at];
        return std::nullopt;
    }
};

/// Up to 5 x 5, with weights that are often equal, or not.
[[nodiscard]] Case random_case(std::mt19937_64& random);

/// Pins some rows to pairs that are there and columns that have room.
void pin_some(Case& made, std::mt19937_64& random);

/// How many pairs and which total the best assignment has: every assignment is tried.
struct Best {
    std::size_t matched = 0;
    std::int64_t total = 0;
};
[[nodiscard]] std::optional<Best> best_of(const Case& made, const AssignOptions& options);

/// The pairs are pairs, keep pins and capacities, and add up to what the answer says.
void check_pairs(const Case& made, const Assignment& answer);

/// What `Assignment` promises of its prices. They prove the answer best, whoever found it.
void check_prices(const Case& made, const AssignOptions& options, const Assignment& answer);

/// A whole matrix, row by row.
[[nodiscard]] WeightedPairs square(const std::vector<std::int64_t>& weight, std::size_t size);

}  // namespace befriend::test
