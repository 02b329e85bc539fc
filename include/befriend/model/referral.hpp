#pragma once

#include <befriend/model/age.hpp>
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/background.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/ids.hpp>
#include <befriend/model/interests.hpp>
#include <befriend/model/location.hpp>
#include <befriend/model/tag_set.hpp>
#include <befriend/model/words.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace befriend {

enum class Consent : std::uint8_t { agrees, objects, not_yet_asked };
enum class Cohort : std::uint8_t { looked_after, care_leaver, returned_home };
enum class ReferralSource : std::uint8_t {
    social_worker,
    iro,
    carer,
    teacher,
    personal_adviser,
    advocate,
    self,
    other
};
enum class PlacementType : std::uint8_t { foster, residential, semi_independent, kinship, own_home, other };
enum class PlacementStability : std::uint8_t { settled, may_move };
enum class ContactMode : std::uint8_t { in_person, online, phone };

/// What lives or happens in a home that somebody may be allergic to.
enum class HomeTag : std::uint8_t { dog, cat, other_animal, smoking };

/// What a visitor must be ready for, stated as a need and never as a history or a diagnosis.
enum class AccessNeed : std::uint8_t { wheelchair, hearing, sight, communication, learning, personal_care };

/// What the child's team requires of a visitor. The four trainings need an unexpired training of the same
/// name.
enum class Requirement : std::uint8_t {
    experienced,
    disability_trained,
    trauma_trained,
    under10_trained,
    asylum_aware,
    two_adults,
    no_lone_car,
    public_places_first
};

enum class UnitMode : std::uint8_t { same_adult, separate_adults, either };

enum class Priority : std::uint8_t {
    iro_recommended,
    isolated,
    no_family_contact,
    far_from_home,
    crisis_review
};

/// What the child says matters most: it doubles the weight of that part of the score.
enum class TopCriterion : std::uint8_t { none, interests, gender, culture, faith, language, close_by, age };

template <>
[[nodiscard]] std::span<const Word<Consent>> words_of<Consent>() noexcept;

template <>
[[nodiscard]] std::span<const Word<Cohort>> words_of<Cohort>() noexcept;

template <>
[[nodiscard]] std::span<const Word<ReferralSource>> words_of<ReferralSource>() noexcept;

template <>
[[nodiscard]] std::span<const Word<PlacementType>> words_of<PlacementType>() noexcept;

template <>
[[nodiscard]] std::span<const Word<PlacementStability>> words_of<PlacementStability>() noexcept;

template <>
[[nodiscard]] std::span<const Word<ContactMode>> words_of<ContactMode>() noexcept;

template <>
[[nodiscard]] std::span<const Word<HomeTag>> words_of<HomeTag>() noexcept;

template <>
[[nodiscard]] std::span<const Word<AccessNeed>> words_of<AccessNeed>() noexcept;

template <>
[[nodiscard]] std::span<const Word<Requirement>> words_of<Requirement>() noexcept;

template <>
[[nodiscard]] std::span<const Word<UnitMode>> words_of<UnitMode>() noexcept;

template <>
[[nodiscard]] std::span<const Word<Priority>> words_of<Priority>() noexcept;

template <>
[[nodiscard]] std::span<const Word<TopCriterion>> words_of<TopCriterion>() noexcept;

/// A volunteer whom this child must not be matched with, and the code of the reason.
struct Exclusion {
    std::string id;      ///< of the other side
    std::string reason;  ///< a code; may be empty
    friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

/// A volunteer whom the child has declined before, and when, if that is recorded.
struct Declined {
    VolunteerId volunteer;
    std::optional<Date> on;
    friend bool operator==(const Declined&, const Declined&) = default;
};

/// One child on the waiting list, by the data dictionary of docs/data-dictionary.md.
///
/// No name, address, narrative or diagnosis has a place here. An empty optional or list means unknown unless
/// the line says otherwise. Fields marked R are for reports only and touch no score.
struct Referral {
    ReferralId id;
    std::string provider;               ///< the service that holds the referral; empty: the default provider
    std::string placing_authority;      ///< R. GSS code, nine characters
    std::optional<Date> referred_on;    ///< must be known
    std::optional<Date> waiting_since;  ///< empty: `referred_on`
    Answer<ReferralSource> source;      ///< R
    Consent consent = Consent::not_yet_asked;
    std::optional<StatedAge> age;  ///< must be known; 0 to 25 years
    Cohort cohort = Cohort::looked_after;
    std::optional<Date> eligible_until;  ///< empty: the policy's age for the cohort
    Answer<std::string> gender;          ///< `female`, `male`, `other` or a code of one's own
    Wish visitor_gender;
    Answer<std::string> ethnic_group;  ///< R. see `broad_group`
    Wish culture;                      ///< groups as the child names them, or ethnic-group codes
    Answer<std::string>
        religion;  ///< R. census 2021: none, christian, buddhist, hindu, jewish, muslim, sikh, other
    Wish faith;    ///< religions, same words
    Answer<std::vector<Language>> languages;  ///< unknown: English is assumed and flagged
    Answer<Strength> needs_language;          ///< a visitor who speaks one of `languages` other than English
    std::vector<GradedInterest> interests;    ///< empty: unknown, never dislike
    std::vector<std::string> activities_no;   ///< counts as an interest of grade -2
    Answer<Week> slots;
    std::optional<std::int32_t> visits_wanted;  ///< hundredths of a visit a month, 25 to 400; empty: 100
    TagSet<ContactMode> contact_modes{ContactMode::in_person};
    std::optional<Location> location;                ///< unknown: flagged, never a veto
    Answer<PlacementType> placement_type;            ///< R
    Answer<PlacementStability> placement_stability;  ///< R
    Answer<TagSet<HomeTag>> home_conditions;
    Answer<TagSet<HomeTag>> allergies;
    Answer<TagSet<AccessNeed>> access_needs;
    TagSet<Requirement> requires_of_visitor;
    std::string unit;                   ///< the sibling group; empty: alone
    std::optional<UnitMode> unit_mode;  ///< empty: `either`
    std::string known_adult;            ///< a volunteer's id or `external`; empty: none
    std::vector<Exclusion> not_with;
    std::vector<Declined> declined_before;
    std::optional<std::int32_t> previous_matches;  ///< R. how many
    std::optional<Date> previous_match_ended;      ///< R
    std::string previous_match_reason;             ///< R. a code
    TagSet<Priority> priority;
    Answer<AgeRange> visitor_age_wanted;
    TopCriterion top_criterion = TopCriterion::none;
};

/// The day that waiting counts from: `waiting_since` if it is given, else `referred_on`. Precondition: one of
/// the two is known, as in every child of a `Round`.
[[nodiscard]] inline Date waiting_since(const Referral& child) noexcept
{
    return child.waiting_since ? *child.waiting_since : *child.referred_on;
}

}  // namespace befriend
