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

}  // namespace befriend
