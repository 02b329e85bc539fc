#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace befriend {

/// The slots of a week: bits 0 to 41 of `Week::slots`. The other bits are 0.
inline constexpr int slots_in_a_week = 42;

/// When somebody is free: 7 days x morning, afternoon, evening, in term and in the holidays, 42 slots.
///
/// Bit 3 * day + part counts from Monday morning in term; the holidays follow from bit 21.
struct Week {
    std::uint64_t slots = 0;

    [[nodiscard]] int count() const noexcept { return std::popcount(slots); }
    [[nodiscard]] bool empty() const noexcept { return slots == 0; }
    friend bool operator==(const Week&, const Week&) = default;
};

/// The slots that both weeks have.
[[nodiscard]] constexpr Week common(Week a, Week b) noexcept
{
    return {a.slots & b.slots};
}

/// The slots that `text` names, if it names any: `sat_morning` is that part of the day in term and in the
/// holidays, `term_sat_morning` and `holiday_sat_morning` one of the two.
[[nodiscard]] std::optional<Week> parse_slot(std::string_view text) noexcept;

/// The shortest list of names that `parse_slot` reads back as `week`, Monday morning first, separated by `;`.
///
/// Example: Saturday morning in term and in the holidays and Sunday evening in term are
/// `sat_morning;term_sun_evening`. The empty week has the empty text.
[[nodiscard]] std::string to_text(Week week);

}  // namespace befriend
