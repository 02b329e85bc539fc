#include "candidates/nearby.hpp"

#include <algorithm>
#include <limits>

namespace befriend {
namespace {

constexpr std::int64_t smallest_reach_m = 1000;

std::int32_t class_of(std::int64_t reach_m) noexcept
{
    std::int32_t reach_class = 0;
    while ((smallest_reach_m << reach_class) <= reach_m)
        ++reach_class;
    return reach_class;
}

std::int32_t cell_of(std::int32_t metres, std::int32_t reach_class) noexcept
{
    return static_cast<std::int32_t>(metres / (smallest_reach_m << reach_class));
}

}  // namespace

Nearby::Nearby(const std::vector<Resident>& residents)
{
    entries_.reserve(residents.size());
    for (const Resident& resident : residents) {
        Cell cell{resident.pool, -1, 0, 0};
        if (resident.place) {
            cell.reach_class = class_of(resident.reach_m);
            cell.x = cell_of(resident.place->easting, cell.reach_class);
            cell.y = cell_of(resident.place->northing, cell.reach_class);
            classes_ = std::max(classes_, cell.reach_class + 1);
        }
        entries_.push_back({cell, resident.place.value_or(Location{}), resident.reach_m, resident.volunteer});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.cell < b.cell; });
}

template <class Use>
void Nearby::each_in(const Cell& first, const Cell& last, Use use) const
{
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), first,
                                  [](const Entry& one, const Cell& cell) { return one.cell < cell; });
    for (; entry != entries_.end() && entry->cell <= last; ++entry)
        use(*entry);
}

void Nearby::around(std::uint32_t pool, const std::optional<Location>& place,
                    std::vector<std::uint32_t>& found) const
{
    constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    const auto take = [&found](const Entry& entry) { found.push_back(entry.volunteer); };
    found.clear();
    if (!place) {
        each_in({pool, least, least, least}, {pool, most, most, most}, take);
        return;
    }
    const auto take_within_reach = [&](const Entry& entry) {
        if (is_within(entry.place, *place, entry.reach_m)) take(entry);
    };
    each_in({pool, -1, least, least}, {pool, -1, most, most}, take);
    for (std::int32_t reach_class = 0; reach_class < classes_; ++reach_class) {
        const std::int32_t x = cell_of(place->easting, reach_class);
        const std::int32_t y = cell_of(place->northing, reach_class);
        for (std::int32_t column = x - 1; column <= x + 1; ++column) {
            each_in({pool, reach_class, column, y - 1}, {pool, reach_class, column, y + 1},
                    take_within_reach);
        }
    }
}

}  // namespace befriend
