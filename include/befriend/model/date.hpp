#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace befriend {

/// A day of the Gregorian calendar.
using Date = std::chrono::sys_days;

/// The dates that a record or a policy may hold, both ends included.
inline constexpr Date first_date{std::chrono::year(1900) / 1 / 1};
inline constexpr Date last_date{std::chrono::year(2199) / 12 / 31};

/// The day that `text` names as YYYY-MM-DD, years 1900 to 2199; none for anything else, 2025-02-29 included.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;

/// YYYY-MM-DD.
[[nodiscard]] std::string to_text(Date date);

/// Whole months from `from` to `until`, counted as people do: 31 January to 28 February is none, to 1 March
/// is one. Negative when `until` comes first.
[[nodiscard]] std::int64_t whole_months(Date from, Date until) noexcept;

/// The same day of the month `months` later, or the last day of that month if it has no such day: 31 January
/// and one month is the last of February. Precondition: the result lies in the years -32767 to 32767.
[[nodiscard]] Date add_months(Date date, std::int64_t months) noexcept;

}  // namespace befriend
