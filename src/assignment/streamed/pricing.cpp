// Pricing: is any pair, in the core or not, heavier than the sum of its duals?
//
// The source is read row by row. A block of rows is priced at the duals as they stand, on several threads if
// the problem allows it (violators.cpp); then every row with violators, one after the other, gets the worst
// of them into the core and is put in again (warm_assignment.cpp), and the next block sees the new duals.
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
// A pair that was found in order stays so while the duals of its row and its column do not fall, and outside
// the core it nearly always does while its row falls by no more than what counts as near. So after a pass the
// rows whose dual has fallen further since they were read are read again. If others have fallen, or the dual
// of a column, whose rows nobody knows, then only another pass over everything can tell: the next one, or the
// check of the answer.
//
// It ends: a violator is not in the core, whose pairs are all in order, and each row that has any gets at
// least one of them; there are no more than all pairs. A pass is O(pairs * tiers), nearly all of it in plain
// loops. V. Chvatal, "Linear Programming" (1983), chapter 13 (delayed column generation).

#include "assignment/streamed/pricing.hpp"

#include "assignment/streamed/source_reader.hpp"
#include "parallel/first_end.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <iterator>
#include <numeric>
#include <utility>

namespace befriend {

Pricing::Pricing(const StreamedProblem& problem, const StreamedProblem& kept, const WeightRanges& ranges,
                 Core& core, WarmAssignment& assignment, const StreamLimits& limits, Watch& watch)
    : problem_(problem),
      core_(core),
      assignment_(assignment),
      limits_(limits),
      watch_(watch),
      prices_{problem, kept, ranges, core, assignment, PackedDuals(kept, ranges, assignment)}
{
    while (finders_.size() < reading_threads(problem))
        finders_.emplace_back(prices_, limits.most_added);
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
        std::erase_if(rows, [&](std::uint32_t row) { return assignment_.fall(row) == VectorWeight{}; });
        const std::size_t fallen = rows.size();
        std::erase_if(rows, [&](std::uint32_t row) { return !has_fallen_far(row); });
        has_fallen_rows_ = rows.size() < fallen;
    }
}

// Pairs of a row that were near are in the core, so those that are not were further away than this.
bool Pricing::has_fallen_far(std::uint32_t row) const
{
    return prices_.packed.packed(assignment_.fall(row)) > prices_.margin;
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
    for (const std::uint32_t row : rows)
        assignment_.forget_fall(row);
    read(rows);
    if (is_over()) return;
    for (const ViolatorFinder& finder : finders_)
        for (const auto& [column, least] : finder.least_duals())
            assignment_.raise_column(column, least);
    for (const FoundInRow& of : take_found()) {
        repair(of);
        if (is_over()) return;
    }
}

// All of these rows, or up to the first for which the source failed.
void Pricing::read(std::span<const std::uint32_t> rows)
{
    prices_.packed.pack(rows);
    std::atomic<bool> stopped = false;
    const auto read_row = [&](ViolatorFinder& finder, std::size_t at) {
        const std::size_t pairs = finder.read(rows[at]);
        if (&finder == &finders_.front()) {  // on the calling thread
            watch_.worked(pairs + 1);
            if (watch_.stopped()) stopped = true;
        }
        return !finder.source_failed() && !stopped;
    };
    for (ViolatorFinder& finder : finders_)
        finder.clear();
    const std::size_t end = parallel::first_end(rows.size(), finders_, read_row);
    source_failed_ = end < rows.size() && !stopped;
}

// What was found in the block, in the order of rows.
std::vector<FoundInRow> Pricing::take_found()
{
    std::vector<FoundInRow> found;
    for (ViolatorFinder& finder : finders_)
        std::move(finder.found().begin(), finder.found().end(), std::back_inserter(found));
    std::sort(found.begin(), found.end(),
              [](const FoundInRow& a, const FoundInRow& b) { return a.row < b.row; });
    return found;
}

// How near a pair may be to violating before it joins the core: so near that of some rows, evenly spaced, no
// more than `most_near` pairs a row are.
void Pricing::choose_margin(std::span<const std::uint32_t> rows)
{
    constexpr std::size_t most_rows = 256;
    std::vector<std::uint32_t> sample;
    for (std::size_t at = 0; at < rows.size(); at += rows.size() / most_rows + 1)
        sample.push_back(rows[at]);
    prices_.packed.pack(sample);
    std::vector<std::int64_t> slacks;
    std::array<std::size_t, 64> near{};  // pairs by the bits of their slack
    SourceReader reader(problem_, [&](std::uint32_t row, const PairBatch& batch) {
        slacks.resize(batch.column.size());
        prices_.packed.find_slacks(row, batch, slacks.data());
        for (const std::int64_t slack : slacks)
            if (slack >= 0)
                ++near[static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(slack)))];
    });
    for (const std::uint32_t row : sample)
        watch_.worked(reader.read(row) + 1);
    std::size_t sum = 0;
    for (std::size_t bits = 0; bits < 62; ++bits) {
        sum += near[bits];
        if (sum > limits_.most_near * sample.size()) break;
        prices_.margin = (std::int64_t{1} << bits) - 1;
    }
}

// Repairs of rows before this one may have settled some of its violators, or made some of those that were
// near. All are in the core from here on.
void Pricing::repair(const FoundInRow& of)
{
    bool any = false;
    for (const FoundPair& pair : of.pairs) {
        any = any || prices_.violates(of.row, pair.column, pair.weight);
        // A violator that is in the core is not what the source said of this pair before.
        source_failed_ = source_failed_ || core_.has(of.row, pair.column);
        if (source_failed_) return;
        core_.add(of.row, pair.column, pair.of_edge);
    }
    if (any && !collects_) assignment_.insert_anew(of.row);
    collects_ = collects_ || (may_collect_ && assignment_.steps() > limits_.most_steps * core_.edges());
}

}  // namespace befriend
