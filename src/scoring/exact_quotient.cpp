// Division by a constant in 16 bits: an estimate that is right or one below, then the remainder.
//
// With scale = 2^k, z = y * scale + offset and v the true quotient before rounding down, where
//   offset = floor(start * scale / slope)         factor = floor(f), f = slope * 2^16 / (scale * divisor)
// the estimate z * factor / 2^16 is below v, by the two fractions cut off:
//   less than slope / (scale * divisor) = f / 2^16 by the first, less than z / 2^16 by the second.
// So where z + f <= 2^16 for the largest z, the estimate rounded down is floor(v) or one less. The remainder
// is then below 2 * divisor, and its lower 16 bits are all of it.
//
// `short_quotient` needs no remainder: it looks for numbers of which every y has been tried.
//
// After T. Granlund, P. L. Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994; that
// the remainder is looked at instead of taking a wider factor is ours.

#include "scoring/exact_quotient.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace befriend::block {
namespace {

constexpr std::int64_t words = 65'536;

constexpr std::int64_t rounded_up(std::int64_t number, std::int64_t divisor) noexcept
{
    return (number + divisor - 1) / divisor;
}

// The least start for which the upper half of (multiple * y + start) * factor is the quotient for every y, if
// there is one: each y, with its quotient q, bounds it from both sides,
//   q * 2^16 <= (multiple * y + start) * factor < (q + 1) * 2^16.
std::optional<std::int64_t> start_for(std::int64_t multiple, std::int64_t factor, std::int64_t slope,
                                      std::int64_t start, std::int64_t divisor, std::int64_t most) noexcept
{
    const std::int64_t first = start / divisor;
    std::int64_t least = rounded_up(first * words, factor);
    std::int64_t end = std::min(words - multiple * most, rounded_up((first + 1) * words, factor));
    for (std::int64_t y = most; y > 0 && least < end; --y) {  // where most go wrong
        const std::int64_t q = (slope * y + start) / divisor;
        least = std::max(least, rounded_up(q * words, factor) - multiple * y);
        end = std::min(end, rounded_up((q + 1) * words, factor) - multiple * y);
    }
    return least < end ? std::optional(least) : std::nullopt;
}

}  // namespace

std::optional<Quotient> exact_quotient(std::int64_t slope, std::int64_t start, std::int64_t divisor,
                                       std::int64_t most) noexcept
{
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

// Every multiple is tried, the largest first, with the two factors nearest to what makes the product right;
// but not where the product is wrong by so much that, from the first y to the last, it drifts by twice
// what the fractions of the quotients are apart.
std::optional<ShortQuotient> short_quotient(std::int64_t slope, std::int64_t start, std::int64_t divisor,
                                            std::int64_t most) noexcept
{
    if (most >= words) return std::nullopt;
    const std::int64_t common = std::gcd(slope, divisor);
    const std::int64_t right = slope / common * words;
    for (std::int64_t multiple = (words - 1) / std::max<std::int64_t>(most, 1); multiple > 0; --multiple) {
        const std::int64_t scale = divisor / common * multiple;
        const std::int64_t below = right / scale;
        for (const std::int64_t factor : {below, below + 1}) {
            if (factor == 0 || factor >= words || std::abs(factor * scale - right) * most >= 2 * words)
                continue;
            const auto found = start_for(multiple, factor, slope, start, divisor, most);
            if (found)
                return ShortQuotient{static_cast<std::uint16_t>(multiple), static_cast<std::uint16_t>(*found),
                                     static_cast<std::uint16_t>(factor)};
        }
    }
    return std::nullopt;
}

}  // namespace befriend::block
