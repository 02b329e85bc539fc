#pragma once

#include <befriend/model/date.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>

namespace befriend {

/// An age in whole years, as given.
struct AgeYears {
    std::int32_t years = 0;
    friend bool operator==(const AgeYears&, const AgeYears&) = default;
};

/// How a record states an age: in years, as of the round's date, or by the month of birth. The day is never
/// kept.
using StatedAge = std::variant<AgeYears, std::chrono::year_month>;

/// Whole years on `date`. With a month of birth the birthday counts from the first of that month.
/// Negative when the month of birth lies after `date`.
[[nodiscard]] std::int32_t age_on(const StatedAge& age, Date date) noexcept;

/// Ages from `least` to `most` years, both included.
struct AgeRange {
    std::int32_t least = 0;
    std::int32_t most = 125;

    [[nodiscard]] bool holds(std::int32_t years) const noexcept { return least <= years && years <= most; }
    friend bool operator==(const AgeRange&, const AgeRange&) = default;
};

}  // namespace befriend
