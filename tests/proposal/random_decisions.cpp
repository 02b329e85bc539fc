#include "proposal/random_decisions.hpp"

#include <befriend/scoring/eligibility.hpp>

#include <algorithm>

namespace befriend::test {

const std::vector<std::vector<TierName>>& every_objective()
{
    static const std::vector<std::vector<TierName>> all = [] {
        std::vector<std::vector<TierName>> made;
        std::vector<TierName> order{TierName::most_children, TierName::waiting, TierName::points};
        do {
            for (std::size_t size = 1; size <= order.size(); ++size) {
                made.emplace_back(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size));
            }
        } while (std::next_permutation(order.begin(), order.end()));
        std::sort(made.begin(), made.end());
        made.erase(std::unique(made.begin(), made.end()), made.end());
        return made;
    }();
    return all;
}

void pin_some(RandomRound& given, Dice& dice)
{
    const Round round = given.round();
    const Eligibility eligibility(round);
    std::vector<std::int32_t> room;
    std::vector<std::int32_t> experienced;
    for (const Volunteer& volunteer : round.volunteers()) {
        room.push_back(volunteer.room());
        experienced.push_back(volunteer.high_need_limit);
    }
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        if (round.volunteers().empty() || !dice.chance(40)) continue;
        const std::size_t volunteer = dice.below(round.volunteers().size());
        const Referral& record = round.children()[child];
        const bool high_need = record.requires_of_visitor.has(Requirement::experienced);
        if (!eligibility.eligible(child, volunteer) || room[volunteer] == 0) continue;
        if (high_need && experienced[volunteer]-- == 0) continue;
        --room[volunteer];
        given.tables.pins.push_back({record.id, round.volunteers()[volunteer].id, "coordinator", "", {}});
    }
}

namespace {

// Everybody wants the first volunteer or two, who have room for several children and fewer of high need.
void crowd(RandomRound& given, Dice& dice)
{
    for (Referral& child : given.tables.children) {
        child.location.reset();
        child.provider = "P-1";
        child.requires_of_visitor = {};
        if (dice.chance(60)) child.requires_of_visitor.insert(Requirement::experienced);
        child.consent = Consent::agrees;
        child.slots = Missing::unknown;
        child.access_needs = TagSet<AccessNeed>{};
    }
    std::size_t crowded = 1 + dice.below(2);
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.capacity = 1;
        if (crowded == 0) continue;
        --crowded;
        volunteer.provider = "P-1";
        volunteer.willing.insert(Requirement::experienced);
        volunteer.accepts_gender.clear();
        volunteer.accepts_age.reset();
        volunteer.prefers_age = Missing::unknown;
        volunteer.interests.clear();
        volunteer.capacity = 2 + static_cast<std::int32_t>(dice.below(2));
        volunteer.high_need_limit = 1 + static_cast<std::int32_t>(dice.below(2));
    }
}

}  // namespace

RandomRound random_small_round(std::uint64_t seed)
{
    Dice dice(seed + 1'000'000);
    RandomRound given = random_round(seed, dice.below(8), dice.below(8));
    given.policy.tiers = every_objective()[seed % every_objective().size()];
    if (dice.chance(20)) crowd(given, dice);
    if (dice.chance(30)) pin_some(given, dice);
    return given;
}

}  // namespace befriend::test
