#pragma once

#include <befriend/assignment/pair_source.hpp>
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/streamed_problem.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace befriend::test {

/// The pairs of a stored problem as a source, in batches of a size of one's own.
class StoredSource : public PairSource {
public:
    StoredSource(const Problem& problem, std::size_t batch) : problem_(problem), batch_(batch) {}

    void pairs_of(std::uint32_t row, const TakePairs& take) const override
    {
        ++asked;
        const std::uint64_t end = problem_.row_begin[row + 1];
        for (std::uint64_t begin = problem_.row_begin[row]; begin < end; begin += batch_) {
            const std::size_t size = std::min<std::uint64_t>(batch_, end - begin);
            PairBatch batch{problem_.column.subspan(begin, size)};
            for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier)
                if (!problem_.tiers[tier].edge.empty())
                    batch.weight[tier] = problem_.tiers[tier].edge.subspan(begin, size);
            take(batch);
        }
    }

    mutable std::atomic<std::size_t> asked = 0;  ///< for how many rows

private:
    const Problem& problem_;
    std::size_t batch_;
};

/// The same problem as a streamed one, whose pairs come from `source`.
[[nodiscard]] inline StreamedProblem streamed(const Problem& problem, const PairSource& source)
{
    StreamedProblem made{source,          problem.rows(),     problem.capacity, {},
                         problem.row_key, problem.column_key, problem.ties};
    for (const Tier& tier : problem.tiers)
        made.tiers.push_back({tier.each, tier.row, tier.column, !tier.edge.empty()});
    return made;
}

}  // namespace befriend::test
