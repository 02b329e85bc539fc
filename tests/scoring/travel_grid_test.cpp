#include "scoring/travel_grid.hpp"

#include "catch2.hpp"
#include "scoring/exact_quotient.hpp"
#include "scoring/kernel_levels.hpp"
#include "scoring/random_round.hpp"
#include <befriend/model/volunteer.hpp>
#include <befriend/scoring/travel.hpp>

#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// Anywhere on a map of so many metres across, on round numbers now and then.
Location random_place(Dice& dice, std::size_t across_m)
{
    const auto metres = [&] {
        const std::size_t m = dice.below(across_m + 1);
        return static_cast<std::int32_t>(dice.chance(30) ? m / 1'000 * 1'000 : m);
    };
    const std::int32_t easting = metres();
    return {easting, metres()};
}

block::ChildNumbers numbers_of(const Location& place, const TravelNumbers& travel)
{
    block::ChildNumbers numbers{};
    const std::int64_t stretch = travel.furthest_m - travel.easy_m;
    numbers.place_known = -1;
    numbers.easting = place.easting;
    numbers.northing = place.northing;
    numbers.furthest_m = static_cast<std::int32_t>(travel.furthest_m);
    numbers.stretch_m = static_cast<std::int32_t>(stretch);
    numbers.nearness = *block::exact_quotient(1'000, stretch / 2, stretch, stretch);
    return numbers;
}

}  // namespace

TEST_CASE("travel grid: the points are those of the criterion, for every volunteer with a place",
          "[scoring][property]")
{
    const auto seed = GENERATE(range(0U, 40U));
    CAPTURE(seed);
    Dice dice(seed);
    const std::size_t across_m = dice.chance(50) ? 60'000 : 650'000;
    TravelNumbers travel;
    travel.easy_m = static_cast<std::int64_t>(1'000 * dice.below(20));
    travel.furthest_m = travel.easy_m + static_cast<std::int64_t>(1'000 * (1 + dice.below(40)));
    std::vector<Volunteer> volunteers(dice.below(3'000));
    for (Volunteer& volunteer : volunteers)
        if (dice.chance(90)) volunteer.location = random_place(dice, across_m);
    const TravelGrid grid(volunteers, travel.furthest_m);
    const Travel criterion(travel, 500);
    for (int times = 0; times < 10; ++times) {
        const Location place = random_place(dice, 700'000);
        for (const block::Kernel* kernel : block::runnable_kernels()) {
            std::vector<std::uint16_t> points(volunteers.size(), 9'999);
            grid.set_points(*kernel, numbers_of(place, travel), points);
            std::size_t wrong = 0;
            for (std::size_t i = 0; i < volunteers.size(); ++i)
                wrong += points[i] !=
                         (volunteers[i].location ? criterion.score(place, volunteers[i].location).value : 0);
            CAPTURE(std::string(kernel->level));
            CHECK(wrong == 0);
        }
    }
}
