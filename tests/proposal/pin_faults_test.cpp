#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

// The example pair, pinned.
Round pinned(const GivenPair& pair)
{
    return Round(
        {{pair.child}, {pair.volunteer}, {}, {}, {{pair.child.id, pair.volunteer.id, "", "", {}}}, {}},
        pair.policy, pair.vocabulary);
}

template <class Change>
std::vector<Fault> after(Change change, const std::vector<Rule>& soft = {})
{
    GivenPair pair;
    change(pair);
    pair.policy.soft_limits = soft;
    return pin_faults(pinned(pair));
}

// All that a policy can soften.
std::vector<Rule> every_practice_rule()
{
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (!is_safeguarding(static_cast<Rule>(i))) rules.push_back(static_cast<Rule>(i));
    }
    return rules;
}

bool is_one(const std::vector<Fault>& faults, FaultCode code, Rule rule)
{
    return faults.size() == 1 && faults[0].code == code && faults[0].table == Table::pins &&
           faults[0].record == 0U && faults[0].field == "volunteer_id" &&
           faults[0].rule.find(code_of(rule)) != std::string::npos;
}

const auto too_far = [](GivenPair& pair) { pair.volunteer.furthest_m = 2'000; };
const auto other_language = [](GivenPair& pair) {
    pair.child.languages = std::vector<Language>{{"tir", Fluency::native}};
    pair.child.needs_language = Strength::must;
};

}  // namespace

TEST_CASE("pin_faults: a pin that breaks no rule has none, and is proposed whatever its points",
          "[proposal][example]")
{
    GivenPair pair;
    pair.policy.minimum_points = 1000;
    pair.policy.weights = {0, 0, 0, 0, 10};
    pair.policy.availability.slots_for_one_visit = 42;
    pair.volunteer.most_visits = 25;
    CHECK(propose(pair.round()).proposed.empty());
    const Round round = pinned(pair);
    CHECK(pin_faults(round).empty());
    const Proposal proposal = propose(round);
    REQUIRE(proposal.proposed.size() == 1);
    CHECK(proposal.proposed[0].pinned);
    CHECK_FALSE(proposal.proposed[0].decided_by_tie);
}

TEST_CASE("pin_faults: a volunteer who is not cleared, and no switch overrides it (F04)",
          "[proposal][example]")
{
    const auto is_refused = [&](Rule rule, auto change) {
        return is_one(after(change), FaultCode::e_conflict, rule) &&
               is_one(after(change, every_practice_rule()), FaultCode::e_conflict, rule);
    };
    CHECK(is_refused(Rule::dbs, [](auto& p) { p.volunteer.dbs_on.reset(); }));
    CHECK(is_refused(Rule::panel, [](auto& p) { p.volunteer.panel_approved_until = on("2025-05-31"); }));
    CHECK(is_refused(Rule::references, [](auto& p) { p.volunteer.references_ok = false; }));
    CHECK(is_refused(Rule::not_available, [](auto& p) { p.volunteer.state = VolunteerState::paused; }));
    CHECK(is_refused(Rule::independence, [](auto& p) { p.volunteer.independent = Independence::no; }));
    CHECK(is_refused(Rule::excluded, [](auto& p) { p.child.not_with = {{"v", ""}}; }));
    CHECK(
        is_refused(Rule::declined_before, [](auto& p) { p.child.declined_before = {{p.volunteer.id, {}}}; }));
}

TEST_CASE("pin_faults: a child who objects (F05)", "[proposal][example]")
{
    const auto objects = [](GivenPair& pair) { pair.child.consent = Consent::objects; };
    CHECK(is_one(after(objects), FaultCode::e_conflict, Rule::objection));
    CHECK(is_one(after(objects, every_practice_rule()), FaultCode::e_conflict, Rule::objection));
}

TEST_CASE("pin_faults: distance or language is refused unless the policy marks it as soft (F06)",
          "[proposal][example]")
{
    CHECK(is_one(after(too_far), FaultCode::e_conflict, Rule::distance));
    CHECK(is_one(after(too_far, {Rule::distance}), FaultCode::w_policy, Rule::distance));
    CHECK(is_one(after(too_far, {Rule::language_must}), FaultCode::e_conflict, Rule::distance));
    CHECK(is_one(after(other_language), FaultCode::e_conflict, Rule::language_must));
    CHECK(is_one(after(other_language, {Rule::distance, Rule::language_must}), FaultCode::w_policy,
                 Rule::language_must));
}

TEST_CASE("pin_faults: every rule that is broken is named", "[proposal][example]")
{
    const auto both = [](GivenPair& pair) {
        too_far(pair);
        other_language(pair);
    };
    CHECK(after(both).size() == 2);
    const std::vector<Fault> faults = after(both, {Rule::distance});
    REQUIRE(faults.size() == 2);
    CHECK(has_error(faults));
    CHECK(std::count_if(faults.begin(), faults.end(), [](const Fault& f) { return is_warning(f.code); }) ==
          1);
}

TEST_CASE("pin_faults: a round with an error is not proposed, one with a warning is", "[proposal][example]")
{
    GivenPair pair;
    too_far(pair);
    CHECK_THROWS_AS(propose(pinned(pair)), InvalidInput);
    pair.policy.soft_limits = {Rule::distance};
    const Proposal proposal = propose(pinned(pair));
    REQUIRE(proposal.proposed.size() == 1);
    CHECK(proposal.proposed[0].pinned);
    CHECK(proposal.totals.front().total == 1);
}

TEST_CASE("pin_faults: more pinned children with a high need than the volunteer's limit",
          "[proposal][example]")
{
    GivenPair pair;
    pair.volunteer.capacity = 4;
    pair.volunteer.willing = {Requirement::experienced};
    std::vector<Referral> children(4, pair.child);
    std::vector<Pin> pins;
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].id = ReferralId("c" + std::to_string(i));
        if (i != 2) children[i].requires_of_visitor = {Requirement::experienced};
        pins.push_back({children[i].id, pair.volunteer.id, "", "", {}});
    }
    const auto faults_with = [&](std::int32_t limit) {
        pair.volunteer.high_need_limit = limit;
        return pin_faults(
            Round({children, {pair.volunteer}, {}, {}, pins, {}}, pair.policy, pair.vocabulary));
    };
    CHECK(faults_with(3).empty());
    const std::vector<Fault> faults = faults_with(2);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == FaultCode::e_conflict);
    CHECK(faults[0].record == 3U);      // the third of them, as read
    CHECK(faults_with(0).size() == 3);  // the rule itself, for each
}

TEST_CASE("pin_faults: a fault names the record as read", "[proposal][example]")
{
    GivenPair pair;
    too_far(pair);
    std::vector<Referral> children(2, pair.child);
    children[0].id = ReferralId("c0");
    children[0].location = pair.volunteer.location;
    children[1].id = ReferralId("c1");
    pair.volunteer.capacity = 2;
    const Round round(
        {children,
         {pair.volunteer},
         {},
         {},
         {{children[1].id, pair.volunteer.id, "", "", {}}, {children[0].id, pair.volunteer.id, "", "", {}}},
         {}},
        pair.policy, pair.vocabulary);
    const std::vector<Fault> faults = pin_faults(round);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].record == 0U);
}
