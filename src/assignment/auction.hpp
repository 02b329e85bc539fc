#pragma once

#include "assignment/shore.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// Who has what at the end of an auction.
struct Holding {
    std::uint32_t bidder;
    std::uint32_t object;
};

/// The weights of an auction, and how high it may go.
struct AuctionLimits {
    std::int64_t largest;  ///< as in `Graph`
    std::int64_t spread;   ///< as in `Graph`
    std::int64_t highest;  ///< no price is above
};

/// Lets the scarce nodes of `bidders` bid for their neighbours until each has what it wants at the prices
/// that come about, or too much work is done. Prices are the duals of the neighbours, and only rise. What it
/// returns is a draft, near the best: nothing is promised.
template <typename Lists>
[[nodiscard]] std::vector<Holding> auction(const Shore<Lists>& bidders, const Shore<Lists>& objects,
                                           const AuctionLimits& limits, Watch& watch);

/// Goes on from an auction after which objects are idle that must be full: those bid in turn for the bidders,
/// and an object that loses its bidder does so as well, unless it is content with its reserve. Sets the duals
/// of both sides. D. Bertsekas, D. Castañon, H. Tsaknakis, SIAM Journal on Optimization 3 (1993) 268-297
/// ("reverse auction").
template <typename Lists>
[[nodiscard]] std::vector<Holding> reverse_auction(const Shore<Lists>& bidders, const Shore<Lists>& objects,
                                                   const std::vector<Holding>& draft,
                                                   const AuctionLimits& limits, Watch& watch);

}  // namespace befriend
