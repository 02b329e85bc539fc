// Tiers in strict order of importance, each solved on what the ones before it leave.
//
// Every tier is an assignment in plain 64-bit integers on a face (face.hpp): the edges without slack, and the
// nodes that must be full. Its duals are one component of the vectors u(r), v(c). An edge off the face has
// slack in an earlier component, whatever the later ones say; an edge on it is feasible in this one. So the
// vectors are feasible in lexicographic order, tight on every assigned edge, and prove the whole answer:
// docs/methods/assignment.md.
//
// One solve by shortest augmenting paths a tier, plus O(edges) to narrow the face.

#include "assignment/lexicographic.hpp"

#include "assignment/face.hpp"
#include "assignment/tier.hpp"
#include "assignment/watch.hpp"
#include "assignment/weights.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace befriend {
namespace {

__extension__ typedef __int128 Wide;

std::size_t tiers_with_ties(const Problem& problem)
{
    return problem.tiers.size() + 1;
}

constexpr Wide below_overflow = Wide{1} << 60;  // what no sum of weights reaches: see fault.cpp

// No edge counts more in a tier; at least 0. The largest parts need not meet on one edge.
Wide largest_weight(const Problem& problem, std::size_t tier)
{
    if (tier == problem.tiers.size()) return (Wide{1} << 40) - 1;
    const auto largest = [](std::span<const std::int64_t> part) {
        return part.empty() ? 0 : *std::max_element(part.begin(), part.end());
    };
    const Tier& parts = problem.tiers[tier];
    const Wide sum = Wide{parts.each} + largest(parts.row) + largest(parts.column) + largest(parts.edge);
    return std::max<Wide>(sum, 0);
}

std::uint64_t edge_between(const Problem& problem, std::uint32_t row, std::uint32_t column)
{
    const auto begin = problem.column.begin();
    const auto edge =
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(problem.row_begin[row]),
                         begin + static_cast<std::ptrdiff_t>(problem.row_begin[row + 1]), column);
    return static_cast<std::uint64_t>(edge - begin);
}

std::int64_t value_of(const Problem& problem, std::size_t tier,
                      const std::vector<std::uint32_t>& column_of_row)
{
    std::int64_t value = 0;
    for (std::uint32_t row = 0; row < column_of_row.size(); ++row)
        if (column_of_row[row] != Solution::unassigned)
            value += edge_weight(problem, tier, row, edge_between(problem, row, column_of_row[row]));
    return value;
}

// No assignment counts more in a tier: as many pairs as there can be, each at the largest weight there can
// be.
Wide simple_bound(const Problem& problem, std::size_t tier)
{
    Wide places = 0;
    for (const std::int32_t capacity : problem.capacity)
        places += capacity;
    const Wide pairs = std::min<Wide>(problem.rows(), places);
    return std::min(pairs * largest_weight(problem, tier), below_overflow);
}

// The bound that the duals of the columns give, whatever those of the rows: each row takes its best edge at
// these prices, or none if it may. Feasible at any moment of a solve, since a column's price is below 0 only
// if it must be full.
Wide bound_by_prices(const Face& face)
{
    Wide bound = 0;
    for (std::size_t column = 0; column < face.columns.size(); ++column)
        bound += Wide{face.columns.capacity[column]} * face.columns.dual[column];
    for (std::uint32_t row = 0; row < face.rows.size(); ++row) {
        std::optional<std::int64_t> best;
        if (!face.rows.must[row]) best = 0;
        face.each_edge(row, [&](std::uint64_t, std::uint32_t column, std::int64_t weight) {
            const std::int64_t gain = weight - face.columns.dual[column];
            best = best ? std::max(*best, gain) : gain;
        });
        bound += *best;
    }
    return bound;
}

class Solver {
public:
    Solver(const Problem& problem, const KeepGoing& keep_going, const Limits& limits)
        : problem_(problem), watch_(keep_going, tiers_with_ties(problem)), face_(problem), limits_(limits)
    {
        solution_.column_of_row.assign(problem.rows(), Solution::unassigned);
    }

    Solution solve()
    {
        watch_.ask();
        for (std::size_t tier = 0; tier < tiers_with_ties(problem_) && !watch_.stopped(); ++tier)
            solve_tier(tier);
        if (watch_.stopped()) return stopped();
        price_columns_without_places();
        solution_.status = SolveStatus::optimal;
        solution_.bound = solution_.value;
        return std::move(solution_);
    }

private:
    void solve_tier(std::size_t tier)
    {
        face_.enter(tier);
        befriend::solve_tier(face_, solution_.column_of_row, watch_, limits_);
        if (watch_.stopped()) {
            // The weights of ties are hashes, too slow to add up for somebody who waits.
            if (tier < problem_.tiers.size()) bound_at_stop_ = bound_by_prices(face_);
            return;
        }
        solution_.value.push_back(value_of(problem_, tier, solution_.column_of_row));
        face_.narrow(watch_);
        solution_.duals.push_back({std::move(face_.rows.dual), std::move(face_.columns.dual)});
        watch_.finished(1);
    }

    void price_columns_without_places();
    Solution stopped() const;

    const Problem& problem_;
    Watch watch_;
    Face face_;
    Limits limits_;
    Solution solution_;
    std::optional<Wide> bound_at_stop_;  // of the first tier without a value, if it is named
};

// A column of capacity 0 was never on a face. It gets the least price that its edges allow.
void Solver::price_columns_without_places()
{
    const std::size_t tiers = tiers_with_ties(problem_);
    for (std::uint32_t row = 0; row < problem_.rows(); ++row) {
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge) {
            const std::uint32_t column = problem_.column[edge];
            if (problem_.capacity[column] != 0) continue;
            bool raised = false;  // in an earlier tier, so that the later ones take the edge's own values
            for (std::size_t tier = 0; tier < tiers; ++tier) {
                TierDuals& duals = solution_.duals[tier];
                const std::int64_t least = edge_weight(problem_, tier, row, edge) - duals.row[row];
                if (!raised && least < duals.column[column]) break;
                raised = raised || least > duals.column[column];
                duals.column[column] = least;
            }
        }
    }
}

// Tiers already solved keep their value, which no assignment beats; then duals bound the tier at hand.
Solution Solver::stopped() const
{
    Solution answer;
    answer.status = SolveStatus::stopped;
    answer.bound = solution_.value;
    for (std::size_t tier = answer.bound.size(); tier < tiers_with_ties(problem_); ++tier) {
        const Wide simple = simple_bound(problem_, tier);
        const bool at_hand = tier == solution_.value.size() && bound_at_stop_.has_value();
        const Wide bound = at_hand ? std::min(*bound_at_stop_, simple) : simple;
        answer.bound.push_back(static_cast<std::int64_t>(bound));
    }
    return answer;
}

}  // namespace

Solution solve_lexicographically(const Problem& problem, const KeepGoing& keep_going, const Limits& limits)
{
    return Solver(problem, keep_going, limits).solve();
}

}  // namespace befriend
