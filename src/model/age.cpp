#include <befriend/model/age.hpp>

namespace befriend {

std::int32_t age_on(const StatedAge& age, Date date) noexcept
{
    if (const auto* given = std::get_if<AgeYears>(&age)) return given->years;

    const auto& birth = *std::get_if<std::chrono::year_month>(&age);
    const std::chrono::year_month_day day(date);
    const std::int32_t years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    return day.month() < birth.month() ? years - 1 : years;
}

}  // namespace befriend
