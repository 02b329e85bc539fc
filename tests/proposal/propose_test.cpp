#include "catch2.hpp"
#include "proposal/brute_force_round.hpp"
#include "proposal/random_decisions.hpp"
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <set>

using namespace befriend;
using namespace befriend::test;

namespace {

std::vector<std::optional<std::size_t>> pairing(const Round& round, const Proposal& proposal)
{
    std::vector<std::optional<std::size_t>> volunteer_of(round.children().size());
    for (const ProposedMatch& match : proposal.proposed)
        volunteer_of[match.child] = match.volunteer;
    return volunteer_of;
}

std::vector<std::int64_t> totals(const Proposal& proposal)
{
    std::vector<std::int64_t> list;
    for (const TierTotal& tier : proposal.totals)
        list.push_back(tier.total);
    return list;
}

void check_everybody_once(const Round& round, const Proposal& proposal)
{
    std::vector<std::size_t> children;
    std::set<std::size_t> used;
    std::vector<std::size_t> unused;
    for (const ProposedMatch& match : proposal.proposed) {
        children.push_back(match.child);
        used.insert(match.volunteer);
    }
    CHECK(std::is_sorted(children.begin(), children.end()));
    for (const WaitingChild& waiting : proposal.waiting)
        children.push_back(waiting.child);
    CHECK(std::is_sorted(children.end() - static_cast<std::ptrdiff_t>(proposal.waiting.size()),
                         children.end()));
    CHECK(children.size() == round.children().size());
    CHECK(std::set<std::size_t>(children.begin(), children.end()).size() == children.size());
    for (const UnusedVolunteer& volunteer : proposal.unused)
        unused.push_back(volunteer.volunteer);
    CHECK(std::is_sorted(unused.begin(), unused.end()));
    CHECK(used.size() + unused.size() == round.volunteers().size());
    used.insert(unused.begin(), unused.end());
    CHECK(used.size() == round.volunteers().size());
}

void check_matches(const Round& round, const Proposal& proposal, const BestRound& best)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    for (const ProposedMatch& match : proposal.proposed) {
        const auto pinned = std::count_if(round.pins().begin(), round.pins().end(), [&](const Pin& pin) {
            return pin.child == round.children()[match.child].id;
        });
        CHECK(match.pinned == (pinned == 1));
        CHECK(match.decided_by_tie == best.could_be_elsewhere[match.child]);
        CHECK(match.score == scorer.score(match.child, match.volunteer));
        CHECK(match.ask_about == eligibility.open_questions(match.child, match.volunteer));
        const bool asked = round.children()[match.child].consent == Consent::agrees;
        CHECK(match.state == (asked ? ProposalState::proposed : ProposalState::ask_first));
        CHECK(eligibility.eligible(match.child, match.volunteer));  // M40
        std::size_t eligible = 0;
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer)
            eligible += eligibility.eligible(match.child, volunteer) ? 1U : 0U;
        CHECK(match.eligible == eligible);
    }
}

}  // namespace

TEST_CASE("propose: equal to brute force over every assignment of small rounds", "[proposal][oracle]")
{
    const auto block = GENERATE(range(0U, 30U));
    for (std::uint64_t seed = 100 * block; seed < 100 * block + 100; ++seed) {
        CAPTURE(seed);
        const Round round = random_small_round(seed).round();
        const BestRound best = best_round(round);
        const Proposal proposal = propose(round);

        CHECK(totals(proposal) == best.totals);
        CHECK(pairing(round, proposal) == best.volunteer_of);
        CHECK(proposal.certificate.valid);
        CHECK(proposal.certificate.value == proposal.certificate.bound);
        CHECK(proposal.certificate.value.back() == best.ties);
        check_everybody_once(round, proposal);
        check_matches(round, proposal, best);
    }
}

TEST_CASE("propose: totals are named in the policy's order and counted over the pairs",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(10'000U, 10'060U));
    CAPTURE(seed);
    const Round round = random_small_round(seed).round();
    const Proposal proposal = propose(round);
    REQUIRE(proposal.totals.size() == round.policy().tiers.size());
    for (std::size_t tier = 0; tier < proposal.totals.size(); ++tier) {
        CHECK(proposal.totals[tier].tier == round.policy().tiers[tier]);
        std::int64_t total = 0;
        std::set<std::size_t> seen;
        for (const ProposedMatch& match : proposal.proposed) {
            const bool is_first = seen.insert(match.volunteer).second;
            if (is_first || proposal.totals[tier].tier != TierName::volunteers_waiting)
                total += worth(round, proposal.totals[tier].tier, match.child, match.volunteer);
        }
        CHECK(proposal.totals[tier].total == total);
    }
    std::size_t pairs = 0;
    for (const auto& of_child : candidate_volunteers(round))
        pairs += of_child.size();
    CHECK(proposal.candidate_pairs == pairs);
}

TEST_CASE("propose: next best are the other candidates, most points first, with whom they are proposed to",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(11'000U, 11'100U));
    CAPTURE(seed);
    RandomRound given = random_small_round(seed);
    given.policy.alternatives = static_cast<std::int64_t>(seed % 4);
    const Round round = given.round();
    const Proposal proposal = propose(round);
    const auto candidates = candidate_volunteers(round);
    const Scorer scorer(round);
    const auto volunteer_of = pairing(round, proposal);
    for (const ProposedMatch& match : proposal.proposed) {
        std::vector<std::size_t> others = candidates[match.child];
        std::erase(others, match.volunteer);
        const auto rank = [&](std::size_t volunteer) {
            return std::pair(-scorer.score(match.child, volunteer).points,
                             -tie_of(round, match.child, volunteer));
        };
        std::sort(others.begin(), others.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
        others.resize(std::min<std::size_t>(others.size(), seed % 4));
        REQUIRE(match.next_best.size() == others.size());
        for (std::size_t i = 0; i < others.size(); ++i) {
            const Alternative& next = match.next_best[i];
            CHECK(next.volunteer == others[i]);
            CHECK(next.points == scorer.score(match.child, others[i]).points);
            std::vector<std::size_t> seen;
            std::int32_t experienced = 0;
            for (std::size_t child = 0; child < volunteer_of.size(); ++child) {
                if (volunteer_of[child] != others[i]) continue;
                seen.push_back(child);
                experienced += round.children()[child].requires_of_visitor.has(Requirement::experienced);
            }
            CHECK(next.proposed_to == seen);
            const Volunteer& person = round.volunteers()[others[i]];
            const bool high_need =
                round.children()[match.child].requires_of_visitor.has(Requirement::experienced);
            const bool has_room = static_cast<std::int32_t>(seen.size()) < person.room() &&
                                  (!high_need || experienced < person.high_need_limit);
            CHECK(next.has_room == has_room);
        }
    }
}
