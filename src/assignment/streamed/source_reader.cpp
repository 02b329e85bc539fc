#include "assignment/streamed/source_reader.hpp"

#include "parallel/fork_join.hpp"

#include <utility>

namespace befriend {
namespace {

// Without a way out of the loop, so that it compiles to vector instructions.
bool ascend(std::span<const std::uint32_t> columns)
{
    std::uint32_t falls = 0;
    for (std::size_t at = 1; at < columns.size(); ++at)
        falls |= static_cast<std::uint32_t>(columns[at - 1] >= columns[at]);
    return falls == 0;
}

}  // namespace

std::size_t reading_threads(const StreamedProblem& problem)
{
    return parallel::parts_of(problem.rows, {.threads = problem.threads}).size();
}

SourceReader::SourceReader(const StreamedProblem& problem, Take take)
    : problem_(problem), take_(std::move(take)), hand_on_([this](const PairBatch& batch) { hand_on(batch); })
{
}

std::size_t SourceReader::read(std::uint32_t row)
{
    row_ = row;
    pairs_ = 0;
    problem_.source.pairs_of(row, hand_on_);
    return pairs_;
}

void SourceReader::hand_on(const PairBatch& batch)
{
    if (fault_) return;
    if (const auto rule = broken_rule(batch)) {
        fault_ = ProblemFault{*rule, row_};
        return;
    }
    if (batch.column.empty()) return;
    pairs_ += batch.column.size();
    last_column_ = batch.column.back();
    take_(row_, batch);
}

std::optional<ProblemRule> SourceReader::broken_rule(const PairBatch& batch) const
{
    const std::size_t pairs = batch.column.size();
    for (std::size_t tier = 0; tier < Problem::most_tiers; ++tier) {
        const bool asked = tier < problem_.tiers.size() && problem_.tiers[tier].edge;
        if (batch.weight[tier].size() != (asked ? pairs : 0)) return ProblemRule::weights_agree;
    }
    if (pairs == 0) return {};
    if (!ascend(batch.column) || (pairs_ > 0 && batch.column.front() <= last_column_))
        return ProblemRule::columns_ascend;
    if (batch.column.back() >= problem_.columns()) return ProblemRule::column_exists;
    return {};
}

}  // namespace befriend
