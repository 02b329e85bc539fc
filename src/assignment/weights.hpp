#pragma once

#include <befriend/assignment/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// What the edges of a problem count in one tier; the number of tiers stands for `ties`.
class TierWeights {
public:
    /// Borrows `problem`, which has no fault. O(rows + columns) for `ties`, else constant.
    TierWeights(const Problem& problem, std::size_t tier);

    /// The weight of edge `edge`, from `row` to `column`.
    [[nodiscard]] std::int64_t of(std::uint32_t row, std::uint32_t column, std::uint64_t edge) const noexcept
    {
        if (ties_) return tie(row, column);
        // Parts may lie outside the range of their sum, so they are added as unsigned numbers, which wrap
        // around.
        auto sum = static_cast<std::uint64_t>(tier_.each);
        if (!tier_.row.empty()) sum += static_cast<std::uint64_t>(tier_.row[row]);
        if (!tier_.column.empty()) sum += static_cast<std::uint64_t>(tier_.column[column]);
        if (tier_.edge.empty()) return static_cast<std::int64_t>(sum);
        const auto of_edge = static_cast<std::uint64_t>(tier_.edge[edge]);
        sum += tier_.costs ? 0 - of_edge : of_edge;
        return static_cast<std::int64_t>(sum);
    }

    /// The same for an edge whose position is not at hand. O(log(edges of the row)) if it matters.
    [[nodiscard]] std::int64_t between(std::uint32_t row, std::uint32_t column) const noexcept;

private:
    [[nodiscard]] std::int64_t tie(std::uint32_t row, std::uint32_t column) const noexcept;

    const Problem* problem_;
    bool ties_;
    Tier tier_;
    std::vector<std::uint64_t> row_key_;  // of `ties`
    std::vector<std::uint64_t> column_key_;
};

/// Whether a tier weighs nodes only, with weights that can be taken apart without overflow. O(rows +
/// columns).
[[nodiscard]] bool is_flat(const Problem& problem, std::size_t tier) noexcept;

/// Whether a tier counts pairs, one like the other.
[[nodiscard]] bool counts_pairs(const Problem& problem, std::size_t tier) noexcept;

}  // namespace befriend
