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
