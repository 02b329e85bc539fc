// The examples on the pages of candidates, waiting, ties and reasons are what the code computes.

#include "candidates/nearby.hpp"
#include "catch2.hpp"
#include "docs/page.hpp"
#include "proposal/obstacles.hpp"
#include "proposal/round_problem.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/candidates/find_candidates.hpp>
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

template <class Number>
std::string text(Number number)
{
    return std::to_string(number);
}

// Two children and two volunteers who are alike, for docs/methods/ties.md.
Round twins(std::int64_t seed)
{
    GivenPair pair;
    pair.policy.seed = seed;
    Tables tables;
    for (const char* number : {"0001", "0002"}) {
        pair.child.id = ReferralId(std::string("C-") + number);
        pair.volunteer.id = VolunteerId(std::string("V-") + number);
        tables.children.push_back(pair.child);
        tables.volunteers.push_back(pair.volunteer);
    }
    return Round(tables, pair.policy, pair.vocabulary);
}

// A child for whom each volunteer breaks just these rules.
Round round_with_obstacles(const std::vector<std::vector<Rule>>& obstacles)
{
    GivenPair pair;
    Tables tables;
    tables.children = {pair.child};
    for (const std::vector<Rule>& rules : obstacles) {
        Volunteer& volunteer = tables.volunteers.emplace_back(pair.volunteer);
        volunteer.id = VolunteerId("v" + text(tables.volunteers.size()));
        for (const Rule rule : rules) {
            if (rule == Rule::dbs) volunteer.dbs_on.reset();
            if (rule == Rule::references) volunteer.references_ok.reset();
            if (rule == Rule::distance) volunteer.furthest_m = 2'000;
            if (rule == Rule::age_range) volunteer.accepts_age = AgeRange{16, 17};
        }
    }
    return Round(tables, pair.policy, pair.vocabulary);
}

std::string codes_of(const std::vector<Rule>& rules)
{
    std::string codes;
    for (const Rule rule : rules)
        codes += (codes.empty() ? "" : ", ") + code(code_of(rule));
    return codes;
}

}  // namespace

TEST_CASE("candidates.md: whom a child meets", "[docs][example]")
{
    const auto place = [](std::int32_t east) { return Location{400'000 + east, 300'000}; };
    const Nearby nearby({{0, 0, place(0), 999},
                         {1, 0, place(9'000), 3'000},
                         {2, 0, place(20'000), 25'000},
                         {3, 0, {}, 5'000}});
    std::string table;
    const auto add = [&](const std::string& metres_east, const std::optional<Location>& home) {
        std::string met;
        nearby.each_block_around(0, home, [&](std::size_t block) {
            for (const std::uint32_t volunteer : nearby.volunteers_of(block))
                met += (met.empty() ? "" : ", ") + text(volunteer);
        });
        table += row({metres_east, met});
    };
    for (const std::int32_t east : {0, 45'000, 45'001})
        add(text(east), place(east));
    add("unknown", std::nullopt);
    CHECK_THAT(page("docs/methods/candidates.md"), ContainsSubstring(table));
}

TEST_CASE("waiting.md: months and benefits", "[docs][example]")
{
    Policy policy;
    policy.waiting.from_months = {0, 3, 6, 12, 18, 24};
    policy.waiting.benefit = {0, 1, 2, 4, 6, 8};
    policy.waiting.isolated_months = 6;
    policy.waiting.far_from_home_months = 3;
    std::string table;
    const auto add = [&](std::string_view since, std::string_view words, TagSet<Priority> priority) {
        Referral child;
        child.referred_on = on(since);
        child.priority = priority;
        const std::int64_t months = months_waited(child, policy, on("2025-06-01"));
        table += row({since, code(words), text(months), text(waiting_benefit(months, policy.waiting))});
    };
    add("2025-05-20", "", {});
    add("2025-03-01", "", {});
    add("2025-03-02", "", {});
    add("2025-03-01", "far_from_home", {Priority::far_from_home});
    add("2025-03-01", "far_from_home;isolated", {Priority::far_from_home, Priority::isolated});
    add("2024-06-01", "", {});
    add("2022-01-01", "", {});
    CHECK_THAT(page("docs/methods/waiting.md"), ContainsSubstring(table));
}

TEST_CASE("objectives.md: months and benefits of volunteers", "[docs][example]")
{
    VolunteersWaitingCurve curve;
    std::string table;
    const auto add = [&](std::string_view since, std::int32_t sees_now) {
        Volunteer volunteer;
        volunteer.waiting_since = since.empty() ? std::nullopt : std::optional(on(since));
        volunteer.current_load = sees_now;
        const Date as_of = on("2025-06-01");
        const std::int64_t months = whole_months(volunteer.waiting_since.value_or(as_of), as_of);
        table += row({since, text(sees_now), text(months), text(waiting_benefit(volunteer, curve, as_of))});
    };
    add("2025-03-02", 0);
    add("2025-03-01", 0);
    add("2024-06-01", 0);
    add("2022-01-01", 0);
    add("2022-01-01", 1);
    add("", 0);
    CHECK_THAT(page("docs/methods/objectives.md"), ContainsSubstring(table));
}

TEST_CASE("ties.md: lots of two children and two volunteers, and who is proposed", "[docs][example]")
{
    std::string table;
    for (const std::int64_t seed : {0, 3}) {
        const Round round = twins(seed);
        const CandidateGraph candidates = find_candidates(round, Eligibility(round), Scorer(round)).value();
        const RoundProblem problem(round, candidates);
        const auto tie = [&](std::size_t child, std::size_t volunteer) {
            return problem.tie_of(child, volunteer);
        };
        table += row({text(seed), text(tie(0, 0)), text(tie(0, 1)), text(tie(1, 0)), text(tie(1, 1)),
                      text(tie(0, 0) + tie(1, 1)), text(tie(0, 1) + tie(1, 0))});

        const Proposal proposal = propose(round);
        REQUIRE(proposal.proposed.size() == 2);
        CHECK(proposal.proposed[0].decided_by_tie);
        CHECK(proposal.proposed[1].decided_by_tie);
        CHECK(proposal.proposed[0].volunteer == (seed == 0 ? 1 : 0));
    }
    CHECK_THAT(page("docs/methods/ties.md"), ContainsSubstring(table));
}

TEST_CASE("reasons.md: the main reason of a child whom nobody can see", "[docs][example]")
{
    using R = Rule;
    std::string table;
    for (const std::vector<std::vector<Rule>>& obstacles : std::vector<std::vector<std::vector<Rule>>>{
             {{R::dbs}, {R::dbs}, {R::distance}},
             {{R::distance}, {R::references}},
             {{R::dbs, R::distance}, {R::dbs, R::distance}, {R::references, R::distance}},
             {{R::dbs, R::distance}, {R::age_range}},
             {{R::dbs, R::references, R::distance}}}) {
        const Round round = round_with_obstacles(obstacles);
        std::string stands_between;
        for (std::size_t i = 0; i < obstacles.size(); ++i) {
            const TagSet<Rule> broken = Eligibility(round).broken(0, i);
            CHECK(static_cast<std::size_t>(broken.size()) == obstacles[i].size());
            stands_between += (i == 0 ? "" : "; ") + codes_of(obstacles[i]);
            for (const Rule rule : obstacles[i])
                CHECK(broken.has(rule));
        }
        const WaitingChild waiting = propose(round).waiting.at(0);
        table += row({stands_between, code(code_of(waiting.reason)), codes_of(waiting.rules),
                      text(waiting.volunteers)});
    }
    CHECK_THAT(page("docs/methods/reasons.md"), ContainsSubstring(table));
}

TEST_CASE("eligibility.md: a check to the day, and every rule that is broken", "[docs][example]")
{
    GivenPair pair;
    pair.volunteer.dbs_on = on("2022-06-01");
    CHECK(pair.broken().empty());
    pair.volunteer.dbs_on = on("2022-05-31");
    pair.child.age = AgeYears{18};
    std::string broken;
    for (const Rule rule : rules_in(pair.broken()))
        broken += (broken.empty() ? "" : "; ") + std::string(code_of(rule));
    CHECK_THAT(page("docs/methods/eligibility.md"), ContainsSubstring("breaks\n\n    " + broken + "\n"));
}
