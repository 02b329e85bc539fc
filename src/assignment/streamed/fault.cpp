// What can be wrong with a streamed problem. What does not depend on pairs is asked of a stored problem
// without any; the rest takes one pass over the source, which a solve makes anyway while it chooses its core.

#include "assignment/streamed/fault.hpp"

#include "assignment/streamed/source_reader.hpp"
#include "parallel/first_end.hpp"

#include <algorithm>
#include <deque>
#include <span>

namespace befriend {
namespace {

// Compiles to vector instructions.
WeightRanges::Range range_of(std::span<const std::int64_t> weights)
{
    WeightRanges::Range range;
    for (const std::int64_t weight : weights) {
        range.least = weight < range.least ? weight : range.least;
        range.most = weight > range.most ? weight : range.most;
    }
    return range;
}

// What one thread reads.
struct Reading {
    explicit Reading(const StreamedProblem& problem)
        : ranges(problem),
          reader(problem, [this](std::uint32_t row, const PairBatch& batch) { ranges.see(row, batch); })
    {
    }

    WeightRanges ranges;
    SourceReader reader;
};

}  // namespace

Frame::Frame(const StreamedProblem& streamed) : row_begin_(streamed.rows + 1, 0)
{
    problem.row_begin = row_begin_;
    problem.capacity = streamed.capacity;
    for (const StreamedTier& tier : streamed.tiers)
        problem.tiers.push_back({tier.each, tier.row, tier.column, {}});
    problem.row_key = streamed.row_key;
    problem.column_key = streamed.column_key;
    problem.ties = streamed.ties;
}

std::optional<ProblemFault> fault_beside_pairs(const StreamedProblem& problem)
{
    if (problem.rows > most_nodes) return ProblemFault{ProblemRule::size_limit, problem.rows};
    return first_fault(Frame(problem).problem);
}

WideSum WeightRanges::weight_of_row(std::size_t tier, std::uint32_t row) const
{
    const StreamedTier& parts = problem_.tiers[tier];
    return WideSum{parts.each} + (parts.row.empty() ? 0 : parts.row[row]);
}

WideSum WeightRanges::sum(std::size_t tier, std::uint32_t row, const PairBatch& batch, std::size_t at) const
{
    const StreamedTier& parts = problem_.tiers[tier];
    return weight_of_row(tier, row) + (parts.column.empty() ? 0 : parts.column[batch.column[at]]) +
           (parts.edge ? batch.weight[tier][at] : 0);
}

void WeightRanges::see(std::uint32_t row, const PairBatch& batch)
{
    any_ = true;
    for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
        const StreamedTier& parts = problem_.tiers[tier];
        Range edges{0, 0};
        if (parts.edge) {
            edges = range_of(batch.weight[tier]);
            edge_[tier].least = std::min(edge_[tier].least, edges.least);
            edge_[tier].most = std::max(edge_[tier].most, edges.most);
        }
        const WideSum own = weight_of_row(tier, row);
        WideSum least = own + edges.least;
        WideSum most = own + edges.most;
        if (!parts.column.empty()) {
            least = most = sum(tier, row, batch, 0);
            for (std::size_t at = 1; at < batch.column.size(); ++at) {
                least = std::min(least, sum(tier, row, batch, at));
                most = std::max(most, sum(tier, row, batch, at));
            }
        }
        smallest_[tier] = std::min(smallest_[tier], least);
        largest_[tier] = std::max(largest_[tier], most);
    }
}

void WeightRanges::add(const WeightRanges& other)
{
    any_ = any_ || other.any_;
    for (std::size_t tier = 0; tier < Problem::most_tiers; ++tier) {
        edge_[tier].least = std::min(edge_[tier].least, other.edge_[tier].least);
        edge_[tier].most = std::max(edge_[tier].most, other.edge_[tier].most);
        smallest_[tier] = std::min(smallest_[tier], other.smallest_[tier]);
        largest_[tier] = std::max(largest_[tier], other.largest_[tier]);
    }
}

bool WeightRanges::have_seen(std::uint32_t row, const PairBatch& batch, std::size_t at) const
{
    for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
        const WideSum whole = sum(tier, row, batch, at);
        if (whole < smallest_[tier] || whole > largest_[tier]) return false;
        if (!problem_.tiers[tier].edge) continue;
        const std::int64_t own = batch.weight[tier][at];
        if (own < edge_[tier].least || own > edge_[tier].most) return false;
    }
    return true;
}

std::optional<ProblemFault> WeightRanges::overflow_fault() const
{
    if (!any_) return {};
    std::vector<WideSum> spreads;
    for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier)
        spreads.push_back(largest_[tier] - smallest_[tier]);
    if (problem_.ties) spreads.push_back(tie_spread);
    return befriend::overflow_fault(problem_.rows, problem_.capacity, spreads);
}

std::optional<ProblemFault> first_fault(const StreamedProblem& problem)
{
    if (const auto fault = fault_beside_pairs(problem)) return fault;
    std::deque<Reading> readings;
    while (readings.size() < reading_threads(problem))
        readings.emplace_back(problem);
    const std::size_t end = parallel::first_end(problem.rows, readings, [](Reading& of, std::size_t row) {
        of.reader.read(static_cast<std::uint32_t>(row));
        return !of.reader.fault();
    });
    WeightRanges ranges(problem);
    for (const Reading& of : readings) {
        if (of.reader.fault() && of.reader.fault()->at == end) return of.reader.fault();
        ranges.add(of.ranges);
    }
    return ranges.overflow_fault();
}

}  // namespace befriend
