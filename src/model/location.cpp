#include <befriend/model/location.hpp>

#include <algorithm>

// The distance is `longer + d`, where longer >= shorter >= 0 are the sides and d is the largest whole number
// with
//   excess(d) = d * (d + 2 * longer) - shorter * shorter <= 0.
// d starts at shorter^2 / (2 * longer), which is not below the answer, and takes Newton's steps, rounded so
// that none passes below it. Two or three are enough. Up there both products may pass 2^64, but their
// difference stays within d^2 < 2^62, so unsigned arithmetic, which wraps, still gives it exactly.

namespace befriend {
namespace {

std::uint64_t apart(std::int32_t a, std::int32_t b) noexcept
{
    const std::int64_t difference = std::int64_t{a} - b;
    return static_cast<std::uint64_t>(difference < 0 ? -difference : difference);
}

std::int32_t rounded_down(std::int32_t metres) noexcept
{
    const std::int32_t rest = metres % 1000;
    if (rest >= 0) return metres - rest;
    // The square of the southernmost or westernmost point would begin below the smallest number.
    return metres < -2'147'483'000 ? -2'147'483'000 : metres - rest - 1000;
}

}  // namespace

std::int64_t distance_m(Location from, Location to) noexcept
{
    const auto [shorter, longer] =
        std::minmax({apart(from.easting, to.easting), apart(from.northing, to.northing)});
    if (longer == 0) return 0;

    std::uint64_t d = shorter * shorter / (2 * longer);
    for (;;) {
        const auto excess = static_cast<std::int64_t>(d * (d + 2 * longer) - shorter * shorter);
        if (excess <= 0) return static_cast<std::int64_t>(longer + d);
        const std::uint64_t slope = 2 * (d + longer);
        d -= (static_cast<std::uint64_t>(excess) + slope - 1) / slope;
    }
}

Location square_of(Location location) noexcept
{
    return {rounded_down(location.easting), rounded_down(location.northing)};
}

}  // namespace befriend
