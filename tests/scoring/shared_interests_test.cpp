#include "catch2.hpp"
#include "scoring/given_pair.hpp"

using namespace befriend;
using namespace befriend::test;

namespace {

using Interests = std::vector<GradedInterest>;

// Base 400, gain 1000: a product of half the child's grades earns 400 + 500.
GivenPair with_interests(Interests child, Interests volunteer)
{
    GivenPair pair;
    pair.policy.interests = {500, 250, 400, 1000};
    pair.child.interests = std::move(child);
    pair.volunteer.interests = std::move(volunteer);
    return pair;
}

Points points(const GivenPair& pair)
{
    const CriterionScore score = pair.score(Criterion::interests);
    CHECK(score == CriterionScore::known(score.value));
    return score.value;
}

Points points(Interests child, Interests volunteer)
{
    return points(with_interests(std::move(child), std::move(volunteer)));
}

}  // namespace

TEST_CASE("interests: base when nothing is in common, more for each shared liking", "[scoring][example]")
{
    CHECK(points({{"chess", 1}}, {{"football", 2}}) == 400);
    CHECK(points({{"chess", 1}}, {{"chess", 1}}) == 900);   // 1000 x 1 of 2000
    CHECK(points({{"chess", 1}}, {{"chess", 2}}) == 1000);  // 400 + 1000, cut
    CHECK(points({{"chess", 2}}, {{"chess", 1}}) == 900);
    CHECK(points({{"chess", 1}, {"football", 1}}, {{"chess", 1}}) == 650);
}

TEST_CASE("interests: shared dislikes count, opposite tastes subtract", "[scoring][example]")
{
    CHECK(points({{"chess", -1}}, {{"chess", -1}}) == 900);
    CHECK(points({{"chess", -1}}, {{"chess", 1}}) == 0);  // 400 - 500, cut
    CHECK(points({{"chess", 1}, {"football", 1}}, {{"chess", 1}, {"football", -1}}) == 400);
    CHECK(points({{"chess", 1}, {"baking", 2}}, {{"chess", -1}}) == 233);  // 400 - 1000 / 6
}

TEST_CASE("interests: an activity that is out of the question is a strong dislike", "[scoring][example]")
{
    GivenPair pair = with_interests({{"football", 1}}, {{"chess", 1}});
    pair.child.activities_no = {"chess"};
    CHECK(points(pair) == 67);  // 400 - 1000 x 2000 / 6000
    pair.volunteer.interests = {{"football", 1}};
    pair.volunteer.activities_no = {"chess"};
    CHECK(points(pair) == 1000);                   // (1000 + 4000) / 6000, cut
    pair.child.interests.push_back({"chess", 2});  // said twice: the grade stands
    CHECK(points(pair) == 0);                      // 400 + 1000 x (1000 - 4000) / 6000, cut
}

TEST_CASE("interests: a related liking counts in part", "[scoring][example]")
{
    CHECK(points({{"baking", 1}}, {{"making", 1}}) == 650);   // broader: half
    CHECK(points({{"making", 1}}, {{"baking", 1}}) == 650);   // narrower: half
    CHECK(points({{"baking", 1}}, {{"drawing", 1}}) == 525);  // a sibling: a quarter
    CHECK(points({{"football", 1}}, {{"sport", 1}}) == 400);  // two levels up: not related
    CHECK(points({{"football", 1}}, {{"swimming", 1}}) == 400);
}

TEST_CASE("interests: what relatives suggest is cut at a plain liking and never overrides a grade",
          "[scoring][example]")
{
    // making: 2 x 500 + 2 x 500 = 2000, cut at 1000; of 8000: an eighth.
    CHECK(points({{"baking", 2}, {"drawing", 2}}, {{"making", 1}}) == 525);
    CHECK(points({{"baking", -2}, {"drawing", -2}}, {{"making", 1}}) == 275);
    // The child does not mind making, and says so.
    CHECK(points({{"baking", 2}, {"drawing", 2}, {"making", 0}}, {{"making", 1}}) == 400);
}

TEST_CASE("interests: synonyms and spellings are one interest", "[scoring][example]")
{
    CHECK(points({{"Soccer", 1}}, {{"football", 1}}) == 900);
    CHECK(points({{"Ball Games", 1}}, {{"ball_games", 1}}) == 900);
}

TEST_CASE("interests: unknown when either has stated nothing", "[scoring][example]")
{
    const CriterionScore unknown = CriterionScore::unknown(500);
    CHECK(with_interests({}, {{"chess", 1}}).score(Criterion::interests) == unknown);
    CHECK(with_interests({{"chess", 1}}, {}).score(Criterion::interests) == unknown);
    CHECK(with_interests({{"chess", 0}}, {{"chess", 1}}).score(Criterion::interests) == unknown);
    GivenPair pair = with_interests({}, {{"chess", 1}});
    pair.child.activities_no = {"chess"};
    CHECK(points(pair) == 0);
}

TEST_CASE("interests: a point is rounded to nearest, below base too", "[scoring][example]")
{
    const Interests child{{"chess", 2}, {"baking", 1}};
    CHECK(points(child, {{"baking", 1}}) == 567);   // 400 + 166.67
    CHECK(points(child, {{"baking", -1}}) == 233);  // 400 - 166.67
    GivenPair pair = with_interests({{"chess", 1}}, {{"chess", -1}});
    pair.policy.interests = {0, 0, 1, 1};
    CHECK(points(pair) == 1);  // 1 - 0.5: a half up
}
