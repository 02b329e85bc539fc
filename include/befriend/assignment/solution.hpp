#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace befriend {

/// How a solve ended.
enum class SolveStatus : std::uint8_t {
    optimal,  ///< the pairs are the best there are, and the certificate holds
    stopped,  ///< the caller stopped it: a bound, no pairs
    refused,  ///< `first_fault` has something to say: no pairs, no bound
    failed,   ///< the certificate does not hold: our mistake, and nothing of the answer may be used
};

/// Prices of one tier, in the tier's own unit.
struct TierDuals {
    std::vector<std::int64_t> row;     ///< one a row
    std::vector<std::int64_t> column;  ///< one a column, for each unit of its capacity
};

/// The answer to a `Problem`, with its proof.
///
/// `duals`, `value` and `bound` have one entry a tier and one more, the last, for `ties` unless it is turned
/// off. Read across the tiers, a row's duals are one number compared lexicographically, and so are a
/// column's: `first_violation` states the conditions that prove the pairs optimal.
struct Solution {
    static constexpr std::uint32_t unassigned = std::numeric_limits<std::uint32_t>::max();

    SolveStatus status = SolveStatus::refused;
    std::vector<std::uint32_t> column_of_row;  ///< or `unassigned`
    std::vector<TierDuals> duals;
    std::vector<std::int64_t> value;  ///< what the pairs sum to, tier by tier
    std::vector<std::int64_t> bound;  ///< no assignment has a larger value; equal when optimal
};

}  // namespace befriend
