#include "proposal/considered.hpp"

#include <algorithm>
#include <numeric>

namespace befriend {
namespace {

constexpr std::uint32_t everybody = 0;  // the one pool of those with a place

Nearby placed_volunteers(const Round& round, const Eligibility& eligibility)
{
    std::vector<Nearby::Resident> placed;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const auto& place = round.volunteers()[i].location;
        if (place)
            placed.push_back(
                {static_cast<std::uint32_t>(i), everybody, place, 2 * eligibility.widest_limit_m(i)});
    }
    return Nearby(placed);
}

}  // namespace

Considered::Considered(const Round& round, const Eligibility& eligibility)
    : round_(&round), eligibility_(&eligibility), placed_(placed_volunteers(round, eligibility))
{
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const std::uint32_t pool = eligibility.pool_of_volunteer(i);
        if (of_pool_.size() <= pool) of_pool_.resize(pool + 1);
        of_pool_[pool].push_back(static_cast<std::uint32_t>(i));
    }
    unplaced_of_pool_ = of_pool_;
    for (auto& volunteers : unplaced_of_pool_) {
        std::erase_if(volunteers,
                      [&](std::uint32_t i) { return round.volunteers()[i].location.has_value(); });
    }
}

std::vector<std::uint32_t> Considered::for_child(std::size_t child) const
{
    const std::uint32_t pool = eligibility_->pool_of_child(child);
    const auto& place = round_->children()[child].location;
    if (!place) return without_place(pool);

    std::vector<std::uint32_t> found;
    placed_.around(everybody, place, found);
    std::erase_if(found, [&](std::uint32_t i) {
        return !is_within(*place, *round_->volunteers()[i].location, 2 * eligibility_->limit_m(child, i));
    });
    if (found.size() < at_least) add_nearest(*place, found);
    if (pool < unplaced_of_pool_.size()) {
        found.insert(found.end(), unplaced_of_pool_[pool].begin(), unplaced_of_pool_[pool].end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> Considered::without_place(std::uint32_t pool) const
{
    if (pool < of_pool_.size() && !of_pool_[pool].empty()) return of_pool_[pool];
    std::vector<std::uint32_t> all(round_->volunteers().size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

// The nearest volunteers with a place join `found` until `at_least` of them are in it; ties by position.
void Considered::add_nearest(const Location& place, std::vector<std::uint32_t>& found) const
{
    std::vector<std::pair<std::int64_t, std::uint32_t>> by_distance;
    for (std::size_t i = 0; i < round_->volunteers().size(); ++i) {
        const auto& other = round_->volunteers()[i].location;
        if (other) by_distance.emplace_back(distance_m(place, *other), static_cast<std::uint32_t>(i));
    }
    const std::size_t nearest = std::min(at_least, by_distance.size());
    const auto end = by_distance.begin() + static_cast<std::ptrdiff_t>(nearest);
    std::nth_element(by_distance.begin(), nearest == by_distance.size() ? by_distance.end() : end,
                     by_distance.end());
    for (auto one = by_distance.begin(); one != end; ++one)
        found.push_back(one->second);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace befriend
