#pragma once

#include "assignment/streamed/fault.hpp"
#include "assignment/streamed/warm_assignment.hpp"
#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// Duals in the leading tiers, packed into one number a node, so that the sign of a slack takes one sum.
///
/// Tier after tier is given as many bits as its slack can need, as long as 64 do. `ties` is never among them.
class PackedDuals {
public:
    /// Borrows all.
    PackedDuals(const StreamedProblem& problem, const WeightRanges& ranges, const WarmAssignment& assignment);

    /// Packs the duals of all columns, and of these rows, as they are now.
    void pack(std::span<const std::uint32_t> rows);

    /// The packed slacks of a batch of pairs of one of these rows, into `slack`, as long as the weights are
    /// within their ranges: below 0 where a pair violates, above 0 where it does not, 0 where later tiers
    /// decide.
    void find_slacks(std::uint32_t row, const PairBatch& batch, std::int64_t* slack) const;

    /// What a difference of duals is in such slacks.
    [[nodiscard]] WideSum packed(const VectorWeight& difference) const;

private:
    [[nodiscard]] WideSum largest_slack(std::size_t tier, std::span<const std::uint32_t> rows) const;
    void choose_shifts(std::span<const std::uint32_t> rows);

    const StreamedProblem& problem_;
    const WeightRanges& ranges_;
    const WarmAssignment& assignment_;
    std::vector<unsigned> shift_;  // of each packed tier
    std::vector<std::uint64_t> column_;
};

}  // namespace befriend
