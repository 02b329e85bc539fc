// What must happen to a proposal when its round changes; the numbers of the properties are those of the list
// of metamorphic properties.

#include "catch2.hpp"
#include "proposal/brute_force_round.hpp"
#include "proposal/proposal_text.hpp"
#include "proposal/random_decisions.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

using Pairs = std::map<std::string, std::string>;  // child, volunteer

struct Outcome {
    Pairs pairs;
    std::vector<std::int64_t> totals;
};

Outcome outcome_of(const RandomRound& given)
{
    const Round round = given.round();
    const Proposal proposal = propose(round);
    Outcome outcome;
    for (const ProposedMatch& match : proposal.proposed)
        outcome.pairs[round.children()[match.child].id.text()] =
            round.volunteers()[match.volunteer].id.text();
    for (const TierTotal& tier : proposal.totals)
        outcome.totals.push_back(tier.total);
    return outcome;
}

PairDecision decision(const std::string& child, const std::string& volunteer)
{
    return {ReferralId(child), VolunteerId(volunteer), "coordinator", "", {}};
}

// Without pins, most children first: the default.
RandomRound unpinned(std::uint64_t seed)
{
    RandomRound given = random_round(seed, 7, 7);
    given.policy.minimum_points = 0;
    return given;
}

template <class T>
void shuffle(std::vector<T>& list, Dice& dice)
{
    for (std::size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1], list[dice.below(left)]);
}

}  // namespace

TEST_CASE("propose: the order of the tables does not matter (M1)", "[proposal][property]")
{
    const auto seed = GENERATE(range(0U, 500U));
    CAPTURE(seed);
    const RandomRound given = random_small_round(seed);
    RandomRound shuffled = given;
    Dice dice(seed);
    shuffle(shuffled.tables.children, dice);
    shuffle(shuffled.tables.volunteers, dice);
    shuffle(shuffled.tables.pins, dice);
    shuffle(shuffled.tables.blocks, dice);
    shuffle(shuffled.tables.earlier, dice);
    CHECK(text_of(propose(shuffled.round())) == text_of(propose(given.round())));
}

TEST_CASE("propose: taking away who was not matched changes no pair (M8)", "[proposal][property]")
{
    const auto seed = GENERATE(range(1'000U, 1'500U));
    CAPTURE(seed);
    RandomRound given = unpinned(seed);
    const Outcome before = outcome_of(given);
    given.tables.blocks.clear();  // a block may name who is taken away
    for (Referral& child : given.tables.children) {
        child.not_with.clear();
        child.declined_before.clear();
    }
    for (Volunteer& volunteer : given.tables.volunteers)
        volunteer.not_with.clear();
    const Outcome open = outcome_of(given);
    std::set<std::string> used;
    for (const auto& [child, volunteer] : open.pairs)
        used.insert(volunteer);
    std::erase_if(given.tables.children,
                  [&](const Referral& c) { return open.pairs.count(c.id.text()) == 0; });
    std::erase_if(given.tables.volunteers, [&](const Volunteer& v) { return used.count(v.id.text()) == 0; });
    CHECK(outcome_of(given).pairs == open.pairs);
    CHECK(open.totals >= before.totals);  // M20: to lift a limit never makes it worse
}

TEST_CASE("propose: a block elsewhere changes no pair (M10), one on a pair costs at most that child (M11)",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(200U, 300U));
    CAPTURE(seed);
    const RandomRound given = unpinned(seed);
    const Outcome before = outcome_of(given);
    for (const Referral& child : given.tables.children) {
        for (const Volunteer& volunteer : given.tables.volunteers) {
            const auto proposed = before.pairs.find(child.id.text());
            const bool is_pair = proposed != before.pairs.end() && proposed->second == volunteer.id.text();
            const auto same = [&](const Block& block) {
                return block.child == child.id && block.volunteer == volunteer.id;
            };
            if (std::any_of(given.tables.blocks.begin(), given.tables.blocks.end(), same)) continue;
            RandomRound blocked = given;
            blocked.tables.blocks.push_back(decision(child.id.text(), volunteer.id.text()));
            const Outcome after = outcome_of(blocked);
            if (is_pair) {
                CHECK(after.totals <= before.totals);
                CHECK(after.pairs.size() + 1 >= before.pairs.size());
                CHECK(after.pairs != before.pairs);
            } else {
                CHECK(after.pairs == before.pairs);
                CHECK(after.totals == before.totals);
            }
            blocked.tables.blocks.pop_back();
            if (is_pair) CHECK(outcome_of(blocked).pairs == before.pairs);  // M14
        }
    }
}

TEST_CASE("propose: a pin on a proposed pair changes nothing (M12), another holds and costs (M13)",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(300U, 400U));
    CAPTURE(seed);
    const RandomRound given = unpinned(seed);
    const Round round = given.round();
    const Outcome before = outcome_of(given);
    const auto candidates = candidate_volunteers(round);
    for (std::size_t child = 0; child < candidates.size(); ++child) {
        for (const std::size_t volunteer : candidates[child]) {
            const std::string child_id = round.children()[child].id.text();
            const std::string volunteer_id = round.volunteers()[volunteer].id.text();
            RandomRound pinned = given;
            pinned.tables.pins.push_back(decision(child_id, volunteer_id));
            const Outcome after = outcome_of(pinned);
            CHECK(after.pairs.at(child_id) == volunteer_id);
            const auto proposed = before.pairs.find(child_id);
            if (proposed != before.pairs.end() && proposed->second == volunteer_id) {
                CHECK(after.pairs == before.pairs);
                CHECK(after.totals == before.totals);
            } else {
                CHECK(after.totals <= before.totals);
            }
            pinned.tables.pins.clear();
            if (child == 0) CHECK(outcome_of(pinned).pairs == before.pairs);  // M14
        }
    }
}

TEST_CASE("propose: a higher minimum is never better (M27)", "[proposal][property]")
{
    const auto seed = GENERATE(range(400U, 600U));
    CAPTURE(seed);
    RandomRound given = random_small_round(seed);
    given.tables.pins.clear();
    std::vector<std::int64_t> before;
    for (std::int64_t minimum = 0; minimum <= 1000; minimum += 100) {
        given.policy.minimum_points = minimum;
        const Outcome now = outcome_of(given);
        if (minimum > 0) CHECK(now.totals <= before);
        before = now.totals;
    }
    const Round round = given.round();
    const Scorer scorer(round);
    Points least = full_points;
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer)
            least = std::min(least, scorer.score(child, volunteer).high);
    }
    given.policy.minimum_points = 0;
    const Outcome without = outcome_of(given);
    given.policy.minimum_points = least;
    CHECK(outcome_of(given).pairs == without.pairs);
}

TEST_CASE("propose: another seed gives the same totals (M28)", "[proposal][property]")
{
    const auto seed = GENERATE(range(500U, 800U));
    CAPTURE(seed);
    RandomRound given = random_small_round(seed);
    const Outcome before = outcome_of(given);
    for (const std::int64_t other : {0, 1, 77}) {
        given.policy.seed = other;
        const Outcome after = outcome_of(given);
        CHECK(after.totals == before.totals);
        CHECK(after.pairs.size() == before.pairs.size());
    }
}

TEST_CASE("propose: over 1,000 seeds each of five twins is chosen about equally often (M28)",
          "[proposal][property]")
{
    constexpr std::size_t twins = 5;
    GivenPair pair;
    RandomRound given{{{}, {pair.volunteer}, {}, {}, {}, {}}, pair.policy, pair.vocabulary};
    for (std::size_t i = 0; i < twins; ++i) {
        pair.child.id = ReferralId("twin-" + std::to_string(i));
        given.tables.children.push_back(pair.child);
    }
    std::array<std::size_t, twins> chosen{};
    for (given.policy.seed = 0; given.policy.seed < 1'000; ++given.policy.seed) {
        const Proposal proposal = propose(given.round());
        REQUIRE(proposal.proposed.size() == 1);
        CHECK(proposal.proposed[0].decided_by_tie);
        ++chosen[proposal.proposed[0].child];
    }
    double chi_square = 0;
    for (const std::size_t count : chosen)
        chi_square += (static_cast<double>(count) - 200) * (static_cast<double>(count) - 200) / 200;
    CHECK(chi_square < 18.47);  // the 99.9 % point for four degrees of freedom
}

TEST_CASE("propose: protected characteristics exchanged where no wish concerns them (M38)",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(600U, 1'100U));
    CAPTURE(seed);
    RandomRound given = random_small_round(seed);
    for (Referral& child : given.tables.children) {
        child.visitor_gender = child.culture = child.faith = {{}, Strength::none};
        child.needs_language = Strength::none;
        child.languages = std::vector<Language>{{"eng", Fluency::native}};
    }
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.accepts_gender.clear();
        volunteer.languages = std::vector<Language>{{"eng", Fluency::native}};
    }
    RandomRound others = given;
    Dice dice(seed);
    const auto exchange = [&dice](auto& people) {
        for (std::size_t left = people.size(); left > 1; --left) {
            auto& a = people[left - 1];
            auto& b = people[dice.below(left)];
            std::swap(a.gender, b.gender);
            std::swap(a.ethnic_group, b.ethnic_group);
            std::swap(a.religion, b.religion);
        }
    };
    exchange(others.tables.children);
    exchange(others.tables.volunteers);
    CHECK(text_of(propose(others.round())) == text_of(propose(given.round())));
}

TEST_CASE("propose: no weights bring in a pair that is not eligible (M40)", "[proposal][property]")
{
    const auto seed = GENERATE(range(700U, 1'200U));
    CAPTURE(seed);
    RandomRound given = random_small_round(seed);
    Dice dice(seed);
    const auto weight = [&dice] { return static_cast<std::int64_t>(dice.below(1'001)); };
    given.policy.weights = {weight(), weight(), weight(), weight(), weight()};
    given.policy.tiers = {TierName::points};
    const Round round = given.round();
    const Eligibility eligibility(round);
    for (const ProposedMatch& match : propose(round).proposed) {
        CHECK(eligibility.broken(match.child, match.volunteer).empty());
        for (const Alternative& next : match.next_best)
            CHECK(eligibility.broken(match.child, next.volunteer).empty());
    }
}

TEST_CASE("propose: every pair blocked leaves everybody waiting with that reason (F07)",
          "[proposal][example]")
{
    RandomRound given = unpinned(800);
    given.tables.blocks.clear();
    for (const Referral& child : given.tables.children) {
        for (const Volunteer& volunteer : given.tables.volunteers)
            given.tables.blocks.push_back(decision(child.id.text(), volunteer.id.text()));
    }
    const Round round = given.round();
    const Eligibility eligibility(round);
    const Proposal proposal = propose(round);
    CHECK(proposal.proposed.empty());
    REQUIRE(proposal.waiting.size() == given.tables.children.size());
    for (const WaitingChild& waiting : proposal.waiting) {
        CHECK(waiting.reason != WaitingReason::needed_elsewhere);
        CHECK(waiting.what_would_change_it.empty());  // nobody lifts a block to please the engine
        for (std::size_t i = 0; i < round.volunteers().size(); ++i)
            CHECK(eligibility.broken(waiting.child, i).has(Rule::excluded));
    }
    CHECK(proposal.candidate_pairs == 0);
    CHECK(proposal.independent_parts == 0);
}

TEST_CASE("propose: a minimum above what any pair reaches (F11)", "[proposal][example]")
{
    GivenPair pair;
    pair.policy.weights = {0, 0, 0, 10, 0};
    pair.policy.travel.easy_m = 0;
    pair.policy.minimum_points = 1000;
    const Proposal proposal = propose(pair.round());
    CHECK(proposal.proposed.empty());
    REQUIRE(proposal.waiting.size() == 1);
    CHECK(proposal.waiting[0].reason == WaitingReason::below_minimum);
    CHECK(proposal.waiting[0].eligible == 1);
    REQUIRE(proposal.unused.size() == 1);
    CHECK(proposal.unused[0].reason == UnusedReason::below_minimum);
}

TEST_CASE("propose: an empty side is an answer", "[proposal][example]")
{
    const GivenPair pair;
    const Proposal no_volunteers =
        propose(Round({{pair.child}, {}, {}, {}, {}, {}}, pair.policy, pair.vocabulary));
    REQUIRE(no_volunteers.waiting.size() == 1);
    CHECK(no_volunteers.waiting[0].reason == WaitingReason::no_volunteers);
    const Proposal no_children =
        propose(Round({{}, {pair.volunteer}, {}, {}, {}, {}}, pair.policy, pair.vocabulary));
    REQUIRE(no_children.unused.size() == 1);
    CHECK(no_children.unused[0].reason == UnusedReason::no_children);
    const Proposal nobody = propose(Round({}, pair.policy, pair.vocabulary));
    CHECK(nobody.proposed.empty());
    CHECK(nobody.totals.size() == 3);
    CHECK(nobody.certificate.valid);
}

TEST_CASE("propose: a child who has not been asked is solved like the others and marked",
          "[proposal][example]")
{
    GivenPair pair;
    CHECK(propose(pair.round()).proposed.at(0).state == ProposalState::proposed);
    pair.child.consent = Consent::not_yet_asked;
    const Proposal ask_first = propose(pair.round());
    CHECK(ask_first.proposed.at(0).state == ProposalState::ask_first);
    CHECK(ask_first.totals.at(0).total == 1);
}
