#pragma once

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solution.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace befriend {

/// What the certificates of stored and of streamed problems have in common. Nothing here is the solver's.
namespace certificate {

__extension__ typedef __int128 Wide;  ///< a sum of many 64-bit numbers

/// (sizes) of a problem with so many tiers, `ties` among them.
[[nodiscard]] std::optional<Violation> sizes(const Solution& solution, std::size_t rows, std::size_t columns,
                                             std::size_t tiers);

/// (unpriced): no dual is below 0, and whoever has room has none above. `used`: places taken of each column.
[[nodiscard]] std::optional<Violation> unpriced(const Solution& solution,
                                                std::span<const std::int32_t> capacity,
                                                std::span<const std::int32_t> used);

/// What `ties` counts for a pair. A key not given is its index, hashed with seed 1 for rows and 2 for
/// columns.
[[nodiscard]] std::int64_t tie(std::span<const std::uint64_t> row_key, std::uint64_t row,
                               std::span<const std::uint64_t> column_key, std::uint64_t column);

}  // namespace certificate
}  // namespace befriend
