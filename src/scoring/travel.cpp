#include <befriend/scoring/travel.hpp>

namespace befriend {

CriterionScore Travel::score(const std::optional<Location>& child,
                             const std::optional<Location>& volunteer) const noexcept
{
    if (!child || !volunteer) return CriterionScore::unknown(neutral_);
    const std::int64_t apart = distance_m(*child, *volunteer);
    if (apart <= numbers_.easy_m) return CriterionScore::known(full_points);
    if (apart >= numbers_.furthest_m) return CriterionScore::known(0);
    const std::int64_t stretch = numbers_.furthest_m - numbers_.easy_m;
    const std::int64_t left = numbers_.furthest_m - apart;
    return CriterionScore::known(static_cast<Points>((2 * full_points * left + stretch) / (2 * stretch)));
}

}  // namespace befriend
