#include "assignment/streamed/leading_tiers.hpp"

#include <algorithm>
#include <utility>

namespace befriend::certificate {
namespace {

// Of duals less what their nodes count.
Wide largest_size(std::span<const std::int64_t> duals, std::int64_t each,
                  std::span<const std::int64_t> weights)
{
    Wide largest = 0;
    for (std::size_t at = 0; at < duals.size(); ++at) {
        const Wide reduced = Wide{duals[at]} - each - part(weights, at);
        largest = std::max(largest, reduced < 0 ? -reduced : reduced);
    }
    return largest;
}

// The least b with 2 S + 1 < 2^b.
unsigned bits_for(Wide largest)
{
    unsigned bits = 0;
    for (Wide states = 2 * largest + 1; states > 0; states /= 2)
        ++bits;
    return bits;
}

}  // namespace

// Compiles to vector instructions.
Extremes extremes_of(std::span<const std::int64_t> weights)
{
    if (weights.empty()) return {};
    Extremes found{weights.front(), weights.front()};
    for (const std::int64_t weight : weights) {
        found.least = weight < found.least ? weight : found.least;
        found.most = weight > found.most ? weight : found.most;
    }
    return found;
}

ReducedColumns::ReducedColumns(const StreamedProblem& problem, const Solution& solution)
{
    for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
        const auto of_column = problem.tiers[tier].column;
        std::vector<std::uint64_t> reduced(problem.columns());
        for (std::size_t column = 0; column < reduced.size(); ++column)
            reduced[column] = wrapped(solution.duals[tier].column[column]) - wrapped(part(of_column, column));
        dual.push_back(std::move(reduced));
        weights.push_back(extremes_of(of_column));
    }
}

LeadingTiers::LeadingTiers(const StreamedProblem& problem, const Solution& solution,
                           const ReducedColumns& columns)
    : of_column(problem.columns())
{
    for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
        const StreamedTier& parts = problem.tiers[tier];
        const TierDuals& duals = solution.duals[tier];
        const Wide of_columns = largest_size(duals.column, 0, parts.column);
        if (parts.edge) {
            weighed = tier;
            most_beside_columns = (Wide{1} << (bits_left_ - 1)) - 1 - of_columns;
            add(tier, bits_left_, columns);
            return;
        }
        const unsigned bits = bits_for(largest_size(duals.row, parts.each, parts.row) + of_columns);
        if (bits >= bits_left_) return;
        add(tier, bits, columns);
    }
}

void LeadingTiers::add(std::size_t tier, unsigned bits, const ReducedColumns& columns)
{
    bits_left_ -= bits;
    shift.push_back(bits_left_);
    for (std::size_t column = 0; column < of_column.size(); ++column)
        of_column[column] += columns.dual[tier][column] << bits_left_;
}

}  // namespace befriend::certificate
