#include "synthetic/household.hpp"

#include "synthetic/quantile_tables.hpp"

#include <algorithm>

namespace befriend::synthetic {

namespace {

constexpr std::size_t neighbours = 3;

Code religion_of(const Heritage& heritage, Draws& draws)
{
    const std::uint32_t place = draws.below(1000);
    if (place < heritage.muslim) return "muslim";
    return place < heritage.muslim + heritage.christian ? "christian" : heritage.otherwise;
}

}  // namespace

Siblings siblings_of(const Setting& setting, std::size_t child, std::size_t children)
{
    Draws draws = setting.draws(Stream::sibling_unit, child / neighbours);
    const std::size_t first = child - child % neighbours;
    const std::size_t count = pick(draws, unit_sizes);
    if (child >= first + count) return {child, 1};
    const std::size_t in_list = std::min(count, children - first);
    return {first, in_list};
}

Home home_in(const Places& places, std::size_t authority, Draws& draws)
{
    const HomePlace place = pick(draws, home_places);
    return {place, places.home(authority, place, draws)};
}

Household household(const Setting& setting, std::size_t first)
{
    const Shape& shape = setting.shape;
    Draws draws = setting.draws(Stream::household, first);
    Household made;
    if (draws.chance(shape.seeking_asylum)) {
        made.heritage = &pick(draws, heritages);
        made.ethnic_group = made.heritage->ethnic_group;
        made.religion = religion_of(*made.heritage, draws);
        made.further_language = made.heritage->language;
    } else {
        made.ethnic_group =
            pick(draws, rest_of(shape.ethnic_groups, children_seeking_asylum(), shape.seeking_asylum));
        made.religion = pick(draws, religions);
        if (draws.chance(further_language_spoken)) made.further_language = pick(draws, further_languages);
    }
    made.authority = setting.places.authority_of_child(draws);
    made.days_waited = value_of(waiting_days, draws);
    made.home = home_in(setting.places, made.authority, draws);
    return made;
}

}  // namespace befriend::synthetic
