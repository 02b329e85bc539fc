#include "synthetic/place.hpp"

namespace befriend::synthetic {

namespace {

constexpr std::int32_t grid_m = 100;
constexpr std::int32_t near_edge_m = 12'000;  // the furthest homes outside that count as near (assumption)
constexpr std::int32_t far_edge_m = 80'000;   // the furthest homes outside (assumption)
constexpr std::uint32_t near_the_centre = 400;

bool is_in_great_britain(Location place)
{
    return place.easting >= 0 && place.easting <= most_easting && place.northing >= 0 &&
           place.northing <= most_northing;
}

// A place between two circles around the centre, uniform over the area: from a square, until one fits.
Location between_circles(const Authority& authority, std::int32_t inner_m, std::int32_t outer_m, Draws& draws)
{
    const std::int32_t inner = inner_m / grid_m;
    const std::int32_t outer = outer_m / grid_m;
    for (;;) {
        const std::int32_t east = draws.between(-outer, outer);
        const std::int32_t north = draws.between(-outer, outer);
        const std::int32_t square = east * east + north * north;
        const Location place{authority.easting_km * 1000 + east * grid_m,
                             authority.northing_km * 1000 + north * grid_m};
        if (square >= inner * inner && square <= outer * outer && is_in_great_britain(place)) return place;
    }
}

std::size_t pick_authority(std::span<const Authority> territory, std::uint32_t Authority::* weight,
                           std::uint32_t all, Draws& draws)
{
    std::uint32_t place = draws.below(all);
    std::size_t at = 0;
    while (place >= territory[at].*weight)
        place -= territory[at++].*weight;
    return at;
}

}  // namespace

Places::Places(std::span<const Authority> territory) : territory_(territory)
{
    for (const Authority& authority : territory) {
        all_children_ += authority.children;
        all_volunteers_ += authority.volunteers;
    }
}

std::size_t Places::authority_of_child(Draws& draws) const
{
    return pick_authority(territory_, &Authority::children, all_children_, draws);
}

std::size_t Places::authority_of_volunteer(Draws& draws) const
{
    return pick_authority(territory_, &Authority::volunteers, all_volunteers_, draws);
}

Location Places::inside(std::size_t authority, Draws& draws) const
{
    const std::int32_t radius_m = territory_[authority].radius_km * 1000;
    const std::int32_t reach_m = draws.chance(near_the_centre) ? radius_m / 2 : radius_m;
    return between_circles(territory_[authority], 0, reach_m, draws);
}

std::optional<Location> Places::home(std::size_t authority, HomePlace home, Draws& draws) const
{
    const std::int32_t edge_m = territory_[authority].radius_km * 1000;
    switch (home) {
        case HomePlace::not_known:
            return std::nullopt;
        case HomePlace::outside_near:
            return between_circles(territory_[authority], edge_m, edge_m + near_edge_m, draws);
        case HomePlace::outside_far:
            return between_circles(territory_[authority], edge_m + near_edge_m, edge_m + far_edge_m, draws);
        default:
            return inside(authority, draws);
    }
}

std::string code(char letter, std::size_t number, std::size_t digits)
{
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return std::string{letter, '-'} + text;
}

std::string provider_of(std::size_t authority)
{
    return code('P', authority + 1, 3);
}

}  // namespace befriend::synthetic
