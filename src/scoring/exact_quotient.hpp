#pragma once

#include "scoring/block_kernel.hpp"

#include <cstdint>
#include <optional>

namespace befriend::block {

/// The quotient floor((slope * y + start) / divisor) for every whole number y from 0 to `most`, in 16 bits,
/// or nothing if 16 bits are not enough. Precondition: slope > 0, start >= 0, divisor > 0, most >= 0.
///
/// Common factors are taken out first; floor((slope * y + start) / divisor) stays the same when start's
/// remainder by a common factor of the other two is dropped.
[[nodiscard]] std::optional<Quotient> exact_quotient(std::int64_t slope, std::int64_t start,
                                                     std::int64_t divisor, std::int64_t most) noexcept;

/// The same quotient in fewer operations, or nothing if there are no such numbers; where `most` is below a
/// few hundred there nearly always are. O(most x multiples tried), of which there are at most 65,535 / most.
/// Precondition: slope, start >= 0, divisor > 0, most >= 0.
[[nodiscard]] std::optional<ShortQuotient> short_quotient(std::int64_t slope, std::int64_t start,
                                                          std::int64_t divisor, std::int64_t most) noexcept;

}  // namespace befriend::block
