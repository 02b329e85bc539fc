#include "proposal/considered.hpp"

#include "proposal/obstacles.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace befriend {
namespace {

constexpr std::uint32_t everybody = 0;  // the one pool of those with a place

bool may_be_near_miss(const Eligibility& eligibility, std::size_t volunteer) noexcept
{
    return static_cast<std::size_t>(eligibility.of_volunteer(volunteer).size()) <= Obstacles::most;
}

Nearby hopeful_with_place(const Round& round, const Eligibility& eligibility)
{
    std::vector<Nearby::Resident> hopeful;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const auto& place = round.volunteers()[i].location;
        if (!place || !may_be_near_miss(eligibility, i)) continue;
        hopeful.push_back(
            {static_cast<std::uint32_t>(i), everybody, place, 2 * eligibility.widest_limit_m(i)});
    }
    return Nearby(hopeful);
}

}  // namespace

Considered::Considered(const Round& round, const Eligibility& eligibility)
    : eligibility_(&eligibility), round_(&round), hopeful_(hopeful_with_place(round, eligibility))
{
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const auto volunteer = static_cast<std::uint32_t>(i);
        const auto& place = round.volunteers()[i].location;
        if (place) placed_.push_back({volunteer, *place});
        const std::uint32_t pool = eligibility.pool_of_volunteer(i);
        of_pool_.resize(std::max<std::size_t>(of_pool_.size(), pool + 1));
        unplaced_of_pool_.resize(of_pool_.size());
        of_pool_[pool].push_back(volunteer);
        if (!place && is_hopeful(volunteer)) unplaced_of_pool_[pool].push_back(volunteer);
    }
}

bool Considered::is_hopeful(std::uint32_t volunteer) const noexcept
{
    return may_be_near_miss(*eligibility_, volunteer);
}

std::vector<std::uint32_t> Considered::for_child(std::size_t child) const
{
    const std::uint32_t pool = eligibility_->pool_of_child(child);
    const auto& place = round_->children()[child].location;
    if (!place) return without_place(pool);

    std::vector<std::uint32_t> found;
    hopeful_.around(everybody, place, found);
    std::erase_if(found, [&](std::uint32_t i) {
        return !is_within(*place, *round_->volunteers()[i].location, 2 * eligibility_->limit_m(child, i));
    });
    if (found.size() < at_least) found = within_or_nearest(child, *place);
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
    std::erase_if(found, [&](std::uint32_t volunteer) { return !is_hopeful(volunteer); });
    return found;
}

// Everybody within twice the limit or, if they are fewer, the `at_least` nearest, ties by position; the
// hopeful of them are looked at.
std::vector<std::uint32_t> Considered::within_or_nearest(std::size_t child, const Location& place) const
{
    std::vector<std::pair<std::int64_t, std::uint32_t>> by_distance;
    std::vector<std::uint32_t> found;
    for (const auto& [volunteer, other] : placed_) {
        const std::int64_t apart = distance_m(place, other);
        by_distance.emplace_back(apart, volunteer);
        if (apart <= 2 * eligibility_->limit_m(child, volunteer)) found.push_back(volunteer);
    }
    if (found.size() < at_least) {
        const auto nearest = static_cast<std::ptrdiff_t>(std::min(at_least, by_distance.size()));
        std::partial_sort(by_distance.begin(), by_distance.begin() + nearest, by_distance.end());
        for (std::ptrdiff_t i = 0; i < nearest; ++i) {
            found.push_back(by_distance[static_cast<std::size_t>(i)].second);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    std::erase_if(found, [&](std::uint32_t volunteer) { return !is_hopeful(volunteer); });
    return found;
}

}  // namespace befriend
