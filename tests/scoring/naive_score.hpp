#pragma once

#include <befriend/model/round.hpp>
#include <befriend/scoring/points.hpp>

#include <array>
#include <cstdint>

namespace befriend::test {

/// What the formulas of docs/methods give, slow and obvious, in exact fractions: no code of src/scoring.
struct NaiveScore {
    std::array<CriterionScore, 5> criteria;  ///< interests, background, age, travel, availability
    std::array<std::int64_t, 5> weights{};   ///< as they count for the child
    std::array<Points, 5> contributions{};
    std::array<Points, 5> possible{};
    Points points = 0;
    Points low = 0;
    Points high = 0;
};

[[nodiscard]] NaiveScore naive_score(const Round& round, const Referral& child, const Volunteer& volunteer);

}  // namespace befriend::test
