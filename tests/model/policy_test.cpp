#include "model/given_round.hpp"
#include <befriend/model/policy.hpp>
#include <befriend/model/policy_keys.hpp>

namespace befriend::test {
namespace {

/// The policy has exactly this fault.
void check_fault(const Policy& policy, FaultCode code, std::string_view field)
{
    const auto faults = faults_of(policy);
    INFO(text_of(faults));
    REQUIRE(faults.size() == 1);
    CHECK(to_text(faults[0].code) == to_text(code));
    CHECK(faults[0].table == Table::policy);
    CHECK_FALSE(faults[0].record.has_value());
    CHECK(faults[0].field == field);
    CHECK(faults[0].rule.find(canary) == std::string::npos);
    CHECK(faults[0].rule.find(std::to_string(canary_number)) == std::string::npos);
}

bool has_fault(const Policy& policy, FaultCode code, std::string_view field)
{
    const auto faults = faults_of(policy);
    return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
        return fault.code == code && fault.field == field && fault.table == Table::policy;
    });
}

}  // namespace

TEST_CASE("policy: the built-in policy has no fault", "[model][example]")
{
    CHECK(text_of(faults_of(Policy{})).empty());
}

TEST_CASE("D09: every number of the policy is held to its range, both ends included", "[model][property]")
{
    for (const PolicyKey& key : policy_keys()) {
        const auto* integer = std::get_if<IntegerKey>(&key.kind);
        if (integer == nullptr) continue;
        CAPTURE(key.name);
        Policy policy;
        std::int64_t& value = integer->at(policy);
        for (const std::int64_t inside : {integer->least, integer->most}) {
            value = inside;
            CHECK_FALSE(has_fault(policy, FaultCode::e_range, key.name));
        }
        value = integer->least - 1;
        CHECK(has_fault(policy, FaultCode::e_range, key.name));
        if (integer->most == std::numeric_limits<std::int64_t>::max()) continue;
        value = integer->most + 1;
        CHECK(has_fault(policy, FaultCode::e_range, key.name));
    }
}

TEST_CASE("D09: the fault of a weight out of range names it and not the value", "[model][example]")
{
    Policy policy;
    policy.weights.travel = GENERATE(-canary_number, canary_number);
    check_fault(policy, FaultCode::e_range, "weights.travel");
}

TEST_CASE("D08: weights that are all zero are flat, and accepted", "[model][example]")
{
    GivenRound given;
    given.policy.weights = {0, 0, 0, 0, 0};
    check_fault(given.policy, FaultCode::w_flat, "weights");
    check_faults(given, {{FaultCode::w_flat, Table::policy, {}, "weights"}});
    CHECK(given.round().warnings().size() == 1);
    given.policy.weights.age = 1;
    check_accepted(given);
}

TEST_CASE("policy: full points end before the furthest way", "[model][example]")
{
    Policy policy;
    policy.travel.easy_m = policy.travel.furthest_m - 1;
    CHECK(faults_of(policy).empty());
    ++policy.travel.easy_m;
    check_fault(policy, FaultCode::e_policy, "travel.easy_m");
}

TEST_CASE("policy: either waiting curve ascends from 0 and never falls", "[model][example]")
{
    Policy policy;
    const bool of_volunteers = GENERATE(false, true);
    const std::string group = of_volunteers ? "volunteers_waiting" : "waiting";
    auto& from_months = of_volunteers ? policy.volunteers_waiting.from_months : policy.waiting.from_months;
    auto& benefit = of_volunteers ? policy.volunteers_waiting.benefit : policy.waiting.benefit;
    SECTION("it begins at 0")
    {
        from_months.front() = 1;
        check_fault(policy, FaultCode::e_policy, group + ".from_months");
    }
    SECTION("no step twice")
    {
        from_months = {0, 3, 3, 12, 18, 24};
        check_fault(policy, FaultCode::e_policy, group + ".from_months");
    }
    SECTION("no step back")
    {
        from_months = {0, 6, 3, 12, 18, 24};
        check_fault(policy, FaultCode::e_policy, group + ".from_months");
    }
    SECTION("as many benefits as steps")
    {
        benefit.pop_back();
        check_fault(policy, FaultCode::e_policy, group + ".benefit");
    }
    SECTION("the benefit never falls")
    {
        benefit = {0, 1, 2, 1, 6, 8};
        check_fault(policy, FaultCode::e_policy, group + ".benefit");
    }
    SECTION("the benefit may stay")
    {
        benefit = {0, 0, 2, 2, 6, 8};
        CHECK(faults_of(policy).empty());
    }
    SECTION("there is a first step")
    {
        from_months.clear();
        benefit.clear();
        check_fault(policy, FaultCode::e_policy, group + ".from_months");
    }
    SECTION("each number is in range")
    {
        benefit.back() = canary_number;
        check_fault(policy, FaultCode::e_range, group + ".benefit");
    }
}

TEST_CASE("policy: at least one tier, none twice", "[model][example]")
{
    Policy policy;
    policy.tiers.clear();
    check_fault(policy, FaultCode::e_policy, "tiers");
    policy.tiers = {TierName::points, TierName::points};
    check_fault(policy, FaultCode::e_schema, "tiers");
    policy.tiers = {TierName::points};
    CHECK(faults_of(policy).empty());
}

TEST_CASE("policy: at least one cohort, and only trainings are trainings", "[model][example]")
{
    Policy policy;
    policy.service.cohorts.clear();
    check_fault(policy, FaultCode::e_policy, "service.cohorts");
    policy = {};
    policy.clearance.required_training = {Requirement::two_adults};
    check_fault(policy, FaultCode::e_schema, "clearance.required_training");
}

TEST_CASE("policy: a rule that keeps children safe is no soft limit, and none is listed twice",
          "[model][example]")
{
    for (const auto& [rule, word] : words_of<Rule>()) {
        CAPTURE(word);
        Policy policy;
        policy.soft_limits = {rule};
        if (is_safeguarding(rule))
            check_fault(policy, FaultCode::e_schema, "soft_limits");
        else
            CHECK(faults_of(policy).empty());
    }
    Policy policy;
    policy.soft_limits = {Rule::distance, Rule::distance};
    check_fault(policy, FaultCode::e_schema, "soft_limits");
}

TEST_CASE("policy: texts are at most 4 KiB and dates within two centuries", "[model][example]")
{
    Policy policy;
    policy.approved_by = std::string(4096, 'x');
    CHECK(faults_of(policy).empty());
    policy.approved_by += 'x';
    check_fault(policy, FaultCode::e_limit, "approved_by");
    policy = {};
    policy.service.sharing = {{"north", std::string(5000, 'x')}};
    check_fault(policy, FaultCode::e_limit, "service.sharing");
    policy = {};
    policy.approved_on = first_date - std::chrono::days(1);
    check_fault(policy, FaultCode::e_range, "approved_on");
}

}  // namespace befriend::test
