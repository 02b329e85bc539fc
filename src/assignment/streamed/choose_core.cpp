// The core of a streamed problem: a pair that matters is nearly always among the best of its row or of its
// column.
//
// Most pairs are neither, so the first question about a pair is the cheapest: does it reach what its row or
// its column needs by now? That is a plain loop over 64 pairs for each tier that tells pairs apart. Few pairs
// pass, and those are compared one by one.
//
// O(pairs + core log(core)): a node of d pairs in random order takes about best * (2 + log2(d / best / 2)) of
// them, O(best) each, in a few vector instructions.

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

constexpr std::size_t together = 64;  // pairs that are looked at at once

// Which of up to 64 pairs reach what their row needs, or their column, as bits: compared from the last tier
// to the first, without a branch. `least_of(needed)` says what pair `at` needs.
template <typename LeastOf>
std::uint64_t reaching(const BestPairs& best, std::span<const std::int64_t* const> values, std::size_t begin,
                       std::size_t size, LeastOf least_of)
{
    std::uint64_t reach = ~std::uint64_t{0} >> (together - size);
    for (std::size_t part = best.parts().size(); part-- > 0;) {
        const std::int64_t* const value = values[part] + begin;
        const auto least = least_of(best.needed(part).data());
        const bool is_last = part + 1 == best.parts().size();
        const auto which = [&](auto compare) {
            const auto holds = [&](std::size_t at) { return compare(value[at], least(at)); };
            return size == together ? bits(together, holds) : bits(size, holds);
        };
        reach = is_last ? which(std::greater_equal<>{})
                        : which(std::greater<>{}) | (which(std::equal_to<>{}) & reach);
    }
    return reach;
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
      best_(best),
      has_places_(std::find(problem.capacity.begin(), problem.capacity.end(), 0) == problem.capacity.end()),
      of_row_(1, best, parts_seen_from(problem, true)),
      of_columns_(problem.columns(), best, parts_seen_from(problem, false)),
      picked_value_(of_row_.parts().size())
{
}

// The weights themselves where nothing has to be added.
void CoreChooser::find_values(const BestPairs& best, std::uint32_t row, const PairBatch& batch,
                              Values& values) const
{
    const auto parts = best.parts();
    const std::size_t pairs = batch.column.size();
    values.of_part.resize(parts.size());
    values.ours.resize(parts.size());
    for (std::size_t number = 0; number < parts.size(); ++number) {
        const BestPairs::Part& part = parts[number];
        values.of_part[number] = batch.weight[part.tier].data();
        if (part.of_other.empty()) continue;
        std::vector<std::int64_t>& ours = values.ours[number];
        ours.resize(pairs);
        for (std::size_t at = 0; at < pairs; ++at)
            ours[at] = part.value(batch, at, &best == &of_row_ ? batch.column[at] : row);
        values.of_part[number] = ours.data();
    }
}

// What a row needs before any of its pairs is compared with another. Its first pairs are dealt out to groups:
// as many as are kept have one that reaches what the largest of these count, the last of them at least. Where
// all count the same the next tier tells.
void CoreChooser::expect(const PairBatch& batch)
{
    constexpr std::size_t groups = BestPairs::most_best;
    const std::size_t pairs = batch.column.size();
    if (!has_places_ || pairs < groups) return;
    for (std::size_t part = 0; part < of_row_.parts().size(); ++part) {
        const std::int64_t* const value = seen_from_row_.of_part[part];
        std::array<std::int64_t, groups> largest;
        std::copy_n(value, groups, largest.begin());
        for (std::size_t begin = groups; begin + groups <= pairs; begin += groups)
            for (std::size_t at = 0; at < groups; ++at)
                largest[at] = largest[at] < value[begin + at] ? value[begin + at] : largest[at];
        const auto last = largest.begin() + static_cast<std::ptrdiff_t>(best_ - 1);
        std::nth_element(largest.begin(), last, largest.end(), std::greater<>{});
        of_row_.expect(0, part, *last);
        if (!std::all_of(value, value + pairs, [&](std::int64_t one) { return one == value[0]; })) return;
    }
}

void CoreChooser::see(std::uint32_t row, const PairBatch& batch)
{
    find_values(of_row_, row, batch, seen_from_row_);
    find_values(of_columns_, row, batch, seen_from_columns_);
    if (row != row_) {
        finish_row();
        expect(batch);
    }
    row_ = row;
    const std::size_t pairs = batch.column.size();
    for (std::size_t begin = 0; begin < pairs; begin += together)
        see_few(row, batch, begin, std::min(together, pairs - begin));
}

void CoreChooser::see_few(std::uint32_t row, const PairBatch& batch, std::size_t begin, std::size_t size)
{
    const std::uint32_t* const column = batch.column.data() + begin;
    const auto each = [&](std::uint64_t pairs, auto take) {
        for (; pairs != 0; pairs &= pairs - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(pairs));
            if (has_places_ || problem_.capacity[column[at]] > 0) take(begin + at, column[at]);
        }
    };
    const auto row_needs = [](const std::int64_t* needed) {
        return [least = needed[0]](std::size_t) { return least; };
    };
    const auto columns_need = [column](const std::int64_t* needed) {
        return [column, needed](std::size_t at) { return needed[column[at]]; };
    };
    each(reaching(of_row_, seen_from_row_.of_part, begin, size, row_needs),
         [&](std::size_t at, std::uint32_t other) {
             const auto value = [&](std::size_t part) { return seen_from_row_.of_part[part][at]; };
             of_row_.take(0, other, value, rank_in_row(row));
         });
    each(reaching(of_columns_, seen_from_columns_.of_part, begin, size, columns_need),
         [&](std::size_t at, std::uint32_t other) {
             const auto value = [&](std::size_t part) { return seen_from_columns_.of_part[part][at]; };
             of_columns_.take(other, row, value, rank_in_column(other));
         });
}

void CoreChooser::finish_row()
{
    if (row_ == nobody) return;
    of_row_.keep_best(0, rank_in_row(row_));
    const auto columns = of_row_.others(0);
    picked_row_.push_back(row_);
    picked_column_.insert(picked_column_.end(), columns.begin(), columns.end());
    for (std::size_t part = 0; part < picked_value_.size(); ++part)
        for (std::size_t at = 0; at < columns.size(); ++at)
            picked_value_[part].push_back(of_row_.value(0, at, part));
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
        for (const std::size_t tier : tiers_with_edges(first_.problem_))
            edge_tiers_.push_back({tier, part_of(first_.of_row_, tier), part_of(columns_, tier)});
    }

    StoredPairs all()
    {
        StoredPairs stored;
        std::size_t most = slot_.size();
        for (const CoreChooser* const chooser : choosers_)
            most += chooser->picked_column_.size();
        stored.row_begin.reserve(first_.problem_.rows + 1);
        stored.column.reserve(most);
        for (const EdgeTier& of : edge_tiers_)
            stored.weight[of.tier].reserve(most);
        for (std::uint32_t row = 0; row < first_.problem_.rows; ++row)
            add_row(row, stored);
        return stored;
    }

private:
    // A pair that a row has picked, as one of its chooser's, or its column, as one of its best.
    struct Pick {
        std::uint32_t column;
        std::uint32_t chooser;  // `nobody`: the column
        std::uint64_t at;
    };

    // A tier with weights of edges, and which part it is of what pairs count, seen from either side.
    struct EdgeTier {
        std::size_t tier;
        std::size_t row_part;
        std::size_t column_part;
    };

    static std::size_t part_of(const BestPairs& best, std::size_t tier)
    {
        const auto parts = best.parts();
        const auto is_it = [tier](const BestPairs::Part& part) { return part.tier == tier; };
        return static_cast<std::size_t>(std::find_if(parts.begin(), parts.end(), is_it) - parts.begin());
    }

    std::int64_t weight_of(const Pick& pick, std::uint32_t row, const EdgeTier& of) const
    {
        if (pick.chooser == nobody)
            return columns_.parts()[of.column_part].own(columns_.value(pick.column, pick.at, of.column_part),
                                                        row);
        const CoreChooser& chooser = *choosers_[pick.chooser];
        return chooser.of_row_.parts()[of.row_part].own(chooser.picked_value_[of.row_part][pick.at],
                                                        pick.column);
    }

    // Where a row's own choice is: which chooser has it, and as which of its rows.
    struct Place {
        std::uint32_t chooser = nobody;
        std::uint32_t at = 0;
    };

    // All choices of columns into those of the first chooser.
    void join_columns()
    {
        for (std::uint32_t column = 0; column < first_.problem_.columns(); ++column) {
            const auto rank = first_.rank_in_column(column);
            for (const CoreChooser* const other : choosers_.subspan(1))
                columns_.take_all(column, other->of_columns_, rank);
            columns_.keep_best(column, rank);
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
                slot_[slot_begin_[rows[at] + 1]++] = {column, nobody, at};
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
        picks_.assign(slot_.begin() + static_cast<std::ptrdiff_t>(slot_begin_[row]),
                      slot_.begin() + static_cast<std::ptrdiff_t>(slot_begin_[row + 1]));
        if (const Place place = place_[row]; place.chooser != nobody) {
            const CoreChooser& of = *choosers_[place.chooser];
            for (std::uint64_t at = of.picked_begin_[place.at]; at < of.picked_begin_[place.at + 1]; ++at)
                picks_.push_back({of.picked_column_[at], place.chooser, at});
        }
        std::sort(picks_.begin(), picks_.end(),
                  [](const Pick& a, const Pick& b) { return a.column < b.column; });
        const auto is_same = [](const Pick& a, const Pick& b) { return a.column == b.column; };
        picks_.erase(std::unique(picks_.begin(), picks_.end(), is_same), picks_.end());
        for (const Pick& pick : picks_) {
            stored.column.push_back(pick.column);
            for (const EdgeTier& of : edge_tiers_)
                stored.weight[of.tier].push_back(weight_of(pick, row, of));
        }
        stored.row_begin.push_back(stored.column.size());
    }

    std::span<CoreChooser* const> choosers_;
    CoreChooser& first_;
    BestPairs& columns_;
    std::vector<EdgeTier> edge_tiers_;
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
