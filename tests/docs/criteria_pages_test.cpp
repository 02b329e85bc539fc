// The examples on the pages of the score and its five criteria are what the code computes.

#include "catch2.hpp"
#include "docs/page.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/scoring/age_preference.hpp>
#include <befriend/scoring/shared_availability.hpp>
#include <befriend/scoring/travel.hpp>

#include <numeric>
#include <string>
#include <utility>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

std::string text(std::int64_t number)
{
    return std::to_string(number);
}

// What docs/methods/scoring.md starts from: interests 900, age 800, travel 750, availability 750, no wish.
GivenPair scored_pair()
{
    GivenPair pair;
    pair.policy.neutral_points = 500;
    pair.policy.weights = {30, 20, 10, 20, 20};
    pair.policy.interests = {500, 250, 400, 1000};
    pair.policy.age.lost_per_year = 200;
    pair.policy.travel.easy_m = 5'000;
    pair.policy.travel.furthest_m = 25'000;
    pair.policy.availability.slots_for_one_visit = 4;
    pair.child.interests = {{"chess", 1}};
    pair.volunteer.interests = {{"chess", 1}};
    pair.volunteer.prefers_age = AgeRange{13, 15};
    pair.volunteer.location = Location{510'000, 250'000};
    pair.child.slots = Week{0b111};  // three of four, and three quarters of a visit
    pair.volunteer.slots = Week{0b111};
    pair.volunteer.most_visits = 75;
    return pair;
}

std::string interval_of(const CriterionScore& score)
{
    CHECK(score.applicable);
    return text(score.value) + " | " + text(score.low) + " | " + text(score.high);
}

}  // namespace

TEST_CASE("scoring.md: what each criterion contributes", "[docs][example]")
{
    const GivenPair pair = scored_pair();
    const Round round = pair.round();
    const PairScore score = Scorer(round).score(0, 0);
    const auto weights = Scorer(round).weights_for(0);
    std::string table;
    for (std::size_t i = 0; i < all_criteria.size(); ++i) {
        const CriterionScore& one = score.criteria[i];
        table += row({to_text(all_criteria[i]), one.applicable ? text(one.value) : "-", text(weights[i]),
                      text(score.contributions[i]), text(score.possible[i])});
    }
    const auto total = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    table += row({"all", "", text(total), text(score.points), "1000"});
    CHECK_THAT(page("docs/methods/scoring.md"), ContainsSubstring(table));
}

TEST_CASE("scoring.md: what is unknown opens an interval", "[docs][example]")
{
    std::string table;
    const auto add = [&table](std::string_view unknown, const GivenPair& pair) {
        const PairScore score = pair.score();
        table += row({unknown, text(score.points), text(score.low), text(score.high)});
    };
    GivenPair pair = scored_pair();
    add("nothing", pair);
    pair.volunteer.prefers_age = Missing::unknown;
    add("which age the volunteer prefers", pair);
    pair = scored_pair();
    pair.volunteer.location.reset();
    add("the volunteer's place", pair);
    pair.volunteer.prefers_age = Missing::unknown;
    add("both", pair);
    CHECK_THAT(page("docs/methods/scoring.md"), ContainsSubstring(table));
}

TEST_CASE("scoring.md: what the child says matters most doubles a weight", "[docs][example]")
{
    std::string table;
    GivenPair pair = scored_pair();
    for (const auto& [top, word] :
         {std::pair(TopCriterion::none, "none"), std::pair(TopCriterion::interests, "interests"),
          std::pair(TopCriterion::age, "age"), std::pair(TopCriterion::close_by, "close_by"),
          std::pair(TopCriterion::faith, "faith")}) {
        pair.child.top_criterion = top;
        const Round round = pair.round();
        std::string weights;
        for (const std::int64_t weight : Scorer(round).weights_for(0))
            weights += (weights.empty() ? "" : ", ") + text(weight);
        table += row({word, weights, text(pair.score().points)});
    }
    CHECK_THAT(page("docs/methods/scoring.md"), ContainsSubstring(table));
}

TEST_CASE("interests.md: likes and dislikes of seven volunteers", "[docs][example]")
{
    using Interests = std::vector<GradedInterest>;
    GivenPair pair;
    pair.policy.interests = {500, 250, 400, 1500};
    pair.child.interests = {{"football", 2}, {"chess", 1}};
    std::string table;
    const auto add = [&](std::string_view words, std::int64_t product, Interests interests) {
        pair.volunteer.interests = std::move(interests);
        const CriterionScore score = pair.score(Criterion::interests);
        CHECK(score == CriterionScore::known(score.value));
        table += row({code(words), text(product), text(score.value)});
    };
    add("baking", 0, {{"baking", 1}});
    add("cricket", 500, {{"cricket", 1}});
    add("ball_games", 1000, {{"ball_games", 1}});
    add("football", 2000, {{"football", 1}});
    add("football:2;chess", 5000, {{"football", 2}, {"chess", 1}});
    add("chess;football:-1", -1000, {{"chess", 1}, {"football", -1}});
    add("football:-1", -2000, {{"football", -1}});
    CHECK_THAT(page("docs/methods/interests.md"), ContainsSubstring(table));
}

TEST_CASE("background.md: two wishes and four volunteers", "[docs][example]")
{
    GivenPair pair;
    pair.policy.neutral_points = 500;
    pair.policy.background.not_met = 0;
    pair.child.visitor_gender = {{"female"}, Strength::prefer};
    pair.child.faith = {{"sikh"}, Strength::prefer};
    pair.volunteer.gender = std::string("female");
    std::string table;
    const auto add = [&](std::string_view volunteer, Answer<std::string> religion, TopCriterion top,
                         std::string_view matters_most) {
        pair.volunteer.religion = std::move(religion);
        pair.child.top_criterion = top;
        table += row({volunteer, matters_most, interval_of(pair.score(Criterion::background))});
    };
    add("woman, Sikh", std::string("sikh"), TopCriterion::none, "none");
    add("woman, Hindu", std::string("hindu"), TopCriterion::none, "none");
    add("woman, Hindu", std::string("hindu"), TopCriterion::gender, "gender");
    add("woman, Hindu", std::string("hindu"), TopCriterion::faith, "faith");
    add("woman, religion unknown", Missing::unknown, TopCriterion::none, "none");
    add("woman, religion unknown", Missing::unknown, TopCriterion::faith, "faith");
    CHECK_THAT(page("docs/methods/background.md"), ContainsSubstring(table));
}

TEST_CASE("age.md: years outside what is preferred", "[docs][example]")
{
    GivenPair pair;
    pair.volunteer.prefers_age = AgeRange{10, 13};
    pair.volunteer.age = AgeYears{40};
    const AgePreference age(AgeNumbers{200}, 500, *pair.policy.as_of);
    std::string table;
    for (const std::int32_t years : {9, 10, 13, 15, 18}) {
        pair.child.age = AgeYears{years};
        pair.child.visitor_age_wanted = Missing::unknown;
        const Points alone = age.score(pair.child, pair.volunteer).value;
        pair.child.visitor_age_wanted = AgeRange{20, 38};
        table += row({text(years), text(alone), text(age.score(pair.child, pair.volunteer).value)});
    }
    CHECK_THAT(page("docs/methods/age.md"), ContainsSubstring(table));
}

TEST_CASE("travel.md: points by distance", "[docs][example]")
{
    TravelNumbers numbers;
    numbers.easy_m = 5'000;
    numbers.furthest_m = 25'000;
    const Travel travel(numbers, 500);
    const Location home{432'000, 165'000};
    std::string table;
    for (const std::int32_t metres : {0, 5'000, 5'011, 10'000, 15'000, 24'990, 25'000}) {
        const Location place{home.easting + metres, home.northing};
        table += row({text(metres), text(travel.score(home, place).value)});
    }
    const Location volunteer{429'000, 170'500};
    const std::string sentence = "A child at (432000, 165000) and a volunteer at (429000, 170500) are " +
                                 text(distance_m(home, volunteer)) + " m apart, and the pair earns " +
                                 text(travel.score(home, volunteer).value) + ".";
    const std::string written = page("docs/methods/travel.md");
    CHECK_THAT(written, ContainsSubstring(table));
    CHECK_THAT(written, ContainsSubstring(sentence));
}

TEST_CASE("availability.md: slots in common and visits offered", "[docs][example]")
{
    struct Line {
        int common;
        std::int32_t wanted, offered;  // hundredths a month
        std::string_view wanted_text, offered_text;
    };
    AvailabilityNumbers numbers;
    numbers.slots_for_one_visit = 4;
    std::string table;
    for (const Line& line :
         {Line{2, 100, 100, "1", "1"}, Line{4, 100, 100, "1", "1"}, Line{9, 100, 400, "1", "4"},
          Line{2, 200, 100, "2", "1"}, Line{2, 130, 100, "1.3", "1"}, Line{1, 25, 25, "0.25", "0.25"}}) {
        GivenPair pair;
        pair.child.slots = Week{(std::uint64_t{1} << line.common) - 1};
        pair.child.visits_wanted = line.wanted;
        pair.volunteer.slots = Week{0x3FFFFFFFFFF};
        pair.volunteer.most_visits = line.offered;
        const CriterionScore score = SharedAvailability(numbers, 0).score(pair.child, pair.volunteer);
        table += row({text(line.common), line.wanted_text, line.offered_text, text(score.value)});
    }
    CHECK_THAT(page("docs/methods/availability.md"), ContainsSubstring(table));
}
