#include "proposal/optimal_ties.hpp"

#include "assignment/strong_components.hpp"

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

// A row could leave its place for this one, which is as good on all named tiers.
struct Move {
    std::uint32_t row;
    std::uint32_t place;
};

// Places are columns, and one last place for all that is outside: rows without a column, and room in columns.
class Places {
public:
    Places(const Problem& problem, const Solution& solution)
        : problem_(&problem), solution_(&solution), tiers_(problem, solution)
    {
    }

    [[nodiscard]] std::uint32_t outside() const { return static_cast<std::uint32_t>(problem_->columns()); }

    [[nodiscard]] std::uint32_t of_row(std::size_t row) const
    {
        const std::uint32_t column = solution_->column_of_row[row];
        return column == Solution::unassigned ? outside() : column;
    }

    // By row.
    [[nodiscard]] std::vector<Move> moves(Watch& watch) const
    {
        std::vector<Move> moves;
        for (std::uint32_t row = 0; row < problem_->rows() && !watch.stopped(); ++row) {
            const std::uint32_t own = of_row(row);
            const std::uint64_t first = problem_->row_begin[row];
            const std::uint64_t end = problem_->row_begin[row + 1];
            for (std::uint64_t edge = first; edge < end; ++edge) {
                const std::uint32_t column = problem_->column[edge];
                if (column != own && tiers_.is_tight(row, column, edge)) moves.push_back({row, column});
            }
            if (own != outside() && tiers_.row_is_free(row)) moves.push_back({row, outside()});
            watch.worked(1 + end - first);
        }
        return moves;
    }

    // Each leads from a place to one that somebody there could have instead.
    [[nodiscard]] Arcs arcs(const std::vector<Move>& moves, Watch& watch) const
    {
        std::vector<std::int32_t> load(outside() + 1, 0);
        for (std::size_t row = 0; row < problem_->rows(); ++row)
            ++load[of_row(row)];
        watch.worked(problem_->rows());
        return arcs_of(load.size(), [&](auto visit) {
            for (std::size_t at = 0; at < moves.size() && !watch.stopped(); ++at) {
                visit(of_row(moves[at].row), moves[at].place);
                watch.worked(1);
            }
            for (std::uint32_t column = 0; column < outside() && !watch.stopped(); ++column) {
                if (!tiers_.column_is_free(column)) continue;
                if (load[column] < problem_->capacity[column]) visit(column, outside());
                if (load[column] > 0) visit(outside(), column);
            }
            watch.worked(outside());
        });
    }

private:
    const Problem* problem_;
    const Solution* solution_;
    NamedTiers tiers_;
};

}  // namespace

std::vector<bool> decided_by_tie(const Problem& problem, const Solution& solution,
                                 std::span<const std::size_t> owner_of_column, Watch& watch)
{
    const Places places(problem, solution);
    const std::vector<Move> moves = places.moves(watch);
    const StrongComponents components = strong_components(places.arcs(moves, watch), watch);
    const auto owner = [&](std::uint32_t place) {
        return place == places.outside() ? std::optional<std::size_t>() : owner_of_column[place];
    };
    std::vector<bool> decided(problem.rows(), false);
    for (std::size_t at = 0; at < moves.size() && !watch.stopped(); ++at) {
        const auto [row, place] = moves[at];
        const std::uint32_t own = places.of_row(row);
        const bool can_come_about = components.of_node[place] == components.of_node[own];
        if (can_come_about && owner(place) != owner(own)) decided[row] = true;
        watch.worked(1);
    }
    return decided;
}

}  // namespace befriend
