#include "synthetic/volunteer.hpp"

#include "synthetic/quantile_tables.hpp"
#include "synthetic/volunteer_margins.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace befriend::synthetic {

namespace {

using std::chrono::days;

constexpr std::size_t id_digits = 4;
constexpr AgeRange every_age{5, 25};

bool is_ready(Stage stage)
{
    return stage == Stage::ready || stage == Stage::ready_and_seeing;
}

// What has been done by now: a check while in training, the panel after it.
bool is_checked(Stage stage)
{
    return stage != Stage::enquiring && stage != Stage::in_training;
}

bool is_approved(Stage stage)
{
    return is_checked(stage) && stage != Stage::trained;
}

VolunteerState state_of(Stage stage)
{
    switch (stage) {
        case Stage::ready:
            return VolunteerState::available;
        case Stage::ready_and_seeing:
            return VolunteerState::matched;
        case Stage::approved:
            return VolunteerState::panel_approved;
        case Stage::trained:
            return VolunteerState::trained;
        case Stage::in_training:
            return VolunteerState::applied;
        case Stage::enquiring:
            return VolunteerState::enquiry;
        case Stage::paused:
            return VolunteerState::paused;
        case Stage::left:
            break;
    }
    return VolunteerState::left;
}

// A day that still counts under the built-in policy, or that no longer does.
Date checked_on(Date as_of, bool is_too_old, Draws& draws)
{
    return as_of - days(is_too_old ? draws.between(1'100, 1'600) : draws.between(20, 1'000));
}

void add_checks(Volunteer& volunteer, Stage stage, Date as_of, Draws draws)
{
    if (!is_checked(stage)) return;
    if (!draws.chance(check_missing)) {
        const bool is_too_old = draws.chance(check_too_old);
        volunteer.dbs_on = checked_on(as_of, is_too_old, draws);
    }
    if (!draws.chance(references_missing)) volunteer.references_ok = !draws.chance(references_refused);
    for (const auto& [training, weight] : trainings) {
        if (!draws.chance(weight)) continue;
        const bool is_too_old = draws.chance(training_too_old);
        volunteer.training.push_back({training, checked_on(as_of, is_too_old, draws)});
        volunteer.willing.insert(training);
    }
    if (!is_approved(stage)) return;
    volunteer.panel_approved_until =
        draws.chance(panel_past) ? as_of - days(draws.between(1, 200)) : as_of + days(draws.between(30, 900));
}

// Languages and cultures go together: who speaks the language of a child's people is often of it.
void add_languages_and_cultures(Volunteer& volunteer, Code ethnic_group, const Shape& shape, Draws& draws)
{
    constexpr std::uint32_t of_that_people = 600;  // assumption
    constexpr Shares<Fluency, 3> levels{
        {{Fluency::conversational, 250}, {Fluency::fluent, 350}, {Fluency::native, 400}}};  // assumption
    std::vector<Language> languages{{"eng", Fluency::native}};
    std::vector<std::string> cultures = cultures_of(ethnic_group, draws);
    if (draws.chance(shape.asylum_languages_spoken)) {
        const Heritage& heritage = pick(draws, heritages);
        languages.push_back({std::string(heritage.language), pick(draws, levels)});
        if (draws.chance(of_that_people)) cultures.emplace_back(heritage.culture);
    } else if (draws.chance(language_spoken)) {
        languages.push_back({std::string(pick(draws, further_languages)), pick(draws, levels)});
    }
    volunteer.languages = if_recorded(draws, std::move(languages));
    volunteer.cultures = if_recorded(draws, std::move(cultures));
}

void add_person(Volunteer& volunteer, const Shape& shape, Draws draws)
{
    volunteer.unit = pick(draws, volunteer_units);
    const AgeRange band = pick(draws, volunteer_ages);
    volunteer.age = AgeYears{draws.between(band.least, band.most)};
    volunteer.gender = known_or_not(pick(draws, shape.volunteer_genders));
    const Code ethnic_group = pick(draws, adults_of_2021);
    volunteer.ethnic_group = if_recorded(draws, std::string(ethnic_group));
    volunteer.religion = religion_answer(pick(draws, religions), draws);
    volunteer.independent = pick(draws, independences);
    add_languages_and_cultures(volunteer, ethnic_group, shape, draws);
}

// How far a volunteer travels, from minutes, in steps of 100 m.
std::int64_t furthest_m(std::int32_t metres_a_minute, Draws& draws)
{
    const std::int64_t metres = std::int64_t{value_of(travel_seconds, draws)} * metres_a_minute / 60;
    return metres / 100 * 100;
}

void add_place(Volunteer& volunteer, const Setting& setting, Draws draws)
{
    const std::size_t authority = setting.places.authority_of_volunteer(draws);
    volunteer.provider = provider_of(authority);
    volunteer.coordinator = coordinator_of(authority);
    const Location home = setting.places.inside(authority, draws);
    if (!draws.chance(volunteer_place_unknown)) volunteer.location = home;
    if (!draws.chance(not_recorded)) volunteer.furthest_m = furthest_m(setting.shape.metres_a_minute, draws);
    volunteer.travel = if_recorded(draws, pick(draws, travel_modes));
    if (!draws.chance(not_recorded)) volunteer.business_insurance = draws.chance(insured);
}

void add_time(Volunteer& volunteer, Stage stage, Date as_of, Draws& draws)
{
    if (is_ready(stage)) volunteer.waiting_since = as_of - days(value_of(ready_days, draws));
    if (draws.chance(starts_later)) volunteer.available_from = as_of + days(draws.between(7, 60));
    const std::int32_t months = pick(draws, commitments);
    if (draws.chance(commitment_by_date)) {
        volunteer.commitment_until = add_months(as_of, months);
    } else if (!draws.chance(not_recorded)) {
        volunteer.commitment_months = months;
    }
    if (!draws.chance(not_recorded)) volunteer.most_visits = pick(draws, visits_offered);
}

void add_limits(Volunteer& volunteer, Stage stage, Date as_of, Draws draws)
{
    add_time(volunteer, stage, as_of, draws);
    AgeRange accepted = every_age;
    if (!draws.chance(every_age_accepted)) {
        accepted = pick(draws, accepted_ages);
        volunteer.accepts_age = accepted;
    }
    if (draws.chance(age_preferred)) {
        const std::int32_t least = draws.between(accepted.least, accepted.most);
        volunteer.prefers_age = AgeRange{least, draws.between(least, accepted.most)};
    }
    const std::uint32_t place = draws.below(1000);
    if (place < girls_only)
        volunteer.accepts_gender = {"female"};
    else if (place < girls_only + boys_only)
        volunteer.accepts_gender = {"male"};
    volunteer.capacity = pick(draws, capacities);
    if (stage == Stage::ready_and_seeing) {
        volunteer.capacity = std::max(volunteer.capacity, 2);
        volunteer.current_load = volunteer.capacity - 1;
    }
    constexpr Shares<std::int32_t, 3> high_need_limits{{{1, 800}, {0, 100}, {2, 100}}};  // assumption
    volunteer.high_need_limit = pick(draws, high_need_limits);
    volunteer.contact_modes = some_of(draws, volunteer_contact);
    volunteer.contact_modes.insert(ContactMode::in_person);
}

void add_needs(Volunteer& volunteer, Draws draws)
{
    for (const auto& [tag, weight] : readiness) {
        if (draws.chance(weight)) volunteer.willing.insert(tag);
    }
    if (volunteer.unit != VolunteerUnit::single) volunteer.willing.insert(Requirement::two_adults);
    volunteer.willing_access = some_of(draws, access_readiness);
    volunteer.pets = if_recorded(draws, some_of(draws, pets));
    volunteer.smoker = if_recorded(draws, draws.chance(smokes));
    volunteer.allergies = if_recorded(draws, some_of(draws, volunteer_allergies));
}

}  // namespace

Stage Stages::at(std::size_t position)
{
    const std::size_t length = total(setting_.shape.funnel);
    const std::size_t run = position / length;
    if (run_ != run) {
        run_ = run;
        stages_.clear();
        for (const auto& [stage, count] : setting_.shape.funnel)
            stages_.insert(stages_.end(), count, stage);
        Draws draws = setting_.draws(Stream::volunteer_stage, run);
        for (std::uint32_t left = static_cast<std::uint32_t>(length); left > 1; --left)
            std::swap(stages_[left - 1], stages_[draws.below(left)]);  // Fisher and Yates
    }
    return stages_[position % length];
}

CoordinatorId coordinator_of(std::size_t authority)
{
    return CoordinatorId(code('K', authority + 1, 3));
}

Volunteer invented_volunteer(const Setting& setting, std::size_t position, Stage stage)
{
    const Date as_of = setting.shape.as_of;
    Volunteer volunteer;
    volunteer.id = VolunteerId(code('V', position + 1, id_digits));
    volunteer.state = state_of(stage);
    add_checks(volunteer, stage, as_of, setting.draws(Stream::volunteer_checks, position));
    add_person(volunteer, setting.shape, setting.draws(Stream::volunteer_person, position));
    add_place(volunteer, setting, setting.draws(Stream::volunteer_place, position));
    add_limits(volunteer, stage, as_of, setting.draws(Stream::volunteer_limits, position));
    add_needs(volunteer, setting.draws(Stream::volunteer_needs, position));
    Draws slots = setting.draws(Stream::volunteer_slots, position);
    volunteer.slots = free_slots_of_volunteer(slots);
    Draws interests = setting.draws(Stream::volunteer_interests, position);
    auto tastes = setting.menu.tastes(InterestMenu::Age::adult, interests);
    volunteer.interests = std::move(tastes.interests);
    volunteer.activities_no = std::move(tastes.activities_no);
    return volunteer;
}

}  // namespace befriend::synthetic
