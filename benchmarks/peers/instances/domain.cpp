#include "domain.hpp"

#include "random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

namespace befriend::peers {
namespace {

// A standard normal number, by one half of Box and Muller's pair.
double normal(Random& random)
{
    const double radius = random.unit() + 1e-300;
    const double angle = random.unit();
    return std::sqrt(-2 * std::log(radius)) * std::cos(2 * std::numbers::pi * angle);
}

struct Authority {
    double x;
    double y;
    double children;    // the share of the region's, with those of the authorities before it
    double volunteers;  // as `children`
};

void accumulate(std::vector<Authority>& authorities, double Authority::* share)
{
    double sum = 0;
    for (Authority& authority : authorities) {
        sum += authority.*share;
        authority.*share = sum;
    }
    for (Authority& authority : authorities)
        authority.*share /= sum;
}

std::vector<Authority> draw_authorities(const Region& region, Random& random)
{
    std::vector<Authority> authorities(region.authorities);
    for (Authority& authority : authorities) {
        authority.x = random.unit() * region.width;
        authority.y = random.unit() * region.height;
        authority.children = std::exp(0.7 * normal(random));
        authority.volunteers = authority.children * std::exp(region.imbalance * normal(random));
    }
    accumulate(authorities, &Authority::children);
    accumulate(authorities, &Authority::volunteers);
    return authorities;
}

std::uint64_t draw_set(Random& random, std::uint64_t draws, std::uint64_t of)
{
    std::uint64_t set = 0;
    for (; draws > 0; --draws)
        set |= std::uint64_t{1} << random.below(of);
    return set;
}

std::uint64_t draw_interests(Random& random)
{
    std::uint64_t set = 0;
    for (std::uint64_t draws = 5 + random.below(6); draws > 0; --draws) {
        const double z = random.unit();
        set |= std::uint64_t{1} << static_cast<int>(z * z * 63.999);  // the first ones are the favourites
    }
    return set;
}

// The order of the draws is part of the instance.
class People {
public:
    People(const Region& region, Random& random)
        : region_(region), random_(random), authorities_(draw_authorities(region, random))
    {
    }

    Person draw_child() { return draw(true); }
    Person draw_volunteer() { return draw(false); }

private:
    Person draw(bool is_child)
    {
        Person person;
        draw_home(person, is_child ? &Authority::children : &Authority::volunteers);
        person.interests = draw_interests(random_);
        person.availability = draw_set(random_, is_child ? 6 + random_.below(10) : 3 + random_.below(8), 42);
        person.gender = random_.chance(62) ? 1 : 0;
        if (is_child && !random_.chance(70)) person.wished_gender = 1 + narrow(random_.below(2));
        person.age = is_child ? 4 + narrow(random_.below(14)) : 18 + narrow(random_.below(55));
        person.age_bands = narrow(draw_set(random_, 1 + random_.below(4), 4));
        person.language = random_.chance(92) ? 0 : 1 + narrow(random_.below(5));
        person.languages = 1;
        if (random_.chance(30)) person.languages |= std::uint32_t{1} << (1 + random_.below(5));
        person.culture = random_.chance(70) ? 0 : 1 + narrow(random_.below(7));
        return person;
    }

    void draw_home(Person& person, double Authority::* share)
    {
        const double at = random_.unit();
        auto authority =
            std::lower_bound(authorities_.begin(), authorities_.end() - 1, at,
                             [share](const Authority& one, double value) { return one.*share < value; });
        const auto near = [this](double centre, double limit) {
            return static_cast<float>(std::clamp(centre + region_.spread * normal(random_), 0.0, limit));
        };
        person.x = near(authority->x, region_.width);
        person.y = near(authority->y, region_.height);
    }

    static std::uint32_t narrow(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

    const Region& region_;
    Random& random_;
    std::vector<Authority> authorities_;
};

std::uint32_t age_band(std::uint32_t age)
{
    if (age < 8) return 0;
    if (age < 11) return 1;
    return age < 15 ? 2 : 3;
}

float age_factor(std::uint32_t age)
{
    if (age < 30) return 1.F;
    if (age < 45) return 0.8F;
    return age < 60 ? 0.6F : 0.4F;
}

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
    Random random(region.seed);
    People people(region, random);
    for (std::uint32_t child = 0; child < region.children; ++child)
        children_.push_back(people.draw_child());
    for (std::uint32_t volunteer = 0; volunteer < region.volunteers; ++volunteer)
        volunteers_.push_back(people.draw_volunteer());
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
