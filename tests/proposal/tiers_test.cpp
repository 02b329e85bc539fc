// What the objectives beyond the default ones choose, in rounds so small that one can see why.

#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/proposal/propose.hpp>

#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr TierName children_first = TierName::most_children;

// Children c1, c2 and so on, volunteers v1, v2 and so on, all alike and all eligible for one another.
struct Alike {
    Alike(std::size_t children, std::size_t volunteers, std::vector<TierName> tiers)
    {
        const GivenPair pair;
        policy = pair.policy;
        policy.tiers = std::move(tiers);
        vocabulary = pair.vocabulary;
        tables.children.assign(children, pair.child);
        tables.volunteers.assign(volunteers, pair.volunteer);
        for (std::size_t i = 0; i < children; ++i)
            tables.children[i].id = ReferralId("c" + std::to_string(i + 1));
        for (std::size_t i = 0; i < volunteers; ++i)
            tables.volunteers[i].id = VolunteerId("v" + std::to_string(i + 1));
    }

    [[nodiscard]] Round round() const { return Round(tables, policy, vocabulary); }

    Tables tables;
    Policy policy;
    Vocabulary vocabulary;
};

std::int64_t total_of(const Proposal& proposal, TierName name)
{
    for (const TierTotal& tier : proposal.totals)
        if (tier.tier == name) return tier.total;
    FAIL("the policy does not name the tier");
    return 0;
}

std::vector<std::string> pairs_of(const Round& round)
{
    std::vector<std::string> pairs;
    for (const ProposedMatch& match : propose(round).proposed)
        pairs.push_back(round.children()[match.child].id.text() + " " +
                        round.volunteers()[match.volunteer].id.text());
    return pairs;
}

}  // namespace

TEST_CASE("volunteers_waiting: a volunteer's wait counts once, however many children there is room for",
          "[proposal][example]")
{
    // v1 has waited two years and has room for two, v2 one year: each is given one child. Counted a child,
    // two for v1 would come to 16 and leave v2 waiting.
    Alike given(2, 2, {children_first, TierName::volunteers_waiting});
    given.tables.volunteers[0].waiting_since = on("2023-06-01");
    given.tables.volunteers[0].capacity = 2;
    given.tables.volunteers[1].waiting_since = on("2024-06-01");
    const Proposal proposal = propose(given.round());
    CHECK(total_of(proposal, children_first) == 2);
    CHECK(total_of(proposal, TierName::volunteers_waiting) == 8 + 4);
    CHECK(proposal.unused.empty());
    CHECK(proposal.certificate.volunteer_of_column == std::vector<std::size_t>{0, 1, 0});
}

TEST_CASE("volunteers_waiting: who sees a child, or has no date, counts as not waiting",
          "[proposal][example]")
{
    Alike given(1, 3, {TierName::volunteers_waiting});
    given.tables.volunteers[0].waiting_since = on("2020-06-01");
    given.tables.volunteers[0].current_load = 1;
    given.tables.volunteers[0].capacity = 2;
    given.tables.volunteers[2].waiting_since = on("2025-03-01");
    CHECK(pairs_of(given.round()) == std::vector<std::string>{"c1 v3"});
    given.tables.volunteers[2].waiting_since = on("2025-03-02");  // a day less than three months
    CHECK(total_of(propose(given.round()), TierName::volunteers_waiting) == 0);
}

TEST_CASE("volunteers_waiting: a pinned child is the one that counts", "[proposal][example]")
{
    Alike given(3, 2, {children_first, TierName::volunteers_waiting});
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.waiting_since = on("2024-06-01");
        volunteer.capacity = 2;
    }
    given.tables.volunteers[0].capacity = 3;
    given.tables.pins.push_back({ReferralId("c2"), VolunteerId("v1"), "coordinator", "", {}});
    const Proposal proposal = propose(given.round());
    CHECK(total_of(proposal, TierName::volunteers_waiting) == 4 + 4);
    CHECK(proposal.certificate.value[1] == 4);  // pins stand outside
    CHECK(proposal.unused.empty());
}

TEST_CASE("continuity: pairs of the earlier proposal stay, also where others would fit better",
          "[proposal][example]")
{
    Alike given(2, 2, {children_first, TierName::continuity, TierName::points});
    given.tables.children[1].location = given.tables.volunteers[0].location;  // c2 lives where v1 does
    CHECK(pairs_of(given.round()) == std::vector<std::string>{"c1 v2", "c2 v1"});
    given.tables.earlier = {{ReferralId("c1"), VolunteerId("v1")},
                            {ReferralId("c2"), VolunteerId("gone")},
                            {ReferralId("gone"), VolunteerId("v2")}};
    CHECK(pairs_of(given.round()) == std::vector<std::string>{"c1 v1", "c2 v2"});
    CHECK(total_of(propose(given.round()), TierName::continuity) == 1);
}

TEST_CASE("continuity: it keeps no child from a place where most children come first", "[proposal][example]")
{
    Alike given(2, 2, {children_first, TierName::continuity});
    given.tables.earlier = {{ReferralId("c1"), VolunteerId("v1")}};
    given.tables.blocks.push_back({ReferralId("c2"), VolunteerId("v2"), "coordinator", "", {}});
    CHECK(pairs_of(given.round()) == std::vector<std::string>{"c1 v2", "c2 v1"});
    given.policy.tiers = {TierName::continuity, children_first};
    CHECK(pairs_of(given.round()) == std::vector<std::string>{"c1 v1"});
}

TEST_CASE("continuity: a child who waits is told that somebody else keeps the volunteer",
          "[proposal][example]")
{
    Alike given(2, 1, {children_first, TierName::continuity});
    given.tables.earlier = {{ReferralId("c2"), VolunteerId("v1")}};
    const Proposal proposal = propose(given.round());
    REQUIRE(proposal.waiting.size() == 1);
    REQUIRE(proposal.waiting[0].needed_elsewhere.size() == 1);
    const auto& ahead = proposal.waiting[0].needed_elsewhere[0].ahead;
    REQUIRE(ahead.size() == 1);
    CHECK(ahead[0].child == 1);
    CHECK(ahead[0].tier == TierName::continuity);
}
