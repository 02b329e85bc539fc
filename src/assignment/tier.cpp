// One tier: solved on a core, which grows until the duals are feasible on the whole face (core.cpp).
//
// Within a round no number overflows if the duals start it small (fault.cpp). Rounds that follow one another
// could in principle carry them further and further. Should they ever leave the limit, the tier begins anew
// on the whole face, where one round is enough.

#include "assignment/tier.hpp"

#include "assignment/core.hpp"
#include "assignment/matching.hpp"
#include "assignment/shortest_augmenting_path.hpp"
#include <befriend/assignment/solution.hpp>

#include <algorithm>

namespace befriend {
namespace {

// The pairs that are still tight after the duals of some rows have risen.
void take_over(const Face& face, const std::vector<std::uint32_t>& column_of_row, Matching& matching)
{
    for (std::uint32_t row = 0; row < face.rows.size(); ++row)
        for (std::uint64_t at = face.rows.begin[row]; at < face.rows.begin[row + 1]; ++at) {
            const std::uint32_t column = face.rows.neighbour[at];
            const bool tight = face.rows.dual[row] + face.columns.dual[column] == face.rows.weight[at];
            if (column == column_of_row[row] && tight) matching.link(row, column);
        }
}

bool small_duals(const Side& side, std::int64_t limit)
{
    return std::all_of(side.dual.begin(), side.dual.end(),
                       [&](std::int64_t dual) { return -limit < dual && dual < limit; });
}

}  // namespace

void solve_tier(Face& face, std::vector<std::uint32_t>& column_of_row, Watch& watch, const Limits& limits)
{
    Core core(face, column_of_row, limits.best_few, watch);
    bool first_round = true;
    do {
        if (!small_duals(face.rows, limits.largest_dual) || !small_duals(face.columns, limits.largest_dual)) {
            core.take_all(face);
            face.forget_duals();
            first_round = true;
        }
        face.lay_out(core.edges(), watch);
        if (watch.stopped()) return;
        Matching matching(face);
        if (!first_round) take_over(face, column_of_row, matching);
        ShortestAugmentingPaths paths(face, matching, watch);
        if (first_round) paths.begin();
        paths.settle();
        column_of_row = matching.column_of_row();
        first_round = false;
    } while (!watch.stopped() && core.extend(face, watch));
}

}  // namespace befriend
