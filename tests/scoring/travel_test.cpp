#include "catch2.hpp"
#include <befriend/scoring/travel.hpp>

using namespace befriend;

namespace {

CriterionScore score_at(std::int32_t metres, const TravelNumbers& numbers = {})
{
    return Travel(numbers, 500).score(Location{400'000, 300'000}, Location{400'000, 300'000 + metres});
}

}  // namespace

TEST_CASE("travel: full points to 5 km, none from 25 km, a straight line between", "[scoring][example]")
{
    CHECK(score_at(0) == CriterionScore::known(1000));
    CHECK(score_at(5'000) == CriterionScore::known(1000));
    CHECK(score_at(10'000) == CriterionScore::known(750));
    CHECK(score_at(15'000) == CriterionScore::known(500));
    CHECK(score_at(20'000) == CriterionScore::known(250));
    CHECK(score_at(25'000) == CriterionScore::known(0));
    CHECK(score_at(900'000) == CriterionScore::known(0));
}

TEST_CASE("travel: a fraction of a point is rounded to nearest, a half up", "[scoring][example]")
{
    CHECK(score_at(5'009).value == 1000);  // 999.55
    CHECK(score_at(5'010).value == 1000);  // 999.5
    CHECK(score_at(5'011).value == 999);   // 999.45
    CHECK(score_at(24'990).value == 1);    // 0.5
    CHECK(score_at(24'991).value == 0);    // 0.45
}

TEST_CASE("travel: the narrowest stretch is one metre", "[scoring][example]")
{
    TravelNumbers numbers;
    numbers.easy_m = 0;
    numbers.furthest_m = 1;
    CHECK(score_at(0, numbers).value == 1000);
    CHECK(score_at(1, numbers).value == 0);
}

TEST_CASE("travel: a place that is not known earns the neutral share and widens the interval",
          "[scoring][example]")
{
    const Travel travel({}, 300);
    const CriterionScore unknown{300, 0, 1000, true};
    CHECK(travel.score({}, Location{1'000, 1'000}) == unknown);
    CHECK(travel.score(Location{1'000, 1'000}, {}) == unknown);
    CHECK(travel.score({}, {}) == unknown);
    CHECK(unknown.worth_asking());
}

TEST_CASE("travel: further is never better, whatever the numbers", "[scoring][property]")
{
    const auto furthest_m = GENERATE(5'001, 5'007, 6'000, 25'000, 2'000'000);
    TravelNumbers numbers;
    numbers.furthest_m = furthest_m;
    Points before = full_points;
    for (std::int32_t metres = 0; metres < 30'000; metres += 13) {
        const CriterionScore score = score_at(metres, numbers);
        CHECK(score.value <= before);
        CHECK((score.low == score.value && score.high == score.value));
        before = score.value;
    }
}
