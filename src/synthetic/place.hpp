#pragma once

#include "synthetic/authorities.hpp"
#include "synthetic/child_margins.hpp"
#include "synthetic/draws.hpp"
#include <befriend/model/location.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace befriend::synthetic {

/// The authorities of a preset, drawn by their weights, and places in and around them.
///
/// Places lie on a grid of 100 m, so that none is an address. Of the people of an authority 400 in 1000 live
/// within half of its radius (assumption).
class Places {
public:
    explicit Places(std::span<const Authority> territory);

    [[nodiscard]] std::size_t authority_of_child(Draws& draws) const;
    [[nodiscard]] std::size_t authority_of_volunteer(Draws& draws) const;

    /// A place inside the authority.
    [[nodiscard]] Location inside(std::size_t authority, Draws& draws) const;

    /// Where a child of the authority lives; none if nobody has recorded it.
    [[nodiscard]] std::optional<Location> home(std::size_t authority, HomePlace home, Draws& draws) const;

private:
    std::span<const Authority> territory_;
    std::uint32_t all_children_ = 0;
    std::uint32_t all_volunteers_ = 0;
};

/// The invented service of an authority: P-001 and so on.
[[nodiscard]] std::string provider_of(std::size_t authority);

/// `letter`, a hyphen and `number` with at least `digits` digits.
[[nodiscard]] std::string code(char letter, std::size_t number, std::size_t digits);

}  // namespace befriend::synthetic
