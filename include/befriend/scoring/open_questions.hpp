#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace befriend {

/// Something about a pair that is unknown and that a hard rule would read: worth asking before a visit.
enum class OpenQuestion : std::uint8_t {
    independence,  ///< `check`: a person decides
    visitor_gender,
    culture,
    faith,
    language,      ///< nobody has asked the child for a wish
    child_gender,  ///< the volunteer accepts some genders only
    distance,      ///< one of the two places is unknown
    travel_limit,  ///< the volunteer states none
    slots,         ///< of either
    home_conditions,
    allergies,
    access_needs,
    pets,
    smoker,
    english,  ///< no language recorded: English is assumed
};

inline constexpr std::size_t open_question_count = 15;

/// The code of a question, for instance `home_conditions`.
[[nodiscard]] std::string_view code_of(OpenQuestion question) noexcept;

/// The question in one plain sentence, as a coordinator would ask it.
[[nodiscard]] std::string_view sentence_of(OpenQuestion question) noexcept;

}  // namespace befriend
