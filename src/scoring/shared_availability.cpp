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

CriterionScore SharedAvailability::score(const Referral& child, const Volunteer& volunteer) const noexcept
{
    const std::int64_t wanted = child.visits_wanted.value_or(one_visit);
    const std::int64_t needed = (wanted * numbers_.slots_for_one_visit + one_visit - 1) / one_visit;
    const bool slots_known = child.slots.known() && volunteer.slots.known();

    const CriterionScore slots =
        slots_known ? share(common(child.slots.value(), volunteer.slots.value()).count(), needed)
                    : CriterionScore::unknown(neutral_);
    const CriterionScore visits =
        volunteer.most_visits ? share(*volunteer.most_visits, wanted) : CriterionScore::unknown(neutral_);
    return scarcer(slots, visits);
}

}  // namespace befriend
