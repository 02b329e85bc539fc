#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/scoring/shared_availability.hpp>

using namespace befriend;
using namespace befriend::test;

namespace {

CriterionScore score(const GivenPair& pair, std::int64_t slots_for_one_visit = 4)
{
    return SharedAvailability({1, slots_for_one_visit}, 500).score(pair.child, pair.volunteer);
}

GivenPair with_slots(std::uint64_t child, std::uint64_t volunteer)
{
    GivenPair pair;
    pair.child.slots = Week{child};
    pair.volunteer.slots = Week{volunteer};
    pair.volunteer.most_visits = 100;
    return pair;
}

}  // namespace

TEST_CASE("availability: the lesser of common slots against need and of visits offered against wanted",
          "[scoring][example]")
{
    CHECK(score(with_slots(0b0111, 0b0110)) == CriterionScore::known(500));  // 2 of 4, all visits
    CHECK(score(with_slots(0b1111, 0b1111)) == CriterionScore::known(1000));
    CHECK(score(with_slots(0b1111, 0b110000)) == CriterionScore::known(0));  // none, all visits
    GivenPair pair = with_slots(0b1, 0b1);
    pair.volunteer.most_visits = 20;
    CHECK(score(pair) == CriterionScore::known(200));  // 250 and 200
}

TEST_CASE("availability: slots and visits to spare are not rewarded, nor are few of one's own",
          "[scoring][example]")
{
    const CriterionScore all_week = score(with_slots(0x3FFFFFFFFFF, 0x3FFFFFFFFFF));
    CHECK(all_week == CriterionScore::known(1000));
    GivenPair pair = with_slots(0b1111, 0b1111);
    pair.volunteer.most_visits = 400;
    CHECK(score(pair) == all_week);
    CHECK(score(with_slots(0b11, 0x3FFFFFFFFFF)) == score(with_slots(0x3FFFFFFFFFF, 0b11)));
}

TEST_CASE("availability: more visits need more slots, rounded up", "[scoring][example]")
{
    GivenPair pair = with_slots(0b11, 0b11);
    pair.child.visits_wanted = 200;
    pair.volunteer.most_visits = 100;
    CHECK(score(pair).value == 250);  // 2 of 8 slots, 1 of 2 visits
    pair.child.visits_wanted = 25;
    CHECK(score(pair).value == 1000);  // 1 slot is enough
    pair.child.visits_wanted = 130;    // 5.2 slots: 6
    CHECK(score(pair).value == 333);   // rounded down; 769 for the visits
}

TEST_CASE("availability: a part of which something is unknown earns the neutral share", "[scoring][example]")
{
    GivenPair pair = with_slots(0b11, 0b11);
    pair.volunteer.most_visits.reset();
    CHECK(score(pair) == CriterionScore{500, 0, 500, true});
    pair.volunteer.slots = Missing::not_asked;
    CHECK(score(pair) == CriterionScore::unknown(500));
    pair.volunteer.most_visits = 70;
    CHECK(score(pair) == CriterionScore{500, 0, 700, true});
    pair.child.slots = Missing::unknown;
    pair.volunteer.slots = Week{1};
    pair.volunteer.most_visits = 30;
    CHECK(score(pair) == CriterionScore{300, 0, 300, true});
}

TEST_CASE("availability: without a number the child wants one visit a month", "[scoring][example]")
{
    GivenPair pair = with_slots(0b1, 0b1);
    GivenPair same = pair;
    same.child.visits_wanted = 100;
    CHECK(score(pair) == score(same));
    CHECK(score(pair, 1).value == 1000);
}

TEST_CASE("availability: a slot or a visit more never scores less", "[scoring][property]")
{
    const auto wanted = GENERATE(25, 60, 100, 199, 400);
    const auto slots_for_one_visit = GENERATE(1, 3, 4, 7, 42);
    Points before = 0;
    for (int common = 0; common <= slots_in_a_week; ++common) {
        GivenPair pair = with_slots((std::uint64_t{1} << common) - 1, 0x3FFFFFFFFFF);
        pair.child.visits_wanted = wanted;
        const Points value = score(pair, slots_for_one_visit).value;
        CHECK(value >= before);
        before = value;
        pair.volunteer.most_visits = 101;
        CHECK(score(pair, slots_for_one_visit).value >= value);
    }
}
