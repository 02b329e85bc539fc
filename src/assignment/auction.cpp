// Prices by auction: fast, and near enough that exact searches have little left to do.
//
// A bidder without an object bids for the one that is best for it, at a price so high that it would be as
// well off with the second best, and a little more, `increment`. The object goes to it; whoever had it bids
// again. At the end nobody has an object that is worse for it by more than `increment` than another at these
// prices. That is all: duals and pairs are then made exact by searches (shortest_augmenting_path.cpp), so
// nothing here has to be proved, only bounded.
//
// Three things make it fast. Objects start at their reserve, the least dual they may have, so that those
// nobody needs end there. A bidder remembers its favourites: the six best objects when it last looked, and
// a threshold that all others are above, since prices only rise; most bids look at nothing else. And lists of
// offers come into order of cost only as far as bidders look (offers.hpp).
//
// With as many bidders as places every object ends with a bidder, so prices may start anywhere, and the
// increment is scaled: large steps first, each phase from the prices of the one before.
//
// An object with several places is let at the lowest bid among its holders once it is full. A bidder with
// several places bids for that many objects at once.
//
// When objects must be full and are not, roles change: they bid for the bidders (`reverse_auction`).
//
// D. Bertsekas, Annals of Operations Research 14 (1988) 105-123; D. Bertsekas, D. Castañon, "The auction
// algorithm for the transportation problem", Annals of Operations Research 20 (1989) 67-96, and Computational
// Optimization and Applications 1 (1992) 277-297 (unequal sides, scaling).

#include "assignment/auction.hpp"

#include "assignment/bidding.hpp"
#include "assignment/graph.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace befriend {
namespace {

// What a bidder sees first (`reach`) over these is the increment: of the first phase, with a divisor from
// phase to phase, and where there is one phase. `last` is where further phases no longer pay. By experiment.
constexpr std::int64_t first_share = 16;
constexpr std::int64_t divisor = 8;
constexpr std::int64_t last = 4;
constexpr std::size_t most_bids = 30;  // a bidder, before a first increment counts as too small
constexpr std::int64_t single_share = 1000;

// Whether the bidders must have as many places as there are: then every object will be full.
template <typename Lists>
bool is_balanced(const Shore<Lists>& bidders, const Shore<Lists>& objects)
{
    std::int64_t difference = 0;
    for (std::uint32_t bidder = 0; bidder < bidders.nodes.size(); ++bidder) {
        if (!bidders.scarce[bidder] || bidders.offers.degree(bidder) == 0) continue;
        if (!bidders.nodes.must[bidder]) return false;
        difference += bidders.nodes.capacity[bidder];
    }
    for (std::uint32_t object = 0; object < objects.nodes.size(); ++object)
        if (!objects.scarce[object] && objects.offers.degree(object) > 0)
            difference -= objects.nodes.capacity[object];
    return difference == 0;
}

// The duals of those who bid, at the others' prices.
template <typename Lists>
void set_to_best(const Shore<Lists>& bidders, const Shore<Lists>& objects, std::int64_t largest, Watch& watch)
{
    Nodes& nodes = bidders.nodes;
    for (std::uint32_t bidder = 0; bidder < nodes.size() && !watch.stopped(); ++bidder) {
        if (!bidders.scarce[bidder] || bidders.offers.degree(bidder) == 0) continue;
        std::int64_t best =
            nodes.must[bidder] ? std::numeric_limits<std::int64_t>::min() : nodes.reserve[bidder];
        bidders.offers.visit_all(bidder, [&](const auto& offer) {
            best = std::max(best,
                            largest - static_cast<std::int64_t>(offer.cost) - objects.nodes.dual[offer.node]);
        });
        nodes.dual[bidder] = best;
        watch.worked(bidders.offers.degree(bidder));
    }
}

std::vector<bool> opposite(std::vector<bool> marks)
{
    marks.flip();
    return marks;
}

std::vector<Holding> turned(std::vector<Holding> holdings)
{
    for (Holding& holding : holdings)
        std::swap(holding.bidder, holding.object);
    return holdings;
}

}  // namespace

template <typename Lists>
std::vector<Holding> auction(const Shore<Lists>& bidders, const Shore<Lists>& objects,
                             const AuctionLimits& limits, Watch& watch)
{
    if (std::find(bidders.scarce.begin(), bidders.scarce.end(), true) == bidders.scarce.end()) return {};
    Bidding<Lists> bidding(bidders, objects, limits, watch);
    const std::int64_t reach = bidding.reach();
    std::int64_t increment = reach / single_share;
    if (is_balanced(bidders, objects)) {
        increment = std::max<std::int64_t>(reach / first_share, 1);
        while (!bidding.run(increment, most_bids) && !bidding.is_over() && increment < limits.spread)
            increment *= divisor;
        for (increment /= divisor; increment > last && !bidding.is_over(); increment /= divisor)
            bidding.run(increment);
    }
    bidding.run(std::max<std::int64_t>(increment, 1));
    return bidding.holdings();
}

template <typename Lists>
std::vector<Holding> reverse_auction(const Shore<Lists>& bidders, const Shore<Lists>& objects,
                                     const std::vector<Holding>& draft, const AuctionLimits& limits,
                                     Watch& watch)
{
    set_to_best(bidders, objects, limits.largest, watch);
    const std::vector<bool> sold = opposite(objects.scarce);
    const std::vector<bool> buying = opposite(bidders.scarce);
    const Shore<Lists> sellers{objects.offers, objects.nodes, sold};
    const Shore<Lists> buyers{bidders.offers, bidders.nodes, buying};
    Bidding<Lists> bidding(sellers, buyers, limits, watch);
    bidding.run_from(turned(draft), std::max<std::int64_t>(bidding.reach() / single_share, 1));
    set_to_best(sellers, buyers, limits.largest, watch);
    return turned(bidding.holdings());
}

template std::vector<Holding> auction(const Shore<Offers32>&, const Shore<Offers32>&, const AuctionLimits&,
                                      Watch&);
template std::vector<Holding> auction(const Shore<Offers64>&, const Shore<Offers64>&, const AuctionLimits&,
                                      Watch&);
template std::vector<Holding> auction(const Shore<Matrix>&, const Shore<Matrix>&, const AuctionLimits&,
                                      Watch&);
template std::vector<Holding> reverse_auction(const Shore<Offers32>&, const Shore<Offers32>&,
                                              const std::vector<Holding>&, const AuctionLimits&, Watch&);
template std::vector<Holding> reverse_auction(const Shore<Offers64>&, const Shore<Offers64>&,
                                              const std::vector<Holding>&, const AuctionLimits&, Watch&);
template std::vector<Holding> reverse_auction(const Shore<Matrix>&, const Shore<Matrix>&,
                                              const std::vector<Holding>&, const AuctionLimits&, Watch&);

}  // namespace befriend
