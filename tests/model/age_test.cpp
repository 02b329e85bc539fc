#include "model/given_round.hpp"
#include <befriend/model/age.hpp>

namespace befriend::test {

TEST_CASE("age: an age in years holds on every date", "[model][example]")
{
    CHECK(age_on(AgeYears{12}, day("1999-01-01")) == 12);
    CHECK(age_on(AgeYears{12}, day("2025-06-01")) == 12);
}

TEST_CASE("D13: the birthday counts from the first of the month of birth", "[model][example]")
{
    const StatedAge born = std::chrono::year(2013) / std::chrono::June;
    CHECK(age_on(born, day("2025-05-31")) == 11);
    CHECK(age_on(born, day("2025-06-01")) == 12);
    CHECK(age_on(born, day("2025-06-30")) == 12);
    CHECK(age_on(born, day("2025-12-31")) == 12);
    CHECK(age_on(born, day("2026-01-01")) == 12);
}

TEST_CASE("age: before the month of birth it is negative", "[model][example]")
{
    const StatedAge born = std::chrono::year(2025) / std::chrono::July;
    CHECK(age_on(born, day("2025-07-01")) == 0);
    CHECK(age_on(born, day("2025-06-30")) == -1);
    CHECK(age_on(born, day("2024-07-01")) == -1);
    CHECK(age_on(born, day("2024-06-30")) == -2);
}

TEST_CASE("age: a range holds both its ends", "[model][example]")
{
    const AgeRange teens{13, 19};
    CHECK_FALSE(teens.holds(12));
    CHECK(teens.holds(13));
    CHECK(teens.holds(19));
    CHECK_FALSE(teens.holds(20));
}

}  // namespace befriend::test
