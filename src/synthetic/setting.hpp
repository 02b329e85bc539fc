#pragma once

#include "synthetic/draws.hpp"
#include "synthetic/interests.hpp"
#include "synthetic/people.hpp"
#include "synthetic/place.hpp"
#include "synthetic/shape.hpp"
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/background.hpp>
#include <befriend/model/interests.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace befriend::synthetic {

/// What every record of one list is drawn from.
struct Setting {
    Setting(const Shape& of, std::uint64_t with_seed, const Vocabulary& vocabulary)
        : shape(of), seed(with_seed), places(of.territory), menu(vocabulary)
    {
    }

    [[nodiscard]] Draws draws(Stream stream, std::size_t record) const { return {seed, stream, record}; }

    const Shape& shape;
    std::uint64_t seed;
    Places places;
    InterestMenu menu;
};

inline constexpr std::uint32_t not_recorded = 100;  ///< of an optional field, thousandths (assumption)

/// `value`, or unknown as often as optional fields are.
template <class T>
[[nodiscard]] Answer<T> if_recorded(Draws& draws, T value)
{
    if (draws.chance(not_recorded)) return Missing::unknown;
    return value;
}

/// The text, or unknown if it is empty.
[[nodiscard]] inline Answer<std::string> known_or_not(Code text)
{
    if (text.empty()) return Missing::unknown;
    return std::string(text);
}

/// What a group of `ethnic_groups` calls itself: the group, and for `mixed` one of those it comes from.
[[nodiscard]] std::vector<std::string> cultures_of(Code ethnic_group, Draws& draws);

/// The religion of a census table, unless it is not recorded; empty is declined.
[[nodiscard]] Answer<std::string> religion_answer(Code religion, Draws& draws);

/// When children, or volunteers, are free. Thousandths for each slot apart; in term only evenings and
/// weekends.
[[nodiscard]] Answer<Week> free_slots_of_child(Draws& draws);
[[nodiscard]] Answer<Week> free_slots_of_volunteer(Draws& draws);

}  // namespace befriend::synthetic
