#pragma once

#include "assignment/nodes.hpp"
#include "assignment/offers.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// One side of a graph, some of whose nodes are scarce: those bid, and search first.
template <typename Lists>
struct Shore {
    Lists& offers;
    Nodes& nodes;
    const std::vector<bool>& scarce;  ///< all neighbours of a scarce node are not
};

/// What an edge weighs in the tier at hand: by its cost, or 0 if the tier is flat (see `Nodes`).
template <typename Cost, bool flat>
struct Weight {
    std::int64_t largest;  ///< as in `Graph`

    std::int64_t operator()(Cost cost) const
    {
        if constexpr (flat) return 0;
        return largest - static_cast<std::int64_t>(cost);
    }
};

/// Calls `visit(offer)` for the offers of a node, a scarce one's cheapest first, until `enough(cost)` of the
/// least cost that is left. Returns how many it has seen; `watch` as in `Offers`.
template <bool flat, typename Lists, typename Visit, typename Enough>
std::size_t each_offer(const Shore<Lists>& shore, std::uint32_t node, Visit visit, Enough enough,
                       Watch& watch)
{
    return shore.offers.each(node, !flat && shore.scarce[node], visit, enough, watch);
}

}  // namespace befriend
