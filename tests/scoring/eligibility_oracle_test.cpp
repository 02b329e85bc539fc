// The hard rules against the same rules written down naively, on random rounds that are pushed to the edges
// of every date and limit.

#include "catch2.hpp"
#include "scoring/naive_rules.hpp"
#include "scoring/random_round.hpp"
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/rules.hpp>

#include <map>
#include <set>
#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

using std::chrono::days;

// A day before, on or after `edge`.
Date near(Date edge, Dice& dice)
{
    return edge + days(static_cast<int>(dice.below(3)) - 1);
}

void push(Referral& child, const Policy& policy, Dice& dice)
{
    const Date today = *policy.as_of;
    if (dice.chance(15)) child.eligible_until = near(today, dice);
    if (dice.chance(15)) child.eligible_until = near(add_months(today, policy.service.least_months), dice);
    if (dice.chance(20)) child.age = AgeYears{static_cast<std::int32_t>(dice.below(26))};
    if (dice.chance(10))
        child.age =
            std::chrono::year_month(std::chrono::year_month_day(today).year() - std::chrono::years(18),
                                    std::chrono::month(1 + static_cast<unsigned>(dice.below(12))));
    if (dice.chance(20)) child.cohort = Cohort::returned_home;
    if (dice.chance(20)) child.gender = std::string(dice.chance(50) ? "female" : "male");
    if (dice.chance(10)) child.requires_of_visitor.insert(Requirement::trauma_trained);
    if (dice.chance(10)) child.requires_of_visitor.insert(Requirement::no_lone_car);
    if (dice.chance(10)) child.requires_of_visitor.insert(Requirement::two_adults);
    if (dice.chance(15)) child.allergies = TagSet<HomeTag>{HomeTag::cat, HomeTag::smoking};
    if (dice.chance(15)) child.home_conditions = TagSet<HomeTag>{HomeTag::dog, HomeTag::smoking};
    if (dice.chance(10)) child.culture = {{"GROM", "mixed"}, Strength::must};
    if (dice.chance(10)) child.visitor_gender = {{"female", "x1"}, Strength::must};
    if (dice.chance(10)) child.faith = {{"none"}, Strength::must};
}

void push(Volunteer& volunteer, const Policy& policy, Dice& dice)
{
    const Date today = *policy.as_of;
    const ClearanceNumbers& clearance = policy.clearance;
    if (dice.chance(10)) volunteer.available_from = near(today, dice);
    if (dice.chance(15)) volunteer.dbs_on = add_months(near(today, dice), -clearance.dbs_months);
    if (dice.chance(15)) volunteer.panel_approved_until = near(today, dice);
    if (dice.chance(10)) volunteer.references_ok = false;
    if (dice.chance(10)) volunteer.independent = Independence::no;
    if (dice.chance(10)) volunteer.age = AgeYears{18 + static_cast<std::int32_t>(dice.below(6))};
    if (dice.chance(15)) {
        volunteer.commitment_months.reset();
        volunteer.commitment_until = near(add_months(today, policy.service.least_months), dice);
    }
    if (dice.chance(40))
        volunteer.training = {{dice.chance(50) ? Requirement::trauma_trained : Requirement::experienced,
                               add_months(near(today, dice), -clearance.training_months)}};
    if (dice.chance(20)) volunteer.accepts_gender = {"female"};
    if (dice.chance(20)) volunteer.travel = TravelMode::car;
    if (dice.chance(20)) volunteer.business_insurance = dice.chance(50);
    if (dice.chance(20)) volunteer.pets = TagSet<HomeTag>{HomeTag::cat};
    if (dice.chance(20)) volunteer.smoker = dice.chance(50);
    if (dice.chance(20)) volunteer.allergies = TagSet<HomeTag>{HomeTag::dog};
    if (dice.chance(15)) volunteer.ethnic_group = std::string(dice.chance(50) ? "WROM" : "MWAS");
    if (dice.chance(10)) volunteer.cultures = std::vector<std::string>{"Mixed"};
    if (volunteer.training.size() == 1 && *volunteer.training[0].on > today) volunteer.training.clear();
}

RandomRound pushed_round(std::uint64_t seed)
{
    RandomRound made = random_round(seed, 6, 6);
    Dice dice(seed);
    if (dice.chance(20)) made.policy.clearance.least_age = 21;
    if (dice.chance(10)) made.policy.clearance.required_training = {Requirement::trauma_trained};
    if (dice.chance(20)) made.policy.service.cohorts = {Cohort::looked_after, Cohort::care_leaver};
    for (Referral& child : made.tables.children) {
        push(child, made.policy, dice);
        if (dice.chance(20)) child.declined_before = {{dice.of(made.tables.volunteers).id, {}}};
    }
    for (Volunteer& volunteer : made.tables.volunteers)
        push(volunteer, made.policy, dice);
    return made;
}

}  // namespace

TEST_CASE("eligibility: equal to the rules written down one by one", "[scoring][oracle]")
{
    std::map<std::string, std::size_t> broken_alone;
    std::size_t eligible = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        const Round round = pushed_round(seed).round();
        const Eligibility eligibility(round);
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
                CAPTURE(child, volunteer);
                std::set<std::string> codes;
                for (std::size_t i = 0; i < rule_count; ++i) {
                    const Rule rule = static_cast<Rule>(i);
                    if (eligibility.broken(child, volunteer).has(rule)) codes.emplace(code_of(rule));
                }
                CHECK(codes == naive_rules(round, round.children()[child], round.volunteers()[volunteer]));
                if (codes.empty()) ++eligible;
                if (codes.size() == 1) ++broken_alone[*codes.begin()];
            }
        }
    }
    CHECK(eligible >= 500);
    for (std::size_t i = 0; i < rule_count; ++i) {
        CAPTURE(code_of(static_cast<Rule>(i)));
        CHECK(broken_alone[std::string(code_of(static_cast<Rule>(i)))] >= 5);
    }
}
