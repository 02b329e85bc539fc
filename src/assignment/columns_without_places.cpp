// Prices of columns that nobody can have.
//
// A column of capacity 0 was never on a face. Its price is the least, compared tier by tier, that leaves no
// edge of it with a weight above its duals.

#include "assignment/columns_without_places.hpp"

#include "assignment/bound.hpp"
#include "assignment/weights.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

void price_columns_without_places(const Problem& problem, Solution& solution, Watch& watch)
{
    if (std::find(problem.capacity.begin(), problem.capacity.end(), 0) == problem.capacity.end()) return;
    const std::size_t tiers = tiers_with_ties(problem);
    std::vector<TierWeights> weights;
    for (std::size_t tier = 0; tier < tiers; ++tier)
        weights.emplace_back(problem, tier);
    for (std::uint32_t row = 0; row < problem.rows() && !watch.stopped(); ++row) {
        watch.worked((problem.row_begin[row + 1] - problem.row_begin[row]) * tiers);
        for (std::uint64_t edge = problem.row_begin[row]; edge < problem.row_begin[row + 1]; ++edge) {
            const std::uint32_t column = problem.column[edge];
            if (problem.capacity[column] != 0) continue;
            bool raised = false;  // in an earlier tier, so that the later ones take the edge's own values
            for (std::size_t tier = 0; tier < tiers; ++tier) {
                TierDuals& duals = solution.duals[tier];
                const std::int64_t least = weights[tier].of(row, column, edge) - duals.row[row];
                if (!raised && least < duals.column[column]) break;
                raised = raised || least > duals.column[column];
                duals.column[column] = least;
            }
        }
    }
}

}  // namespace befriend
