#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// One objective of an assignment: a sum over the assigned edges, to be made as large as possible.
///
/// An assigned edge e from row r to column c counts `each + row[r] + column[c] + edge[e]`; an array that is
/// empty counts 0. So "most children" is `each = 1`, a benefit of waiting is `row`, points are `edge`. With
/// `costs`, `edge` is what edges cost: it counts with the opposite sign, and need not be copied for that.
/// The arrays are borrowed: whoever makes the problem keeps them until the last call that uses it.
struct Tier {
    std::int64_t each = 0;
    std::span<const std::int64_t> row;     ///< one weight a row, or empty
    std::span<const std::int64_t> column;  ///< one weight a column, or empty
    std::span<const std::int64_t> edge;  ///< one weight an edge, in the order of `Problem::column`, or empty
    bool costs = false;                  ///< whether an edge counts minus edge[e]
};

/// A bipartite assignment problem: each row takes at most one column, each column at most `capacity` rows.
///
/// Edges are stored by compressed rows: those of row r are the positions row_begin[r] to row_begin[r + 1] - 1
/// of `column`. A row may stay unassigned and then counts 0 in every tier, so every problem has a solution.
/// A pair that must not be is an edge that is not there. All arrays are borrowed.
///
/// Tiers are in strict lexicographic order, the most important first. Behind them stands the tier `ties`,
/// which makes the answer unique (see `tie_weight`), unless it is turned off.
///
/// `threads` says how many threads may work on the problem at once, 0: as many as the machine has, at most
/// two. They share those passes over the edges that are long enough; the result is the same for any number of
/// them.
struct Problem {
    std::span<const std::uint64_t> row_begin;  ///< rows + 1 offsets, ascending, the first 0
    std::span<const std::uint32_t> column;   ///< the column of each edge; ascending within a row, no repeats
    std::span<const std::int32_t> capacity;  ///< one a column, at least 0
    std::vector<Tier> tiers;                 ///< at most `most_tiers`
    std::span<const std::uint64_t> row_key;  ///< what `ties` reads; empty: the row's index, hashed
    std::span<const std::uint64_t> column_key;  ///< as `row_key`
    bool ties = true;         ///< whether `ties` stands behind the tiers; else any best answer will do
    std::size_t threads = 1;  ///< see above

    static constexpr std::size_t most_tiers = 7;

    [[nodiscard]] std::size_t rows() const noexcept { return row_begin.empty() ? 0 : row_begin.size() - 1; }
    [[nodiscard]] std::size_t columns() const noexcept { return capacity.size(); }
    [[nodiscard]] std::size_t edges() const noexcept { return column.size(); }
};

/// A rule that a problem must keep. This step knows indices and integers only, so faults have no text here.
enum class ProblemRule : std::uint8_t {
    offsets_ascend,  ///< row_begin starts at 0, never falls, and ends at the number of edges
    column_exists,   ///< column[at] is below columns()
    columns_ascend,  ///< column[at] is above the one before it in the same row
    capacity_not_negative,
    sizes_agree,    ///< an array of a tier (number `at`) or of keys is empty or of its full size
    few_tiers,      ///< at most `most_tiers`
    no_overflow,    ///< tier `at` could overflow: see `first_fault`
    size_limit,     ///< at most 2^31 - 1 rows, as many columns, and 2^40 edges
    weights_agree,  ///< a `PairSource` gives one weight a pair in each tier that asks for them, and no other
};

/// What is wrong with a problem: the rule, and the position where it is broken.
struct ProblemFault {
    ProblemRule rule;
    std::uint64_t at;  ///< a position in the array that the rule names, or a tier
};

/// The first rule that `problem` breaks, if any: sizes, order, ranges, and that no sum can overflow.
///
/// Overflow is impossible when, for every tier, (min(rows, total capacity) + 2) * spread is below 2^60, where
/// `spread` is the largest weight of an edge less the smallest, with 0 counted among them;
/// src/assignment/fault.cpp has the proof. The tier `ties` counts with a spread of 2^40, which allows
/// 1,048,573 pairs. O(rows + columns + edges * tiers).
[[nodiscard]] std::optional<ProblemFault> first_fault(const Problem& problem) noexcept;

}  // namespace befriend
