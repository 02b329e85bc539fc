// The hard rules that read one person alone, and the facts of that person which the rules of a pair read.

#include "scoring/eligibility_facts.hpp"

#include <algorithm>

namespace befriend {
namespace {

std::int64_t until_age(Cohort cohort, const ServiceNumbers& service) noexcept
{
    switch (cohort) {
        case Cohort::looked_after:
            return service.until_age_looked_after;
        case Cohort::care_leaver:
            return service.until_age_care_leaver;
        case Cohort::returned_home:
            break;
    }
    return service.until_age_returned_home;
}

// The first day on which there are no visits any more: that after the child's own last day, or a birthday.
// With an age in years the birthday is unknown, and unknown never excludes: it is taken to have been on
// `as_of`.
Date end_of_service(const Referral& child, const ServiceNumbers& service, Date as_of) noexcept
{
    if (child.eligible_until) return *child.eligible_until + std::chrono::days(1);
    const std::int64_t until = until_age(child.cohort, service);
    if (const auto* born = std::get_if<std::chrono::year_month>(&*child.age)) {
        return add_months(Date(*born / std::chrono::day(1)), 12 * until);
    }
    return add_months(as_of, 12 * (until - age_on(*child.age, as_of)));
}

TagSet<Rule> rules_of(const Referral& child, const Policy& policy, Date as_of)
{
    const ServiceNumbers& service = policy.service;
    TagSet<Rule> rules;
    if (child.consent == Consent::objects) rules.insert(Rule::objection);
    const Date end = end_of_service(child, service, as_of);
    const bool reached =
        std::find(service.cohorts.begin(), service.cohorts.end(), child.cohort) != service.cohorts.end();
    if (!reached || age_on(*child.age, as_of) < service.least_age || end <= as_of)
        rules.insert(Rule::service);
    if (end < add_months(as_of, service.least_months)) rules.insert(Rule::horizon);
    return rules;
}

bool still_counts(const std::optional<Date>& on, std::int64_t months, Date as_of) noexcept
{
    return on && as_of <= add_months(*on, months);
}

TagSet<Requirement> trainings_held(const Volunteer& volunteer, const ClearanceNumbers& clearance, Date as_of)
{
    TagSet<Requirement> held;
    for (const Training& training : volunteer.training) {
        if (!training.on || still_counts(training.on, clearance.training_months, as_of))
            held.insert(training.kind);
    }
    return held;
}

Date end_of_commitment(const Volunteer& volunteer, const ClearanceNumbers& clearance, Date as_of) noexcept
{
    if (volunteer.commitment_until) return *volunteer.commitment_until + std::chrono::days(1);
    return add_months(
        as_of, volunteer.commitment_months.value_or(static_cast<std::int32_t>(clearance.commitment_months)));
}

bool available(const Volunteer& volunteer, Date as_of) noexcept
{
    const bool state =
        volunteer.state == VolunteerState::available || volunteer.state == VolunteerState::matched;
    return state && (!volunteer.available_from || *volunteer.available_from <= as_of);
}

TagSet<Rule> rules_of(const Volunteer& volunteer, TagSet<Requirement> held, const Policy& policy, Date as_of)
{
    const ClearanceNumbers& clearance = policy.clearance;
    TagSet<Rule> rules;
    const auto unless = [&rules](bool met, Rule rule) {
        if (!met) rules.insert(rule);
    };
    unless(available(volunteer, as_of), Rule::not_available);
    unless(volunteer.room() > 0, Rule::no_room);
    unless(still_counts(volunteer.dbs_on, clearance.dbs_months, as_of), Rule::dbs);
    unless(volunteer.panel_approved_until && as_of <= *volunteer.panel_approved_until, Rule::panel);
    unless(volunteer.references_ok.value_or(false), Rule::references);
    unless(volunteer.independent != Independence::no || clearance.allow_connected, Rule::independence);
    unless(age_on(*volunteer.age, as_of) >= clearance.least_age, Rule::volunteer_age);
    for (const Requirement training : clearance.required_training)
        unless(held.has(training), Rule::training);
    unless(add_months(as_of, policy.service.least_months) <= end_of_commitment(volunteer, clearance, as_of),
           Rule::horizon);
    return rules;
}

// The requirements, other than trainings, that the volunteer answers. A volunteer who does not drive, or
// whose insurance is known not to cover visits, never takes a child along alone in a car.
TagSet<Requirement> ready_for(const Volunteer& volunteer, TagSet<Requirement> held)
{
    TagSet<Requirement> ready = volunteer.willing;
    const bool two = volunteer.unit != VolunteerUnit::single;
    const bool drives = volunteer.travel.known() && volunteer.travel.value() == TravelMode::car &&
                        volunteer.business_insurance.value_or(true);
    if (two) ready.insert(Requirement::two_adults);
    if (two || !drives) ready.insert(Requirement::no_lone_car);
    if (held.has(Requirement::experienced)) ready.insert(Requirement::experienced);
    return ready;
}

template <class T>
std::optional<T> optional_of(const Answer<T>& answer)
{
    return answer.known() ? std::optional<T>(answer.value()) : std::nullopt;
}

}  // namespace

ChildFacts facts_of(const Referral& child, const Policy& policy, Date as_of)
{
    ChildFacts facts;
    facts.own = rules_of(child, policy, as_of);
    facts.age = age_on(*child.age, as_of);
    facts.location = child.location;
    facts.slots = optional_of(child.slots);
    facts.contact_modes = child.contact_modes;
    facts.home = child.home_conditions.value_or({});
    facts.allergies = child.allergies.value_or({});
    facts.trainings = child.requires_of_visitor & training_requirements;
    facts.needs = child.requires_of_visitor - training_requirements;
    facts.access_needs = child.access_needs.value_or({});
    return facts;
}

VolunteerFacts facts_of(const Volunteer& volunteer, const Policy& policy, Date as_of)
{
    const TagSet<Requirement> held = trainings_held(volunteer, policy.clearance, as_of);
    VolunteerFacts facts;
    facts.own = rules_of(volunteer, held, policy, as_of);
    facts.accepts_age = volunteer.accepts_age.value_or(AgeRange{});
    facts.location = volunteer.location;
    facts.limit_m = volunteer.furthest_m.value_or(policy.travel.default_limit_m);
    facts.remote = !(volunteer.contact_modes & remote_modes).empty();
    facts.slots = optional_of(volunteer.slots);
    facts.contact_modes = volunteer.contact_modes;
    facts.allergens = volunteer.pets.value_or({});
    if (volunteer.smoker.value_or(false)) facts.allergens.insert(HomeTag::smoking);
    facts.allergies = volunteer.allergies.value_or({});
    facts.trainings = held;
    facts.ready_for = ready_for(volunteer, held);
    facts.willing_access = volunteer.willing_access;
    facts.high_need_limit = volunteer.high_need_limit;
    return facts;
}

}  // namespace befriend
