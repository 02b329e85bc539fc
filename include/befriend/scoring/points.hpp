#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace befriend {

/// The unit of every score: a whole number from 0 to `full_points`. A preference and practicality score,
/// never a probability that a match will last.
using Points = std::int32_t;

inline constexpr Points full_points = 1000;

/// What a pair is scored on, in the fixed order that every output keeps and that breaks ties of rounding.
enum class Criterion : std::uint8_t { interests, background, age, travel, availability };

inline constexpr std::array<Criterion, 5> all_criteria{
    Criterion::interests, Criterion::background, Criterion::age, Criterion::travel, Criterion::availability};

/// One value a criterion, in their fixed order.
template <class T>
using PerCriterion = std::array<T, all_criteria.size()>;

/// `interests`, `background`, `age`, `travel`, `availability`.
[[nodiscard]] std::string_view to_text(Criterion criterion) noexcept;

/// What a criterion says about a pair.
///
/// `low` and `high` are what it would be if everything unknown turned out worst or best; `value` takes the
/// neutral share for what is unknown, and low <= value <= high. All three agree when nothing is unknown.
struct CriterionScore {
    Points value = 0;
    Points low = 0;
    Points high = 0;
    bool applicable = true;  ///< depends on the child and the policy only; if not, its weight is left out

    /// Whether an answer that nobody has yet could change this score.
    [[nodiscard]] bool worth_asking() const noexcept { return applicable && low != high; }

    [[nodiscard]] static CriterionScore known(Points points) noexcept
    {
        return {points, points, points, true};
    }
    [[nodiscard]] static CriterionScore unknown(Points neutral) noexcept
    {
        return {neutral, 0, full_points, true};
    }
    [[nodiscard]] static CriterionScore not_applicable() noexcept { return {0, 0, 0, false}; }

    friend bool operator==(const CriterionScore&, const CriterionScore&) = default;
};

}  // namespace befriend
