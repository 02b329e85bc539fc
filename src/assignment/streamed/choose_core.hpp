#pragma once

#include "assignment/streamed/best_pairs.hpp"
#include "assignment/weights.hpp"
#include <befriend/assignment/streamed_problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
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

/// Chooses the core in one pass over the source: the best pairs of every row and of every column.
///
/// Which pairs are chosen decides how much is left to pricing, never what comes out.
class CoreChooser {
public:
    /// Borrows `problem`; `frame` is the same without pairs. Keeps `best` pairs a row, and as many a column.
    CoreChooser(const StreamedProblem& problem, const Problem& frame, std::size_t best);

    /// Looks at a batch of pairs of a row. Rows ascend.
    void see(std::uint32_t row, const PairBatch& batch);

    /// What was chosen; afterwards nothing is left. O(core log(best)).
    [[nodiscard]] StoredPairs take();

private:
    // Among equal pairs of a row, or of a column: the rank of a pair by its other end.
    [[nodiscard]] auto rank_in_row(std::uint32_t row) const
    {
        return [this, row](std::uint32_t column) { return ties_.of(row, column, 0); };
    }
    [[nodiscard]] auto rank_in_column(std::uint32_t column) const
    {
        return [this, column](std::uint32_t row) { return ties_.of(row, column, 0); };
    }

    void finish_rows(std::uint32_t before);
    [[nodiscard]] const std::int64_t* values(const BestPairs::Part& part, std::uint32_t row, bool of_row,
                                             const PairBatch& batch);
    void mark(const BestPairs& best, std::uint32_t row, bool of_row, const PairBatch& batch,
              std::vector<std::uint32_t>& marked);
    void see_few(std::uint32_t row, const PairBatch& batch);
    void group_by_row();
    void add_row(std::uint32_t row, StoredPairs& stored);

    const StreamedProblem& problem_;
    std::vector<std::size_t> edge_tiers_;
    Problem ranked_;  // the frame with `ties`, which ranks equal pairs even where the problem turns it off
    TierWeights ties_;
    std::size_t best_;
    std::uint32_t row_ = 0;  // the row at hand
    BestPairs of_row_;       // of this row only, as node 0
    BestPairs of_columns_;
    std::vector<std::uint64_t> picked_begin_{0};  // what finished rows have picked
    std::vector<std::uint32_t> picked_column_;
    std::vector<std::int64_t> picked_weight_;
    // Of the batch at hand:
    std::vector<std::int64_t> values_;
    std::vector<std::uint32_t> for_row_;     // 1 for a pair that reaches what its row needs
    std::vector<std::uint32_t> for_column_;  // the same for its column
    std::vector<std::uint32_t> hits_;        // the pairs with either
    std::vector<std::uint64_t> slot_begin_;  // what columns have picked, by row
    std::vector<std::uint64_t> slot_;        // a column's pick: column * best + place
};

}  // namespace befriend
