#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/scoring/age_preference.hpp>

using namespace befriend;
using namespace befriend::test;

namespace {

const AgeNumbers lost_200{200};

CriterionScore score(const GivenPair& pair, const AgeNumbers& numbers = lost_200)
{
    return AgePreference(numbers, 500, *pair.policy.as_of).score(pair.child, pair.volunteer);
}

Points with_child_of(std::int32_t years)
{
    GivenPair pair;
    pair.child.age = AgeYears{years};
    pair.volunteer.prefers_age = AgeRange{10, 13};
    return score(pair).value;
}

}  // namespace

TEST_CASE("age: points fall by the same for each year outside what the volunteer prefers",
          "[scoring][example]")
{
    CHECK(with_child_of(10) == 1000);
    CHECK(with_child_of(13) == 1000);
    CHECK(with_child_of(9) == 800);
    CHECK(with_child_of(15) == 600);
    CHECK(with_child_of(17) == 200);
    CHECK(with_child_of(18) == 0);
    CHECK(with_child_of(25) == 0);
}

TEST_CASE("age: the child's wish is read against the volunteer's age", "[scoring][example]")
{
    GivenPair pair;
    pair.child.visitor_age_wanted = AgeRange{20, 38};
    CHECK(score(pair) == CriterionScore::known(600));
    pair.volunteer.age = AgeYears{19};
    CHECK(score(pair) == CriterionScore::known(800));
}

TEST_CASE("age: of two preferences the mean counts, a half rounded up", "[scoring][example]")
{
    GivenPair pair;
    pair.volunteer.prefers_age = AgeRange{13, 15};     // one year off: 667
    pair.child.visitor_age_wanted = AgeRange{30, 50};  // met: 1000
    CHECK(score(pair, {333}) == CriterionScore::known(834));
}

TEST_CASE("age: unknown without any preference, and a refusal to answer is none", "[scoring][example]")
{
    GivenPair pair;
    CHECK(score(pair) == CriterionScore::unknown(500));
    pair.volunteer.prefers_age = Missing::declined;
    pair.child.visitor_age_wanted = Missing::not_asked;
    CHECK(score(pair) == CriterionScore::unknown(500));
}

TEST_CASE("age: a birthday counts from the first of the month of birth", "[scoring][example]")
{
    using namespace std::chrono_literals;
    GivenPair pair;
    pair.volunteer.prefers_age = AgeRange{13, 13};
    pair.child.age = 2012y / std::chrono::June;
    CHECK(score(pair).value == 1000);
    pair.policy.as_of = on("2025-05-31");
    CHECK(score(pair).value == 800);
}

TEST_CASE("age: nothing is lost with 0 a year and all with 1000", "[scoring][example]")
{
    GivenPair pair;
    pair.volunteer.prefers_age = AgeRange{24, 25};
    CHECK(score(pair, {0}).value == 1000);
    pair.volunteer.prefers_age = AgeRange{13, 25};
    CHECK(score(pair, {1000}).value == 0);
}
