#pragma once

#include <befriend/assignment/pair_source.hpp>
#include <befriend/assignment/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// One objective of a streamed problem: a `Tier` whose weights of edges come from the source.
struct StreamedTier {
    std::int64_t each = 0;
    std::span<const std::int64_t> row = {};     ///< one weight a row, or empty
    std::span<const std::int64_t> column = {};  ///< one weight a column, or empty
    bool edge = false;                          ///< whether the source gives a weight for each pair
};

/// A `Problem` whose pairs are not stored but asked for, row by row: for lists whose pairs do not fit in
/// memory.
///
/// Everything is as in `Problem` but for the edges. All arrays and the source are borrowed.
///
/// `threads` says how many threads may ask the source at once, 0: as many as the machine has, at most two.
/// Whatever works on the problem then reads rows on so many, each with some hundreds of bytes a column,
/// and comes to the same result for any number of them. More than one is only for a source whose `pairs_of`
/// may run on several threads together.
struct StreamedProblem {
    const PairSource& source;
    std::size_t rows = 0;
    std::span<const std::int32_t> capacity = {};     ///< one a column, at least 0
    std::vector<StreamedTier> tiers = {};            ///< at most `Problem::most_tiers`
    std::span<const std::uint64_t> row_key = {};     ///< as in `Problem`
    std::span<const std::uint64_t> column_key = {};  ///< as `row_key`
    bool ties = true;                                ///< as in `Problem`
    std::size_t threads = 1;                         ///< see above

    [[nodiscard]] std::size_t columns() const noexcept { return capacity.size(); }
};

/// The first rule that `problem` breaks, if any. Asks the source once for every row.
///
/// Of `column_exists`, `columns_ascend` and `weights_agree`, `at` is a row; the other rules are those of a
/// stored problem, and so is the limit of sums. Throws what the source throws. O(rows + columns + pairs *
/// tiers).
[[nodiscard]] std::optional<ProblemFault> first_fault(const StreamedProblem& problem);

}  // namespace befriend
