#include "scoring/interest_profiles.hpp"
#include <befriend/scoring/shared_interests.hpp>

#include <algorithm>

namespace befriend {
namespace {

std::int64_t floor_div(std::int64_t dividend, std::int64_t divisor) noexcept
{
    const std::int64_t quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

}  // namespace

SharedInterests::SharedInterests(const Round& round, RecordWatch& watch)
    : profiles_(std::make_unique<const InterestProfiles>(round, watch))
{
}
SharedInterests::~SharedInterests() = default;
SharedInterests::SharedInterests(SharedInterests&&) noexcept = default;
SharedInterests& SharedInterests::operator=(SharedInterests&&) noexcept = default;

CriterionScore SharedInterests::score(std::size_t child, std::size_t volunteer) const noexcept
{
    const std::int64_t most = profiles_->most_of_child[child];
    if (most == 0 || profiles_->of_volunteer(volunteer).empty())
        return CriterionScore::unknown(profiles_->neutral);

    const std::int64_t product = profiles_->unit * profiles_->product(child, volunteer);
    const std::int64_t gained = floor_div(2 * profiles_->numbers.gain * product + most, 2 * most);
    return CriterionScore::known(
        static_cast<Points>(std::clamp<std::int64_t>(profiles_->numbers.base + gained, 0, full_points)));
}

}  // namespace befriend
