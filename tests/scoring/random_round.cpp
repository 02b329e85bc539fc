#include "scoring/random_round.hpp"

#include <befriend/synthetic/waiting_list.hpp>

#include <string>
#include <utility>

namespace befriend::test {
namespace {

const std::vector<std::string> providers{"P-1", "P-2", "P-3"};

void loosen(Volunteer& volunteer, Date as_of, Dice& dice)
{
    if (dice.chance(85)) {
        volunteer.state = VolunteerState::available;
        volunteer.available_from.reset();
        volunteer.dbs_on = as_of;
        volunteer.references_ok = true;
        volunteer.panel_approved_until = as_of;
    }
    if (dice.chance(80)) volunteer.independent = Independence::yes;
    if (dice.chance(90)) volunteer.commitment_until.reset();
    if (dice.chance(90)) volunteer.commitment_months.reset();
    if (dice.chance(60)) volunteer.accepts_age.reset();
    if (dice.chance(60)) volunteer.prefers_age = Missing::unknown;
    if (volunteer.accepts_age && volunteer.prefers_age.known())
        volunteer.prefers_age = *volunteer.accepts_age;
    if (dice.chance(30)) volunteer.slots = Missing::unknown;
    if (dice.chance(60)) volunteer.willing.insert(Requirement::experienced);
    volunteer.current_load = 0;
    volunteer.capacity = static_cast<std::int32_t>(dice.chance(60) ? 1 : dice.below(4));
    volunteer.high_need_limit = static_cast<std::int32_t>(dice.below(3));
    volunteer.provider = dice.chance(60) ? providers[0] : dice.of(providers);
    volunteer.coordinator = CoordinatorId();
}

void loosen(Referral& child, Dice& dice)
{
    child.unit.clear();
    if (dice.chance(70)) child.eligible_until.reset();
    if (dice.chance(60)) child.requires_of_visitor = {};
    if (dice.chance(25)) child.requires_of_visitor.insert(Requirement::experienced);
    if (dice.chance(60)) child.access_needs = TagSet<AccessNeed>{};
    if (dice.chance(50)) child.gender = Missing::unknown;
    if (dice.chance(50) && child.needs_language.known()) child.needs_language = Strength::none;
    for (Wish* wish : {&child.visitor_gender, &child.culture, &child.faith}) {
        if (wish->is(Strength::must) && dice.chance(60)) wish->strength = Strength::prefer;
    }
    child.provider = dice.chance(60) ? providers[0] : dice.of(providers);
}

// Within 40 km, half of them on corners and edges of the cells that candidates are found by.
Location place_in_a_county(Dice& dice)
{
    const auto metres = [&dice](std::int32_t from) {
        const auto offset = static_cast<std::int32_t>(dice.below(40'001));
        return from +
               (dice.chance(50) ? offset : offset / 2'000 * 2'000 - static_cast<std::int32_t>(dice.below(2)));
    };
    const std::int32_t easting = metres(512'000);
    return {easting, metres(256'000)};
}

template <class Person>
void move(Person& person, Dice& dice)
{
    person.location = place_in_a_county(dice);
    if (dice.chance(12)) person.location.reset();
    if (dice.chance(3)) person.location = Location{most_easting, 0};
    if (dice.chance(25)) person.contact_modes = {ContactMode::in_person, ContactMode::online};
    if (dice.chance(5)) person.contact_modes = {ContactMode::phone};
}

void change_limit(Volunteer& volunteer, Dice& dice)
{
    const std::vector<std::int64_t> limits{0,      999,    1'000,  1'999,  2'000,    8'000,
                                           16'000, 31'999, 32'000, 60'000, 2'000'000};
    if (dice.chance(50)) volunteer.furthest_m = dice.of(limits);
    if (dice.chance(15)) volunteer.furthest_m.reset();
}

void change_policy(Policy& policy, Dice& dice)
{
    const auto number = [&dice](std::size_t most) { return static_cast<std::int64_t>(dice.below(most + 1)); };
    policy.seed = number(1'000'000);
    if (dice.chance(50)) policy.service.sharing = {{"P-1", "P-2"}};
    if (dice.chance(30)) policy.service.sharing.push_back({"P-2", "P-3"});
    if (dice.chance(30)) policy.minimum_points = number(700);
    if (dice.chance(30)) policy.neutral_points = number(1'000);
    if (dice.chance(30)) policy.service.least_months = number(12);
    if (dice.chance(20)) policy.availability.least_common_slots = number(3);
    if (dice.chance(20))
        policy.travel = {number(3'000), 3'001 + number(40'000), number(60'000), number(90'000)};
    if (dice.chance(30)) policy.interests = {number(1'000), number(1'000), number(1'000), number(10'000)};
    if (dice.chance(30)) policy.background.not_met = number(1'000);
    if (dice.chance(30)) policy.age.lost_per_year = number(1'000);
    if (dice.chance(30)) policy.availability.slots_for_one_visit = 1 + number(20);
    if (dice.chance(20)) policy.clearance.allow_connected = true;
    Weights& weights = policy.weights;
    for (std::int64_t* weight :
         {&weights.interests, &weights.background, &weights.age, &weights.travel, &weights.availability}) {
        if (dice.chance(30)) *weight = dice.chance(40) ? 0 : number(1'000);
    }
}

void add_blocks(Tables& tables, Dice& dice)
{
    tables.blocks.clear();
    for (const Referral& child : tables.children) {
        if (tables.volunteers.empty() || !dice.chance(15)) continue;
        tables.blocks.push_back({child.id, dice.of(tables.volunteers).id, "coordinator", "", {}});
    }
}

// Many with the same day, so that the waiting curve ties.
void change_waiting(Referral& child, Date as_of, Dice& dice)
{
    child.waiting_since.reset();
    child.referred_on = add_months(as_of, -static_cast<std::int64_t>(6 * dice.below(5)));
    if (dice.chance(70)) child.priority = {};
    constexpr std::size_t tops = 8;
    if (dice.chance(40)) child.top_criterion = static_cast<TopCriterion>(dice.below(tops));
}

}  // namespace

Vocabulary random_round_vocabulary()
{
    return Vocabulary({{"sport", {}, ""},
                       {"football", {"soccer"}, "sport"},
                       {"swimming", {}, "sport"},
                       {"cycling", {}, "sport"},
                       {"making", {}, ""},
                       {"baking", {}, "making"},
                       {"drawing", {}, "making"},
                       {"chess", {}, ""},
                       {"museums", {}, ""},
                       {"video_games", {}, ""}});
}

RandomRound random_round(std::uint64_t seed, std::size_t children, std::size_t volunteers)
{
    Dice dice(seed);
    RandomRound made;
    made.vocabulary = random_round_vocabulary();
    WaitingListOptions options;
    options.preset = dice.of(presets()).name;
    options.seed = seed;
    options.children = children;
    options.volunteers = volunteers;
    WaitingList list = waiting_list(options, made.vocabulary).value();
    made.tables = std::move(list.tables);
    made.policy = std::move(list.policy);

    const Date as_of = *made.policy.as_of;
    made.tables.coordinators.clear();
    for (Referral& child : made.tables.children) {
        loosen(child, dice);
        move(child, dice);
        change_waiting(child, as_of, dice);
    }
    for (Volunteer& volunteer : made.tables.volunteers) {
        loosen(volunteer, as_of, dice);
        move(volunteer, dice);
        change_limit(volunteer, dice);
    }
    change_policy(made.policy, dice);
    add_blocks(made.tables, dice);
    return made;
}

}  // namespace befriend::test
