#include "candidates/nearby.hpp"

#include "catch2.hpp"
#include "scoring/random_round.hpp"

#include <algorithm>

using namespace befriend;
using namespace befriend::test;

namespace {

std::vector<Nearby::Resident> random_residents(std::size_t count, Dice& dice)
{
    std::vector<Nearby::Resident> residents;
    for (std::uint32_t i = 0; i < count; ++i) {
        Nearby::Resident& one = residents.emplace_back();
        one.volunteer = i;
        one.pool = static_cast<std::uint32_t>(dice.below(3));
        one.reach_m = static_cast<std::int64_t>(dice.chance(10) ? dice.below(2'000'000) : dice.below(30'000));
        if (dice.chance(10)) continue;  // without a place
        one.place = Location{static_cast<std::int32_t>(dice.below(most_easting + 1)),
                             static_cast<std::int32_t>(dice.below(most_northing + 1))};
    }
    return residents;
}

// Those in blocks around, ascending.
std::vector<std::uint32_t> met_by(const Nearby& nearby, std::uint32_t pool,
                                  const std::optional<Location>& place)
{
    std::vector<std::uint32_t> met;
    nearby.each_block_around(pool, place, [&](std::size_t block) {
        const auto volunteers = nearby.volunteers_of(block);
        met.insert(met.end(), volunteers.begin(), volunteers.end());
    });
    std::sort(met.begin(), met.end());
    return met;
}

}  // namespace

TEST_CASE("Nearby: leaves out nobody of the pool within reach, and nobody without a place",
          "[candidates][oracle]")
{
    const auto seed = GENERATE(range(0U, 40U));
    CAPTURE(seed);
    Dice dice(seed);
    const std::vector<Nearby::Resident> residents = random_residents(dice.below(400), dice);
    const Nearby nearby(residents);
    for (int attempt = 0; attempt < 25; ++attempt) {
        const auto pool = static_cast<std::uint32_t>(dice.below(4));
        std::optional<Location> place = Location{static_cast<std::int32_t>(dice.below(most_easting + 1)),
                                                 static_cast<std::int32_t>(dice.below(most_northing + 1))};
        if (dice.chance(10)) place.reset();
        std::vector<std::uint32_t> expected;
        for (const Nearby::Resident& one : residents) {
            const bool near = !place || !one.place || distance_m(*place, *one.place) <= one.reach_m;
            if (one.pool == pool && near) expected.push_back(one.volunteer);
        }
        const std::vector<std::uint32_t> found = met_by(nearby, pool, place);
        CHECK(std::includes(found.begin(), found.end(), expected.begin(), expected.end()));
        CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
        CHECK(std::all_of(found.begin(), found.end(),
                          [&](std::uint32_t volunteer) { return residents[volunteer].pool == pool; }));
    }
}

TEST_CASE("Nearby: blocks are full, and a child meets few who live far away", "[candidates]")
{
    Dice dice(1);
    std::vector<Nearby::Resident> residents;
    for (std::uint32_t i = 0; i < 6'400; ++i)
        residents.push_back({i, 0,
                             Location{static_cast<std::int32_t>(dice.below(300'000)),
                                      static_cast<std::int32_t>(dice.below(300'000))},
                             10'000});
    const Nearby nearby(residents);
    CHECK(nearby.blocks() == 100);
    CHECK(nearby.has(0));
    CHECK_FALSE(nearby.has(1));
    // Blocks are 30 km wide: those within 10 km of a child's place cover at most (30 + 10 + 10 + 30) km
    // squared.
    CHECK(met_by(nearby, 0, Location{150'000, 150'000}).size() <= 9 * Nearby::block_size);
    CHECK(met_by(nearby, 1, Location{150'000, 150'000}).empty());
    CHECK(met_by(nearby, 0, std::nullopt).size() == residents.size());
}
