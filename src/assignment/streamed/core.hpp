#pragma once

#include "assignment/streamed/choose_core.hpp"
#include "assignment/streamed/vector_weight.hpp"
#include "assignment/weights.hpp"
#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace befriend {

/// The pairs of a streamed problem that are stored, seen from both sides, with room for more.
class Core {
public:
    /// Borrows `problem` and `frame`, the same without pairs.
    Core(const StreamedProblem& problem, const Problem& frame, StoredPairs&& chosen);
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    /// The pairs as a stored problem, which borrows them. Precondition: nothing was added, or `sort_in` came
    /// after.
    [[nodiscard]] Problem problem() const;

    /// Makes the lists of columns: from here on `of_column` and `add` may be used. O(core).
    void link_columns();

    /// Brings the pairs that were added to their places among the others. Ends the use of `of_column` and
    /// `add`.
    void sort_in();

    /// Adds a pair that is not there yet, with its weights in the tiers that have weights of edges.
    void add(std::uint32_t row, std::uint32_t column, const std::vector<std::int64_t>& weights);

    /// Calls `visit(other, edge)` for each pair of a row. Returns how many there are.
    template <typename Visit>
    std::size_t of_row(std::uint32_t row, Visit visit) const
    {
        std::size_t seen = 0;
        for (std::uint64_t edge = pairs_.row_begin[row]; edge < pairs_.row_begin[row + 1]; ++edge, ++seen)
            visit(pairs_.column[edge], edge);
        if (next_in_row_.empty()) return seen;
        for (std::uint64_t edge = first_added_[row]; edge != none;
             edge = next_in_row_[edge - chosen_], ++seen)
            visit(pairs_.column[edge], edge);
        return seen;
    }

    /// The same for a column.
    template <typename Visit>
    std::size_t of_column(std::uint32_t column, Visit visit) const
    {
        std::size_t seen = 0;
        for (std::uint64_t edge = first_in_column_[column]; edge != none;
             edge = next_in_column_[edge], ++seen)
            visit(row_[edge], edge);
        return seen;
    }

    /// What edge `edge` from `row` to `column` counts.
    [[nodiscard]] VectorWeight weight(std::uint32_t row, std::uint32_t column, std::uint64_t edge) const
    {
        VectorWeight all = weight_of_ends(row, column);
        for (const std::size_t tier : edge_tiers_)
            add_part(all.tier[tier], pairs_.weight[tier][edge]);
        return all;
    }

    /// What pair `at` of a batch counts, whether or not it is here.
    [[nodiscard]] VectorWeight weight(std::uint32_t row, const PairBatch& batch, std::size_t at) const
    {
        VectorWeight all = weight_of_ends(row, batch.column[at]);
        for (const std::size_t tier : edge_tiers_)
            add_part(all.tier[tier], batch.weight[tier][at]);
        return all;
    }

    [[nodiscard]] bool has(std::uint32_t row, std::uint32_t column) const
    {
        bool found = false;
        of_row(row, [&](std::uint32_t other, std::uint64_t) { found = found || other == column; });
        return found;
    }

    [[nodiscard]] std::size_t edges() const { return pairs_.column.size(); }

private:
    static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

    // Parts may lie outside the range of their sum, so they are added as unsigned numbers, which wrap around.
    static void add_part(std::int64_t& sum, std::int64_t part)
    {
        sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) + static_cast<std::uint64_t>(part));
    }

    [[nodiscard]] VectorWeight weight_of_ends(std::uint32_t row, std::uint32_t column) const
    {
        VectorWeight all;
        for (std::size_t tier = 0; tier < weights_.size(); ++tier)
            all.tier[tier] = weights_[tier].of(row, column, 0);
        return all;
    }

    const Problem& frame_;
    std::vector<std::size_t> edge_tiers_;
    std::vector<TierWeights> weights_;        // of the frame: what an edge counts by its ends; of `ties` too
    StoredPairs pairs_;                       // those chosen, then those added
    std::uint64_t chosen_;                    // how many were chosen
    std::vector<std::uint64_t> first_added_;  // of each row
    std::vector<std::uint64_t> next_in_row_;  // of each added edge
    std::vector<std::uint64_t> first_in_column_;
    std::vector<std::uint64_t> next_in_column_;  // of each edge
    std::vector<std::uint32_t> row_;             // of each edge
};

}  // namespace befriend
