#pragma once

#include "assignment/nodes.hpp"
#include "assignment/offers.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// One side of a graph, some of whose nodes are scarce: those bid, and search first.
template <typename Cost>
struct Shore {
    Offers<Cost>& offers;
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

/// Calls `visit(offer)` for the offers of a node, a scarce one's cheapest chunks first, until `enough(cost)`
/// of the least cost that is left. Returns how many it has seen.
template <bool flat, typename Cost, typename Visit, typename Enough>
std::size_t each_offer(const Shore<Cost>& shore, std::uint32_t node, Visit visit, Enough enough)
{
    if (flat || !shore.scarce[node]) {
        for (const Offer<Cost>& offer : shore.offers.of(node))
            visit(offer);
        return shore.offers.degree(node);
    }
    std::size_t at = 0;
    while (at < shore.offers.degree(node) && (at == 0 || !enough(shore.offers.cost_before(node, at)))) {
        const auto chunk = shore.offers.chunk(node, at);
        for (const Offer<Cost>& offer : chunk)
            visit(offer);
        at += chunk.size();
    }
    return at;
}

}  // namespace befriend
