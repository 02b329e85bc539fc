#include "model/given_round.hpp"
#include <befriend/model/date.hpp>

namespace befriend::test {

TEST_CASE("date: YYYY-MM-DD reads and writes back, every day of two centuries", "[model][property]")
{
    int days = 0;
    int different = 0;
    for (Date date = day("1999-12-31"); date <= day("2101-01-01"); date += std::chrono::days(1), ++days)
        different += parse_date(to_text(date)) == date ? 0 : 1;
    CHECK(days == 36'892);
    CHECK(different == 0);
    CHECK(to_text(day("2024-02-29")) == "2024-02-29");
}

TEST_CASE("D10: anything but a day as YYYY-MM-DD is no date", "[model][example]")
{
    const auto text =
        GENERATE("2025-02-29", "31/04/2025", "00/00/0000", "12/11/10", "45292", "2025-13-01", "2025-04-31",
                 "2025-00-10", "2025-01-00", "2025-1-01", " 2025-01-01", "2025-01-01 ", "2025/01/01",
                 "+025-01-01", "2025-01-0a", "", "2025-01", "20250101", "2100-02-29");
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
}

TEST_CASE("date: years run from 1900 to 2199", "[model][example]")
{
    CHECK(parse_date("1900-01-01") == first_date);
    CHECK(parse_date("2199-12-31") == last_date);
    CHECK_FALSE(parse_date("1899-12-31").has_value());
    CHECK_FALSE(parse_date("2200-01-01").has_value());
}

TEST_CASE("date: whole months are counted as people do", "[model][example]")
{
    CHECK(whole_months(day("2025-01-31"), day("2025-02-28")) == 0);
    CHECK(whole_months(day("2025-01-31"), day("2025-03-01")) == 1);
    CHECK(whole_months(day("2025-01-31"), day("2025-01-31")) == 0);
    CHECK(whole_months(day("2024-02-29"), day("2025-02-28")) == 11);
    CHECK(whole_months(day("2024-06-15"), day("2025-06-15")) == 12);
    CHECK(whole_months(day("2025-06-15"), day("2024-06-15")) == -12);
    CHECK(whole_months(day("2025-03-01"), day("2025-01-31")) == -1);
}

TEST_CASE("date: months are added to the same day, or the last of the month", "[model][example]")
{
    CHECK(to_text(add_months(day("2025-01-31"), 1)) == "2025-02-28");
    CHECK(to_text(add_months(day("2024-01-31"), 1)) == "2024-02-29");
    CHECK(to_text(add_months(day("2025-01-31"), 2)) == "2025-03-31");
    CHECK(to_text(add_months(day("2025-01-15"), 36)) == "2028-01-15");
    CHECK(to_text(add_months(day("2025-01-15"), -1)) == "2024-12-15");
    CHECK(to_text(add_months(day("2025-03-31"), -13)) == "2024-02-29");
    CHECK(to_text(add_months(day("2025-01-15"), 0)) == "2025-01-15");
}

TEST_CASE("date: n months after a day that every month has, n whole months have passed", "[model][property]")
{
    const auto months = GENERATE(range(-30, 31));
    const Date start = day("2024-02-28");
    CHECK(whole_months(start, add_months(start, months)) == months);
}

}  // namespace befriend::test
