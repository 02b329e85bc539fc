#include "assignment/streamed/best_pairs.hpp"

#include "catch2.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <tuple>
#include <vector>

using namespace befriend;

namespace {

// A pair of node 2: its other end, and what it counts in two tiers.
struct Pair {
    std::uint32_t other;
    std::int64_t value[2];
};

std::int64_t rank_of(std::uint32_t other)
{
    return other % 3;
}

BestPairs three_nodes(std::size_t best)
{
    return {3, best, {{{}, true, 0}, {{}, true, 1}}};
}

void take(BestPairs& best, const Pair& pair)
{
    best.take(2, pair.other, [&](std::size_t part) { return pair.value[part]; }, rank_of);
}

std::vector<std::uint32_t> kept(BestPairs& best)
{
    best.keep_best(2, rank_of);
    const auto others = best.others(2);
    std::vector<std::uint32_t> sorted(others.begin(), others.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

// As kept by a sort of everything: by value, then rank, then the other end.
std::vector<std::uint32_t> first_by_sort(std::vector<Pair> pairs, std::size_t best)
{
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        const auto key = [](const Pair& of) {
            return std::tuple(of.value[0], of.value[1], rank_of(of.other), -std::int64_t{of.other});
        };
        return key(a) > key(b);
    });
    std::vector<std::uint32_t> first;
    for (const Pair& pair : pairs)
        if (first.size() < best) first.push_back(pair.other);
    std::sort(first.begin(), first.end());
    return first;
}

}  // namespace

TEST_CASE("best pairs: those that a sort puts first are kept, in whatever order they come",
          "[assignment][property]")
{
    std::mt19937_64 random(1);
    constexpr std::int64_t extremes[] = {std::numeric_limits<std::int64_t>::min(), -1, 0, 7,
                                         std::numeric_limits<std::int64_t>::max()};
    for (std::size_t round = 0; round < 2000; ++round) {
        CAPTURE(round);
        const std::size_t best = 1 + round % BestPairs::most_best;
        std::vector<Pair> pairs(random() % 150);
        for (std::uint32_t at = 0; at < pairs.size(); ++at)
            pairs[at] = {at, {extremes[random() % (1 + round % 5)], extremes[random() % 5]}};
        std::shuffle(pairs.begin(), pairs.end(), random);
        BestPairs all = three_nodes(best);
        BestPairs odd = three_nodes(best);
        BestPairs even = three_nodes(best);
        for (const Pair& pair : pairs) {
            take(all, pair);
            take(pair.other % 2 == 0 ? even : odd, pair);
        }
        const auto expected = first_by_sort(pairs, best);
        REQUIRE(kept(all) == expected);
        odd.take_all(2, even, rank_of);  // two halves, put together
        REQUIRE(kept(odd) == expected);
        REQUIRE(all.others(0).empty());
        REQUIRE(all.others(1).empty());
    }
}

TEST_CASE("best pairs: values are kept beside them, and a node that is cleared begins anew",
          "[assignment][example]")
{
    BestPairs best = three_nodes(2);
    take(best, {5, {1, 9}});
    take(best, {6, {2, 0}});
    take(best, {7, {1, 8}});  // the third
    CHECK(kept(best) == std::vector<std::uint32_t>{5, 6});
    CHECK(best.needed(0)[2] == 1);
    CHECK(best.needed(1)[2] == 9);
    CHECK(best.value(2, 0, 1) == 9);
    CHECK(best.value(2, 1, 0) == 2);
    best.clear(2);
    CHECK(best.others(2).empty());
    take(best, {7, {-4, -8}});
    CHECK(kept(best) == std::vector<std::uint32_t>{7});
}

TEST_CASE("best pairs: a node that is full keeps the better half, and needs more from then on",
          "[assignment][example]")
{
    BestPairs best = three_nodes(4);  // with room for 8
    for (std::uint32_t other = 0; other < 7; ++other)
        take(best, {other, {other, 0}});
    CHECK(best.others(2).size() == 7);
    take(best, {7, {7, 0}});
    CHECK(best.others(2).size() == 4);
    CHECK(best.needed(0)[2] == 4);
    take(best, {8, {3, 100}});
    take(best, {9, {4, -1}});
    CHECK(best.others(2).size() == 4);
    take(best, {10, {4, 0}});  // the rank of 10 and of 4 is 1, and 4 comes first
    CHECK(best.others(2).size() == 4);
    take(best, {11, {4, 0}});  // rank 2
    CHECK(kept(best) == std::vector<std::uint32_t>{5, 6, 7, 11});
}

TEST_CASE("best pairs: a node that expects much takes nothing below", "[assignment][example]")
{
    BestPairs best = three_nodes(2);
    best.expect(2, 0, 3);
    take(best, {1, {2, 100}});
    take(best, {2, {3, -5}});
    take(best, {3, {4, -5}});
    CHECK(kept(best) == std::vector<std::uint32_t>{2, 3});
}
