// Which pairs of a row weigh more than the sum of their duals, or nearly so? While rows are read no dual
// changes, so what is found in a row does not depend on who reads it, and when.

#include "assignment/streamed/violators.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace befriend {

ViolatorFinder::ViolatorFinder(const CurrentPrices& prices, std::size_t most)
    : prices_(prices),
      most_(most),
      edge_tiers_(tiers_with_edges(prices.problem)),
      without_places_(std::find(prices.problem.capacity.begin(), prices.problem.capacity.end(), 0) !=
                      prices.problem.capacity.end()),
      reader_(prices.asked, [this](std::uint32_t row, const PairBatch& batch) { see(row, batch); })
{
}

std::size_t ViolatorFinder::read(std::uint32_t row)
{
    const std::size_t pairs = reader_.read(row);
    if (!found_.empty() && found_.back().row == row) keep_worst(found_.back());
    return pairs;
}

void ViolatorFinder::clear()
{
    found_.clear();
    least_.clear();
}

void ViolatorFinder::see(std::uint32_t row, const PairBatch& batch)
{
    if (slack_.size() < batch.column.size()) slack_.resize(batch.column.size());
    prices_.packed.find_slacks(row, batch, slack_.data());
    const std::span<std::int64_t> slack = std::span(slack_).first(batch.column.size());
    if (without_places_) {
        for (std::size_t at = 0; at < slack.size(); ++at) {
            if (prices_.problem.capacity[batch.column[at]] > 0) continue;
            price_without_places(row, batch, at);
            slack[at] = std::numeric_limits<std::int64_t>::max();
        }
    }
    const std::int64_t most = std::max<std::int64_t>(prices_.margin, 0);
    constexpr std::size_t together = 64;
    for (std::size_t begin = 0; begin < slack.size(); begin += together) {
        const std::size_t end = std::min(slack.size(), begin + together);
        std::uint32_t any = 0;
        for (std::size_t at = begin; at < end; ++at)
            any |= static_cast<std::uint32_t>(slack[at] <= most);
        if (any == 0) continue;
        for (std::size_t at = begin; at < end; ++at)
            if (slack[at] <= most) look_at(row, batch, at);
    }
}

// A column of capacity 0 is in no core. Its dual only has to be large enough.
void ViolatorFinder::price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    const std::uint32_t column = batch.column[at];
    const VectorWeight weight = prices_.core.weight(row, batch, at);
    if (!prices_.violates(row, column, weight)) return;
    changed_ = changed_ || !prices_.ranges.have_seen(row, batch, at);
    VectorWeight& least = least_[column];
    if (!changed_) least = std::max(least, weight - prices_.assignment.row_dual(row));
}

// The leading tiers do not clear this pair, or not by far.
void ViolatorFinder::look_at(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    FoundPair pair{batch.column[at], prices_.core.weight(row, batch, at), {}};
    if (!prices_.violates(row, pair.column, pair.weight) &&
        (slack_[at] > prices_.margin || prices_.core.has(row, pair.column)))
        return;
    if (!prices_.ranges.have_seen(row, batch, at)) {
        changed_ = true;
        return;
    }
    for (const std::size_t tier : edge_tiers_)
        pair.of_edge.push_back(batch.weight[tier][at]);
    if (found_.empty() || found_.back().row != row) found_.push_back({row, {}});
    found_.back().pairs.push_back(std::move(pair));
}

void ViolatorFinder::keep_worst(FoundInRow& of) const
{
    if (of.pairs.size() <= most_) return;
    const auto excess = [&](const FoundPair& pair) {
        return pair.weight - prices_.assignment.column_dual(pair.column);
    };
    std::sort(of.pairs.begin(), of.pairs.end(), [&](const FoundPair& a, const FoundPair& b) {
        const auto order = excess(a) <=> excess(b);
        return order != 0 ? order > 0 : a.column < b.column;
    });
    of.pairs.resize(most_);
}

}  // namespace befriend
