#pragma once

#include "synthetic/draws.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace befriend::synthetic {

/// The quantiles of a distribution at k/256 for k = 0 to 256, never falling, below 2^31.
using Quantiles = std::array<std::int32_t, 257>;

/// A value of the distribution: a uniform place in the table, straight between its knots, rounded down.
[[nodiscard]] inline std::int32_t value_of(const Quantiles& quantiles, Draws& draws) noexcept
{
    const std::uint32_t place = draws.word();
    const std::size_t knot = place >> 24;
    const std::int64_t step = quantiles[knot + 1] - quantiles[knot];
    const std::int64_t beyond = step * static_cast<std::int64_t>(place & 0xFFFFFF) / 0x1000000;
    return quantiles[knot] + static_cast<std::int32_t>(beyond);
}

}  // namespace befriend::synthetic
