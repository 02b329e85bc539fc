#include <befriend/scoring/shared_availability.hpp>

#include <algorithm>

namespace befriend {
namespace {

constexpr std::int64_t one_visit = 100;  // hundredths a month

CriterionScore share(std::int64_t part, std::int64_t whole) noexcept
{
    return CriterionScore::known(
        static_cast<Points>(std::min<std::int64_t>(full_points, full_points * part / whole)));
}

CriterionScore scarcer(const CriterionScore& a, const CriterionScore& b) noexcept
{
    return {std::min(a.value, b.value), std::min(a.low, b.low), std::min(a.high, b.high), true};
}

}  // namespace

std::int64_t SharedAvailability::visits_wanted(const Referral& child) noexcept
{
    return child.visits_wanted.value_or(one_visit);
}

std::int64_t SharedAvailability::slots_needed(const Referral& child) const noexcept
{
    return (visits_wanted(child) * numbers_.slots_for_one_visit + one_visit - 1) / one_visit;
}

CriterionScore SharedAvailability::score(const Referral& child, const Volunteer& volunteer) const noexcept
{
    const std::int64_t wanted = visits_wanted(child);
    const std::int64_t needed = slots_needed(child);
    const bool slots_known = child.slots.known() && volunteer.slots.known();

    const CriterionScore slots =
        slots_known ? share(common(child.slots.value(), volunteer.slots.value()).count(), needed)
                    : CriterionScore::unknown(neutral_);
    const CriterionScore visits =
        volunteer.most_visits ? share(*volunteer.most_visits, wanted) : CriterionScore::unknown(neutral_);
    return scarcer(slots, visits);
}

}  // namespace befriend
