#include "proposal/random_decisions.hpp"

#include <befriend/scoring/eligibility.hpp>

#include <algorithm>

namespace befriend::test {

const std::vector<std::vector<TierName>>& every_objective()
{
    static const std::vector<std::vector<TierName>> all = [] {
        std::vector<std::vector<TierName>> made;
        std::vector<TierName> order{TierName::most_children, TierName::waiting, TierName::points,
                                    TierName::continuity, TierName::volunteers_waiting};
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
        if (high_need && experienced[volunteer] == 0) continue;
        --room[volunteer];
        if (high_need) --experienced[volunteer];
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

// Volunteers who have waited for nothing to two years, and some who see a child already.
void let_volunteers_wait(RandomRound& given, Dice& dice)
{
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.waiting_since =
            add_months(*given.policy.as_of, -static_cast<std::int64_t>(6 * dice.below(5)));
        if (dice.chance(15)) volunteer.waiting_since.reset();
        if (!dice.chance(15)) continue;
        volunteer.current_load = 1;
        ++volunteer.capacity;
    }
    if (dice.chance(30)) given.policy.volunteers_waiting = {{0, 7, 13}, {1, 1, 3}};
}

// Pairs of any children and volunteers, some of whom are not there any more.
void remember_pairs(RandomRound& given, Dice& dice)
{
    if (given.tables.volunteers.empty()) return;
    for (const Referral& child : given.tables.children) {
        if (!dice.chance(60)) continue;
        const VolunteerId gone("gone");
        given.tables.earlier.push_back(
            {child.id, dice.chance(5) ? gone : dice.of(given.tables.volunteers).id});
    }
    if (dice.chance(20)) given.tables.earlier.push_back({ReferralId("gone"), given.tables.volunteers[0].id});
}

}  // namespace

RandomRound random_small_round(std::uint64_t seed)
{
    Dice dice(seed + 1'000'000);
    RandomRound given = random_round(seed, dice.below(8), dice.below(8));
    given.policy.tiers = every_objective()[seed % every_objective().size()];
    if (dice.chance(20)) crowd(given, dice);
    let_volunteers_wait(given, dice);
    remember_pairs(given, dice);
    if (dice.chance(30)) pin_some(given, dice);
    return given;
}

}  // namespace befriend::test
