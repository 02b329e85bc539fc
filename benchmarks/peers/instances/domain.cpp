#include "domain.hpp"

#include "random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace befriend::peers {
namespace {

constexpr std::int32_t not_eligible = -1;

std::int32_t score(const Person& child, const Person& volunteer, double radius)
{
    const float dx = child.x - volunteer.x;
    const float dy = child.y - volunteer.y;
    const float squared = dx * dx + dy * dy;
    if (static_cast<double>(squared) > radius * radius) return not_eligible;
    if ((volunteer.age_bands >> age_band(child.age) & 1) == 0) return not_eligible;
    if (child.wished_gender != 0 && child.wished_gender != volunteer.gender + 1) return not_eligible;
    if ((volunteer.languages >> child.language & 1) == 0) return not_eligible;
    const int common_times = std::popcount(child.availability & volunteer.availability);
    if (common_times == 0) return not_eligible;

    const auto shared = static_cast<float>(std::popcount(child.interests & volunteer.interests));
    const auto all = static_cast<float>(std::popcount(child.interests | volunteer.interests));
    const float near = std::max(0.F, 1.F - std::floor(std::sqrt(squared)) / static_cast<float>(radius));
    const float times = static_cast<float>(std::min(common_times, 4)) / 4.F;
    const float culture = child.culture == volunteer.culture ? 1.F : 0.3F;
    const float fit = 0.35F * (shared / all) + 0.2F * near + 0.2F * times + 0.1F * age_factor(volunteer.age) +
                      0.15F * culture;
    return static_cast<std::int32_t>(static_cast<float>(Domain::full_score) * fit + 0.5F);
}

std::uint64_t hash(std::uint64_t child, std::uint64_t volunteer, std::uint64_t seed)
{
    std::uint64_t z = child * 0x9E3779B97F4A7C15 ^ (volunteer + seed) * 0xC2B2AE3D27D4EB4F;
    z = (z ^ (z >> 29)) * 0xBF58476D1CE4E5B9;
    return z ^ (z >> 32);
}

}  // namespace

Domain::Domain(const Region& region)
    : radius_(region.radius), seed_(region.seed), cell_(std::max(1.0, region.radius / 2))
{
    People people = draw_people(region);
    children_ = std::move(people.children);
    volunteers_ = std::move(people.volunteers);
    place_in_cells(region.width, region.height);
    const double share = thinned_share(region.degree);
    if (share < 1) kept_below_ = static_cast<std::uint64_t>(share * 0x1p64);
}

std::uint32_t Domain::cell_of(const Person& person) const
{
    const auto across = static_cast<std::uint32_t>(static_cast<double>(person.x) / cell_);
    const auto down = static_cast<std::uint32_t>(static_cast<double>(person.y) / cell_);
    return down * cells_across_ + across;
}

void Domain::place_in_cells(double width, double height)
{
    cells_across_ = static_cast<std::uint32_t>(width / cell_) + 1;
    cells_down_ = static_cast<std::uint32_t>(height / cell_) + 1;
    cell_begin_.assign(std::size_t{cells_across_} * cells_down_ + 1, 0);
    for (const Person& volunteer : volunteers_)
        ++cell_begin_[cell_of(volunteer) + 1];
    std::partial_sum(cell_begin_.begin(), cell_begin_.end(), cell_begin_.begin());
    std::vector<std::uint32_t> next(cell_begin_.begin(), cell_begin_.end() - 1);
    in_cell_.resize(volunteers_.size());
    for (std::uint32_t volunteer = 0; volunteer < volunteers_.size(); ++volunteer)
        in_cell_[next[cell_of(volunteers_[volunteer])]++] = volunteer;
}

// The share of pairs to keep so that 400 children drawn have `degree` on average.
double Domain::thinned_share(double degree) const
{
    constexpr std::uint32_t draws = 400;
    Random random(99);
    std::vector<std::pair<std::uint32_t, std::int32_t>> pairs;
    double found = 0;
    for (std::uint32_t draw = 0; draw < draws; ++draw) {
        pairs_of(static_cast<std::uint32_t>(random.below(children_.size())), pairs);
        found += static_cast<double>(pairs.size());
    }
    found /= draws;
    return degree > 0 && found > degree ? degree / found : 1;
}

bool Domain::is_kept(std::uint32_t child, std::uint32_t volunteer) const
{
    return kept_below_ == UINT64_MAX || hash(child, volunteer, seed_) <= kept_below_;
}

void Domain::pairs_of(std::uint32_t child, std::vector<std::pair<std::uint32_t, std::int32_t>>& pairs) const
{
    pairs.clear();
    const Person& of = children_[child];
    const std::uint32_t x = cell_of(of) % cells_across_;
    const std::uint32_t y = cell_of(of) / cells_across_;
    for (std::uint32_t down = y - std::min(y, 2U); down <= std::min(cells_down_ - 1, y + 2); ++down) {
        const std::uint32_t row = down * cells_across_;
        const std::uint32_t end = cell_begin_[row + std::min(cells_across_ - 1, x + 2) + 1];
        for (std::uint32_t at = cell_begin_[row + x - std::min(x, 2U)]; at < end; ++at) {
            const std::uint32_t volunteer = in_cell_[at];
            if (!is_kept(child, volunteer)) continue;
            const std::int32_t points = score(of, volunteers_[volunteer], radius_);
            if (points != not_eligible) pairs.emplace_back(volunteer, points);
        }
    }
    std::sort(pairs.begin(), pairs.end());
}

}  // namespace befriend::peers
