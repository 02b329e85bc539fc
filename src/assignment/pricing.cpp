// Pricing: is any pair, in the core or not, heavier than the sum of its duals?
//
// The source is read row by row. A block of rows is priced at the duals as they stand; then every row with
// violators gets the worst of them into the core and is put in again (warm_assignment.cpp), and the next
// block sees the new duals. Nothing is ever solved from scratch: duals that prove an assignment best are not
// unique, and a new solve moves them all, so that pairs violate that did not before.
//
// A pair that was found in order stays so while the duals of its row and its column do not fall. So after a
// pass only the rows whose dual has fallen since they were read are read again; and if the dual of a column
// has fallen, whose rows nobody knows, another pass over everything follows. When neither is left, no pair
// violates.
//
// It ends: a violator is not in the core, whose pairs are all in order, and each row that has any gets at
// least one of them; there are no more than all pairs. A pass is O(pairs * tiers), nearly all of it in plain
// loops. V. Chvatal, "Linear Programming" (1983), chapter 13 (delayed column generation).

#include "assignment/pricing.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace befriend {

Pricing::Pricing(const StreamedProblem& problem, const WeightRanges& ranges, Core& core,
                 WarmAssignment& assignment, const StreamLimits& limits, Watch& watch)
    : problem_(problem),
      ranges_(ranges),
      core_(core),
      assignment_(assignment),
      limits_(limits),
      watch_(watch),
      edge_tiers_(tiers_with_edges(problem)),
      without_places_(std::find(problem.capacity.begin(), problem.capacity.end(), 0) !=
                      problem.capacity.end()),
      packed_(problem, ranges, assignment),
      reader_(problem, [this](std::uint32_t row, const PairBatch& batch) { see(row, batch); })
{
}

void Pricing::settle()
{
    std::vector<std::uint32_t> all(problem_.rows);
    std::iota(all.begin(), all.end(), 0U);
    for (std::size_t falls = 0; passes_ == 0 || falls != assignment_.falls_of_columns();) {
        falls = assignment_.falls_of_columns();
        ++passes_;
        for (std::vector<std::uint32_t> rows = all; !rows.empty();) {
            price(rows);
            if (is_over()) return;
            std::erase_if(rows = all, [&](std::uint32_t row) { return !assignment_.has_fallen(row); });
        }
    }
}

void Pricing::price(std::span<const std::uint32_t> rows)
{
    while (!rows.empty() && !is_over()) {
        const std::size_t block = std::min(rows.size(), limits_.rows_between);
        price_block(rows.first(block));
        rows = rows.subspan(block);
    }
}

void Pricing::price_block(std::span<const std::uint32_t> rows)
{
    packed_.pack(rows);
    violated_.clear();
    for (const std::uint32_t row : rows) {
        assignment_.forget_fall(row);
        watch_.worked(reader_.read(row) + 1);
        if (is_over()) return;
        if (!violated_.empty() && violated_.back().row == row) keep_worst(violated_.back());
    }
    for (const ViolatedRow& of : violated_) {
        repair(of);
        if (is_over()) return;
    }
}

void Pricing::see(std::uint32_t row, const PairBatch& batch)
{
    const std::size_t pairs = batch.column.size();
    if (slack_.size() < pairs) slack_.resize(pairs);
    packed_.find_slacks(row, batch, slack_.data());
    if (without_places_) {
        for (std::size_t at = 0; at < pairs; ++at) {
            if (problem_.capacity[batch.column[at]] > 0) continue;
            price_without_places(row, batch, at);
            slack_[at] = 1;
        }
    }
    constexpr std::size_t together = 64;
    for (std::size_t begin = 0; begin < pairs; begin += together) {
        const std::size_t end = std::min(pairs, begin + together);
        bool any = false;
        for (std::size_t at = begin; at < end; ++at)
            any |= slack_[at] <= 0;
        if (!any) continue;
        for (std::size_t at = begin; at < end; ++at)
            if (slack_[at] <= 0) look_at(row, batch, at);
    }
}

// A column of capacity 0 is in no core. Its dual only has to be large enough.
void Pricing::price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    const Violator pair{batch.column[at], core_.weight(row, batch, at), {}};
    if (!violates(row, pair)) return;
    changed_ = changed_ || !ranges_.have_seen(row, batch, at);
    if (!changed_) assignment_.raise_column(pair.column, pair.weight - assignment_.row_dual(row));
}

// The leading tiers do not clear this pair.
void Pricing::look_at(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    Violator pair{batch.column[at], core_.weight(row, batch, at), {}};
    if (!violates(row, pair)) return;
    if (!ranges_.have_seen(row, batch, at)) {
        changed_ = true;
        return;
    }
    for (const std::size_t tier : edge_tiers_)
        pair.of_edge.push_back(batch.weight[tier][at]);
    if (violated_.empty() || violated_.back().row != row) violated_.push_back({row, {}});
    violated_.back().pairs.push_back(std::move(pair));
}

bool Pricing::violates(std::uint32_t row, const Violator& pair) const
{
    return assignment_.row_dual(row) + assignment_.column_dual(pair.column) < pair.weight;
}

void Pricing::keep_worst(ViolatedRow& of) const
{
    if (of.pairs.size() <= limits_.most_added) return;
    const auto excess = [&](const Violator& pair) {
        return pair.weight - assignment_.column_dual(pair.column);
    };
    std::sort(of.pairs.begin(), of.pairs.end(), [&](const Violator& a, const Violator& b) {
        const auto order = excess(a) <=> excess(b);
        return order != 0 ? order > 0 : a.column < b.column;
    });
    of.pairs.resize(limits_.most_added);
}

// Repairs of rows before this one may have settled some of its violators. The others are in the core from
// here on.
void Pricing::repair(const ViolatedRow& of)
{
    bool any = false;
    for (const Violator& pair : of.pairs) {
        if (!violates(of.row, pair)) continue;
        // What is in the core is in order, so this is not what the source said of the pair before.
        changed_ = changed_ || core_.has(of.row, pair.column);
        if (changed_) return;
        core_.add(of.row, pair.column, pair.of_edge);
        any = true;
    }
    if (any) assignment_.insert_anew(of.row);
}

}  // namespace befriend
