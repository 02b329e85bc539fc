#pragma once

#include <befriend/assignment/solve.hpp>
#include <befriend/assignment/weighted_pairs.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// What to look for among assignments.
enum class Goal : std::uint8_t {
    most_pairs,  ///< as many pairs as possible, and the best total among those
    best_total,  ///< the best total; a pair that makes it worse stays away
};

/// How weights are read, and what must hold.
struct AssignOptions {
    Goal goal = Goal::most_pairs;
    bool maximize = false;     ///< the best total is the largest; else the least
    bool require_all = false;  ///< every row must have a column, under either goal
    bool ties = true;          ///< the keys decide among equally good answers; else any of them will do
    std::optional<std::size_t> exactly = {};  ///< so many pairs, pins among them, whatever the goal
    std::size_t threads = 1;                  ///< as in `Problem`
};

/// Whether the number of pairs comes before their total: then it is the first of `Assignment::bound`.
[[nodiscard]] constexpr bool counts_pairs(const AssignOptions& options) noexcept
{
    return options.goal == Goal::most_pairs || options.require_all || options.exactly;
}

/// An assignment problem with one weight a pair: the engine alone, for callers with scores of their own.
/// All arrays are borrowed for the call.
struct AssignInput {
    const WeightedPairs& pairs;
    std::span<const std::int64_t> capacity;  ///< one a column, at least 0; empty: 1 each
    std::span<const std::int64_t> pin;       ///< one a row: the column that it must have, or -1; empty: none
    std::span<const std::uint64_t> row_key;  ///< for the tie-break; empty: the row's index, hashed
    std::span<const std::uint64_t> column_key;  ///< as `row_key`
};

/// A rule that an `AssignInput` must keep.
enum class AssignRule : std::uint8_t {
    capacity_size,    ///< one capacity a column
    capacity_range,   ///< capacity[at] is from 0 to 2^31 - 1
    pin_size,         ///< one pin a row
    pin_column,       ///< pin[at] is -1 or a column
    pin_pair,         ///< row `at` and its pin are a pair
    pin_capacity,     ///< column `at` has no more pins than its capacity
    pin_count,        ///< there are no more than `AssignOptions::exactly` pins; `at` is how many there are
    row_key_size,     ///< one key a row
    column_key_size,  ///< one key a column
    no_overflow,      ///< sums of weights could overflow: see `first_fault`
    size_limit,  ///< at most 2^31 - 1 rows, as many columns, and, for the tie-break, 1,048,573 pairs chosen
};

/// Where an `AssignInput` breaks a rule.
struct AssignFault {
    AssignRule rule;
    std::uint64_t at = 0;  ///< as the rule says; of a `_size`, the size given; of the last two, 0 or a pair

    friend bool operator==(const AssignFault&, const AssignFault&) = default;
};

/// How an assignment ended.
enum class AssignStatus : std::uint8_t {
    optimal,     ///< the pairs are the best there are, and the certificate holds
    infeasible,  ///< `require_all` or `exactly` cannot hold: no pairs; `matched`: how many there can be
    stopped,     ///< the caller stopped it: no pairs
    refused,     ///< `faults` has something to say: no pairs
    failed,      ///< the certificate does not hold: our mistake, and nothing may be used
};

/// Prices of the rows and of the columns, for each unit of capacity.
struct Prices {
    std::vector<std::int64_t> row;
    std::vector<std::int64_t> column;
};

/// The answer to an `AssignInput`, with its proof.
///
/// With (n, p) = (`count_prices`, `prices`), compared in this order, and weights, `prices` and `each` taken
/// with the opposite sign when minimising: n.row + n.column, p.row + p.column is at least (`each_count`,
/// weight + `each`) on every pair, and equal on those chosen; no price is below (0, 0), and a row without a
/// column and a column with room have (0, 0). (`each_count`, `each`) is (1, 0) under most_pairs or
/// `require_all`, and (0, 0) under best_total, where all of `count_prices` is 0 as well. With `exactly` it is
/// whatever makes so many pairs the best: no assignment with as many has a better total. Pinned pairs are
/// taken out before: their rows, and columns that they fill, have price (0, 0) and need not keep the rule on
/// other pairs.
struct Assignment {
    AssignStatus status = AssignStatus::refused;
    std::vector<AssignFault> faults;           ///< of status refused: every one
    std::vector<std::uint32_t> column_of_row;  ///< or `Solution::unassigned`
    std::size_t matched = 0;                   ///< rows with a column
    std::int64_t total = 0;                    ///< of the weights of the pairs, in the caller's sign
    std::vector<std::int64_t> bound;           ///< of status stopped, as far as known: see `Solution::bound`
    Prices count_prices;                       ///< of the number of pairs
    Prices prices;                             ///< of the total
    std::int64_t each_count = 0;  ///< what each pair counts beside its weight, towards the number
    std::int64_t each = 0;        ///< the same towards the total
};

/// The best assignment of `input`, exact in integers and unique but for equal sums of ties: see `solve`.
/// Throws nothing but std::bad_alloc: what is wrong with `input` is in `faults`, all of it at once.
/// O(rows + columns + pairs log(longest row)) beside `solve`. Method: docs/methods/assignment.md.
[[nodiscard]] Assignment assign(const AssignInput& input, const AssignOptions& options,
                                const KeepGoing& keep_going = {});

}  // namespace befriend
