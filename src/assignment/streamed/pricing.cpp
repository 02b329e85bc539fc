// Pricing: is any pair, in the core or not, heavier than the sum of its duals?
//
// The source is read row by row. A block of rows is priced at the duals as they stand; then every row with
// violators gets the worst of them into the core and is put in again (warm_assignment.cpp), and the next
// block sees the new duals.
// Late in the work nothing is solved from scratch: duals that prove an assignment best are not
// unique, and a new solve moves them all, so that pairs violate that did not before.
//
// Where the core was a poor choice there are too many repairs, and the later ones take long. After as many
// steps as a solve of the core takes, the rest of a first pass only collects pairs, and the core is solved
// anew: once or twice at the beginning, when duals are far from what they will be in any case.
//
// Repairs let duals fall a little, and pairs that were nearly violating may then do so. So these join the
// core at once: few pairs are near, and nearly always none is left to violate after the first pass.
//
// A pair that was found in order stays so while the duals of its row and its column do not fall. So after a
// pass the rows whose dual has fallen since they were read are read again. If the dual of a column has
// fallen, whose rows nobody knows, then only another pass over everything can tell: the next one, or the
// check of the answer.
//
// It ends: a violator is not in the core, whose pairs are all in order, and each row that has any gets at
// least one of them; there are no more than all pairs. A pass is O(pairs * tiers), nearly all of it in plain
// loops. V. Chvatal, "Linear Programming" (1983), chapter 13 (delayed column generation).

#include "assignment/streamed/pricing.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
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

void Pricing::pass()
{
    falls_before_ = assignment_.falls_of_columns();
    std::vector<std::uint32_t> rows(problem_.rows);
    std::iota(rows.begin(), rows.end(), 0U);
    if (!std::exchange(has_margin_, true)) choose_margin(rows);
    while (!rows.empty()) {
        price(rows);
        if (is_over() || collects_) return;
        rows.resize(problem_.rows);
        std::iota(rows.begin(), rows.end(), 0U);
        std::erase_if(rows, [&](std::uint32_t row) { return !assignment_.has_fallen(row); });
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
    found_.clear();
    for (const std::uint32_t row : rows) {
        assignment_.forget_fall(row);
        watch_.worked(reader_.read(row) + 1);
        if (is_over()) return;
        if (!found_.empty() && found_.back().row == row) keep_worst(found_.back());
    }
    for (const FoundInRow& of : found_) {
        repair(of);
        if (is_over()) return;
    }
}

// How near a pair may be to violating before it joins the core: so near that of some rows, evenly spaced, no
// more than `most_near` pairs a row are.
void Pricing::choose_margin(std::span<const std::uint32_t> rows)
{
    constexpr std::size_t most_rows = 256;
    std::vector<std::uint32_t> sample;
    for (std::size_t at = 0; at < rows.size(); at += rows.size() / most_rows + 1)
        sample.push_back(rows[at]);
    packed_.pack(sample);
    std::array<std::size_t, 64> near{};  // pairs by the bits of their slack
    SourceReader reader(problem_, [&](std::uint32_t row, const PairBatch& batch) {
        for (const std::int64_t slack : find_slacks(row, batch))
            if (slack >= 0)
                ++near[static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(slack)))];
    });
    for (const std::uint32_t row : sample)
        watch_.worked(reader.read(row) + 1);
    std::size_t sum = 0;
    for (std::size_t bits = 0; bits < 62; ++bits) {
        sum += near[bits];
        if (sum > limits_.most_near * sample.size()) break;
        margin_ = (std::int64_t{1} << bits) - 1;
    }
}

std::span<std::int64_t> Pricing::find_slacks(std::uint32_t row, const PairBatch& batch)
{
    if (slack_.size() < batch.column.size()) slack_.resize(batch.column.size());
    packed_.find_slacks(row, batch, slack_.data());
    return std::span(slack_).first(batch.column.size());
}

void Pricing::see(std::uint32_t row, const PairBatch& batch)
{
    const std::span<std::int64_t> slack = find_slacks(row, batch);
    if (without_places_) {
        for (std::size_t at = 0; at < slack.size(); ++at) {
            if (problem_.capacity[batch.column[at]] > 0) continue;
            price_without_places(row, batch, at);
            slack[at] = std::numeric_limits<std::int64_t>::max();
        }
    }
    const std::int64_t most = std::max<std::int64_t>(margin_, 0);
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
void Pricing::price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    const Found pair{batch.column[at], core_.weight(row, batch, at), {}};
    if (!violates(row, pair)) return;
    changed_ = changed_ || !ranges_.have_seen(row, batch, at);
    if (!changed_) assignment_.raise_column(pair.column, pair.weight - assignment_.row_dual(row));
}

// The leading tiers do not clear this pair, or not by far.
void Pricing::look_at(std::uint32_t row, const PairBatch& batch, std::size_t at)
{
    Found pair{batch.column[at], core_.weight(row, batch, at), {}};
    if (!violates(row, pair) && (slack_[at] > margin_ || core_.has(row, pair.column))) return;
    if (!ranges_.have_seen(row, batch, at)) {
        changed_ = true;
        return;
    }
    for (const std::size_t tier : edge_tiers_)
        pair.of_edge.push_back(batch.weight[tier][at]);
    if (found_.empty() || found_.back().row != row) found_.push_back({row, {}});
    found_.back().pairs.push_back(std::move(pair));
}

bool Pricing::violates(std::uint32_t row, const Found& pair) const
{
    return assignment_.row_dual(row) + assignment_.column_dual(pair.column) < pair.weight;
}

void Pricing::keep_worst(FoundInRow& of) const
{
    if (of.pairs.size() <= limits_.most_added) return;
    const auto excess = [&](const Found& pair) { return pair.weight - assignment_.column_dual(pair.column); };
    std::sort(of.pairs.begin(), of.pairs.end(), [&](const Found& a, const Found& b) {
        const auto order = excess(a) <=> excess(b);
        return order != 0 ? order > 0 : a.column < b.column;
    });
    of.pairs.resize(limits_.most_added);
}

// Repairs of rows before this one may have settled some of its violators, or made some of those that were
// near. All are in the core from here on.
void Pricing::repair(const FoundInRow& of)
{
    bool any = false;
    for (const Found& pair : of.pairs) {
        any = any || violates(of.row, pair);
        // A violator that is in the core is not what the source said of this pair before.
        changed_ = changed_ || core_.has(of.row, pair.column);
        if (changed_) return;
        core_.add(of.row, pair.column, pair.of_edge);
    }
    if (any && !collects_) assignment_.insert_anew(of.row);
    collects_ = collects_ || (may_collect_ && assignment_.steps() > limits_.most_steps * core_.edges());
}

}  // namespace befriend
