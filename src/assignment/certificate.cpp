// The proof of an answer, checked by adding and comparing. It shares nothing with the solver but the plain
// types. A wrong answer may hold any number, so duals beyond 62 bits are refused before they are added.
//
// Linear programming duality over an ordered group: docs/methods/certificate.md. O(edges * tiers).

#include "assignment/certificate_conditions.hpp"
#include <befriend/assignment/certificate.hpp>

#include <algorithm>

namespace befriend {
namespace {

using Found = std::optional<Violation>;
using certificate::Wide;

struct Checker {
    const Problem& problem;
    const Solution& solution;
    std::size_t tiers = problem.tiers.size() + (problem.ties ? 1 : 0);
    std::vector<std::int32_t> used = std::vector<std::int32_t>(problem.columns());
    std::vector<std::uint64_t> edge_of_row = std::vector<std::uint64_t>(problem.rows(), problem.edges());

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
        for (std::size_t row = 0; row < problem.rows(); ++row) {
            const std::uint32_t column = solution.column_of_row[row];
            if (column == Solution::unassigned) continue;
            edge_of_row[row] = edge_between(row, column);
            if (edge_of_row[row] == problem.edges() || used[column] == problem.capacity[column])
                return Violation{Condition::pairs, row};
            ++used[column];
        }
        return {};
    }

    Found feasible_and_tight() const
    {
        const Reduced of_rows = reduced(problem.rows(), &TierDuals::row, &Tier::row);
        const Reduced of_columns = reduced(problem.columns(), &TierDuals::column, &Tier::column);
        std::vector<std::int64_t> slack;
        for (std::size_t row = 0; row < problem.rows(); ++row) {
            const bool known = is_run(row);
            if (known) find_slack_of_run(row, of_rows, of_columns, slack);
            const std::uint64_t begin = problem.row_begin[row];
            for (std::uint64_t edge = begin; edge < problem.row_begin[row + 1]; ++edge) {
                std::int64_t sign = known ? slack[edge - begin] : 0;
                if (sign == 0) sign = sign_of_slack(of_rows, of_columns, row, edge);
                if (sign < 0) return Violation{Condition::feasible, edge};
                if (sign > 0 && edge == edge_of_row[row]) return Violation{Condition::tight, row};
            }
        }
        return {};
    }

    // Of every node, tier by tier: its dual less its own weight. Unsigned numbers wrap around, and so may a
    // part.
    struct Reduced {
        std::vector<std::uint64_t> by_node;
        std::vector<std::uint64_t> by_tier;
    };

    Reduced reduced(std::size_t nodes, const std::vector<std::int64_t> TierDuals::* dual,
                    std::span<const std::int64_t> Tier::* weight) const
    {
        Reduced all{std::vector<std::uint64_t>(nodes * tiers), std::vector<std::uint64_t>(nodes * tiers)};
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            const bool weighs = tier < problem.tiers.size() && !(problem.tiers[tier].*weight).empty();
            for (std::size_t node = 0; node < nodes; ++node) {
                const std::int64_t own = weighs ? (problem.tiers[tier].*weight)[node] : 0;
                const auto less = static_cast<std::uint64_t>((solution.duals[tier].*dual)[node]) -
                                  static_cast<std::uint64_t>(own);
                all.by_node[node * tiers + tier] = less;
                all.by_tier[tier * nodes + node] = less;
            }
        }
        return all;
    }

    // Whether the columns of a row follow one another: they ascend, so their number tells.
    bool is_run(std::size_t row) const
    {
        const std::uint64_t begin = problem.row_begin[row];
        const std::uint64_t end = problem.row_begin[row + 1];
        return end - begin > 16 && problem.column[end - 1] - problem.column[begin] + 1 == end - begin;
    }

    // Of all edges of such a row, the slack in the first named tier where there is any: plain loops, which
    // compile to vector instructions.
    void find_slack_of_run(std::size_t row, const Reduced& of_rows, const Reduced& of_columns,
                           std::vector<std::int64_t>& slack) const
    {
        const std::uint64_t begin = problem.row_begin[row];
        slack.assign(problem.row_begin[row + 1] - begin, 0);
        for (std::size_t tier = 0; tier < problem.tiers.size(); ++tier) {
            const Tier& parts = problem.tiers[tier];
            const std::uint64_t of_row =
                of_rows.by_node[row * tiers + tier] - static_cast<std::uint64_t>(parts.each);
            const std::uint64_t* const of_column =
                of_columns.by_tier.data() + tier * problem.columns() + problem.column[begin];
            const std::int64_t* const weight = parts.edge.empty() ? nullptr : parts.edge.data() + begin;
            for (std::size_t at = 0; at < slack.size(); ++at) {
                const std::uint64_t own = weight == nullptr ? 0 : static_cast<std::uint64_t>(weight[at]);
                const auto here = static_cast<std::int64_t>(of_row + of_column[at] - own);
                slack[at] = slack[at] != 0 ? slack[at] : here;
            }
        }
    }

    Found totals() const
    {
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            Wide sum = 0;
            for (std::size_t row = 0; row < problem.rows(); ++row)
                if (edge_of_row[row] != problem.edges()) sum += weight(tier, row, edge_of_row[row]);
            if (sum != solution.value[tier] || sum != solution.bound[tier])
                return Violation{Condition::totals, tier};
        }
        return {};
    }

    // What an edge counts in a tier beside the weights of its ends.
    std::int64_t own_weight(std::size_t tier, std::size_t row, std::uint64_t edge) const
    {
        if (tier == problem.tiers.size()) return tie(row, problem.column[edge]);
        const Tier& parts = problem.tiers[tier];
        const std::uint64_t each = static_cast<std::uint64_t>(parts.each);
        return static_cast<std::int64_t>(
            parts.edge.empty() ? each : each + static_cast<std::uint64_t>(parts.edge[edge]));
    }

    Wide weight(std::size_t tier, std::size_t row, std::uint64_t edge) const
    {
        const auto part = [](auto weights, std::uint64_t at) { return weights.empty() ? 0 : weights[at]; };
        const Wide own = own_weight(tier, row, edge);
        if (tier == problem.tiers.size()) return own;
        return own + part(problem.tiers[tier].row, row) +
               part(problem.tiers[tier].column, problem.column[edge]);
    }

    std::int64_t tie(std::size_t row, std::uint32_t column) const
    {
        return certificate::tie(problem.row_key, row, problem.column_key, column);
    }

    // Of u + v - w, in lexicographic order.
    int sign_of_slack(const Reduced& of_rows, const Reduced& of_columns, std::size_t row,
                      std::uint64_t edge) const
    {
        const std::uint64_t* const of_row = of_rows.by_node.data() + row * tiers;
        const std::uint64_t* const of_column = of_columns.by_node.data() + problem.column[edge] * tiers;
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            const auto own = static_cast<std::uint64_t>(own_weight(tier, row, edge));
            const auto slack = static_cast<std::int64_t>(of_row[tier] + of_column[tier] - own);
            if (slack != 0) return slack < 0 ? -1 : 1;
        }
        return 0;
    }
};

}  // namespace

std::optional<Violation> first_violation(const Problem& problem, const Solution& solution)
{
    return Checker{problem, solution}.check();
}

}  // namespace befriend
