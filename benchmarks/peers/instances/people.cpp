#include "people.hpp"

#include "random.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

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
class Drawing {
public:
    Drawing(const Region& region, Random& random)
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

}  // namespace

People draw_people(const Region& region)
{
    Random random(region.seed);
    Drawing drawing(region, random);
    People people;
    for (std::uint32_t child = 0; child < region.children; ++child)
        people.children.push_back(drawing.draw_child());
    for (std::uint32_t volunteer = 0; volunteer < region.volunteers; ++volunteer)
        people.volunteers.push_back(drawing.draw_volunteer());
    return people;
}

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

}  // namespace befriend::peers
