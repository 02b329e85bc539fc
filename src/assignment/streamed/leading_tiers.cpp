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

// What is left of 64 bits goes to the tiers with weights of pairs.
LeadingTiers::LeadingTiers(const StreamedProblem& problem, const Solution& solution,
                           const ReducedColumns& columns)
    : of_column(problem.columns())
{
    std::vector<Wide> of_nodes;
    std::vector<unsigned> bits;
    unsigned left = 64;
    unsigned weighed = 0;
    for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
        const StreamedTier& parts = problem.tiers[tier];
        const TierDuals& duals = solution.duals[tier];
        const Wide largest =
            largest_size(duals.row, parts.each, parts.row) + largest_size(duals.column, 0, parts.column);
        const unsigned needed = bits_for(parts.edge ? 2 * largest + 1 : largest);
        if (needed > left) break;
        left -= needed;
        weighed += parts.edge ? 1 : 0;
        of_nodes.push_back(largest);
        bits.push_back(needed);
    }
    shift.resize(bits.size());
    most_weight.resize(bits.size());
    unsigned sum = 0;
    for (std::size_t tier = bits.size(); tier-- > 0;) {
        if (problem.tiers[tier].edge) bits[tier] += left / weighed;
        shift[tier] = sum;
        sum += bits[tier];
        most_weight[tier] = (Wide{1} << (bits[tier] - 1)) - 1 - of_nodes[tier];
        for (std::size_t column = 0; column < of_column.size(); ++column)
            of_column[column] += columns.dual[tier][column] << shift[tier];
    }
}

}  // namespace befriend::certificate
