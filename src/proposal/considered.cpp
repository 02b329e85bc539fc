#include "proposal/considered.hpp"

#include "proposal/obstacles.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace befriend {
namespace {

constexpr std::uint32_t one_pool = 0;  // of those with a place

// One a volunteer: whether few enough rules are broken by the volunteer alone.
std::vector<bool> hopeful_of(const Round& round, const Eligibility& eligibility)
{
    std::vector<bool> hopeful;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i)
        hopeful.push_back(static_cast<std::size_t>(eligibility.of_volunteer(i).size()) <= Obstacles::most);
    return hopeful;
}

// Those with a place whom `chosen` marks.
Nearby nearby(const Round& round, const Eligibility& eligibility, const std::vector<bool>& chosen)
{
    std::vector<Nearby::Resident> residents;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const auto& place = round.volunteers()[i].location;
        if (!place || !chosen[i]) continue;
        residents.push_back(
            {static_cast<std::uint32_t>(i), one_pool, place, 2 * eligibility.widest_limit_m(i)});
    }
    return Nearby(residents);
}

}  // namespace

Considered::Considered(const Round& round, const Eligibility& eligibility)
    : eligibility_(&eligibility),
      round_(&round),
      is_hopeful_(hopeful_of(round, eligibility)),
      everybody_(nearby(round, eligibility, std::vector<bool>(is_hopeful_.size(), true))),
      hopeful_(nearby(round, eligibility, is_hopeful_))
{
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const auto volunteer = static_cast<std::uint32_t>(i);
        const auto& place = round.volunteers()[i].location;
        place_of_.push_back(place.value_or(Location{}));
        if (place) placed_.push_back({volunteer, *place});
        const std::uint32_t pool = eligibility.pool_of_volunteer(i);
        of_pool_.resize(std::max<std::size_t>(of_pool_.size(), pool + 1));
        unplaced_of_pool_.resize(of_pool_.size());
        of_pool_[pool].push_back(volunteer);
        if (!place && is_hopeful_[i]) unplaced_of_pool_[pool].push_back(volunteer);
    }
    std::sort(placed_.begin(), placed_.end(),
              [](const Placed& a, const Placed& b) { return a.place.easting < b.place.easting; });
}

std::vector<std::uint32_t> Considered::for_child(std::size_t child) const
{
    const std::uint32_t pool = eligibility_->pool_of_child(child);
    const auto& place = round_->children()[child].location;
    if (!place) return without_place(pool);

    std::vector<std::uint32_t> found = within_twice_limit(child, *place, hopeful_);
    if (found.size() < at_least && within_twice_limit(child, *place, everybody_).size() < at_least)
        add_nearest(*place, found);
    if (pool < unplaced_of_pool_.size()) {
        found.insert(found.end(), unplaced_of_pool_[pool].begin(), unplaced_of_pool_[pool].end());
    }
    return found;
}

std::vector<std::uint32_t> Considered::without_place(std::uint32_t pool) const
{
    std::vector<std::uint32_t> found;
    if (pool < of_pool_.size() && !of_pool_[pool].empty()) {
        found = of_pool_[pool];
    } else {
        found.resize(round_->volunteers().size());
        std::iota(found.begin(), found.end(), 0U);
    }
    std::erase_if(found, [&](std::uint32_t volunteer) { return !is_hopeful_[volunteer]; });
    return found;
}

// Those of `of` within twice the limit of the pair.
std::vector<std::uint32_t> Considered::within_twice_limit(std::size_t child, const Location& place,
                                                          const Nearby& of) const
{
    std::vector<std::uint32_t> found;
    of.around(one_pool, place, found);
    std::erase_if(found, [&](std::uint32_t i) {
        return !is_within(place, place_of_[i], 2 * eligibility_->limit_m(child, i));
    });
    return found;
}

// Adds the hopeful of the `at_least` nearest, ties by position, who are not among `found`. They are looked
// for in a strip from south to north, made twice as wide until it is sure to hold them.
void Considered::add_nearest(const Location& place, std::vector<std::uint32_t>& found) const
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
    for (std::ptrdiff_t i = 0; i < kept; ++i) {
        const std::uint32_t volunteer = nearest[static_cast<std::size_t>(i)].second;
        if (is_hopeful_[volunteer]) found.push_back(volunteer);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace befriend
