#pragma once

#include <befriend/assignment/problem.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <span>

namespace befriend {

/// Some pairs of one row: their columns, and for each tier that asks for them the weights of the pairs.
///
/// The arrays belong to the source and need to live no longer than the call that hands them over.
struct PairBatch {
    std::span<const std::uint32_t> column;  ///< ascending, no repeats
    std::array<std::span<const std::int64_t>, Problem::most_tiers> weight =
        {};  ///< by tier: one weight a pair if `StreamedTier::edge`, else empty
};

/// Takes the pairs of a row, batch by batch.
using TakePairs = std::function<void(const PairBatch&)>;

/// The pairs of an assignment problem, found anew whenever they are asked for, so that nobody stores them
/// all.
///
/// Whoever solves or checks a `StreamedProblem` asks for every row several times, in any order, and from
/// several threads at once if `StreamedProblem::threads` says so. An exception from here reaches whoever
/// called `solve`.
class PairSource {
public:
    virtual ~PairSource() = default;

    /// Hands all pairs of `row` to `take`, in batches of any size with columns ascending from one to the
    /// next; some hundreds of pairs a batch are best. Every call with the same row says the same, in however
    /// many batches. Called before this returns, on the same thread.
    virtual void pairs_of(std::uint32_t row, const TakePairs& take) const = 0;

protected:
    PairSource() = default;
    PairSource(const PairSource&) = default;
    PairSource& operator=(const PairSource&) = default;
};

}  // namespace befriend
