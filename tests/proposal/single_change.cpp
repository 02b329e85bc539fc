#include "proposal/single_change.hpp"

#include <befriend/scoring/eligibility.hpp>

#include <algorithm>

namespace befriend::test {
namespace {

constexpr TagSet<Requirement> every_requirement{
    Requirement::experienced,     Requirement::disability_trained, Requirement::trauma_trained,
    Requirement::under10_trained, Requirement::asylum_aware,       Requirement::two_adults,
    Requirement::no_lone_car,     Requirement::public_places_first};
constexpr TagSet<AccessNeed> every_access_need{AccessNeed::wheelchair, AccessNeed::hearing,
                                               AccessNeed::sight,      AccessNeed::communication,
                                               AccessNeed::learning,   AccessNeed::personal_care};

template <class Record>
Record& record_with(std::vector<Record>& records, const Record& same)
{
    return *std::find_if(records.begin(), records.end(), [&](const auto& one) { return one.id == same.id; });
}

void lift_from_volunteer(Rule rule, Volunteer& volunteer, const Policy& policy)
{
    const Date as_of = *policy.as_of;
    if (rule == Rule::not_available) {
        volunteer.state = VolunteerState::available;
        volunteer.available_from.reset();
    }
    if (rule == Rule::no_room) volunteer.capacity = volunteer.current_load + 1;
    if (rule == Rule::dbs) volunteer.dbs_on = as_of;
    if (rule == Rule::panel) volunteer.panel_approved_until = as_of;
    if (rule == Rule::references) volunteer.references_ok = true;
    if (rule == Rule::independence) volunteer.independent = Independence::yes;
    if (rule == Rule::volunteer_age)
        volunteer.age = AgeYears{static_cast<std::int32_t>(policy.clearance.least_age)};
    if (rule == Rule::training) {
        for (const auto& [kind, word] : words_of<Requirement>())
            volunteer.training.push_back({kind, as_of});
        std::sort(volunteer.training.begin(), volunteer.training.end(), [](const auto& a, const auto& b) {
            return std::tie(a.kind, a.on) < std::tie(b.kind, b.on);
        });
        volunteer.training.erase(std::unique(volunteer.training.begin(), volunteer.training.end()),
                                 volunteer.training.end());
    }
    if (rule == Rule::age_range) volunteer.accepts_age.reset();
    if (rule == Rule::accepts_gender) volunteer.accepts_gender.clear();
    if (rule == Rule::needs) {
        volunteer.willing = every_requirement;
        volunteer.willing_access = every_access_need;
    }
    if (rule == Rule::allergies) volunteer.allergies = TagSet<HomeTag>{};
    if (rule == Rule::contact_mode)
        volunteer.contact_modes = {ContactMode::in_person, ContactMode::online, ContactMode::phone};
    if (rule == Rule::high_need) volunteer.high_need_limit = 1;
    if (rule == Rule::horizon) {
        volunteer.commitment_months.reset();
        volunteer.commitment_until = add_months(as_of, 24);
    }
}

void lift_from_child(Rule rule, Referral& child, const Policy& policy)
{
    if (rule == Rule::gender_must) child.visitor_gender.strength = Strength::none;
    if (rule == Rule::culture_must) child.culture.strength = Strength::none;
    if (rule == Rule::faith_must) child.faith.strength = Strength::none;
    if (rule == Rule::language_must) child.needs_language = Strength::none;
    if (rule == Rule::no_common_slot) child.slots = Week{(std::uint64_t{1} << slots_in_a_week) - 1};
    if (rule == Rule::allergies) child.allergies = TagSet<HomeTag>{};
    if (rule == Rule::horizon) child.eligible_until = add_months(*policy.as_of, 24);
}

}  // namespace

RandomRound after_change(RandomRound given, const Round& round, std::size_t child, const Change& change)
{
    Referral& referral = record_with(given.tables.children, round.children()[child]);
    Volunteer& volunteer = record_with(given.tables.volunteers, round.volunteers()[change.other]);
    lift_from_volunteer(change.rule, volunteer, given.policy);
    lift_from_child(change.rule, referral, given.policy);
    if (change.rule == Rule::no_common_slot) volunteer.slots = referral.slots;
    if (change.rule == Rule::distance)
        volunteer.furthest_m = Eligibility(round).limit_m(child, change.other) + change.further_m.value();
    if (change.rule == Rule::sharing)
        given.policy.service.sharing.push_back({referral.provider, volunteer.provider});
    if (change.rule == Rule::service) {
        given.policy.service.least_age = 0;
        given.policy.service.cohorts = {Cohort::looked_after, Cohort::care_leaver, Cohort::returned_home};
        referral.eligible_until = add_months(*given.policy.as_of, 24);
    }
    return given;
}

}  // namespace befriend::test
