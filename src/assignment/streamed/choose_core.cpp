// The core of a streamed problem: a pair that matters is nearly always among the best of its row or of its
// column.
//
// Most pairs are neither, so the first question about a pair is the cheapest: does it reach what its row or
// its column needs by now? That is a plain loop over a batch for each tier that tells pairs apart. Few pairs
// pass, and those are compared one by one.
//
// O(pairs + core log(core)): a node of d pairs in random order takes about best * ln(d / best) of them, O(1)
// each.

#include "assignment/streamed/choose_core.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <span>
#include <utility>

namespace befriend {
namespace {

// The tiers that tell pairs of a row apart, or of a column.
std::vector<BestPairs::Part> parts_seen_from(const StreamedProblem& problem, bool rows)
{
    std::vector<BestPairs::Part> parts;
    for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
        const StreamedTier& of = problem.tiers[tier];
        const auto of_other = rows ? of.column : of.row;
        if (of.edge || !of_other.empty()) parts.push_back({of_other, of.edge, tier});
    }
    return parts;
}

// Of which of up to 64 positions it holds.
template <typename Holds>
std::uint64_t bits(std::size_t positions, Holds holds)
{
    std::uint64_t found = 0;
    for (std::size_t at = 0; at < positions; ++at)
        found |= std::uint64_t{holds(at)} << at;
    return found;
}

StreamedProblem ties_alone(StreamedProblem problem)
{
    problem.tiers.clear();
    problem.ties = true;
    return problem;
}

}  // namespace

std::vector<std::size_t> tiers_with_edges(const StreamedProblem& problem)
{
    std::vector<std::size_t> tiers;
    for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier)
        if (problem.tiers[tier].edge) tiers.push_back(tier);
    return tiers;
}

TieRank::TieRank(const StreamedProblem& problem) : frame_(ties_alone(problem)), weights_(frame_.problem, 0) {}

CoreChooser::CoreChooser(const StreamedProblem& problem, const TieRank& ties, std::size_t best)
    : problem_(problem),
      ties_(ties),
      edge_tiers_(tiers_with_edges(problem)),
      has_places_(std::find(problem.capacity.begin(), problem.capacity.end(), 0) == problem.capacity.end()),
      of_row_(1, best, parts_seen_from(problem, true), edge_tiers_),
      of_columns_(problem.columns(), best, parts_seen_from(problem, false), edge_tiers_)
{
}

// What the pairs of a batch weigh in one tier: the weights themselves where nothing has to be added.
const std::int64_t* CoreChooser::values(const BestPairs::Part& part, std::uint32_t row, bool of_row,
                                        const PairBatch& batch)
{
    if (part.of_other.empty()) return batch.weight[part.tier].data();
    const std::size_t pairs = batch.column.size();
    values_.resize(pairs);
    for (std::size_t at = 0; at < pairs; ++at) {
        const auto of_other = static_cast<std::uint64_t>(part.of_other[of_row ? batch.column[at] : row]);
        const auto own = part.edge ? static_cast<std::uint64_t>(batch.weight[part.tier][at]) : 0;
        values_[at] = static_cast<std::int64_t>(of_other + own);
    }
    return values_.data();
}

// What a row needs before any of its pairs is compared with another: of as many groups of pairs as are kept
// at most, each has one that reaches the least of their largest. Where all weigh the same the next tier
// tells.
void CoreChooser::expect(std::uint32_t row, const PairBatch& batch)
{
    constexpr std::size_t groups = BestPairs::most_best;
    const std::size_t pairs = batch.column.size();
    if (!has_places_ || pairs < groups) return;
    for (std::size_t part = 0; part < of_row_.parts().size(); ++part) {
        const std::int64_t* const weight = values(of_row_.parts()[part], row, true, batch);
        std::array<std::int64_t, groups> largest;
        std::copy_n(weight, groups, largest.begin());
        for (std::size_t begin = groups; begin + groups <= pairs; begin += groups)
            for (std::size_t at = 0; at < groups; ++at)
                largest[at] = largest[at] < weight[begin + at] ? weight[begin + at] : largest[at];
        of_row_.expect(0, part, *std::min_element(largest.begin(), largest.end()));
        if (!std::all_of(weight, weight + pairs, [&](std::int64_t one) { return one == weight[0]; })) return;
    }
}

// Which of up to 64 pairs reach what their row needs, or their column, as bits: compared from the last tier
// to the first, without a branch.
std::uint64_t CoreChooser::reaching(const BestPairs& best, std::uint32_t row, bool of_row,
                                    const PairBatch& batch)
{
    const std::size_t pairs = batch.column.size();
    const std::uint32_t* const column = batch.column.data();
    std::uint64_t reach = ~std::uint64_t{0} >> (64 - pairs);
    for (std::size_t part = best.parts().size(); part-- > 0;) {
        const bool is_last = part + 1 == best.parts().size();
        const std::int64_t* const weight = values(best.parts()[part], row, of_row, batch);
        const std::int64_t* const needed = best.needed(part).data();
        const auto which = [&](auto compare) {
            if (!of_row)
                return bits(pairs, [&](std::size_t at) { return compare(weight[at], needed[column[at]]); });
            const std::int64_t least = needed[0];
            return bits(pairs, [&](std::size_t at) { return compare(weight[at], least); });
        };
        reach = is_last ? which(std::greater_equal<>{})
                        : which(std::greater<>{}) | (which(std::equal_to<>{}) & reach);
    }
    return reach;
}

void CoreChooser::see(std::uint32_t row, const PairBatch& batch)
{
    if (row != row_) {
        finish_row();
        expect(row, batch);
    }
    row_ = row;
    constexpr std::size_t together = 64;
    for (std::size_t begin = 0; begin < batch.column.size(); begin += together) {
        const std::size_t pairs = std::min(together, batch.column.size() - begin);
        PairBatch few{batch.column.subspan(begin, pairs)};
        for (const std::size_t tier : edge_tiers_)
            few.weight[tier] = batch.weight[tier].subspan(begin, pairs);
        see_few(row, few);
    }
}

void CoreChooser::see_few(std::uint32_t row, const PairBatch& batch)
{
    const auto each = [&](std::uint64_t pairs, auto take) {
        for (; pairs != 0; pairs &= pairs - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(pairs));
            if (problem_.capacity[batch.column[at]] > 0) take(at, batch.column[at]);
        }
    };
    each(reaching(of_row_, row, true, batch),
         [&](std::size_t at, std::uint32_t column) { of_row_.take(0, column, batch, at, rank_in_row(row)); });
    each(reaching(of_columns_, row, false, batch), [&](std::size_t at, std::uint32_t column) {
        of_columns_.take(column, row, batch, at, rank_in_column(column));
    });
}

void CoreChooser::finish_row()
{
    if (row_ == nobody) return;
    of_row_.keep_best(0, rank_in_row(row_));
    const auto columns = of_row_.others(0);
    picked_row_.push_back(row_);
    picked_column_.insert(picked_column_.end(), columns.begin(), columns.end());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto weights = of_row_.weights(0, at);
        picked_weight_.insert(picked_weight_.end(), weights.begin(), weights.end());
    }
    picked_begin_.push_back(picked_column_.size());
    of_row_.clear(0);
    row_ = nobody;
}

// What rows and columns have chosen, row by row.
class CoreChooser::Assembly {
public:
    explicit Assembly(std::span<CoreChooser* const> choosers)
        : choosers_(choosers), first_(*choosers.front()), columns_(first_.of_columns_)
    {
        for (CoreChooser* const chooser : choosers)
            chooser->finish_row();
        join_columns();
        group_by_row();
        find_rows();
    }

    StoredPairs all()
    {
        StoredPairs stored;
        std::size_t most = slot_.size();
        for (const CoreChooser* const chooser : choosers_)
            most += chooser->picked_column_.size();
        stored.row_begin.reserve(first_.problem_.rows + 1);
        stored.column.reserve(most);
        for (const std::size_t tier : first_.edge_tiers_)
            stored.weight[tier].reserve(most);
        for (std::uint32_t row = 0; row < first_.problem_.rows; ++row)
            add_row(row, stored);
        return stored;
    }

private:
    struct Pick {
        std::uint32_t column;
        const std::int64_t* weight;
    };

    // Where a row's own choice is: which chooser has it, and as which of its rows.
    struct Place {
        std::uint32_t chooser = nobody;
        std::uint32_t at = 0;
    };

    // All choices of columns into those of the first chooser.
    void join_columns()
    {
        for (std::uint32_t column = 0; column < first_.problem_.columns(); ++column) {
            for (const CoreChooser* const other : choosers_.subspan(1))
                columns_.take_all(column, other->of_columns_, first_.rank_in_column(column));
            columns_.keep_best(column, first_.rank_in_column(column));
        }
    }

    void group_by_row()
    {
        const std::size_t columns = first_.problem_.columns();
        slot_begin_.assign(first_.problem_.rows + 2, 0);  // shifted by one place, which filling takes back
        for (std::uint32_t column = 0; column < columns; ++column)
            for (const std::uint32_t row : columns_.others(column))
                ++slot_begin_[row + 2];
        for (std::size_t row = 2; row < slot_begin_.size(); ++row)
            slot_begin_[row] += slot_begin_[row - 1];
        slot_.resize(slot_begin_.back());
        for (std::uint32_t column = 0; column < columns; ++column) {
            const auto rows = columns_.others(column);
            for (std::size_t at = 0; at < rows.size(); ++at)
                slot_[slot_begin_[rows[at] + 1]++] = {column, columns_.weights(column, at).data()};
        }
    }

    void find_rows()
    {
        place_.resize(first_.problem_.rows);
        for (std::uint32_t number = 0; number < choosers_.size(); ++number) {
            const std::vector<std::uint32_t>& rows = choosers_[number]->picked_row_;
            for (std::uint32_t at = 0; at < rows.size(); ++at)
                place_[rows[at]] = {number, at};
        }
    }

    // Columns ascending, none twice.
    void add_row(std::uint32_t row, StoredPairs& stored)
    {
        const std::size_t tiers = first_.edge_tiers_.size();
        picks_.assign(slot_.begin() + static_cast<std::ptrdiff_t>(slot_begin_[row]),
                      slot_.begin() + static_cast<std::ptrdiff_t>(slot_begin_[row + 1]));
        if (const Place place = place_[row]; place.chooser != nobody) {
            const CoreChooser& of = *choosers_[place.chooser];
            for (std::uint64_t at = of.picked_begin_[place.at]; at < of.picked_begin_[place.at + 1]; ++at)
                picks_.push_back({of.picked_column_[at], of.picked_weight_.data() + at * tiers});
        }
        std::sort(picks_.begin(), picks_.end(),
                  [](const Pick& a, const Pick& b) { return a.column < b.column; });
        const auto is_same = [](const Pick& a, const Pick& b) { return a.column == b.column; };
        picks_.erase(std::unique(picks_.begin(), picks_.end(), is_same), picks_.end());
        for (const Pick& pick : picks_) {
            stored.column.push_back(pick.column);
            for (std::size_t i = 0; i < tiers; ++i)
                stored.weight[first_.edge_tiers_[i]].push_back(pick.weight[i]);
        }
        stored.row_begin.push_back(stored.column.size());
    }

    std::span<CoreChooser* const> choosers_;
    CoreChooser& first_;
    BestPairs& columns_;
    std::vector<std::uint64_t> slot_begin_;  // what columns have picked, by row
    std::vector<Pick> slot_;
    std::vector<Place> place_;  // of each row
    std::vector<Pick> picks_;   // of the row at hand
};

StoredPairs CoreChooser::take(std::span<CoreChooser* const> choosers)
{
    return Assembly(choosers).all();
}

}  // namespace befriend
