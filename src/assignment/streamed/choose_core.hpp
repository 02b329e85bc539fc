#pragma once

#include "assignment/streamed/best_pairs.hpp"
#include "assignment/streamed/fault.hpp"
#include "assignment/weights.hpp"
#include <befriend/assignment/streamed_problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace befriend {

/// Some pairs of a streamed problem with their weights, row by row, as `Problem` borrows them.
struct StoredPairs {
    std::vector<std::uint64_t> row_begin{0};
    std::vector<std::uint32_t> column;
    std::array<std::vector<std::int64_t>, Problem::most_tiers> weight;  ///< by tier; empty without `edge`
};

/// The tiers for which the source gives weights.
[[nodiscard]] std::vector<std::size_t> tiers_with_edges(const StreamedProblem& problem);

/// Ranks equal pairs by what `ties` counts, even where the problem turns it off.
class TieRank {
public:
    /// Borrows the keys of `problem`.
    explicit TieRank(const StreamedProblem& problem);

    [[nodiscard]] std::int64_t of(std::uint32_t row, std::uint32_t column) const
    {
        return weights_.of(row, column, 0);
    }

private:
    Frame frame_;
    TierWeights weights_;
};

/// Chooses what the core needs of the rows that one thread reads: the best pairs of every row, and the best
/// of these rows for every column.
///
/// Which pairs are chosen decides how much is left to pricing, never what comes out. It does not depend on
/// the order of the rows, nor on who reads which.
class CoreChooser {
public:
    /// Borrows `problem` and `ties`. Keeps `best` pairs a row, and as many a column.
    CoreChooser(const StreamedProblem& problem, const TieRank& ties, std::size_t best);
    CoreChooser(const CoreChooser&) = delete;
    CoreChooser& operator=(const CoreChooser&) = delete;

    /// Looks at a batch of pairs of a row. The batches of a row come one after the other.
    void see(std::uint32_t row, const PairBatch& batch);

    /// Puts together what all choosers of a problem have chosen; afterwards nothing is left. Precondition:
    /// there is one, and no row was seen by two. O(core log(best)).
    [[nodiscard]] static StoredPairs take(std::span<CoreChooser* const> choosers);

private:
    class Assembly;

    // Among equal pairs of a row, or of a column: the rank of a pair by its other end.
    [[nodiscard]] auto rank_in_row(std::uint32_t row) const
    {
        return [this, row](std::uint32_t column) { return ties_.of(row, column); };
    }
    [[nodiscard]] auto rank_in_column(std::uint32_t column) const
    {
        return [this, column](std::uint32_t row) { return ties_.of(row, column); };
    }

    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    // What the pairs of a batch count in each part of `BestPairs`: an array of the source, or of ours.
    struct Values {
        std::vector<const std::int64_t*> of_part;
        std::vector<std::vector<std::int64_t>> ours;
    };

    void find_values(const BestPairs& best, std::uint32_t row, const PairBatch& batch, Values& values) const;
    void expect(const PairBatch& batch);
    void see_few(std::uint32_t row, const PairBatch& batch, std::size_t begin, std::size_t size);
    void finish_row();

    const StreamedProblem& problem_;
    const TieRank& ties_;
    std::size_t best_;
    bool has_places_;             // every column
    std::uint32_t row_ = nobody;  // the row at hand
    BestPairs of_row_;            // of this row only, as node 0
    BestPairs of_columns_;
    std::vector<std::uint32_t> picked_row_;  // what finished rows have picked
    std::vector<std::uint64_t> picked_begin_{0};
    std::vector<std::uint32_t> picked_column_;
    std::vector<std::vector<std::int64_t>> picked_value_;  // by part of `of_row_`
    // Of the batch at hand:
    Values seen_from_row_;
    Values seen_from_columns_;
};

}  // namespace befriend
