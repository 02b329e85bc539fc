#include "streamed/people_source.hpp"

#include "catch2.hpp"
#include "instances/domain.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace befriend;
using namespace befriend::peers;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::int32_t>>;

// By the numbers that volunteers were drawn with.
Pairs pairs_of(const PeopleSource& source, std::uint32_t child)
{
    Pairs pairs;
    source.pairs_of(child, [&](const PairBatch& batch) {
        REQUIRE(std::is_sorted(batch.column.begin(), batch.column.end()));
        for (std::size_t at = 0; at < batch.column.size(); ++at)
            pairs.emplace_back(source.drawn_volunteer(batch.column[at]),
                               static_cast<std::int32_t>(batch.weight[1][at]));
    });
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

TEST_CASE("people source: pairs and scores are those of the stored instance, but for rounding",
          "[benchmarks][oracle]")
{
    std::size_t found = 0;
    std::size_t rounded = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Region region;
        region.children = 400;
        region.volunteers = 1500;
        region.authorities = 3;
        region.width = 60;
        region.height = 80;
        region.radius = seed % 2 == 0 ? 12 : 90;
        region.seed = seed;
        const Domain domain(region);
        const PeopleSource source(region);
        REQUIRE(source.children() == region.children);
        REQUIRE(source.volunteers() == region.volunteers);
        for (std::uint32_t child = 0; child < region.children; ++child) {
            const Pairs pairs = pairs_of(source, child);
            Pairs expected;
            domain.pairs_of(source.drawn_child(child), expected);
            REQUIRE(pairs.size() == expected.size());
            found += pairs.size();
            for (std::size_t at = 0; at < pairs.size(); ++at) {
                REQUIRE(pairs[at].first == expected[at].first);
                const std::int32_t apart = std::abs(pairs[at].second - expected[at].second);
                REQUIRE(apart <= 1);
                rounded += static_cast<std::size_t>(apart);
            }
        }
    }
    CHECK(found > 500'000);
    CHECK(rounded < found / 20);
}
