// Lexicographic order in one number. Say that |s_t| <= S_t for the slack of a pair in tier t, and give the
// tier b_t bits with 2 * S_t + 1 < 2^b_t. With s packed as the sum of s_t * 2^(bits of later tiers), the
// later tiers together are below half of what 1 counts in an earlier one; so the first tier that is not 0
// decides the sign. While the bits add up to at most 64 the sum fits a signed number; on the way it may wrap
// around.

#include "assignment/streamed/packed_duals.hpp"

#include <algorithm>

namespace befriend {
namespace {

WideSum size_of(WideSum value)
{
    return value < 0 ? -value : value;
}

std::int64_t part(std::span<const std::int64_t> weights, std::uint32_t node)
{
    return weights.empty() ? 0 : weights[node];
}

}  // namespace

PackedDuals::PackedDuals(const StreamedProblem& problem, const WeightRanges& ranges,
                         const WarmAssignment& assignment)
    : problem_(problem), ranges_(ranges), assignment_(assignment), column_(problem.columns())
{
}

// Of any pair of these rows.
WideSum PackedDuals::largest_slack(std::size_t tier, std::span<const std::uint32_t> rows) const
{
    const StreamedTier& parts = problem_.tiers[tier];
    WideSum of_row = 0;
    for (const std::uint32_t row : rows)
        of_row = std::max(of_row, size_of(WideSum{assignment_.row_dual(row).tier[tier]} - parts.each -
                                          part(parts.row, row)));
    WideSum of_column = 0;
    for (std::uint32_t column = 0; column < problem_.columns(); ++column)
        of_column = std::max(of_column, size_of(WideSum{assignment_.column_dual(column).tier[tier]} -
                                                part(parts.column, column)));
    const WeightRanges::Range edges = ranges_.of_edges(tier);
    const bool none = !parts.edge || edges.least > edges.most;
    const WideSum of_edge = none ? 0 : std::max(size_of(edges.least), size_of(edges.most));
    return of_row + of_column + of_edge;
}

void PackedDuals::choose_shifts(std::span<const std::uint32_t> rows)
{
    std::vector<unsigned> bits;
    unsigned sum = 0;
    for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
        unsigned needed = 1;
        for (WideSum states = 2 * largest_slack(tier, rows) + 1; states > 0; states /= 2)
            ++needed;
        if (sum + needed > 64) break;
        sum += needed;
        bits.push_back(needed);
    }
    shift_.assign(bits.size(), 0);
    for (std::size_t tier = bits.size(); tier-- > 1;)
        shift_[tier - 1] = shift_[tier] + bits[tier];
}

void PackedDuals::pack(std::span<const std::uint32_t> rows)
{
    choose_shifts(rows);
    std::fill(column_.begin(), column_.end(), 0);
    for (std::size_t tier = 0; tier < shift_.size(); ++tier) {
        const auto weights = problem_.tiers[tier].column;
        for (std::uint32_t column = 0; column < column_.size(); ++column) {
            const auto dual = static_cast<std::uint64_t>(assignment_.column_dual(column).tier[tier]);
            column_[column] += (dual - static_cast<std::uint64_t>(part(weights, column))) << shift_[tier];
        }
    }
}

WideSum PackedDuals::packed(const VectorWeight& difference) const
{
    WideSum sum = 0;
    for (std::size_t tier = 0; tier < shift_.size(); ++tier)
        sum += WideSum{difference.tier[tier]} * (WideSum{1} << shift_[tier]);
    return sum;
}

// Plain loops, which compile to vector instructions.
void PackedDuals::find_slacks(std::uint32_t row, const PairBatch& batch, std::int64_t* slack) const
{
    std::uint64_t of_row = 0;
    for (std::size_t tier = 0; tier < shift_.size(); ++tier) {
        const StreamedTier& parts = problem_.tiers[tier];
        const auto dual = static_cast<std::uint64_t>(assignment_.row_dual(row).tier[tier]);
        of_row +=
            (dual - static_cast<std::uint64_t>(parts.each) - static_cast<std::uint64_t>(part(parts.row, row)))
            << shift_[tier];
    }
    const std::size_t pairs = batch.column.size();
    const std::uint32_t* const column = batch.column.data();
    for (std::size_t at = 0; at < pairs; ++at)
        slack[at] = static_cast<std::int64_t>(of_row + column_[column[at]]);
    for (std::size_t tier = 0; tier < shift_.size(); ++tier) {
        if (!problem_.tiers[tier].edge) continue;
        const std::int64_t* const weight = batch.weight[tier].data();
        const unsigned shift = shift_[tier];
        for (std::size_t at = 0; at < pairs; ++at)
            slack[at] = static_cast<std::int64_t>(static_cast<std::uint64_t>(slack[at]) -
                                                  (static_cast<std::uint64_t>(weight[at]) << shift));
    }
}

}  // namespace befriend
