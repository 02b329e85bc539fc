#pragma once

#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/scoring/points.hpp>

namespace befriend {

/// The ages that each of the two would like the other to have.
///
/// Inside the range full points; outside, `lost_per_year` less for each year, down to 0. The volunteer's
/// `prefers_age` is read against the child's age, the child's `visitor_age_wanted` against the volunteer's;
/// if both are given the criterion is their mean, if one, that one. Unknown if neither is.
///
/// Example: a volunteer who prefers 10 to 13 and a child of 15 earn 600 with 200 lost a year.
class AgePreference {
public:
    /// Numbers from a checked policy; ages are taken on `as_of`.
    AgePreference(const AgeNumbers& numbers, Points neutral, Date as_of) noexcept
        : numbers_(numbers), neutral_(neutral), as_of_(as_of)
    {
    }

    /// Constant time.
    [[nodiscard]] CriterionScore score(const Referral& child, const Volunteer& volunteer) const noexcept;

private:
    [[nodiscard]] CriterionScore part(const AgeRange& preferred, std::int32_t years) const noexcept;

    AgeNumbers numbers_;
    Points neutral_;
    Date as_of_;
};

}  // namespace befriend
