#pragma once

#include "model/record_check.hpp"
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/background.hpp>
#include <befriend/model/interests.hpp>
#include <befriend/model/location.hpp>
#include <befriend/model/referral.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The checks that a child and a volunteer share.

namespace befriend {

/// In whole years between `least` and `most` on the date of the round, under the name it was given.
void check_age(const RecordCheck& record, const std::optional<StatedAge>& age, std::optional<Date> as_of,
               std::int32_t least, std::int32_t most);

void check_languages(const RecordCheck& record, const Answer<std::vector<Language>>& languages);

/// Grades from -2 to 2; every word in the vocabulary; no term twice in one list. Without a vocabulary,
/// because a reader refused it, only the grades.
void check_interests(const RecordCheck& record, const std::vector<GradedInterest>& interests,
                     const std::vector<std::string>& activities_no, const Vocabulary* vocabulary);

void check_slots(const RecordCheck& record, const Answer<Week>& slots);
void check_contact_modes(const RecordCheck& record, TagSet<ContactMode> modes);
void check_location(const RecordCheck& record, const std::optional<Location>& location);

/// The ids and the codes of the reasons; whom they name is checked in `check_references`.
void check_not_with(const RecordCheck& record, const std::vector<Exclusion>& not_with);

/// A code of its own for a gender; the known words for a religion and an ethnic group.
template <class Person>
void check_background(const RecordCheck& record, const Person& person)
{
    if (person.gender.known()) record.id("gender", person.gender.value());
    if (person.ethnic_group.known())
        record.one_of("ethnic_group", person.ethnic_group.value(), ethnic_group_codes());
    if (person.religion.known()) record.one_of("religion", person.religion.value(), religion_words());
    check_languages(record, person.languages);
}

template <class Person>
void check_person(const RecordCheck& record, const Person& person, std::optional<Date> as_of,
                  const Vocabulary* vocabulary)
{
    record.code("provider_id", person.provider);
    record.date_not_after("waiting_since", person.waiting_since, as_of);
    check_background(record, person);
    check_interests(record, person.interests, person.activities_no, vocabulary);
    check_slots(record, person.slots);
    check_contact_modes(record, person.contact_modes);
    check_location(record, person.location);
    check_not_with(record, person.not_with);
}

}  // namespace befriend
