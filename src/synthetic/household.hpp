#pragma once

#include "synthetic/setting.hpp"
#include <befriend/model/location.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace befriend::synthetic {

/// The brothers and sisters of a child in a list: neighbours in it. One child: alone.
struct Siblings {
    std::size_t first = 0;
    std::size_t count = 1;  ///< of those who are in the list
};

/// Whom the child at `child` belongs to, in a list of `children`. Of every three children, by position, the
/// first two or all three may be siblings: 15 in 100 children have one.
[[nodiscard]] Siblings siblings_of(const Setting& setting, std::size_t child, std::size_t children);

/// A home as a round sees it.
struct Home {
    HomePlace place = HomePlace::inside;
    std::optional<Location> location;
};

/// What siblings have in common.
struct Household {
    const Heritage* heritage = nullptr;  ///< null unless the children seek asylum
    Code ethnic_group;
    Code religion;
    Code further_language;  ///< empty: none but English
    std::size_t authority = 0;
    std::int32_t days_waited = 0;
    Home home;

    [[nodiscard]] bool seeks_asylum() const noexcept { return heritage != nullptr; }
};

/// The household that begins with the child at `first`.
[[nodiscard]] Household household(const Setting& setting, std::size_t first);

/// A home of a child of the authority.
[[nodiscard]] Home home_in(const Places& places, std::size_t authority, Draws& draws);

}  // namespace befriend::synthetic
