#include <befriend/model/date.hpp>

#include <algorithm>
#include <string_view>

namespace befriend {
namespace {

/// The number that `digits` spells, or nothing if a character is no ASCII digit.
std::optional<int> number(std::string_view digits) noexcept
{
    int value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

std::int64_t months_of(std::chrono::year_month_day day) noexcept
{
    return std::int64_t{12} * static_cast<int>(day.year()) + static_cast<unsigned>(day.month());
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) noexcept
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;

    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || Date(date) < first_date || Date(date) > last_date) return std::nullopt;
    return Date(date);
}

std::string to_text(Date date)
{
    const std::chrono::year_month_day day(date);
    std::string text = "0000-00-00";
    const auto write = [&text](std::size_t last, unsigned value) {
        for (std::size_t at = last; value > 0; --at, value /= 10)
            text[at] = static_cast<char>('0' + value % 10);
    };
    write(3, static_cast<unsigned>(static_cast<int>(day.year())));
    write(6, static_cast<unsigned>(day.month()));
    write(9, static_cast<unsigned>(day.day()));
    return text;
}

std::int64_t whole_months(Date from, Date until) noexcept
{
    if (until < from) return -whole_months(until, from);
    const std::chrono::year_month_day first(from);
    const std::chrono::year_month_day last(until);
    return months_of(last) - months_of(first) - (last.day() < first.day() ? 1 : 0);
}

Date add_months(Date date, std::int64_t months) noexcept
{
    const std::chrono::year_month_day day(date);
    const std::chrono::year_month month =
        std::chrono::year_month(day.year(), day.month()) + std::chrono::months(months);
    const std::chrono::year_month_day_last last(month.year(), std::chrono::month_day_last(month.month()));
    return std::chrono::year_month_day(month.year(), month.month(), std::min(day.day(), last.day()));
}

}  // namespace befriend
