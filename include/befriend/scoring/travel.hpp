#pragma once

#include <befriend/model/location.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/scoring/points.hpp>

#include <optional>

namespace befriend {

/// How easily a volunteer can reach a child's home.
///
/// Full points up to `easy_m`, none from `furthest_m`, a straight line between. Distance is straight, not
/// road: metres on the British National Grid, whose scale is within about 0.05 % of true across England.
///
/// Example: with 5 km and 25 km, a home 15 km away earns half the points.
/// Source: Ordnance Survey, "A guide to coordinate systems in Great Britain".
class Travel {
public:
    /// Numbers from a checked policy.
    Travel(const TravelNumbers& numbers, Points neutral) noexcept : numbers_(numbers), neutral_(neutral) {}

    /// Unknown if either place is. Constant time.
    [[nodiscard]] CriterionScore score(const std::optional<Location>& child,
                                       const std::optional<Location>& volunteer) const noexcept;

private:
    TravelNumbers numbers_;
    Points neutral_;
};

}  // namespace befriend
