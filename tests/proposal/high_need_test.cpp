// A volunteer's limit on high needs, where a reason could be got wrong by it.

#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/proposal/propose.hpp>

#include <array>
#include <string>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("reasons: no tie where only the kind of place with one volunteer could change",
          "[proposal][regression]")
{
    // Room for three, of whom two may require experience: c1 and c2 require none, c3 does, and two more do
    // who have waited less. Whichever of c1 and c2 has the place that any child may have, all three are with
    // one volunteer.
    GivenPair pair;
    pair.volunteer.capacity = 3;
    pair.volunteer.high_need_limit = 2;
    pair.volunteer.willing = {Requirement::experienced};
    std::vector<Referral> children(5, pair.child);
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].id = ReferralId("c" + std::to_string(i + 1));
        children[i].referred_on = on(i < 3 ? "2022-01-01" : "2025-05-01");
        if (i >= 2) children[i].requires_of_visitor = {Requirement::experienced};
    }
    const Round round({children, {pair.volunteer}, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
    const Proposal proposal = propose(round);
    REQUIRE(proposal.proposed.size() == 3);
    for (const ProposedMatch& match : proposal.proposed) {
        CHECK(match.child < 3);
        CHECK_FALSE(match.decided_by_tie);
    }
}
TEST_CASE("reasons: a child with a high need competes only for the places that such a child may have",
          "[proposal][regression]")
{
    // One volunteer with room for two, of whom one may require experience: c1 has waited longest and has that
    // place, c3 requires none and has the other. c2 waits because of c1 alone, though she has waited longer
    // than c3.
    GivenPair pair;
    pair.volunteer.capacity = 2;
    pair.volunteer.willing = {Requirement::experienced};
    std::vector<Referral> children(3, pair.child);
    const std::array<const char*, 3> waiting_since{"2022-01-01", "2023-09-01", "2025-05-01"};
    for (std::size_t i = 0; i < 3; ++i) {
        children[i].id = ReferralId("c" + std::to_string(i + 1));
        children[i].referred_on = on(waiting_since[i]);
        if (i < 2) children[i].requires_of_visitor = {Requirement::experienced};
    }
    children[0].location = pair.volunteer.location;
    children[2].location = pair.volunteer.location;
    const Round round({children, {pair.volunteer}, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
    const Proposal proposal = propose(round);
    REQUIRE(proposal.waiting.size() == 1);
    REQUIRE(proposal.waiting[0].child == 1);
    REQUIRE(proposal.waiting[0].needed_elsewhere.size() == 1);
    const std::vector<Ahead>& ahead = proposal.waiting[0].needed_elsewhere[0].ahead;
    REQUIRE(ahead.size() == 1);
    CHECK(ahead[0].child == 0);
    CHECK(ahead[0].tier == TierName::waiting);
    // The two could not change places: nothing here was decided by a tie.
    for (const ProposedMatch& match : proposal.proposed)
        CHECK_FALSE(match.decided_by_tie);
}
