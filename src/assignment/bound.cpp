// What is left for somebody who has stopped a solve: no assignment counts more than this.

#include "assignment/bound.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace befriend {
namespace {

constexpr WideSum below_overflow = WideSum{1} << 60;  // what no sum of weights reaches: see fault.cpp
constexpr std::size_t most_looked_at = std::size_t{1} << 21;

WideSum most_pairs(const Problem& problem)
{
    WideSum places = 0;
    for (const std::int32_t capacity : problem.capacity)
        places += capacity;
    return std::min<WideSum>(problem.rows(), places);
}

// `largest(tier)` is no smaller than any weight.
template <typename Largest>
std::vector<std::int64_t> bounds(const Problem& problem, Largest largest)
{
    const WideSum pairs = most_pairs(problem);
    std::vector<std::int64_t> bounds;
    for (std::size_t tier = 0; tier < tiers_with_ties(problem); ++tier) {
        const WideSum weight =
            tier < problem.tiers.size() ? std::max<WideSum>(largest(tier), 0) : tie_spread - 1;
        bounds.push_back(static_cast<std::int64_t>(std::min(pairs * weight, below_overflow)));
    }
    return bounds;
}

}  // namespace

std::vector<std::int64_t> bounds_by_weights(const Problem& problem, const CheckedProblem& checked)
{
    return bounds(problem, [&](std::size_t tier) { return checked.weights[tier].most; });
}

std::vector<std::int64_t> bounds_of_unchecked(const Problem& problem)
{
    return bounds(problem, [&](std::size_t tier) {
        const Tier& parts = problem.tiers[tier];
        const bool is_known = parts.row.empty() && parts.column.empty() && parts.edge.empty();
        return is_known ? WideSum{parts.each} : below_overflow;
    });
}

template <typename Lists>
void price_rows(const Graph<Lists>& graph, bool flat, Nodes& rows, const Nodes& columns)
{
    constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();
    std::int64_t least_price = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t price : columns.dual)
        least_price = std::min(least_price, price);
    const std::int64_t largest = flat ? 0 : graph.largest;
    std::size_t looked_at = 0;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        std::int64_t best = rows.must[row] && graph.rows.degree(row) > 0 ? none : rows.reserve[row];
        if (looked_at < most_looked_at) {
            graph.rows.visit_all(row, [&](const auto& offer) {
                const std::int64_t weight = flat ? 0 : largest - static_cast<std::int64_t>(offer.cost);
                best = std::max(best, weight - columns.dual[offer.node]);
            });
            looked_at += graph.rows.degree(row);
        } else if (graph.rows.degree(row) > 0) {
            best = std::max(best, largest - least_price);
        }
        rows.dual[row] = best;
    }
}

WideSum bound_by_duals(const Nodes& rows, const Nodes& columns)
{
    WideSum bound = 0;
    for (std::size_t row = 0; row < rows.size(); ++row)
        bound += WideSum{rows.dual[row]} - rows.reserve[row];
    for (std::size_t column = 0; column < columns.size(); ++column)
        bound +=
            WideSum{columns.capacity[column]} * (WideSum{columns.dual[column]} - columns.reserve[column]);
    return bound;
}

template void price_rows(const Graph<Offers32>&, bool, Nodes&, const Nodes&);
template void price_rows(const Graph<Offers64>&, bool, Nodes&, const Nodes&);
template void price_rows(const Graph<Matrix>&, bool, Nodes&, const Nodes&);

}  // namespace befriend
