#pragma once

#include <befriend/model/words.hpp>

#include <cstddef>
#include <cstdint>

namespace befriend {

/// The hard rules, in their fixed order. A number never changes its meaning. None is ever bought off by
/// points.
enum class Rule : std::uint8_t {
    objection,        ///< the child objects
    service,          ///< the service does not reach this child: age or cohort
    not_available,    ///< the volunteer's state or first day
    no_room,          ///< the volunteer sees as many children as agreed
    dbs,              ///< enhanced check missing or too old
    panel,            ///< panel approval missing or past
    references,       ///< references missing or not satisfactory
    independence,     ///< tied to the authority (reg. 47)
    volunteer_age,    ///< younger than the policy's least age
    training,         ///< a training that is required is missing or too old
    age_range,        ///< the child's age outside what the volunteer accepts
    accepts_gender,   ///< the child's gender outside what the volunteer accepts
    gender_must,      ///< the child must have a visitor of another gender
    culture_must,     ///< or of another culture
    faith_must,       ///< or of another faith
    language_must,    ///< or who speaks another language
    distance,         ///< further than the volunteer travels
    no_common_slot,   ///< too few slots in common
    needs,            ///< a need of the child that the volunteer is not ready for
    allergies,        ///< an allergy against pets or smoking, on either side
    excluded,         ///< the pair is excluded by either side or blocked
    declined_before,  ///< the child has declined this volunteer
    contact_mode,     ///< no way of contact that both accept
    sharing,          ///< the two services do not share volunteers
    horizon,          ///< less time ahead than the policy's least
    high_need,        ///< the volunteer takes no child who requires experience
};

inline constexpr std::size_t rule_count = 26;

template <>
[[nodiscard]] std::span<const Word<Rule>> words_of<Rule>() noexcept;

/// Whether the rule keeps children safe or is the law. No pin may break it and no policy can soften it.
[[nodiscard]] bool is_safeguarding(Rule rule) noexcept;

}  // namespace befriend
