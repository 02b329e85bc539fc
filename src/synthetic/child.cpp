#include "synthetic/child.hpp"

#include <algorithm>
#include <chrono>

namespace befriend::synthetic {

namespace {

using std::chrono::days;

constexpr std::int32_t earliest_age = 4;  // at referral: the youngest that services take
constexpr std::int32_t semi_independent_from = 16;
constexpr std::int32_t young = 12;  // whose interests are still a child's
constexpr std::size_t id_digits = 4;

StatedAge stated_age(std::int32_t years, Date as_of, Draws& draws)
{
    if (!draws.chance(born_in_a_known_month)) return AgeYears{years};
    const std::chrono::year_month_day today{as_of};
    const std::chrono::months old{12 * years + draws.between(0, 11)};
    return std::chrono::year_month{today.year(), today.month()} - old;
}

Cohort cohort_of(const Shape& shape, Draws& draws)
{
    const std::uint32_t place = draws.below(1000);
    if (place < shape.care_leavers) return Cohort::care_leaver;
    return place < shape.care_leavers + returned_home ? Cohort::returned_home : Cohort::looked_after;
}

std::int32_t years_old(Cohort cohort, bool seeks_asylum, Draws& draws)
{
    if (cohort == Cohort::care_leaver) return pick(draws, ages_of_care_leavers);
    return seeks_asylum ? pick(draws, ages_seeking_asylum) : pick(draws, ages);
}

Answer<std::vector<Language>> languages_of(const Household& household, Draws& draws)
{
    constexpr Shares<Fluency, 3> english_of_newcomers{
        {{Fluency::basic, 500}, {Fluency::conversational, 400}, {Fluency::fluent, 100}}};  // assumption
    const std::string further(household.further_language);
    if (household.seeks_asylum()) {
        return std::vector<Language>{{further, Fluency::native}, {"eng", pick(draws, english_of_newcomers)}};
    }
    std::vector<Language> languages{{"eng", Fluency::native}};
    if (!further.empty()) languages.push_back({further, Fluency::fluent});
    return if_recorded(draws, std::move(languages));
}

void add_person(Referral& child, std::int32_t years, const Household& household, const Setting& setting,
                Draws draws)
{
    const Shape& shape = setting.shape;
    child.age = stated_age(years, shape.as_of, draws);
    child.gender = known_or_not(
        household.seeks_asylum()
            ? pick(draws, genders_of_children_seeking_asylum)
            : pick(draws, rest_of(shape.genders, genders_of_children_seeking_asylum, shape.seeking_asylum)));
    child.ethnic_group = known_or_not(household.ethnic_group);
    child.religion = religion_answer(household.religion, draws);
    child.languages = languages_of(household, draws);
}

void add_request(Referral& child, std::int32_t years, const Household& household, Date as_of, Draws draws)
{
    const std::int32_t longest = (years - earliest_age) * 365;
    const Date waiting_since = as_of - days(std::min(household.days_waited, longest));
    child.referred_on = waiting_since;
    if (draws.chance(counted_from_later)) {
        child.waiting_since = waiting_since;
        child.referred_on = waiting_since - days(draws.between(1, 120));
    }
    child.source = if_recorded(draws, pick(draws, sources));
    child.consent = pick(draws, consents);
    if (draws.chance(own_last_day)) child.eligible_until = add_months(as_of, draws.between(4, 40));
    if (!draws.chance(not_recorded)) child.visits_wanted = pick(draws, visits);
    child.contact_modes = some_of(draws, child_contact);
    child.contact_modes.insert(ContactMode::in_person);
}

void add_home(Referral& child, std::int32_t years, const Home& home, Draws draws)
{
    child.location = home.location;
    PlacementType type = pick(draws, placements);
    if (type == PlacementType::semi_independent && years < semi_independent_from)
        type = PlacementType::residential;
    if (child.cohort == Cohort::returned_home) type = PlacementType::own_home;
    child.placement_type = if_recorded(draws, type);
    child.placement_stability = if_recorded(draws, pick(draws, stabilities));
    child.home_conditions = if_recorded(draws, some_of(draws, home_tags));
    const bool is_far = home.place == HomePlace::inside_far || home.place == HomePlace::outside_far;
    child.priority = some_of(draws, priorities);
    if (is_far && draws.chance(far_from_home_priority)) child.priority.insert(Priority::far_from_home);
}

void add_needs(Referral& child, std::int32_t years, bool seeks_asylum, Draws draws)
{
    child.allergies = if_recorded(draws, some_of(draws, child_allergies));
    child.access_needs = if_recorded(draws, some_of(draws, access_needs));
    child.requires_of_visitor = some_of(draws, requirements);
    if (years < 10 && draws.chance(under10_training))
        child.requires_of_visitor.insert(Requirement::under10_trained);
    if (seeks_asylum && draws.chance(asylum_training))
        child.requires_of_visitor.insert(Requirement::asylum_aware);
}

void add_history(Referral& child, std::int32_t years, Draws draws)
{
    constexpr std::int32_t old_enough = 8;
    constexpr Shares<Code, 3> reasons{{{"volunteer_left", 450}, {"moved", 350}, {"child_ended", 200}}};
    if (draws.chance(not_recorded)) return;
    const std::uint32_t place = draws.below(1000);
    const std::int32_t count = place < had_a_visitor ? 1 : place < had_a_visitor + had_two_visitors ? 2 : 0;
    child.previous_matches = years < old_enough ? 0 : count;
    if (*child.previous_matches == 0) return;
    child.previous_match_ended = *child.referred_on - days(draws.between(0, 300));
    child.previous_match_reason = pick(draws, reasons);
}

void add_unit(Referral& child, const Siblings& siblings)
{
    if (siblings.count < 2) return;
    child.unit = code('U', siblings.first + 1, id_digits);
    child.unit_mode = UnitMode::either;
}

}  // namespace

Referral invented_child(const Setting& setting, std::size_t position, std::size_t children)
{
    const Siblings siblings = siblings_of(setting, position, children);
    const Household family = household(setting, siblings.first);
    const Date as_of = setting.shape.as_of;

    Referral child;
    child.id = ReferralId(code('C', position + 1, id_digits));
    child.provider = provider_of(family.authority);
    add_unit(child, siblings);

    Draws who = setting.draws(Stream::child_age, position);
    child.cohort = cohort_of(setting.shape, who);
    const std::int32_t years = years_old(child.cohort, family.seeks_asylum(), who);
    add_person(child, years, family, setting, setting.draws(Stream::child_person, position));
    add_request(child, years, family, as_of, setting.draws(Stream::child_request, position));

    Draws place = setting.draws(Stream::child_place, position);
    const bool in_one_home = position == siblings.first || place.chance(siblings_in_one_home);
    const Home home = in_one_home ? family.home : home_in(setting.places, family.authority, place);
    add_home(child, years, home, place);

    add_wishes(child, family, setting.shape, setting.draws(Stream::child_wishes, position));
    add_needs(child, years, family.seeks_asylum(), setting.draws(Stream::child_needs, position));
    add_history(child, years, setting.draws(Stream::child_history, position));
    Draws slots = setting.draws(Stream::child_slots, position);
    child.slots = free_slots_of_child(slots);
    Draws interests = setting.draws(Stream::child_interests, position);
    auto tastes = setting.menu.tastes(years < young ? InterestMenu::Age::under12 : InterestMenu::Age::teenage,
                                      interests);
    child.interests = std::move(tastes.interests);
    child.activities_no = std::move(tastes.activities_no);
    return child;
}

}  // namespace befriend::synthetic
