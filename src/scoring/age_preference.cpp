#include "scoring/weighted_mean.hpp"
#include <befriend/scoring/age_preference.hpp>

#include <algorithm>

namespace befriend {

CriterionScore AgePreference::part(const AgeRange& preferred, std::int32_t years) const noexcept
{
    const std::int64_t outside = std::max({preferred.least - years, years - preferred.most, 0});
    return CriterionScore::known(
        static_cast<Points>(std::max<std::int64_t>(0, full_points - outside * numbers_.lost_per_year)));
}

CriterionScore AgePreference::score(const Referral& child, const Volunteer& volunteer) const noexcept
{
    WeightedMean parts;
    if (volunteer.prefers_age.known())
        parts.add(part(volunteer.prefers_age.value(), age_on(*child.age, as_of_)), 1);
    if (child.visitor_age_wanted.known()) {
        parts.add(part(child.visitor_age_wanted.value(), age_on(*volunteer.age, as_of_)), 1);
    }
    return parts.empty() ? CriterionScore::unknown(neutral_) : parts.mean();
}

}  // namespace befriend
