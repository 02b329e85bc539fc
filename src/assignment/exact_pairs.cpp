#include "assignment/exact_pairs.hpp"

#include "assignment/weights.hpp"

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t steps_of_tie = 8;

}  // namespace

ExactPairs::ExactPairs(const Problem& asked, std::size_t pairs, Watch& watch)
    : ties_(asked.ties),
      costs_(asked.tiers.front().costs),
      away_(static_cast<std::uint32_t>(asked.columns())),
      capacity_(asked.capacity.begin(), asked.capacity.end()),
      staying_away_(asked.columns(), 0)
{
    capacity_.push_back(static_cast<std::int32_t>(asked.rows() - pairs));
    staying_away_.push_back(1);
    add_rows(asked, watch);
    if (ties_) add_ties(asked, watch);
}

void ExactPairs::add_rows(const Problem& asked, Watch& watch)
{
    const auto weight = asked.tiers.front().edge;
    column_.reserve(asked.edges() + asked.rows());
    weight_.reserve(asked.edges() + asked.rows());
    row_begin_.push_back(0);
    for (std::size_t row = 0; row < asked.rows() && !watch.stopped(); ++row) {
        const auto begin = static_cast<std::ptrdiff_t>(asked.row_begin[row]);
        const auto end = static_cast<std::ptrdiff_t>(asked.row_begin[row + 1]);
        column_.insert(column_.end(), asked.column.begin() + begin, asked.column.begin() + end);
        weight_.insert(weight_.end(), weight.begin() + begin, weight.begin() + end);
        column_.push_back(away_);
        weight_.push_back(0);
        watch.worked(column_.size() - row_begin_.back());
        row_begin_.push_back(column_.size());
    }
}

void ExactPairs::add_ties(const Problem& asked, Watch& watch)
{
    const TierWeights ties(asked, asked.tiers.size());
    tie_.reserve(column_.size());
    for (std::uint32_t row = 0; row < asked.rows() && !watch.stopped(); ++row) {
        watch.worked(steps_of_tie * (asked.row_begin[row + 1] - asked.row_begin[row]));
        for (std::uint64_t edge = asked.row_begin[row]; edge < asked.row_begin[row + 1]; ++edge)
            tie_.push_back(ties.of(row, asked.column[edge], edge));
        tie_.push_back(0);
    }
}

Problem ExactPairs::problem() const
{
    Problem problem;
    problem.row_begin = row_begin_;
    problem.column = column_;
    problem.capacity = capacity_;
    problem.tiers.push_back({1, {}, staying_away_, {}});
    problem.tiers.push_back({0, {}, {}, weight_, costs_});
    if (ties_) problem.tiers.push_back({0, {}, {}, tie_});
    problem.ties = false;
    return problem;
}

void ExactPairs::put_back(std::vector<std::uint32_t>& column_of_row) const
{
    std::replace(column_of_row.begin(), column_of_row.end(), away_, Solution::unassigned);
}

PairPrices ExactPairs::put_back(std::vector<TierDuals>&& duals)
{
    PairPrices prices{0, 0, std::move(duals[0]), std::move(duals[1])};
    const auto take_out_of = [](TierDuals& tier, std::int64_t staying_away) {
        const std::int64_t price = tier.column.back();
        tier.column.pop_back();
        for (std::int64_t& row : tier.row)
            row += price - staying_away;
        return price;
    };
    prices.each_count = take_out_of(prices.count, 2) - 1;
    prices.each = take_out_of(prices.total, 0);
    return prices;
}

}  // namespace befriend
