#include "proposal/optimal_ties.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace befriend {
namespace {

// The duals and weights of the named tiers; the last entry of the duals, `ties`, is left out.
class NamedTiers {
public:
    NamedTiers(const Problem& problem, const Solution& solution) : problem_(&problem), duals_(&solution.duals)
    {
    }

    [[nodiscard]] bool row_is_free(std::size_t row) const noexcept
    {
        return each([&](std::size_t tier) { return (*duals_)[tier].row[row] == 0; });
    }
    [[nodiscard]] bool column_is_free(std::size_t column) const noexcept
    {
        return each([&](std::size_t tier) { return (*duals_)[tier].column[column] == 0; });
    }
    [[nodiscard]] bool is_tight(std::size_t row, std::size_t column, std::size_t edge) const noexcept
    {
        return each([&](std::size_t t) {
            const Tier& tier = problem_->tiers[t];
            const std::int64_t of_edge = tier.edge.empty() ? 0 : tier.edge[edge];
            const std::int64_t weight = tier.each + (tier.row.empty() ? 0 : tier.row[row]) +
                                        (tier.column.empty() ? 0 : tier.column[column]) +
                                        (tier.costs ? -of_edge : of_edge);
            return (*duals_)[t].row[row] + (*duals_)[t].column[column] == weight;
        });
    }

private:
    template <class Holds>
    [[nodiscard]] bool each(Holds holds) const noexcept
    {
        for (std::size_t tier = 0; tier < problem_->tiers.size(); ++tier) {
            if (!holds(tier)) return false;
        }
        return true;
    }

    const Problem* problem_;
    const std::vector<TierDuals>* duals_;
};

using Residual = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

// Nodes: rows, columns, and one last node for every place that is not an edge.
Residual residual_of(const Problem& problem, const Solution& solution)
{
    const NamedTiers tiers(problem, solution);
    const std::size_t rows = problem.rows();
    const std::size_t nowhere = rows + problem.columns();
    Residual residual(nowhere + 1);
    std::vector<std::int32_t> load(problem.columns(), 0);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t assigned = solution.column_of_row[row];
        for (std::uint64_t edge = problem.row_begin[row]; edge < problem.row_begin[row + 1]; ++edge) {
            const std::uint32_t column = problem.column[edge];
            if (column == assigned) {
                boost::add_edge(rows + column, row, residual);
                ++load[column];
            } else if (tiers.is_tight(row, column, edge)) {
                boost::add_edge(row, rows + column, residual);
            }
        }
        if (assigned == Solution::unassigned) {
            boost::add_edge(nowhere, row, residual);
        } else if (tiers.row_is_free(row)) {
            boost::add_edge(row, nowhere, residual);
        }
    }
    for (std::size_t column = 0; column < problem.columns(); ++column) {
        if (!tiers.column_is_free(column)) continue;
        if (load[column] < problem.capacity[column]) boost::add_edge(rows + column, nowhere, residual);
        if (load[column] > 0) boost::add_edge(nowhere, rows + column, residual);
    }
    return residual;
}

}  // namespace

std::vector<bool> decided_by_tie(const Problem& problem, const Solution& solution,
                                 std::span<const std::size_t> owner_of_column)
{
    const Residual residual = residual_of(problem, solution);
    std::vector<std::size_t> component(boost::num_vertices(residual));
    boost::strong_components(residual, boost::make_iterator_property_map(
                                           component.begin(), boost::get(boost::vertex_index, residual)));

    const std::size_t rows = problem.rows();
    const std::size_t nowhere = rows + problem.columns();
    const auto owner = [&](std::size_t place) {
        return place == nowhere ? std::optional<std::size_t>() : owner_of_column[place - rows];
    };
    std::vector<bool> decided(rows, false);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t assigned = solution.column_of_row[row];
        const auto own = owner(assigned == Solution::unassigned ? nowhere : rows + assigned);
        const auto [first, last] = boost::adjacent_vertices(row, residual);
        decided[row] = std::any_of(first, last, [&](std::size_t place) {
            return component[place] == component[row] && owner(place) != own;
        });
    }
    return decided;
}

}  // namespace befriend
