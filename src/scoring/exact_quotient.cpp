// Division by a constant in 16 bits: an estimate that is right or one below, then the remainder.
//
// With scale = 2^k, z = y * scale + offset and v the true quotient before rounding down, where
//   offset = floor(start * scale / slope)         factor = floor(f), f = slope * 2^16 / (scale * divisor)
// the estimate z * factor / 2^16 is below v, by the two fractions cut off:
//   less than slope / (scale * divisor) = f / 2^16 by the first, less than z / 2^16 by the second.
// So where z + f <= 2^16 for the largest z, the estimate rounded down is floor(v) or one less. The remainder
// is then below 2 * divisor, and its lower 16 bits are all of it.
//
// After T. Granlund, P. L. Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994; that
// the remainder is looked at instead of taking a wider factor is ours.

#include "scoring/exact_quotient.hpp"

#include <numeric>

namespace befriend::block {

std::optional<Quotient> exact_quotient(std::int64_t slope, std::int64_t start, std::int64_t divisor,
                                       std::int64_t most) noexcept
{
    constexpr std::int64_t words = 65'536;
    const std::int64_t common = std::gcd(slope, divisor);
    slope /= common;
    start /= common;
    divisor /= common;
    if (divisor > words / 2 || most >= words) return std::nullopt;
    for (std::int64_t scale = words / 2; scale > 0; scale /= 2) {
        const std::int64_t offset = start * scale / slope;
        const std::int64_t factor = slope * words / (scale * divisor);
        if (most * scale + offset + factor + 1 > words) continue;
        return Quotient{static_cast<std::uint16_t>(scale),  static_cast<std::uint16_t>(offset),
                        static_cast<std::uint16_t>(factor), static_cast<std::uint16_t>(slope),
                        static_cast<std::uint16_t>(start),  static_cast<std::uint16_t>(divisor)};
    }
    return std::nullopt;
}

}  // namespace befriend::block
