#pragma once

#include "synthetic/authorities.hpp"
#include "synthetic/child_margins.hpp"
#include "synthetic/people.hpp"
#include "synthetic/shares.hpp"
#include <befriend/model/date.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace befriend::synthetic {

/// How far a volunteer has come, and whether there is room for another child.
enum class Stage : std::uint8_t {
    ready,             ///< available
    ready_and_seeing,  ///< matched, with room for another child
    approved,          ///< by the panel, not yet available
    trained,           ///< at panel
    in_training,       ///< applied
    enquiring,
    paused,
    left
};

/// What a preset fixes. One row of `shapes`.
struct Shape {
    Preset preset;
    Date as_of;
    std::span<const Authority> territory;
    std::int32_t metres_a_minute;  ///< straight, door to door
    std::span<const Share<Stage>> funnel;
    std::uint32_t seeking_asylum = 80;  ///< thousandths; 7 to 8.6 of 100 looked-after children (2022, 2023)
    std::uint32_t care_leavers = 40;    ///< thousandths
    Shares<Code, 6> ethnic_groups = children_of_2024;
    Shares<Code, 4> genders = genders_of_children;
    Shares<Code, 4> volunteer_genders = genders_of_volunteers;
    WishShares gender_wishes = synthetic::gender_wishes;
    WishShares asylum_language = language_wishes_seeking_asylum;
    std::uint32_t asylum_languages_spoken = 30;  ///< thousandths of volunteers
};

/// The shape of the preset with this name; null if there is none.
[[nodiscard]] const Shape* shape_of(std::string_view preset) noexcept;

}  // namespace befriend::synthetic
