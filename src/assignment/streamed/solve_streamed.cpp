// A streamed problem: a core of good pairs is solved, and then every pair is priced.
//
//   choose   one pass over the source: what is wrong with it, and the best pairs of every row and column
//   solve    the core, as a stored problem (lexicographic.cpp); again where too much was missing
//   price    passes over the source: pairs that violate join the core, and the assignment is repaired
//   check    one more pass, which trusts nothing of this: certificate.cpp
//
// When no pair violates, the duals of the core are feasible on all pairs, and prove its assignment best among
// all: docs/methods/streamed.md.
//
// Rows are read on several threads if the problem allows it; what they find is put together so that no step
// depends on their number.
//
// Memory: the core and a few numbers a row and a column. Time: three passes over the source, or more, and
// what the core takes.

#include "assignment/streamed/solve_streamed.hpp"

#include "assignment/lexicographic.hpp"
#include "assignment/streamed/certificate.hpp"
#include "assignment/streamed/choose_core.hpp"
#include "assignment/streamed/core.hpp"
#include "assignment/streamed/fault.hpp"
#include "assignment/streamed/pricing.hpp"
#include "assignment/streamed/source_reader.hpp"
#include "assignment/streamed/warm_assignment.hpp"
#include "assignment/watch.hpp"
#include "parallel/first_end.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t phases = 4;
constexpr WideSum below_overflow = WideSum{1} << 60;  // what no sum of weights reaches: see fault.cpp

// What one thread chooses from the rows that it reads.
struct Choosing {
    Choosing(const StreamedProblem& problem, const TieRank& ties, std::size_t best)
        : ranges(problem),
          core(problem, ties, best),
          reader(problem, [this](std::uint32_t row, const PairBatch& batch) {
              ranges.see(row, batch);
              core.see(row, batch);
          })
    {
    }

    WeightRanges ranges;
    CoreChooser core;
    SourceReader reader;
    std::size_t pairs = 0;
};

// Rows in an order in which neighbours are some rows apart: all of them soon, and then those between. Where
// rows are sorted by place, a column so meets some of its best pairs early, and most others need no look.
// A few positions have no row: they are at `rows` or beyond.
struct SpreadRows {
    std::size_t rows;
    std::size_t apart;

    [[nodiscard]] std::size_t in_a_turn() const { return (rows + apart - 1) / apart; }
    [[nodiscard]] std::size_t size() const { return in_a_turn() * apart; }
    [[nodiscard]] std::size_t at(std::size_t position) const
    {
        return position % in_a_turn() * apart + position / in_a_turn();
    }
};

class StreamedSolver {
public:
    StreamedSolver(const StreamedProblem& problem, const KeepGoing& keep_going, const StreamLimits& limits,
                   StreamCost& cost)
        : problem_(problem),
          keep_going_(keep_going),
          limits_(limits),
          cost_(cost),
          ranges_(problem),
          watch_(keep_going, phases)
    {
    }

    Solution solve()
    {
        watch_.ask();
        StoredPairs chosen;
        if (const auto status = choose(chosen)) return ended(*status);
        const StreamedProblem kept = without_equal_weights(chosen);
        const Frame frame(kept);
        Core core(kept, frame.problem, std::move(chosen));
        cost_.chosen = core.edges();
        for (;;) {
            Solution solution = solve_core(core);
            if (solution.status != SolveStatus::optimal) return ended(solution.status);
            const Proof proof = prove(core, kept, solution);
            if (proof == Proof::is_complete) return solution;
            if (proof == Proof::source_failed) return ended(SolveStatus::failed);
            if (proof == Proof::stopped) return ended(SolveStatus::stopped);
            core.sort_in();
        }
    }

private:
    enum class Proof { is_complete, source_failed, stopped, needs_solve };

    // Says so if it is over already.
    std::optional<SolveStatus> choose(StoredPairs& chosen)
    {
        const TieRank ties(problem_);
        std::deque<Choosing> threads;
        while (threads.size() < reading_threads(problem_))
            threads.emplace_back(problem_, ties, limits_.best);
        std::atomic<bool> stopped = false;
        const SpreadRows rows{problem_.rows, limits_.rows_apart};
        const auto read_row = [&](Choosing& of, std::size_t at) {
            const std::size_t row = rows.at(at);
            if (row >= problem_.rows) return true;
            const std::size_t pairs = of.reader.read(static_cast<std::uint32_t>(row));
            of.pairs += pairs;
            if (&of == &threads.front()) {  // the calling thread
                watch_.worked(pairs + 1);
                if (watch_.stopped()) stopped = true;
            }
            return !of.reader.fault() && !stopped;
        };
        const std::size_t end = parallel::first_end(rows.size(), threads, read_row);
        if (stopped) return SolveStatus::stopped;
        if (end < rows.size()) return SolveStatus::refused;
        std::vector<CoreChooser*> choosers;
        for (Choosing& of : threads) {
            cost_.pairs += of.pairs;
            ranges_.add(of.ranges);
            choosers.push_back(&of.core);
        }
        if (ranges_.overflow_fault()) return SolveStatus::refused;
        knows_weights_ = true;
        chosen = CoreChooser::take(choosers);
        reach_phase(1);
        return {};
    }

    // A tier in which the source gives all pairs the same weight counts pairs: it needs no weights to be kept
    // and compared.
    StreamedProblem without_equal_weights(StoredPairs& chosen) const
    {
        StreamedProblem kept = problem_;
        for (std::size_t tier = 0; tier < kept.tiers.size(); ++tier) {
            const WeightRanges::Range& edges = ranges_.of_edges(tier);
            if (edges.least != edges.most) continue;
            StreamedTier& parts = kept.tiers[tier];
            parts.each = static_cast<std::int64_t>(static_cast<std::uint64_t>(parts.each) +
                                                   static_cast<std::uint64_t>(edges.least));
            parts.edge = false;
            chosen.weight[tier] = {};
        }
        return kept;
    }

    // The caller learns how many of the four steps are over; the second and the third may come again.
    void reach_phase(std::size_t phase)
    {
        if (phase <= phase_) return;
        watch_.finished(phase - phase_);
        phase_ = phase;
    }

    // For parts that ask on their own.
    KeepGoing in_this_phase() const
    {
        if (!keep_going_) return {};
        return [this](std::size_t, std::size_t) { return keep_going_(phase_, phases); };
    }

    Solution solve_core(const Core& core)
    {
        ++cost_.solves;
        Solution solution = solve_lexicographically(core.problem(), in_this_phase(), limits_.core);
        reach_phase(2);
        return solution;
    }

    // Prices all pairs and checks the answer, which is the last pass: it may find pairs that violate, too.
    Proof prove(Core& core, const StreamedProblem& kept, Solution& solution)
    {
        core.link_columns();
        WarmAssignment assignment(core, problem_.capacity, solution, watch_);
        Pricing pricing(problem_, kept, ranges_, core, assignment, limits_, watch_);
        if (cost_.solves < limits_.most_solves) pricing.allow_solve();
        for (;;) {
            pricing.pass();
            ++cost_.passes;
            cost_.added = core.edges() - cost_.chosen;
            if (pricing.source_failed()) return Proof::source_failed;
            if (watch_.stopped()) return Proof::stopped;
            if (pricing.needs_solve()) return Proof::needs_solve;
            reach_phase(3);
            put_in(assignment, solution);
            const CheckedStream checked = check_stream(problem_, solution, in_this_phase());
            if (checked.stopped) return Proof::stopped;
            if (!checked.violation) return Proof::is_complete;
            if (checked.violation->condition == Condition::feasible && !pricing.is_settled()) continue;
            // Whoever finds the proof wanting must not find an answer beside it.
            solution.status = SolveStatus::failed;
            return Proof::is_complete;
        }
    }

    void put_in(const WarmAssignment& assignment, Solution& solution) const
    {
        solution.column_of_row = assignment.column_of_row();
        solution.value = assignment.value(solution.duals.size());
        solution.bound = solution.value;
        for (std::size_t tier = 0; tier < solution.duals.size(); ++tier) {
            for (std::uint32_t row = 0; row < problem_.rows; ++row)
                solution.duals[tier].row[row] = assignment.row_dual(row).tier[tier];
            for (std::uint32_t column = 0; column < problem_.columns(); ++column)
                solution.duals[tier].column[column] = assignment.column_dual(column).tier[tier];
        }
    }

    // No pairs, and a bound if it was stopped.
    Solution ended(SolveStatus status) const
    {
        Solution answer;
        answer.status = status;
        if (status != SolveStatus::stopped) return answer;
        for (std::size_t tier = 0; tier < problem_.tiers.size() + (problem_.ties ? 1 : 0); ++tier)
            answer.bound.push_back(static_cast<std::int64_t>(simple_bound(tier)));
        return answer;
    }

    // No assignment counts more in a tier: as many pairs as there can be, each at the largest weight there
    // can be.
    WideSum simple_bound(std::size_t tier) const
    {
        WideSum places = 0;
        for (const std::int32_t capacity : problem_.capacity)
            places += capacity;
        return std::min(std::min<WideSum>(problem_.rows, places) * largest_weight(tier), below_overflow);
    }

    WideSum largest_weight(std::size_t tier) const
    {
        if (tier == problem_.tiers.size()) return tie_spread - 1;
        if (knows_weights_) return ranges_.largest(tier);
        const StreamedTier& parts = problem_.tiers[tier];
        if (parts.edge) return below_overflow;
        const auto largest = [](std::span<const std::int64_t> part) {
            return part.empty() ? 0 : *std::max_element(part.begin(), part.end());
        };
        return std::max<WideSum>(WideSum{parts.each} + largest(parts.row) + largest(parts.column), 0);
    }

    const StreamedProblem& problem_;
    const KeepGoing& keep_going_;
    StreamLimits limits_;
    StreamCost& cost_;
    WeightRanges ranges_;
    bool knows_weights_ = false;  // whether `ranges_` has seen every pair
    std::size_t phase_ = 0;       // how many are over
    Watch watch_;
};

}  // namespace

Solution solve_streamed(const StreamedProblem& problem, const KeepGoing& keep_going,
                        const StreamLimits& limits, StreamCost* cost)
{
    if (fault_beside_pairs(problem)) return {};
    StreamCost ignored;
    return StreamedSolver(problem, keep_going, limits, cost == nullptr ? ignored : *cost).solve();
}

Solution solve(const StreamedProblem& problem, const KeepGoing& keep_going)
{
    return solve_streamed(problem, keep_going);
}

}  // namespace befriend
