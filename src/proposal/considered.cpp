#include "proposal/considered.hpp"

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

using Resident = Nearby::Resident;

constexpr std::uint32_t one_pool = 0;  // of those with a place

// The volunteers of whom `keeps` says so.
template <class Keeps>
std::vector<Resident> residents(const Round& round, const Eligibility& eligibility, RecordWatch& watch,
                                Keeps keeps)
{
    std::vector<Resident> all;
    for (std::size_t i = 0; i < round.volunteers().size() && watch.next(); ++i) {
        const Resident one{static_cast<std::uint32_t>(i), eligibility.pool_of_volunteer(i),
                           round.volunteers()[i].location, 2 * eligibility.widest_limit_m(i)};
        if (keeps(one)) all.push_back(one);
    }
    return all;
}

std::vector<Resident> everybody_placed(const Round& round, const Eligibility& eligibility, RecordWatch& watch)
{
    std::vector<Resident> placed =
        residents(round, eligibility, watch, [](const Resident& one) { return one.place.has_value(); });
    for (Resident& one : placed)
        one.pool = one_pool;
    return placed;
}

}  // namespace

Considered::Considered(const Round& round, const Eligibility& eligibility)
    : Considered(*prepared(round, eligibility, {}))
{
}

std::optional<Considered> Considered::prepared(const Round& round, const Eligibility& eligibility,
                                               const KeepGoing& keep_going)
{
    RecordWatch watch(keep_going, 1);
    Considered considered(round, eligibility, watch);
    if (!watch.finish_part()) return std::nullopt;
    return considered;
}

Considered::Considered(const Round& round, const Eligibility& eligibility, RecordWatch& watch)
    : eligibility_(&eligibility),
      round_(&round),
      near_(eligibility, everybody_placed(round, eligibility, watch), watch),
      unplaced_(eligibility,
                residents(round, eligibility, watch, [](const Resident& one) { return !one.place; }), watch),
      of_pool_(eligibility, residents(round, eligibility, watch, [](const Resident&) { return true; }), watch)
{
    for (const Resident& one : everybody_placed(round, eligibility, watch))
        placed_.push_back({one.volunteer, *one.place});
    std::sort(placed_.begin(), placed_.end(),
              [](const Placed& a, const Placed& b) { return a.place.easting < b.place.easting; });
}

void Considered::near_misses(std::size_t child, std::size_t most, std::vector<NearMiss>& found) const
{
    const std::uint32_t pool = eligibility_->pool_of_child(child);
    const auto& place = round_->children()[child].location;
    const RuleBlocks::Child numbers = near_.child(child);
    found.clear();
    if (place) {
        if (near_.add(numbers, one_pool, place, most, found) < at_least)
            add_nearest(child, *place, most, found);
        unplaced_.add(numbers, pool, place, most, found);
    } else if (of_pool_.has(pool)) {
        of_pool_.add(numbers, pool, place, most, found);
    } else {
        of_pool_.add_all(numbers, most, found);
    }
}

// Adds those of the `at_least` nearest, ties by position, who are not within twice the limit and break few
// rules. They are looked for in a strip from south to north, made twice as wide until it is sure to hold
// them.
void Considered::add_nearest(std::size_t child, const Location& place, std::size_t most,
                             std::vector<NearMiss>& found) const
{
    constexpr std::int32_t first_m = 8'000;
    std::vector<std::pair<std::int64_t, std::uint32_t>> nearest;  // metres, volunteer
    for (std::int32_t within_m = first_m; nearest.size() < at_least; within_m *= 2) {
        const auto west = std::partition_point(placed_.begin(), placed_.end(), [&](const Placed& one) {
            return one.place.easting < place.easting - within_m;
        });
        const auto east = std::partition_point(west, placed_.end(), [&](const Placed& one) {
            return one.place.easting <= place.easting + within_m;
        });
        nearest.clear();
        for (auto one = west; one != east; ++one)
            if (is_within(place, one->place, within_m))
                nearest.emplace_back(distance_m(place, one->place), one->volunteer);
        if (within_m > most_easting + most_northing) break;  // that was everybody
    }
    const auto kept = static_cast<std::ptrdiff_t>(std::min(at_least, nearest.size()));
    std::partial_sort(nearest.begin(), nearest.begin() + kept, nearest.end());
    nearest.resize(static_cast<std::size_t>(kept));
    for (const auto& [metres, volunteer] : nearest) {
        if (metres <= 2 * eligibility_->limit_m(child, volunteer)) continue;  // found already
        const TagSet<Rule> broken = eligibility_->broken_but_few(child, volunteer, most);
        if (static_cast<std::size_t>(broken.size()) <= most) found.push_back({volunteer, broken});
    }
}

}  // namespace befriend
