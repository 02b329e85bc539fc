// The engine and LEMON's network simplex, which share no code, on problems too large for brute force.

#include "oracles/network_simplex.hpp"

#include "catch2.hpp"
#include "oracles/changes.hpp"
#include "oracles/how_many.hpp"
#include "oracles/instance.hpp"

using namespace befriend;
using namespace befriend::test;

namespace {

const Instance::Objective most{1, 0, 0, 0};
const Instance::Objective waiting{0, 1, 0, 0};
const Instance::Objective scarce{0, 0, 1, 0};
const Instance::Objective best{0, 0, 0, 1};

// Tiers in a number system: no tier of an assignment of up to 200 pairs reaches half of the base in size.
constexpr std::int64_t base = 1'000'000;

std::int64_t in_one_number(const std::vector<std::int64_t>& tiers)
{
    std::int64_t number = 0;
    for (const std::int64_t value : tiers)
        number = number * base + value;
    return number;
}

std::int64_t best_by_network_simplex(const Instance& instance)
{
    std::vector<CountedPair> pairs;
    for (const Instance::Pair& pair : instance.pairs)
        pairs.push_back({pair.row, pair.column, in_one_number(without_ties(value_of(instance, pair)))});
    return best_total_by_network_simplex(static_cast<std::uint32_t>(instance.rows()), instance.capacity,
                                         pairs);
}

}  // namespace

TEST_CASE("solve: equals a network simplex in every tier", "[assignment][oracle]")
{
    const auto family = GENERATE(0u, 1u, 2u, 3u, 4u, 5u, 6u, 8u, 9u);  // all whose weights are small enough
    CAPTURE(family_name[family]);
    const std::vector<Objectives> orders{
        {best},         {most, best},  {best, most}, {most, waiting, best}, {waiting, scarce},
        {scarce, best}, {{0, 1, 1, 1}}};
    for (std::uint64_t seed = 0; seed < how_many(120); ++seed) {
        CAPTURE(seed);
        Instance instance = random_instance(family, seed, seed % 10 == 0 ? 200 : 60);
        instance.objectives = orders[seed % orders.size()];
        REQUIRE(in_one_number(without_ties(answer_of(instance).value)) == best_by_network_simplex(instance));
    }
}
