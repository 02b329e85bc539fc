// The proof of an answer, checked by adding and comparing. It shares nothing with the solver but the plain
// types, the way to ask whether to go on and that to share a pass. A wrong answer may hold any number, so
// duals beyond 62 bits are refused before they are added.
//
// Linear programming duality over an ordered group: docs/methods/certificate.md. O(edges * tiers).

#include "assignment/certificate.hpp"

#include "assignment/certificate_conditions.hpp"
#include "assignment/shared_pass.hpp"

#include <algorithm>
#include <mutex>

namespace befriend {
namespace {

using Found = std::optional<Violation>;
using certificate::Wide;

constexpr std::size_t steps_of_search = 16;  // for an edge anywhere in memory, and for its tie

struct Checker {
    const Problem& problem;
    const Solution& solution;
    Watch& watch;
    std::size_t tiers = problem.tiers.size() + (problem.ties ? 1 : 0);
    std::vector<std::int32_t> used = std::vector<std::int32_t>(problem.columns());
    std::vector<std::uint64_t> edge_of_row = std::vector<std::uint64_t>(problem.rows(), problem.edges());

    // Of every tier and node, its dual less its own weight. Unsigned numbers wrap around, and so may a part.
    using Reduced = std::vector<std::vector<std::uint64_t>>;

    Found check()
    {
        if (const Found found = certificate::sizes(solution, problem.rows(), problem.columns(), tiers))
            return found;
        if (const Found found = pairs()) return found;
        if (const Found found = feasible_and_tight()) return found;
        if (const Found found = certificate::unpriced(solution, problem.capacity, used)) return found;
        return totals();
    }

    // The edge from a row to a column, or edges() if there is none.
    std::uint64_t edge_between(std::size_t row, std::uint32_t column) const
    {
        const auto first = problem.column.begin() + static_cast<std::ptrdiff_t>(problem.row_begin[row]);
        const auto last = problem.column.begin() + static_cast<std::ptrdiff_t>(problem.row_begin[row + 1]);
        const auto edge = std::lower_bound(first, last, column);
        const bool is_there = edge != last && *edge == column;
        return is_there ? static_cast<std::uint64_t>(edge - problem.column.begin()) : problem.edges();
    }

    Found pairs()
    {
        for (std::size_t row = 0; row < problem.rows() && !watch.stopped(); ++row) {
            watch.worked(steps_of_search);
            const std::uint32_t column = solution.column_of_row[row];
            if (column == Solution::unassigned) continue;
            edge_of_row[row] = edge_between(row, column);
            if (edge_of_row[row] == problem.edges() || used[column] == problem.capacity[column])
                return Violation{Condition::pairs, row};
            ++used[column];
        }
        return {};
    }

    // Rows are independent, so several threads may look at them; the first that is wrong counts.
    Found feasible_and_tight() const
    {
        const Reduced of_rows = reduced(problem.rows(), &TierDuals::row, &Tier::row);
        const Reduced of_columns = reduced(problem.columns(), &TierDuals::column, &Tier::column);
        Found found;
        std::size_t row_of_found = problem.rows();
        std::mutex finding;
        work_in_blocks(problem.rows(), problem.edges() * tiers, watch,
                       [&](Watch& own, std::size_t first, std::size_t end) {
                           std::vector<std::int64_t> slack;
                           for (std::size_t row = first; row < end && !own.stopped(); ++row) {
                               const Found here = feasible_and_tight(row, of_rows, of_columns, slack);
                               own.worked(slack.size() * tiers + 1);
                               if (!here) continue;
                               const std::lock_guard lock(finding);
                               if (row < row_of_found) found = here;
                               row_of_found = std::min(row_of_found, row);
                               return;
                           }
                       });
        return found;
    }

    Found feasible_and_tight(std::size_t row, const Reduced& of_rows, const Reduced& of_columns,
                             std::vector<std::int64_t>& slack) const
    {
        const std::int64_t least = find_slack(row, of_rows, of_columns, slack);
        const std::uint64_t begin = problem.row_begin[row];
        const bool is_tight = edge_of_row[row] == problem.edges() || slack[edge_of_row[row] - begin] == 0;
        if (is_tight && (least > 0 || (least == 0 && !problem.ties))) return {};
        for (std::uint64_t edge = begin; edge < problem.row_begin[row + 1]; ++edge) {
            std::int64_t here = slack[edge - begin];
            if (here == 0 && problem.ties) here = slack_of_ties(of_rows, of_columns, row, edge);
            if (here < 0) return Violation{Condition::feasible, edge};
            if (here > 0 && edge == edge_of_row[row]) return Violation{Condition::tight, row};
        }
        return {};
    }

    Reduced reduced(std::size_t nodes, const std::vector<std::int64_t> TierDuals::* dual,
                    std::span<const std::int64_t> Tier::* weight) const
    {
        Reduced all;
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            watch.worked(nodes);
            const std::vector<std::int64_t>& duals = solution.duals[tier].*dual;
            all.emplace_back(duals.begin(), duals.end());
            if (tier == problem.tiers.size() || (problem.tiers[tier].*weight).empty()) continue;
            for (std::size_t node = 0; node < nodes; ++node)
                all[tier][node] -= static_cast<std::uint64_t>((problem.tiers[tier].*weight)[node]);
        }
        return all;
    }

    // Of all edges of a row, the slack in the first named tier where there is any; returns the least. Plain
    // loops, which compile to vector instructions.
    std::int64_t find_slack(std::size_t row, const Reduced& of_rows, const Reduced& of_columns,
                            std::vector<std::int64_t>& slack) const
    {
        const std::uint64_t begin = problem.row_begin[row];
        const auto columns = problem.column.subspan(begin, problem.row_begin[row + 1] - begin);
        slack.assign(columns.size(), 0);
        for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
            const Tier& parts = problem.tiers[tier];
            const std::uint64_t of_row = of_rows[tier][row] - static_cast<std::uint64_t>(parts.each);
            const std::uint64_t* const of_column = of_columns[tier].data();
            const std::int64_t* const weight = parts.edge.empty() ? nullptr : parts.edge.data() + begin;
            const std::uint64_t turn =
                parts.costs ? ~std::uint64_t{0} : 0;  // x is turned by (x ^ turn) - turn
            const auto fill = [&](auto price) {
                for (std::size_t at = 0; at < slack.size(); ++at) {
                    const std::uint64_t own = weight == nullptr ? 0 : static_cast<std::uint64_t>(weight[at]);
                    const auto here = static_cast<std::int64_t>(of_row + price(at) - ((own ^ turn) - turn));
                    const std::int64_t decided = -std::int64_t{slack[at] != 0};  // all bits, or none
                    slack[at] = (slack[at] & decided) | (here & ~decided);
                }
            };
            if (is_run(columns)) {
                fill([prices = of_column + columns.front()](std::size_t at) { return prices[at]; });
            } else {
                fill([&](std::size_t at) { return of_column[columns[at]]; });
            }
        }
        std::int64_t least = 1;
        for (const std::int64_t here : slack)
            least = here < least ? here : least;
        return least;
    }

    // Whether columns follow one another: they ascend, so their number tells.
    static bool is_run(std::span<const std::uint32_t> columns)
    {
        return !columns.empty() && columns.back() - columns.front() + 1 == columns.size();
    }

    std::int64_t slack_of_ties(const Reduced& of_rows, const Reduced& of_columns, std::size_t row,
                               std::uint64_t edge) const
    {
        const std::uint32_t column = problem.column[edge];
        const auto own = static_cast<std::uint64_t>(tie(row, column));
        return static_cast<std::int64_t>(of_rows.back()[row] + of_columns.back()[column] - own);
    }

    Found totals() const
    {
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            Wide sum = 0;
            for (std::size_t row = 0; row < problem.rows() && !watch.stopped(); ++row) {
                watch.worked(steps_of_search);
                if (edge_of_row[row] != problem.edges()) sum += weight(tier, row, edge_of_row[row]);
            }
            if (sum != solution.value[tier] || sum != solution.bound[tier])
                return Violation{Condition::totals, tier};
        }
        return {};
    }

    Wide weight(std::size_t tier, std::size_t row, std::uint64_t edge) const
    {
        if (tier == problem.tiers.size()) return tie(row, problem.column[edge]);
        const auto part = [](auto weights, std::uint64_t at) { return weights.empty() ? 0 : weights[at]; };
        const Tier& parts = problem.tiers[tier];
        const Wide own = part(parts.edge, edge);
        return Wide{parts.each} + part(parts.row, row) + part(parts.column, problem.column[edge]) +
               (parts.costs ? -own : own);
    }

    std::int64_t tie(std::size_t row, std::uint32_t column) const
    {
        return certificate::tie(problem.row_key, row, problem.column_key, column);
    }
};

}  // namespace

std::optional<Violation> first_violation(const Problem& problem, const Solution& solution, Watch& watch)
{
    return Checker{problem, solution, watch}.check();
}

std::optional<Violation> first_violation(const Problem& problem, const Solution& solution)
{
    const KeepGoing never_asked;
    Watch watch(never_asked, 1, {problem.threads});
    return first_violation(problem, solution, watch);
}

}  // namespace befriend
