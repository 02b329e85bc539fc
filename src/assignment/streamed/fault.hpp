#pragma once

#include "assignment/fault.hpp"
#include <befriend/assignment/streamed_problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace befriend {

/// A streamed problem without its pairs, as a stored one: for whatever does not depend on pairs.
class Frame {
public:
    /// Borrows the arrays of `problem`. O(rows) memory.
    explicit Frame(const StreamedProblem& problem);
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    Problem problem;

private:
    std::vector<std::uint64_t> row_begin_;
};

/// The first rule that a streamed problem breaks whatever its pairs.
[[nodiscard]] std::optional<ProblemFault> fault_beside_pairs(const StreamedProblem& problem);

/// The smallest and the largest weights that a source has given.
class WeightRanges {
public:
    /// From `least` to `most`, or nothing yet.
    struct Range {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        std::int64_t most = std::numeric_limits<std::int64_t>::min();
    };

    /// Borrows `problem`.
    explicit WeightRanges(const StreamedProblem& problem) : problem_(problem) {}

    void see(std::uint32_t row, const PairBatch& batch);

    /// What `other` has seen of the same problem.
    void add(const WeightRanges& other);

    /// Whether pair `at` of a batch is within what was seen before.
    [[nodiscard]] bool have_seen(std::uint32_t row, const PairBatch& batch, std::size_t at) const;

    /// Of the weights that the source itself gives in a tier.
    [[nodiscard]] const Range& of_edges(std::size_t tier) const { return edge_[tier]; }

    /// The largest that a pair counts in a tier, or 0.
    [[nodiscard]] WideSum largest(std::size_t tier) const { return largest_[tier]; }

    /// As for a stored problem with the pairs seen.
    [[nodiscard]] std::optional<ProblemFault> overflow_fault() const;

private:
    [[nodiscard]] WideSum weight_of_row(std::size_t tier, std::uint32_t row) const;
    [[nodiscard]] WideSum sum(std::size_t tier, std::uint32_t row, const PairBatch& batch,
                              std::size_t at) const;

    const StreamedProblem& problem_;
    bool any_ = false;
    std::array<Range, Problem::most_tiers> edge_;
    std::array<WideSum, Problem::most_tiers> smallest_{};  // of whole weights, with 0 among them
    std::array<WideSum, Problem::most_tiers> largest_{};
};

}  // namespace befriend
