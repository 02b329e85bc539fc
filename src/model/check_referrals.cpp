#include "model/check_person.hpp"
#include "model/check_round.hpp"
#include "model/record_check.hpp"

#include <algorithm>

namespace befriend {
namespace {

constexpr std::int32_t oldest_child = 25;

bool asks_for_something(const Answer<Strength>& strength) noexcept
{
    return strength.known() && strength.value() != Strength::none;
}

void check_wish(const RecordCheck& record, std::string_view wanted_field, const Wish& wish)
{
    if (asks_for_something(wish.strength) && wish.wanted.empty())
        record.add(FaultCode::e_schema, wanted_field,
                   "must name what is wanted, for the strength is prefer or must");
}

void check_needs_language(const RecordCheck& record, const Referral& child)
{
    if (!asks_for_something(child.needs_language)) return;
    const auto is_another = [](const Language& language) { return language.code != "eng"; };
    const bool names_one = child.languages.known() && std::any_of(child.languages.value().begin(),
                                                                  child.languages.value().end(), is_another);
    if (!names_one)
        record.add(FaultCode::e_schema, "languages",
                   "must name a language other than English, for needs_language is prefer or must");
}

void check_wishes(const RecordCheck& record, const Referral& child)
{
    record.codes("visitor_gender_wanted", child.visitor_gender.wanted);
    check_wish(record, "visitor_gender_wanted", child.visitor_gender);

    record.texts("culture_wanted", child.culture.wanted);
    check_wish(record, "culture_wanted", child.culture);

    for (const std::string& religion : child.faith.wanted)
        record.one_of("religion_wanted", religion, religion_words());
    record.no_repeats("religion_wanted", child.faith.wanted);
    check_wish(record, "religion_wanted", child.faith);

    check_needs_language(record, child);
    if (child.visitor_age_wanted.known()) record.ages("visitor_age_wanted", child.visitor_age_wanted.value());
}

bool is_gss_code(std::string_view code) noexcept
{
    return code.size() == 9 && code.front() >= 'A' && code.front() <= 'Z' &&
           std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t until_age(const ServiceNumbers& service, Cohort cohort) noexcept
{
    switch (cohort) {
        case Cohort::looked_after:
            return service.until_age_looked_after;
        case Cohort::care_leaver:
            return service.until_age_care_leaver;
        case Cohort::returned_home:
            return service.until_age_returned_home;
    }
    return service.until_age_looked_after;
}

/// A child past the age of the service is kept, unless a date of their own says how long visits go on.
void check_service_age(const RecordCheck& record, const Referral& child, const Policy& policy)
{
    if (!child.age || !policy.as_of || child.eligible_until) return;
    const std::int32_t age = age_on(*child.age, *policy.as_of);
    if (age >= until_age(policy.service, child.cohort) && age <= oldest_child)
        record.add(FaultCode::w_policy,
                   std::holds_alternative<AgeYears>(*child.age) ? "age_years" : "birth_month",
                   "at or over the age at which the policy ends visits for this cohort");
}

void check_history(const RecordCheck& record, const Referral& child, std::optional<Date> as_of)
{
    std::vector<std::string> declined;
    for (const Declined& before : child.declined_before) {
        record.id("declined_before", before.volunteer.text());
        record.date_not_after("declined_before", before.on, as_of);
        declined.push_back(before.volunteer.text() + (before.on ? ':' + to_text(*before.on) : ""));
    }
    record.no_repeats("declined_before", std::move(declined));
    record.at_least("previous_matches", child.previous_matches, 0);
    record.date_not_after("previous_match_ended", child.previous_match_ended, as_of);
    record.code("previous_match_reason", child.previous_match_reason);
}

void check_referral(const RecordCheck& record, const Referral& child, const Policy& policy,
                    const Vocabulary* vocabulary)
{
    record.id("child_id", child.id.text());
    if (!child.placing_authority.empty() && !is_gss_code(child.placing_authority))
        record.add(FaultCode::e_schema, "placing_la",
                   "must be a GSS code: a capital letter and eight digits");
    record.known(child.referred_on.has_value(), {"referred_on"});
    record.date_not_after("referred_on", child.referred_on, policy.as_of);
    check_age(record, child.age, policy.as_of, 0, oldest_child);
    check_service_age(record, child, policy);
    record.date("eligible_until", child.eligible_until);
    check_person(record, child, policy.as_of, vocabulary);
    check_wishes(record, child);
    record.between("visits_wanted_per_month", child.visits_wanted, 25, 400);
    record.code("unit_id", child.unit);
    record.code("known_adult", child.known_adult);
    check_history(record, child, policy.as_of);
}

}  // namespace

void check_referrals(const Tables& tables, const Policy& policy, const Vocabulary& vocabulary,
                     Findings& findings, RecordWatch& watch)
{
    const bool usable = !findings.has_unread(Table::vocabulary);
    for (std::size_t i = 0; i < tables.children.size() && watch.next(); ++i)
        check_referral({findings, Table::children, i}, tables.children[i], policy,
                       usable ? &vocabulary : nullptr);
}

}  // namespace befriend
