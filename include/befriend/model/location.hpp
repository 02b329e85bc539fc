#pragma once

#include <cstdint>

namespace befriend {

/// A point on the British National Grid, in whole metres.
///
/// Easting 0 to 700,000 and northing 0 to 1,300,000 cover Great Britain.
/// Source: Ordnance Survey, "A guide to coordinate systems in Great Britain".
struct Location {
    std::int32_t easting = 0;
    std::int32_t northing = 0;
    friend bool operator==(const Location&, const Location&) = default;
};

inline constexpr std::int32_t most_easting = 700'000;
inline constexpr std::int32_t most_northing = 1'300'000;

/// The straight distance in whole metres, rounded down: exact for any two points, in integers only. The
/// grid's scale is within about 0.05 % of true.
///
/// Example: from (0, 0) to (3000, 4000) it is 5000; to (1, 1) it is 1.
[[nodiscard]] std::int64_t distance_m(Location from, Location to) noexcept;

/// Whether `distance_m(from, to) <= limit_m`, without the square root. `limit_m` from 0 to 3,000,000,000.
[[nodiscard]] constexpr bool is_within(Location from, Location to, std::int64_t limit_m) noexcept
{
    const std::int64_t east = std::int64_t{from.easting} - to.easting;
    const std::int64_t north = std::int64_t{from.northing} - to.northing;
    return east * east + north * north < (limit_m + 1) * (limit_m + 1);
}

/// The south-west corner of the 1 km square that holds the point: how outputs show a place.
[[nodiscard]] Location square_of(Location location) noexcept;

}  // namespace befriend
