#include "catch2.hpp"
#include "scoring/given_pair.hpp"

#include <numeric>

using namespace befriend;
using namespace befriend::test;

namespace {

// Interests 900, background 1000, age 800, travel 750, availability 750.
GivenPair told_pair()
{
    GivenPair pair;
    pair.policy.interests = {500, 250, 400, 1000};
    pair.policy.age.lost_per_year = 200;
    pair.policy.availability.slots_for_one_visit = 4;
    pair.child.interests = {{"chess", 1}};
    pair.volunteer.interests = {{"chess", 1}};
    pair.child.visitor_gender = {{"female"}, Strength::prefer};
    pair.volunteer.gender = std::string("female");
    pair.volunteer.prefers_age = AgeRange{13, 15};
    pair.volunteer.location = Location{510'000, 250'000};
    pair.child.slots = Week{0b111};
    pair.volunteer.slots = Week{0b111};
    pair.volunteer.most_visits = 100;
    return pair;
}

using Five = PerCriterion<Points>;

}  // namespace

TEST_CASE("scorer: the weighted mean of five criteria, and what each contributes", "[scoring][example]")
{
    const PairScore score = told_pair().score();
    CHECK(score.points == 850);  // (30 x 900 + 20 x 1000 + 10 x 800 + 20 x 750 + 20 x 750) / 100
    CHECK(score.low == 850);
    CHECK(score.high == 850);
    CHECK(score.contributions == Five{270, 200, 80, 150, 150});
    CHECK(score.possible == Five{300, 200, 100, 200, 200});
}

TEST_CASE("scorer: the weight of a criterion that does not apply is left out", "[scoring][example]")
{
    GivenPair pair = told_pair();
    pair.child.visitor_gender = {};
    const PairScore score = pair.score();
    CHECK(score.points == 813);                                 // 65000 / 80 = 812.5
    CHECK(score.contributions == Five{338, 0, 100, 188, 187});  // 337.5, 100, 187.5 and 187.5
    CHECK(score.possible == Five{375, 0, 125, 250, 250});
}

TEST_CASE("scorer: what is unknown earns the neutral share and opens an interval", "[scoring][example]")
{
    GivenPair pair = told_pair();
    pair.child.location.reset();
    const PairScore score = pair.score();
    CHECK(score.points == 800);
    CHECK(score.low == 700);
    CHECK(score.high == 900);
    pair.policy.neutral_points = 0;
    CHECK(pair.score().points == 700);
    pair.policy.neutral_points = 1000;
    CHECK(pair.score().points == 900);
}

TEST_CASE("scorer: what the child says matters most counts twice", "[scoring][example]")
{
    GivenPair pair = told_pair();
    const auto points_with = [&pair](TopCriterion top) {
        pair.child.top_criterion = top;
        return pair.score().points;
    };
    CHECK(points_with(TopCriterion::interests) == 862);  // 112000 / 130
    CHECK(points_with(TopCriterion::gender) == 875);     // 105000 / 120
    CHECK(points_with(TopCriterion::culture) == 875);
    CHECK(points_with(TopCriterion::close_by) == 833);  // 100000 / 120
    CHECK(points_with(TopCriterion::age) == 845);       // 93000 / 110
    CHECK(points_with(TopCriterion::none) == 850);
    pair.child.visitor_gender = {};
    CHECK(points_with(TopCriterion::gender) == 813);  // no wish: nothing to double
}

TEST_CASE("scorer: without any weight every pair has the neutral share", "[scoring][example]")
{
    GivenPair pair = told_pair();
    pair.policy.weights = {0, 0, 0, 0, 0};
    pair.policy.neutral_points = 403;
    const PairScore score = pair.score();
    CHECK(score.points == 403);
    CHECK(score.low == 0);
    CHECK(score.high == 1000);
    CHECK(score.contributions == Five{81, 81, 81, 80, 80});
    CHECK(score.possible == Five{200, 200, 200, 200, 200});

    pair.policy.weights.background = 20;  // a weight that applies to children with a wish only
    CHECK(pair.score().points == 1000);
    pair.child.visitor_gender = {};
    CHECK(pair.score().points == 403);
}

TEST_CASE("scorer: criteria in their fixed order, by name", "[scoring]")
{
    CHECK(to_text(Criterion::interests) == "interests");
    CHECK(to_text(Criterion::background) == "background");
    CHECK(to_text(Criterion::age) == "age");
    CHECK(to_text(Criterion::travel) == "travel");
    CHECK(to_text(Criterion::availability) == "availability");
}

TEST_CASE("scorer: months waited count from the later field, with the most urgent priority",
          "[scoring][example]")
{
    GivenPair pair;
    const Date as_of = *pair.policy.as_of;
    const auto months = [&] { return months_waited(pair.child, pair.policy, as_of); };
    pair.child.referred_on = on("2024-06-01");
    CHECK(months() == 12);
    pair.child.referred_on = on("2024-06-02");
    CHECK(months() == 11);
    pair.child.waiting_since = on("2025-03-01");
    CHECK(months() == 3);
    pair.child.priority = {Priority::iro_recommended};
    CHECK(months() == 6);
    pair.child.priority = {Priority::iro_recommended, Priority::isolated, Priority::far_from_home};
    CHECK(months() == 9);
    pair.policy.waiting.crisis_review_months = 24;
    CHECK(months() == 9);
    pair.child.priority.insert(Priority::crisis_review);
    CHECK(months() == 27);
    pair.child.waiting_since = as_of;
    pair.child.priority = {Priority::no_family_contact};
    CHECK(months() == 6);
}

TEST_CASE("scorer: the waiting benefit is that of the last step reached", "[scoring][example]")
{
    const WaitingCurve curve;
    const auto benefit = [&curve](std::int64_t months) { return waiting_benefit(months, curve); };
    CHECK(benefit(-1) == 0);
    CHECK(benefit(0) == 0);
    CHECK(benefit(2) == 0);
    CHECK(benefit(3) == 1);
    CHECK(benefit(5) == 1);
    CHECK(benefit(6) == 2);
    CHECK(benefit(12) == 4);
    CHECK(benefit(18) == 6);
    CHECK(benefit(23) == 6);
    CHECK(benefit(24) == 8);
    CHECK(benefit(240) == 8);
}
