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

}  // namespace

TEST_CASE("Nearby: finds those of the pool within their own reach, and those without a place",
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
        std::vector<std::uint32_t> found{7, 8, 9};  // what was there goes
        nearby.around(pool, place, found);
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
}
