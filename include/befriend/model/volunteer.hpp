#pragma once

#include <befriend/model/age.hpp>
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/background.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/ids.hpp>
#include <befriend/model/interests.hpp>
#include <befriend/model/location.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/tag_set.hpp>
#include <befriend/model/words.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace befriend {

/// One adult, or two who visit together and count as one volunteer.
enum class VolunteerUnit : std::uint8_t { single, couple, pair };

enum class VolunteerState : std::uint8_t {
    enquiry,
    applied,
    trained,
    panel_approved,
    available,
    offered,
    matched,
    paused,
    left
};

/// Whether the volunteer is free of ties to the authority (reg. 47). `check`: a person decides.
enum class Independence : std::uint8_t { yes, no, check };

enum class TravelMode : std::uint8_t { car, public_transport, walk_cycle };

template <>
[[nodiscard]] std::span<const Word<VolunteerUnit>> words_of<VolunteerUnit>() noexcept;

template <>
[[nodiscard]] std::span<const Word<VolunteerState>> words_of<VolunteerState>() noexcept;

template <>
[[nodiscard]] std::span<const Word<Independence>> words_of<Independence>() noexcept;

template <>
[[nodiscard]] std::span<const Word<TravelMode>> words_of<TravelMode>() noexcept;

/// A training that a volunteer holds and the day it was completed, if that is recorded.
struct Training {
    Requirement kind = Requirement::experienced;
    std::optional<Date> on;
    friend bool operator==(const Training&, const Training&) = default;
};

/// One volunteer, couple or pair, by the data dictionary of docs/data-dictionary.md.
struct Volunteer {
    VolunteerId id;
    std::string provider;  ///< empty: the default provider
    VolunteerUnit unit = VolunteerUnit::single;
    std::optional<VolunteerState> state;       ///< must be known
    std::optional<Date> dbs_on;                ///< of the enhanced check; missing: never eligible
    std::optional<bool> references_ok;         ///< missing: never eligible
    std::optional<Date> panel_approved_until;  ///< missing: never eligible
    std::vector<Training> training;
    Independence independent = Independence::check;
    std::optional<StatedAge> age;  ///< must be known; 18 to 90 years
    Answer<std::string> gender;
    Answer<std::string> ethnic_group;
    Answer<std::vector<std::string>> cultures;  ///< groups, as the volunteer names them
    Answer<std::string> religion;
    Answer<std::vector<Language>> languages;  ///< unknown: English is assumed and flagged
    std::vector<GradedInterest> interests;
    std::vector<std::string> activities_no;
    Answer<Week> slots;
    std::optional<std::int32_t> most_visits;  ///< hundredths of a visit a month offered to one child
    TagSet<ContactMode> contact_modes{ContactMode::in_person};
    std::optional<Date> available_from;             ///< empty: now
    std::optional<Date> waiting_since;              ///< empty: now
    std::optional<Date> commitment_until;           ///< empty: the policy's months from `as_of`
    std::optional<std::int32_t> commitment_months;  ///< from `as_of`; 1 to 120; not with `commitment_until`
    std::optional<Location> location;
    std::optional<std::int64_t>
        furthest_m;  ///< straight metres to a child, 0 to 2,000,000; empty: the policy's, flagged
    Answer<AgeRange> prefers_age;         ///< within `accepts_age`
    std::optional<AgeRange> accepts_age;  ///< empty: every age of the policy
    Answer<TravelMode> travel;            ///< unknown: public transport
    std::optional<bool> business_insurance;
    Answer<TagSet<HomeTag>> pets;  ///< dog, cat, other_animal
    Answer<bool> smoker;
    Answer<TagSet<HomeTag>> allergies;
    std::vector<std::string> accepts_gender;  ///< of children; empty: all
    TagSet<Requirement> willing;              ///< empty: none of them
    TagSet<AccessNeed> willing_access;        ///< the access needs among the words of `willing`
    std::int32_t capacity = 1;                ///< children at once, at least 0
    std::int32_t current_load = 0;            ///< children seen now, at least 0
    std::int32_t high_need_limit = 1;         ///< new children who require `experienced`, at least 0
    std::vector<Exclusion> not_with;
    CoordinatorId coordinator;  ///< empty: the pool

    /// Children who can still be added, at least 0.
    [[nodiscard]] std::int32_t room() const noexcept
    {
        return capacity > current_load ? capacity - current_load : 0;
    }
};

}  // namespace befriend
