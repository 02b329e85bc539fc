#include <befriend/model/availability.hpp>

#include <algorithm>
#include <array>

namespace befriend {
namespace {

constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 3> parts{"morning", "afternoon", "evening"};
constexpr std::string_view term = "term_";
constexpr std::string_view holiday = "holiday_";
constexpr unsigned holiday_shift = 21;

std::uint64_t bit(std::size_t day, std::size_t part) noexcept
{
    return std::uint64_t{1} << (3 * day + part);
}

/// The bit in term of a day and a part of it, such as `sat_morning`.
std::optional<std::uint64_t> day_and_part(std::string_view text) noexcept
{
    const std::size_t end = text.find('_');
    if (end == text.npos) return std::nullopt;
    const auto day = std::find(days.begin(), days.end(), text.substr(0, end));
    const auto part = std::find(parts.begin(), parts.end(), text.substr(end + 1));
    if (day == days.end() || part == parts.end()) return std::nullopt;
    return bit(static_cast<std::size_t>(day - days.begin()), static_cast<std::size_t>(part - parts.begin()));
}

}  // namespace

std::optional<Week> parse_slot(std::string_view text) noexcept
{
    const bool in_term = !text.starts_with(holiday);
    const bool in_holiday = !text.starts_with(term);
    if (!in_holiday) text.remove_prefix(term.size());
    if (!in_term) text.remove_prefix(holiday.size());

    const auto slot = day_and_part(text);
    if (!slot) return std::nullopt;
    return Week{(in_term ? *slot : 0) | (in_holiday ? *slot << holiday_shift : 0)};
}

std::string to_text(Week week)
{
    std::string text;
    for (std::size_t day = 0; day < days.size(); ++day) {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const bool in_term = (week.slots & bit(day, part)) != 0;
            const bool in_holiday = (week.slots & bit(day, part) << holiday_shift) != 0;
            if (!in_term && !in_holiday) continue;
            if (!text.empty()) text += ';';
            if (!in_holiday) text += term;
            if (!in_term) text += holiday;
            text.append(days[day]).append(1, '_').append(parts[part]);
        }
    }
    return text;
}

}  // namespace befriend
