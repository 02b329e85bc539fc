// One tier: prices by auction where edges have weights of their own, then exact searches from both sides.

#include "assignment/tier.hpp"

#include "assignment/auction.hpp"
#include "assignment/shortest_augmenting_path.hpp"
#include <befriend/assignment/solution.hpp>

#include <cstdint>
#include <vector>

namespace befriend {
namespace {

void start_at_reserve(Nodes& nodes)
{
    for (std::size_t node = 0; node < nodes.size(); ++node)
        nodes.dual[node] = nodes.must[node] ? 0 : nodes.reserve[node];
}

template <typename Lists, bool flat>
void search(const Shore<Lists>& rows, const Shore<Lists>& columns, const std::vector<std::uint32_t>& draft,
            std::int64_t largest, Matching& matching, Watch& watch)
{
    ShortestAugmentingPaths<Lists, flat> paths(
        rows, columns, Weight<typename Lists::cost_type, flat>{largest}, matching, watch);
    paths.begin(draft);
    paths.settle();
}

}  // namespace

template <typename Lists>
void solve_tier(Graph<Lists>& graph, bool flat, const Scarce& scarce, Nodes& rows, Nodes& columns,
                Matching& matching, const Limits& limits, Watch& watch)
{
    const Shore<Lists> of_rows{graph.rows, rows, scarce.rows};
    const Shore<Lists> of_columns{graph.columns, columns, scarce.columns};
    start_at_reserve(rows);
    start_at_reserve(columns);
    matching.clear();
    std::vector<std::uint32_t> draft(rows.size(), Solution::unassigned);
    if (flat) {
        search<Lists, true>(of_rows, of_columns, draft, 0, matching, watch);
        return;
    }
    if (limits.auction) {
        const AuctionLimits bounds{graph.largest, graph.spread, limits.highest_price};
        for (const Holding& holding : auction(of_rows, of_columns, bounds, watch))
            draft[holding.bidder] = holding.object;
        for (const Holding& holding : auction(of_columns, of_rows, bounds, watch))
            draft[holding.object] = holding.bidder;
    }
    search<Lists, false>(of_rows, of_columns, draft, graph.largest, matching, watch);
}

template void solve_tier(Graph<Offers32>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);
template void solve_tier(Graph<Offers64>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);
template void solve_tier(Graph<Matrix>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);

}  // namespace befriend
