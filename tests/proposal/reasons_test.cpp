#include "catch2.hpp"
#include "proposal/brute_force_round.hpp"
#include "proposal/naive_reasons.hpp"
#include "proposal/random_decisions.hpp"
#include "proposal/single_change.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace befriend;
using namespace befriend::test;

namespace {

void check_needed_elsewhere(const WaitingChild& waiting, const WaitingChild& naive)
{
    REQUIRE(waiting.needed_elsewhere.size() == naive.needed_elsewhere.size());
    for (std::size_t i = 0; i < naive.needed_elsewhere.size(); ++i) {
        const NeededElsewhere& one = waiting.needed_elsewhere[i];
        const NeededElsewhere& expected = naive.needed_elsewhere[i];
        CHECK(one.volunteer == expected.volunteer);
        CHECK(one.points == expected.points);
        REQUIRE(one.ahead.size() == expected.ahead.size());
        for (std::size_t j = 0; j < expected.ahead.size(); ++j) {
            CHECK(one.ahead[j].child == expected.ahead[j].child);
            CHECK(one.ahead[j].tier == expected.ahead[j].tier);
            CHECK(one.ahead[j].pinned == expected.ahead[j].pinned);
        }
    }
}

// Whoever has the place is ahead on the tier that is named, and behind on none before it.
void check_ahead(const Round& round, const WaitingChild& waiting)
{
    for (const NeededElsewhere& one : waiting.needed_elsewhere) {
        CHECK_FALSE(one.ahead.empty());
        for (const Ahead& ahead : one.ahead) {
            if (ahead.pinned) continue;
            for (const TierName tier : round.policy().tiers) {
                const std::int64_t theirs = worth(round, tier, ahead.child, one.volunteer);
                const std::int64_t hers = worth(round, tier, waiting.child, one.volunteer);
                CHECK(theirs >= hers);
                CHECK((theirs > hers) == (ahead.tier == tier));
                if (ahead.tier == tier) break;
            }
        }
    }
}

auto key_of(const Change& change)
{
    return std::tuple(change.rule, change.other, change.further_m.value_or(-1));
}

// At most five of all single changes, in order, and of each rule the one worth most.
void check_changes(const Round& round, const WaitingChild& waiting, const WaitingChild& naive)
{
    const auto& shown = waiting.what_would_change_it;
    const auto& all = naive.what_would_change_it;
    CHECK(shown.size() == std::min(all.size(), WaitingChild::most_changes));
    CHECK(std::is_sorted(shown.begin(), shown.end(),
                         [](const auto& a, const auto& b) { return key_of(a) < key_of(b); }));
    const Scorer scorer(round);
    const auto points = [&](const Change& change) {
        return scorer.score(waiting.child, change.other).points;
    };
    std::map<Rule, Points> best;
    std::map<Rule, Points> best_shown;
    for (const Change& change : all)
        best[change.rule] = std::max(best[change.rule], points(change));
    std::set<std::tuple<Rule, std::size_t, std::int64_t>> keys;
    for (const Change& change : shown) {
        CHECK(keys.insert(key_of(change)).second);
        best_shown[change.rule] = std::max(best_shown[change.rule], points(change));
        const auto same = [&](const Change& one) { return key_of(one) == key_of(change); };
        CHECK(std::count_if(all.begin(), all.end(), same) == 1);
    }
    if (best.size() <= WaitingChild::most_changes) CHECK(best_shown == best);
}

void check_reasons(const Round& round)
{
    const Proposal proposal = propose(round);
    for (const WaitingChild& waiting : proposal.waiting) {
        CAPTURE(waiting.child);
        const WaitingChild naive = naive_waiting(round, proposal, waiting.child);
        CHECK(code_of(waiting.reason) == code_of(naive.reason));
        CHECK(waiting.rules == naive.rules);
        CHECK(waiting.volunteers == naive.volunteers);
        CHECK(waiting.eligible == naive.eligible);
        check_needed_elsewhere(waiting, naive);
        check_ahead(round, waiting);
        check_changes(round, waiting, naive);
    }
    for (const UnusedVolunteer& unused : proposal.unused) {
        CAPTURE(unused.volunteer);
        const UnusedVolunteer naive = naive_unused(round, unused.volunteer);
        CHECK(code_of(unused.reason) == code_of(naive.reason));
        CHECK(unused.rules == naive.rules);
        CHECK(unused.eligible == naive.eligible);
    }
}

}  // namespace

TEST_CASE("reasons: of children who wait and volunteers not used, equal to the definitions",
          "[proposal][oracle]")
{
    const auto seed = GENERATE(range(20'000U, 20'400U));
    CAPTURE(seed);
    check_reasons(random_small_round(seed).round());
}

TEST_CASE("reasons: many volunteers, of whom some are too far to be considered", "[proposal][oracle]")
{
    const auto seed = GENERATE(range(21'000U, 21'012U));
    CAPTURE(seed);
    RandomRound given = random_round(seed, 4, 70 + 7 * (seed % 12));
    Dice dice(seed);
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.furthest_m = static_cast<std::int64_t>(dice.below(20'000));
        if (dice.chance(40)) volunteer.provider = "P-1";
    }
    for (Referral& child : given.tables.children) {
        if (dice.chance(50)) child.provider = "P-4";  // has no volunteers
    }
    check_reasons(given.round());
}

TEST_CASE("reasons: more volunteers within twice the limit than fifty", "[proposal][oracle]")
{
    RandomRound given = random_round(5, 3, 120);
    Dice dice(5);
    for (std::size_t i = 0; i < given.tables.volunteers.size(); ++i) {
        Volunteer& volunteer = given.tables.volunteers[i];
        const auto east = static_cast<std::int32_t>(300 * i);
        volunteer.location = Location{400'000 + east, 300'000};
        volunteer.furthest_m = static_cast<std::int64_t>(dice.below(15'000));
        volunteer.contact_modes = {ContactMode::in_person};
    }
    for (Referral& child : given.tables.children)
        child.location = Location{412'000, 300'000};
    const Round round = given.round();
    std::set<std::size_t> counts;
    for (std::size_t child = 0; child < 3; ++child)
        counts.insert(considered_volunteers(round, child).size());
    CHECK(*counts.begin() > 50);
    CHECK(*counts.rbegin() < 120);
    check_reasons(round);
}

TEST_CASE("reasons: each single change makes the volunteer eligible, and a metre less does not",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(22'000U, 22'300U));
    CAPTURE(seed);
    const RandomRound given = random_small_round(seed);
    const Round round = given.round();
    for (const WaitingChild& waiting : propose(round).waiting) {
        for (Change change : waiting.what_would_change_it) {
            CAPTURE(waiting.child, change.other, code_of(change.rule));
            const TagSet<Rule> only{change.rule};
            CHECK(Eligibility(round).broken(waiting.child, change.other) == only);
            const Round changed = after_change(given, round, waiting.child, change).round();
            CHECK(Eligibility(changed).broken(waiting.child, change.other).empty());
            CHECK(change.further_m.has_value() == (change.rule == Rule::distance));
            if (!change.further_m) continue;
            --*change.further_m;
            const Round too_near = after_change(given, round, waiting.child, change).round();
            CHECK(Eligibility(too_near).broken(waiting.child, change.other) == only);
        }
    }
}

TEST_CASE("reasons: the rule that is alone in the way for the most, ties in the fixed order",
          "[proposal][example]")
{
    const auto main_reason = [](std::vector<std::vector<Rule>> obstacles) {
        GivenPair pair;
        pair.policy.tiers = {TierName::points};
        std::vector<Volunteer> volunteers;
        for (const auto& rules : obstacles) {
            Volunteer& volunteer = volunteers.emplace_back(pair.volunteer);
            volunteer.id = VolunteerId("v" + std::to_string(volunteers.size()));
            for (const Rule rule : rules) {
                if (rule == Rule::dbs) volunteer.dbs_on.reset();
                if (rule == Rule::references) volunteer.references_ok.reset();
                if (rule == Rule::distance) volunteer.furthest_m = 2'000;
                if (rule == Rule::age_range) volunteer.accepts_age = AgeRange{16, 17};
            }
        }
        const Round round({{pair.child}, volunteers, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
        const WaitingChild waiting = propose(round).waiting.at(0);
        return std::tuple(code_of(waiting.reason), waiting.rules, waiting.volunteers);
    };
    using R = Rule;
    using Rules = std::vector<Rule>;
    CHECK(main_reason({{R::distance}, {R::distance}, {R::dbs}}) ==
          std::tuple("rule", Rules{R::distance}, 2U));
    CHECK(main_reason({{R::distance}, {R::dbs}}) == std::tuple("rule", Rules{R::dbs}, 1U));
    CHECK(main_reason({{R::age_range, R::distance}, {R::age_range, R::distance}, {R::dbs}}) ==
          std::tuple("rule", Rules{R::dbs}, 1U));
    CHECK(main_reason({{R::age_range, R::distance}, {R::dbs, R::distance}, {R::dbs, R::distance}}) ==
          std::tuple("rule", Rules{R::dbs, R::distance}, 2U));
    CHECK(main_reason({{R::dbs, R::distance, R::age_range}}) == std::tuple("several_rules", Rules{}, 0U));
    CHECK(main_reason({}) == std::tuple("no_volunteers", Rules{}, 0U));
}
