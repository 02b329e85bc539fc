// The proof of a streamed answer, in one pass over the source. It shares nothing with the solver, and
// believes neither the answer nor the source: columns have to ascend, and numbers to be small enough to be
// added. Most pairs are cleared by one sum (leading_tiers.hpp), the others judged tier by tier.
//
// A slack is two duals of at most 2^61 in size less a weight below 2^62, so it fits 64 bits. Parts of a
// weight may lie outside; they are added as unsigned numbers, which wrap around and come back.
//
// Rows are independent of each other, so several threads may read them; the first row in which something is
// wrong is found, whoever reads it.
//
// Linear programming duality over an ordered group: docs/methods/certificate.md. O(pairs * tiers).

#include "assignment/streamed/certificate.hpp"

#include "assignment/certificate_conditions.hpp"
#include "assignment/streamed/leading_tiers.hpp"
#include "parallel/first_end.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <utility>
#include <vector>

namespace befriend {
namespace {

using Found = std::optional<Violation>;
using certificate::LeadingTiers;
using certificate::part;
using certificate::ReducedColumns;
using certificate::Wide;
using certificate::wrapped;

constexpr Wide too_large = Wide{1} << 62;
constexpr std::size_t pairs_between = std::size_t{1} << 17;  // two questions whether to go on

// (pairs), (feasible) and (tight) of the rows that one thread reads, and what their pairs sum to.
class RowChecker {
public:
    RowChecker(const StreamedProblem& problem, const Solution& solution, const ReducedColumns& columns,
               const LeadingTiers& leading)
        : problem_(problem),
          solution_(solution),
          columns_(columns),
          leading_(leading),
          take_([this](const PairBatch& batch) { look_at(batch); }),
          sum_(solution.duals.size()),
          of_row_(problem.tiers.size())
    {
    }
    RowChecker(const RowChecker&) = delete;
    RowChecker& operator=(const RowChecker&) = delete;

    // Whether all is well in a row.
    bool check(std::uint64_t row)
    {
        row_ = row;
        next_column_ = 0;
        has_pair_ = solution_.column_of_row[row_] == Solution::unassigned;
        reduce_row();
        problem_.source.pairs_of(static_cast<std::uint32_t>(row_), take_);
        if (!found_ && !has_pair_) found_ = Violation{Condition::pairs, row_};
        ++seen_;
        return !found_;
    }

    // What is not well in the last row, if anything.
    const Found& found() const { return found_; }
    std::uint64_t row() const { return row_; }
    const std::vector<Wide>& sum() const { return sum_; }

    // How many rows and pairs it has seen since it was last asked.
    std::size_t take_seen() { return std::exchange(seen_, 0); }

private:
    void reduce_row()
    {
        for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier)
            of_row_[tier] = wrapped(solution_.duals[tier].row[row_]) - wrapped(problem_.tiers[tier].each) -
                            wrapped(part(problem_.tiers[tier].row, row_));
        leading_of_row_ = 0;
        for (std::size_t tier = 0; tier < leading_.size(); ++tier)
            leading_of_row_ += of_row_[tier] << leading_.shift[tier];
    }

    void look_at(const PairBatch& batch)
    {
        if (found_ || batch.column.empty()) return;
        if (!is_sound(batch)) {
            found_ = Violation{Condition::pairs, row_};
            return;
        }
        seen_ += batch.column.size();
        next_column_ = std::uint64_t{batch.column.back()} + 1;
        const std::size_t assigned = find_assigned(batch);
        const std::size_t pairs = batch.column.size();
        const bool has_bits = leading_have_bits();
        for (std::size_t begin = 0; begin < pairs && !found_; begin += together) {
            const std::size_t end = std::min(pairs, begin + together);
            std::uint64_t doubtful = has_bits ? find_doubtful(batch, begin, end) : ~std::uint64_t{0};
            if (begin <= assigned && assigned < end) doubtful |= std::uint64_t{1} << (assigned - begin);
            for (std::size_t at = begin; at < end && doubtful != 0 && !found_; ++at, doubtful /= 2)
                if (doubtful % 2 != 0) judge(batch, at, at == assigned);
        }
    }

    // The source keeps its word, and no weight is too large to be added.
    bool is_sound(const PairBatch& batch)
    {
        const std::size_t pairs = batch.column.size();
        const std::uint32_t* const column = batch.column.data();
        std::uint32_t falls = column[0] < next_column_ ? 1 : 0;
        for (std::size_t at = 1; at < pairs; ++at)
            falls |= static_cast<std::uint32_t>(column[at - 1] >= column[at]);
        if (falls != 0 || batch.column.back() >= problem_.columns()) return false;
        for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
            const bool edge = problem_.tiers[tier].edge;
            if (batch.weight[tier].size() != (edge ? pairs : 0)) return false;
            extremes_[tier] = certificate::extremes_of(batch.weight[tier]);
            if (!are_small(tier, batch)) return false;
        }
        return true;
    }

    // At the bounds of all parts first; only where those go too far pair by pair.
    bool are_small(std::size_t tier, const PairBatch& batch) const
    {
        const StreamedTier& parts = problem_.tiers[tier];
        const Wide own = Wide{parts.each} + part(parts.row, row_);
        const auto [least, most] = extremes_[tier];
        if (own + columns_.weights[tier].least + least > -too_large &&
            own + columns_.weights[tier].most + most < too_large)
            return true;
        for (std::size_t at = 0; at < batch.column.size(); ++at) {
            const Wide weight = own + part(parts.column, batch.column[at]) + part(batch.weight[tier], at);
            if (weight <= -too_large || weight >= too_large) return false;
        }
        return true;
    }

    // Whether the leading tiers have bits enough for the slacks of this batch.
    bool leading_have_bits() const
    {
        for (std::size_t tier = 0; tier < leading_.size(); ++tier) {
            const Wide most = leading_.most_weight[tier];
            if (extremes_[tier].least < -most || extremes_[tier].most > most) return false;
        }
        return leading_.size() > 0;
    }

    // Which of up to 64 pairs the leading tiers do not clear, as bits: plain loops, which compile to vector
    // instructions.
    std::uint64_t find_doubtful(const PairBatch& batch, std::size_t begin, std::size_t end) const
    {
        const std::size_t pairs = end - begin;
        const std::uint32_t* const column = batch.column.data() + begin;
        const std::uint64_t* const of_column = leading_.of_column.data();
        const std::uint64_t of_row = leading_of_row_;
        std::array<std::uint64_t, together> slack;
        for (std::size_t at = 0; at < pairs; ++at)
            slack[at] = of_row + of_column[column[at]];
        for (std::size_t tier = 0; tier < leading_.size(); ++tier) {
            if (!problem_.tiers[tier].edge) continue;
            const std::int64_t* const weight = batch.weight[tier].data() + begin;
            const unsigned shift = leading_.shift[tier];
            for (std::size_t at = 0; at < pairs; ++at)
                slack[at] -= wrapped(weight[at]) << shift;
        }
        std::uint64_t doubtful = 0;
        for (std::size_t at = 0; at < pairs; ++at)
            doubtful |= static_cast<std::uint64_t>(static_cast<std::int64_t>(slack[at]) <= 0) << at;
        return doubtful;
    }

    // Which pair of a batch is the assigned one; none is beyond the end.
    std::size_t find_assigned(const PairBatch& batch) const
    {
        const std::uint32_t column = solution_.column_of_row[row_];
        const auto at = std::lower_bound(batch.column.begin(), batch.column.end(), column);
        return at != batch.column.end() && *at == column ? static_cast<std::size_t>(at - batch.column.begin())
                                                         : batch.column.size();
    }

    // The slack of a pair in the first tier where there is any.
    std::int64_t find_slack(const PairBatch& batch, std::size_t at) const
    {
        const std::uint32_t column = batch.column[at];
        for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
            const std::uint64_t slack =
                of_row_[tier] + columns_.dual[tier][column] - wrapped(part(batch.weight[tier], at));
            if (slack != 0) return static_cast<std::int64_t>(slack);
        }
        if (!problem_.ties) return 0;
        return solution_.duals.back().row[row_] + solution_.duals.back().column[column] - tie(column);
    }

    void judge(const PairBatch& batch, std::size_t at, bool is_assigned)
    {
        const std::uint32_t column = batch.column[at];
        const std::int64_t slack = find_slack(batch, at);
        if (slack < 0) {
            found_ = Violation{Condition::feasible, row_ * problem_.columns() + column};
        } else if (is_assigned && slack > 0) {
            found_ = Violation{Condition::tight, row_};
        } else if (is_assigned) {
            has_pair_ = true;
            add_to_totals(batch, at);
        }
    }

    void add_to_totals(const PairBatch& batch, std::size_t at)
    {
        const std::uint32_t column = batch.column[at];
        for (std::size_t tier = 0; tier < problem_.tiers.size(); ++tier) {
            const StreamedTier& parts = problem_.tiers[tier];
            sum_[tier] += Wide{parts.each} + part(parts.row, row_) + part(parts.column, column) +
                          part(batch.weight[tier], at);
        }
        if (problem_.ties) sum_.back() += tie(column);
    }

    std::int64_t tie(std::uint32_t column) const
    {
        return certificate::tie(problem_.row_key, row_, problem_.column_key, column);
    }

    static constexpr std::size_t together = 64;  // pairs that are cleared at once

    const StreamedProblem& problem_;
    const Solution& solution_;
    const ReducedColumns& columns_;
    const LeadingTiers& leading_;
    TakePairs take_;
    std::vector<Wide> sum_;
    std::size_t seen_ = 0;
    Found found_;
    // Of the row at hand:
    std::uint64_t row_ = 0;
    std::vector<std::uint64_t> of_row_;  // by tier: its dual less its own weight
    std::uint64_t leading_of_row_ = 0;
    std::uint64_t next_column_ = 0;  // no batch begins before
    bool has_pair_ = false;          // whether its pair, if it is to have one, was there
    std::array<certificate::Extremes, Problem::most_tiers> extremes_;  // of the batch at hand
};

class StreamChecker {
public:
    StreamChecker(const StreamedProblem& problem, const Solution& solution, const KeepGoing& keep_going)
        : problem_(problem),
          solution_(solution),
          keep_going_(keep_going),
          tiers_(problem.tiers.size() + (problem.ties ? 1 : 0)),
          used_(problem.columns()),
          sum_(tiers_)
    {
    }

    CheckedStream check()
    {
        Found found = certificate::sizes(solution_, problem_.rows, problem_.columns(), tiers_);
        if (!found) found = places();
        if (!found) found = all_pairs();
        if (!found && !stopped_) found = certificate::unpriced(solution_, problem_.capacity, used_);
        if (!found && !stopped_) found = totals();
        return {stopped_, found};
    }

private:
    // Whether columns exist and hold no more than they can.
    Found places()
    {
        for (std::size_t row = 0; row < problem_.rows; ++row) {
            const std::uint32_t column = solution_.column_of_row[row];
            if (column == Solution::unassigned) continue;
            if (column >= problem_.columns() || used_[column] == problem_.capacity[column])
                return Violation{Condition::pairs, row};
            ++used_[column];
        }
        return {};
    }

    // On as many threads as the problem allows; who reads which row makes no difference.
    Found all_pairs()
    {
        const ReducedColumns columns(problem_, solution_);
        const LeadingTiers leading(problem_, solution_, columns);
        std::deque<RowChecker> checkers;
        while (checkers.size() < parallel::parts_of(problem_.rows, {.threads = problem_.threads}).size())
            checkers.emplace_back(problem_, solution_, columns, leading);
        std::size_t seen = 0;
        const auto check_row = [&](RowChecker& checker, std::size_t row) {
            if (!checker.check(row)) return false;
            if (&checker == &checkers.front()) {  // on the calling thread
                seen += checker.take_seen();
                if (seen >= pairs_between) {
                    seen = 0;
                    if (keep_going_ && !keep_going_(row, problem_.rows)) stopped_ = true;
                }
            }
            return !stopped_;
        };
        const std::size_t end = parallel::first_end(problem_.rows, checkers, check_row);
        if (stopped_) return {};
        for (const RowChecker& checker : checkers) {
            if (checker.found() && checker.row() == end) return checker.found();
            for (std::size_t tier = 0; tier < tiers_; ++tier)
                sum_[tier] += checker.sum()[tier];
        }
        return {};
    }

    Found totals() const
    {
        for (std::size_t tier = 0; tier < tiers_; ++tier)
            if (sum_[tier] != solution_.value[tier] || sum_[tier] != solution_.bound[tier])
                return Violation{Condition::totals, tier};
        return {};
    }

    const StreamedProblem& problem_;
    const Solution& solution_;
    const KeepGoing& keep_going_;
    std::size_t tiers_;
    std::vector<std::int32_t> used_;
    std::vector<Wide> sum_;
    std::atomic<bool> stopped_ = false;
};

}  // namespace

CheckedStream check_stream(const StreamedProblem& problem, const Solution& solution,
                           const KeepGoing& keep_going)
{
    return StreamChecker(problem, solution, keep_going).check();
}

std::optional<Violation> first_violation(const StreamedProblem& problem, const Solution& solution)
{
    return check_stream(problem, solution, {}).violation;
}

}  // namespace befriend
