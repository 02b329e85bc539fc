#include "model/check_person.hpp"

#include <algorithm>
#include <cstdlib>

namespace befriend {
namespace {

bool is_language_code(std::string_view code) noexcept
{
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Notes words that the vocabulary does not know, and terms that two words of the list name.
void check_terms(const RecordCheck& record, std::string_view field,
                 const std::vector<std::string_view>& words, const Vocabulary* vocabulary)
{
    if (vocabulary == nullptr) return;
    std::vector<std::size_t> terms;
    for (const std::string_view word : words) {
        if (const auto term = vocabulary->find(word))
            terms.push_back(*term);
        else
            record.add(FaultCode::e_schema, field, "an item is not in the vocabulary of interests");
    }
    std::sort(terms.begin(), terms.end());
    if (std::adjacent_find(terms.begin(), terms.end()) != terms.end())
        record.add(FaultCode::e_schema, field, "two items name the same interest");
}

bool looks_like_degrees(Location location) noexcept
{
    const auto is_small = [](std::int32_t metres) { return metres >= -180 && metres <= 180; };
    return is_small(location.easting) && is_small(location.northing);
}

}  // namespace

void check_age(const RecordCheck& record, const std::optional<StatedAge>& age, std::optional<Date> as_of,
               std::int32_t least, std::int32_t most)
{
    record.known(age.has_value(), {"age_years", "birth_month"});
    if (!age) return;
    if (const auto* given = std::get_if<AgeYears>(&*age)) {
        record.between("age_years", given->years, least, most);
        return;
    }
    if (!std::get<std::chrono::year_month>(*age).ok()) {
        record.add(FaultCode::e_date, "birth_month", "not a month of the calendar");
        return;
    }
    if (!as_of) return;
    const std::int32_t years = age_on(*age, *as_of);
    if (years < 0)
        record.add(FaultCode::e_range, "birth_month", "after as_of, the date of the round");
    else if (years < least || years > most)
        record.add(FaultCode::e_range, "birth_month",
                   "the age on as_of must be " + std::to_string(least) + " to " + std::to_string(most));
}

void check_languages(const RecordCheck& record, const Answer<std::vector<Language>>& languages)
{
    if (!languages.known()) return;
    std::vector<std::string> codes;
    for (const Language& language : languages.value()) {
        if (!is_language_code(language.code))
            record.add(FaultCode::e_schema, "languages",
                       "a code must be three lower-case letters, as in ISO 639-3");
        codes.push_back(language.code);
    }
    record.no_repeats("languages", std::move(codes));
}

void check_interests(const RecordCheck& record, const std::vector<GradedInterest>& interests,
                     const std::vector<std::string>& activities_no, const Vocabulary* vocabulary)
{
    std::vector<std::string_view> words;
    for (const GradedInterest& interest : interests) {
        record.between("interests", interest.grade, -2, 2);
        words.push_back(interest.tag);
    }
    check_terms(record, "interests", words, vocabulary);
    check_terms(record, "activities_no", {activities_no.begin(), activities_no.end()}, vocabulary);
}

void check_slots(const RecordCheck& record, const Answer<Week>& slots)
{
    if (slots.known() && slots.value().slots >> slots_in_a_week != 0)
        record.add(FaultCode::e_schema, "slots", "a slot is not one of the 42 of a week");
}

void check_contact_modes(const RecordCheck& record, TagSet<ContactMode> modes)
{
    if (modes.empty())
        record.add(FaultCode::e_schema, "contact_modes", "must hold one of in_person, online, phone");
}

void check_location(const RecordCheck& record, const std::optional<Location>& location)
{
    if (!location) return;
    if (looks_like_degrees(*location)) {
        // Nobody lives within 180 m of the grid's origin, which lies in the sea; 0, 0 is a forgotten value.
        record.add(FaultCode::e_range, "easting", "looks like degrees: give British National Grid metres");
        return;
    }
    record.between("easting", location->easting, 0, most_easting);
    record.between("northing", location->northing, 0, most_northing);
}

void check_not_with(const RecordCheck& record, const std::vector<Exclusion>& not_with)
{
    std::vector<std::string> ids;
    for (const Exclusion& exclusion : not_with) {
        record.id("not_with", exclusion.id);
        record.code("not_with", exclusion.reason);
        ids.push_back(exclusion.id);
    }
    record.no_repeats("not_with", std::move(ids));
}

}  // namespace befriend
