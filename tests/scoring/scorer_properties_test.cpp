#include "catch2.hpp"
#include "scoring/naive_score.hpp"
#include "scoring/random_round.hpp"
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <numeric>

using namespace befriend;
using namespace befriend::test;

namespace {

template <class Visit>
void each_pair(const Round& round, Visit visit)
{
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer)
            visit(child, volunteer);
    }
}

// What every pair of a round says: whether it is eligible and its points with all behind them.
struct Answers {
    std::vector<TagSet<Rule>> broken;
    std::vector<PairScore> scores;
    friend bool operator==(const Answers&, const Answers&) = default;
};

Answers answers_of(const Round& round)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    Answers answers;
    each_pair(round, [&](std::size_t child, std::size_t volunteer) {
        answers.broken.push_back(eligibility.broken(child, volunteer));
        answers.scores.push_back(scorer.score(child, volunteer));
    });
    return answers;
}

std::vector<Points> points_of(const Round& round)
{
    std::vector<Points> points;
    for (const PairScore& score : answers_of(round).scores)
        points.push_back(score.points);
    return points;
}

template <class T>
void shuffle(std::vector<T>& list, Dice& dice)
{
    for (std::size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1], list[dice.below(left)]);
}

// The points of one pair before and after a change to the volunteer.
template <class Change>
std::pair<PairScore, PairScore> before_and_after(RandomRound given, std::size_t child, std::size_t volunteer,
                                                 Change change)
{
    const Round before = given.round();
    given.tables.volunteers = before.volunteers();
    given.tables.children = before.children();
    change(given.tables.children[child], given.tables.volunteers[volunteer]);
    return {Scorer(before).score(child, volunteer), Scorer(given.round()).score(child, volunteer)};
}

}  // namespace

TEST_CASE("scorer: equal to the formulas in exact fractions", "[scoring][oracle]")
{
    const auto seed = GENERATE(range(0U, 150U));
    CAPTURE(seed);
    const Round round = random_round(seed, 6, 6).round();
    const Scorer scorer(round);
    each_pair(round, [&](std::size_t child, std::size_t volunteer) {
        CAPTURE(child, volunteer);
        const PairScore score = scorer.score(child, volunteer);
        const NaiveScore naive = naive_score(round, round.children()[child], round.volunteers()[volunteer]);
        CHECK(score.criteria == naive.criteria);
        CHECK(scorer.weights_for(child) == naive.weights);
        CHECK(score.points == naive.points);
        CHECK(score.low == naive.low);
        CHECK(score.high == naive.high);
        CHECK(score.contributions == naive.contributions);
        CHECK(score.possible == naive.possible);
    });
}

TEST_CASE("scorer: contributions add up exactly, and points lie within their interval (M37)",
          "[scoring][property]")
{
    const auto seed = GENERATE(range(1000U, 1150U));
    CAPTURE(seed);
    const Round round = random_round(seed, 6, 6).round();
    const Scorer scorer(round);
    each_pair(round, [&](std::size_t child, std::size_t volunteer) {
        const PairScore score = scorer.score(child, volunteer);
        const auto sum = [](const PerCriterion<Points>& list) {
            return std::accumulate(list.begin(), list.end(), 0);
        };
        CHECK(sum(score.contributions) == score.points);
        CHECK(sum(score.possible) == full_points);
        CHECK((0 <= score.low && score.low <= score.points));
        CHECK((score.points <= score.high && score.high <= full_points));
        const Scorer::Brief brief = scorer.brief(child, volunteer);
        CHECK(brief.points == score.points);
        CHECK(brief.high == score.high);
        const auto weights = scorer.weights_for(child);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const CriterionScore& one = score.criteria[i];
            CHECK((0 <= one.low && one.low <= one.value && one.value <= one.high && one.high <= full_points));
            CHECK(score.contributions[i] >= 0);
            CHECK(score.contributions[i] <= score.possible[i] + 1);  // both are rounded
        }
    });
}

TEST_CASE("scorer: a pair's points depend on that pair and the policy only (M33)", "[scoring][property]")
{
    const auto seed = GENERATE(range(2000U, 2080U));
    CAPTURE(seed);
    const RandomRound given = random_round(seed, 5, 5);
    const Round round = given.round();
    const Answers all = answers_of(round);
    std::size_t pair = 0;
    each_pair(round, [&](std::size_t child, std::size_t volunteer) {
        RandomRound alone{{{round.children()[child]}, {round.volunteers()[volunteer]}, {}, {}, {}, {}},
                          given.policy,
                          given.vocabulary};
        alone.tables.children[0].not_with.clear();
        alone.tables.volunteers[0].not_with.clear();
        const Round one = alone.round();
        CHECK(Scorer(one).score(0, 0) == all.scores[pair]);
        const TagSet<Rule> by_record{Rule::excluded};
        CHECK(Eligibility(one).broken(0, 0) == all.broken[pair] - by_record);
        ++pair;
    });
}

TEST_CASE("scorer: gaining an interest that the child likes never scores less (M34)", "[scoring][property]")
{
    std::size_t compared = 0;
    for (std::uint64_t seed = 3'000; seed < 3'280; ++seed) {
        CAPTURE(seed);
        const RandomRound given = random_round(seed, 3, 3);
        const Round round = given.round();
        each_pair(round, [&](std::size_t child, std::size_t volunteer) {
            for (const GradedInterest& liked : round.children()[child].interests) {
                const Volunteer& person = round.volunteers()[volunteer];
                const auto& no = person.activities_no;
                const bool has = std::any_of(person.interests.begin(), person.interests.end(),
                                             [&](const auto& own) { return own.tag == liked.tag; });
                const bool stated = has || std::find(no.begin(), no.end(), liked.tag) != no.end();
                if (liked.grade <= 0 || stated || (person.interests.empty() && no.empty())) continue;
                const auto [before, after] = before_and_after(
                    given, child, volunteer, [&](auto&, auto& v) { v.interests.push_back({liked.tag, 1}); });
                CHECK(after.points >= before.points);
                ++compared;
            }
        });
    }
    CHECK(compared >= 2'000);
}

TEST_CASE("scorer: to be nearer, or free at one more common time, never scores less (M34)",
          "[scoring][property]")
{
    std::size_t nearer = 0;
    std::size_t freer = 0;
    for (std::uint64_t seed = 4'000; seed < 4'320; ++seed) {
        CAPTURE(seed);
        const RandomRound given = random_round(seed, 3, 3);
        const Round round = given.round();
        each_pair(round, [&](std::size_t child, std::size_t volunteer) {
            const Referral& who = round.children()[child];
            const Volunteer& person = round.volunteers()[volunteer];
            if (who.location && person.location) {
                const auto [before, after] = before_and_after(given, child, volunteer, [](auto& c, auto& v) {
                    v.location = Location{(c.location->easting + v.location->easting) / 2,
                                          (c.location->northing + v.location->northing) / 2};
                });
                CHECK(after.points >= before.points);
                ++nearer;
            }
            if (who.slots.known() && person.slots.known() &&
                (who.slots.value().slots & ~person.slots.value().slots) != 0) {
                const auto [before, after] = before_and_after(given, child, volunteer, [](auto& c, auto& v) {
                    const std::uint64_t missing = c.slots.value().slots & ~v.slots.value().slots;
                    v.slots.value().slots |= missing & (~missing + 1);  // the lowest of them
                });
                CHECK(after.points >= before.points);
                ++freer;
            }
        });
    }
    CHECK(nearer >= 2'000);
    CHECK(freer >= 1'000);
}

namespace {

// Gives a criterion other things to read.
void change_what_is_read(Criterion criterion, RandomRound& given, Dice& dice)
{
    for (Referral& child : given.tables.children) {
        if (criterion == Criterion::interests) child.interests = {{"chess", 2}};
        if (criterion == Criterion::age)
            child.visitor_age_wanted = AgeRange{20, 20 + static_cast<std::int32_t>(dice.below(50))};
        if (criterion == Criterion::availability)
            child.visits_wanted = 25 + static_cast<std::int32_t>(dice.below(375));
    }
    for (Volunteer& volunteer : given.tables.volunteers) {
        if (criterion == Criterion::interests) volunteer.interests = {{"chess", -2}, {"baking", 1}};
        if (criterion == Criterion::background) {
            volunteer.gender = std::string(dice.chance(50) ? "female" : "male");
            volunteer.religion = std::string(dice.chance(50) ? "none" : "christian");
            volunteer.ethnic_group = std::string(dice.chance(50) ? "white" : "black");
        }
        if (criterion == Criterion::age) volunteer.prefers_age = Missing::unknown;
        if (criterion == Criterion::travel) volunteer.location = Location{480'000, 300'000};
        if (criterion == Criterion::availability) volunteer.most_visits = 25;
    }
}

std::int64_t& weight_of(Criterion criterion, Weights& weights)
{
    const std::array<std::int64_t*, 5> all{&weights.interests, &weights.background, &weights.age,
                                           &weights.travel, &weights.availability};
    return *all[static_cast<std::size_t>(criterion)];
}

}  // namespace

TEST_CASE("scorer: a criterion without weight changes nothing (M35)", "[scoring][property]")
{
    const auto criterion = GENERATE(Criterion::interests, Criterion::background, Criterion::age,
                                    Criterion::travel, Criterion::availability);
    CAPTURE(to_text(criterion));
    const bool hard_rules_read_it = criterion == Criterion::background || criterion == Criterion::travel;
    std::size_t read_differently = 0;
    std::size_t pairs = 0;
    for (std::uint64_t seed = 5'000; seed < 5'130; ++seed) {
        CAPTURE(seed);
        RandomRound given = random_round(seed, 4, 4);
        weight_of(criterion, given.policy.weights) = 0;
        RandomRound changed = given;
        Dice dice(seed);
        change_what_is_read(criterion, changed, dice);
        const Answers before = answers_of(given.round());
        const Answers after = answers_of(changed.round());
        if (!hard_rules_read_it) CHECK(after.broken == before.broken);
        REQUIRE(after.scores.size() == before.scores.size());
        for (std::size_t i = 0; i < before.scores.size(); ++i) {
            CHECK(after.scores[i].points == before.scores[i].points);
            CHECK(after.scores[i].low == before.scores[i].low);
            CHECK(after.scores[i].high == before.scores[i].high);
            CHECK(after.scores[i].contributions == before.scores[i].contributions);
            read_differently += after.scores[i].criteria != before.scores[i].criteria;
            ++pairs;
        }
    }
    CHECK(pairs >= 2'000);
    CHECK(read_differently >= 100);  // the criterion itself did see the change
}

TEST_CASE("scorer: only the ratios of the weights matter (M36)", "[scoring][property]")
{
    const auto seed = GENERATE(range(6000U, 6130U));
    CAPTURE(seed);
    RandomRound given = random_round(seed, 4, 4);
    Dice dice(seed);
    const auto weight = [&dice] { return static_cast<std::int64_t>(dice.below(100)); };
    given.policy.weights = {weight(), weight(), weight(), weight(), weight()};
    RandomRound times_7 = given;
    Weights& weights = times_7.policy.weights;
    for (std::int64_t* one :
         {&weights.interests, &weights.background, &weights.age, &weights.travel, &weights.availability})
        *one *= 7;
    CHECK(points_of(times_7.round()) == points_of(given.round()));
    CHECK(answers_of(times_7.round()) == answers_of(given.round()));
}

TEST_CASE("scorer: the order of list items changes nothing (M39)", "[scoring][property]")
{
    const auto seed = GENERATE(range(7000U, 7080U));
    CAPTURE(seed);
    const RandomRound given = random_round(seed, 5, 5);
    RandomRound shuffled = given;
    Dice dice(seed);
    for (Referral& child : shuffled.tables.children) {
        shuffle(child.interests, dice);
        shuffle(child.activities_no, dice);
        shuffle(child.culture.wanted, dice);
        shuffle(child.faith.wanted, dice);
        shuffle(child.visitor_gender.wanted, dice);
        shuffle(child.not_with, dice);
        shuffle(child.declined_before, dice);
        if (child.languages.known()) shuffle(child.languages.value(), dice);
    }
    for (Volunteer& volunteer : shuffled.tables.volunteers) {
        shuffle(volunteer.interests, dice);
        shuffle(volunteer.activities_no, dice);
        shuffle(volunteer.training, dice);
        shuffle(volunteer.accepts_gender, dice);
        if (volunteer.cultures.known()) shuffle(volunteer.cultures.value(), dice);
        if (volunteer.languages.known()) shuffle(volunteer.languages.value(), dice);
    }
    shuffle(shuffled.tables.children, dice);
    shuffle(shuffled.tables.volunteers, dice);
    shuffle(shuffled.tables.blocks, dice);
    for (auto& group : shuffled.policy.service.sharing)
        shuffle(group, dice);
    shuffle(shuffled.policy.service.sharing, dice);
    CHECK(answers_of(shuffled.round()) == answers_of(given.round()));
}

TEST_CASE("scorer: who a person is counts only where a wish concerns it (M38)", "[scoring][property]")
{
    const auto seed = GENERATE(range(8000U, 8130U));
    CAPTURE(seed);
    RandomRound given = random_round(seed, 4, 4);
    for (Referral& child : given.tables.children) {
        child.visitor_gender = child.culture = child.faith = {{}, Strength::none};
        child.needs_language = Strength::none;
    }
    for (Volunteer& volunteer : given.tables.volunteers)
        volunteer.accepts_gender.clear();
    RandomRound others = given;
    Dice dice(seed);
    const auto exchange = [&dice](auto& people) {
        for (std::size_t left = people.size(); left > 1; --left) {
            auto& a = people[left - 1];
            auto& b = people[dice.below(left)];
            std::swap(a.gender, b.gender);
            std::swap(a.ethnic_group, b.ethnic_group);
            std::swap(a.religion, b.religion);
            std::swap(a.languages, b.languages);
        }
    };
    exchange(others.tables.children);
    exchange(others.tables.volunteers);
    CHECK(answers_of(others.round()) == answers_of(given.round()));
}

TEST_CASE("eligibility: no points or weights make a pair eligible (M40)", "[scoring][property]")
{
    const auto seed = GENERATE(range(9000U, 9080U));
    CAPTURE(seed);
    const RandomRound given = random_round(seed, 5, 5);
    RandomRound generous = given;
    generous.policy.weights = {1000, 0, 0, 1000, 0};
    generous.policy.interests = {1000, 1000, 1000, 10'000};
    generous.policy.neutral_points = 1000;
    CHECK(answers_of(generous.round()).broken == answers_of(given.round()).broken);
}

TEST_CASE("eligibility: the three ways of asking agree", "[scoring][property]")
{
    const auto seed = GENERATE(range(9500U, 9560U));
    CAPTURE(seed);
    const Round round = random_round(seed, 6, 6).round();
    const Eligibility eligibility(round);
    each_pair(round, [&](std::size_t child, std::size_t volunteer) {
        const TagSet<Rule> broken = eligibility.broken(child, volunteer);
        CHECK(eligibility.eligible(child, volunteer) == broken.empty());
        const auto own = eligibility.of_child(child) | eligibility.of_volunteer(volunteer);
        CHECK((broken & own) == own);
        for (std::size_t most = 0; most <= 3; ++most) {
            const TagSet<Rule> few = eligibility.broken_but_few(child, volunteer, most);
            if (static_cast<std::size_t>(broken.size()) <= most)
                CHECK(few == broken);
            else
                CHECK(static_cast<std::size_t>(few.size()) > most);
        }
        CHECK(eligibility.limit_m(child, volunteer) <= eligibility.widest_limit_m(volunteer));
        const bool one_pool = eligibility.pool_of_child(child) == eligibility.pool_of_volunteer(volunteer);
        CHECK((one_pool || broken.has(Rule::sharing)));
    });
}
