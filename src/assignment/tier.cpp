// One tier: prices by auction where edges have weights of their own, then exact searches from both sides.

#include "assignment/tier.hpp"

#include "assignment/auction.hpp"
#include "assignment/bound.hpp"
#include "assignment/dense/hungarian.hpp"
#include "assignment/dense/solve_dense.hpp"
#include "assignment/forced.hpp"
#include "assignment/shortest_augmenting_path.hpp"
#include <befriend/assignment/solution.hpp>

#include <cstdint>
#include <type_traits>
#include <vector>

namespace befriend {
namespace {

// Nobody is assigned, and duals are the least that they may be.
void start_afresh(Nodes& rows, Nodes& columns, Matching& matching)
{
    for (Nodes* const nodes : {&rows, &columns})
        for (std::size_t node = 0; node < nodes->size(); ++node)
            nodes->dual[node] = nodes->must[node] ? 0 : nodes->reserve[node];
    matching.clear();
}

// Whether an object that must be full is not.
template <typename Lists>
bool leaves_a_must(const Shore<Lists>& objects, const std::vector<Holding>& draft)
{
    std::vector<std::uint32_t> held(objects.nodes.size());
    for (const Holding& holding : draft)
        ++held[holding.object];
    for (std::uint32_t object = 0; object < held.size(); ++object) {
        const bool is_object = !objects.scarce[object] && objects.offers.degree(object) > 0;
        if (is_object && objects.nodes.must[object] && held[object] < objects.nodes.capacity[object])
            return true;
    }
    return false;
}

template <typename Lists>
std::vector<Holding> auction_both_ways(const Shore<Lists>& bidders, const Shore<Lists>& objects,
                                       const AuctionLimits& limits, Watch& watch)
{
    const std::vector<Holding> draft = auction(bidders, objects, limits, watch);
    if (draft.empty() || !leaves_a_must(objects, draft)) return draft;
    return reverse_auction(bidders, objects, draft, limits, watch);
}

struct Searched {
    bool are_feasible = false;  // duals; then they stay so, though the searches may be stopped
    bool were_long = false;     // some paths
};

template <typename Lists, bool flat>
Searched search(const Shore<Lists>& rows, const Shore<Lists>& columns,
                const std::vector<std::uint32_t>& draft, std::int64_t largest, std::int64_t looks,
                Matching& matching, Watch& watch)
{
    ShortestAugmentingPaths<Lists, flat> paths(
        rows, columns, Weight<typename Lists::cost_type, flat>{largest}, looks, matching, watch);
    paths.begin(draft);
    if (watch.stopped()) return {};
    paths.settle();
    return {true, paths.were_long()};
}

template <typename Lists>
Searched solve_as_it_is(Graph<Lists>& graph, bool flat, const Scarce& scarce, Nodes& rows, Nodes& columns,
                        Matching& matching, const Limits& limits, Watch& watch)
{
    const Shore<Lists> of_rows{graph.rows, rows, scarce.rows};
    const Shore<Lists> of_columns{graph.columns, columns, scarce.columns};
    start_afresh(rows, columns, matching);
    std::vector<std::uint32_t> draft(rows.size(), Solution::unassigned);
    if (flat) return search<Lists, true>(of_rows, of_columns, draft, 0, limits.looks, matching, watch);
    if (limits.auction) {
        const AuctionLimits bounds{graph.largest, graph.spread, limits.highest_price};
        for (const Holding& holding : auction_both_ways(of_rows, of_columns, bounds, watch))
            draft[holding.bidder] = holding.object;
        for (const Holding& holding : auction_both_ways(of_columns, of_rows, bounds, watch))
            draft[holding.object] = holding.bidder;
    }
    return search<Lists, false>(of_rows, of_columns, draft, graph.largest, limits.looks, matching, watch);
}

// Whether so few edges are left that some may be forced.
template <typename Cost>
bool is_thin(const Graph<Offers<Cost>>& graph)
{
    return graph.rows.count() <= 2 * (graph.rows.nodes() + graph.columns.nodes());
}

}  // namespace

template <typename Lists>
bool solve_tier(Graph<Lists>& graph, bool flat, const Scarce& scarce, Nodes& rows, Nodes& columns,
                Matching& matching, const Limits& limits, Watch& watch)
{
    if constexpr (std::is_same_v<Lists, Matrix>) {
        start_afresh(rows, columns, matching);
        if (!flat && limits.dense && solve_dense(graph, rows, columns, matching, limits.highest_price, watch))
            return false;
    } else {
        if constexpr (std::is_same_v<Lists, Offers32>) {
            start_afresh(rows, columns, matching);
            if (!flat && limits.hungarian &&
                solve_hungarian(graph, scarce, rows, columns, matching, limits.highest_price, watch))
                return false;
        }
        if (!flat && limits.forced && is_thin(graph)) {
            Forced forced(graph, rows, columns, watch);
            Graph<Lists> rest = forced.taken_out();
            const Searched searched =
                solve_as_it_is(rest, flat, scarce, rows, columns, matching, limits, watch);
            forced.put_back(matching);
            if (watch.stopped()) price_rows(graph, flat, rows, columns);
            return searched.were_long;
        }
    }
    const Searched searched = solve_as_it_is(graph, flat, scarce, rows, columns, matching, limits, watch);
    if (!searched.are_feasible) price_rows(graph, flat, rows, columns);
    return searched.were_long;
}

template bool solve_tier(Graph<Offers32>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);
template bool solve_tier(Graph<Offers64>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);
template bool solve_tier(Graph<Matrix>&, bool, const Scarce&, Nodes&, Nodes&, Matching&, const Limits&,
                         Watch&);

}  // namespace befriend
