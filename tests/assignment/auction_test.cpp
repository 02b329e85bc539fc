#include "assignment/auction.hpp"

#include "assignment/graph.hpp"
#include "assignment/nodes.hpp"
#include "catch2.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

using namespace befriend;

namespace {

// Bidders that must all be served, some of them with several places, and enough objects of one place.
struct Market {
    explicit Market(std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        const std::uint32_t bidder_count = 2 + static_cast<std::uint32_t>(random() % 8);
        const std::uint32_t object_count = 3 * bidder_count;
        std::vector<std::uint64_t> begin = {0};
        OfferList<std::uint32_t> offers;
        for (std::uint32_t bidder = 0; bidder < bidder_count; ++bidder) {
            for (std::uint32_t object = 0; object < object_count; ++object)
                offers.push_back({static_cast<std::uint32_t>(random() % 20), object});
            begin.push_back(offers.size());
        }
        of_bidders = {begin, offers};
        Watch watch(never_asked, 1);
        of_objects = transposed(of_bidders, object_count, watch);
        for (std::uint32_t bidder = 0; bidder < bidder_count; ++bidder)
            bidders.capacity.push_back(1 + static_cast<std::uint32_t>(random() % 3));
        objects.capacity.assign(object_count, 1);
        fill(bidders, object_count, 1);
        fill(objects, bidder_count, 0);
        scarce_bidders.assign(bidder_count, true);
        scarce_objects.assign(object_count, false);
    }

    static void fill(Nodes& nodes, std::uint32_t degree, std::uint8_t must)
    {
        nodes.degree.assign(nodes.size(), degree);
        nodes.must.assign(nodes.size(), must);
        nodes.dual.assign(nodes.size(), 0);
        nodes.reserve.assign(nodes.size(), 0);
    }

    std::vector<Holding> run(std::int64_t highest)
    {
        Watch watch(never_asked, 1);
        return auction(Shore<Offers32>{of_bidders, bidders, scarce_bidders},
                       Shore<Offers32>{of_objects, objects, scarce_objects}, {20, 20, highest}, watch);
    }

    KeepGoing never_asked;
    Offers32 of_bidders;
    Offers32 of_objects;
    Nodes bidders;
    Nodes objects;
    std::vector<bool> scarce_bidders;
    std::vector<bool> scarce_objects;
};

}  // namespace

TEST_CASE("auction: no price is above the highest allowed", "[assignment][property]")
{
    const auto seed = GENERATE(range(0u, 200u));
    const auto highest = GENERATE(std::int64_t{0}, std::int64_t{3}, std::int64_t{8});
    CAPTURE(seed, highest);
    Market market(seed);
    (void)market.run(highest);
    CHECK(*std::max_element(market.objects.dual.begin(), market.objects.dual.end()) <= highest);
}

TEST_CASE("auction: every bidder gets as many objects as it has places, and no object goes to two",
          "[assignment][property]")
{
    const auto seed = GENERATE(range(0u, 200u));
    CAPTURE(seed);
    Market market(seed);
    std::vector<std::uint32_t> objects_of(market.bidders.size(), 0);
    std::vector<std::uint32_t> holders_of(market.objects.size(), 0);
    for (const Holding& holding : market.run(std::int64_t{1} << 60)) {
        ++objects_of[holding.bidder];
        ++holders_of[holding.object];
    }
    CHECK(objects_of == market.bidders.capacity);
    CHECK(*std::max_element(holders_of.begin(), holders_of.end()) == 1);
}
