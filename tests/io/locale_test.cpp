// Row D06 of the catalogue of bad input: a program that uses the library may have set any locale.

#include "catch2.hpp"
#include "io/reading.hpp"
#include <befriend/befriend.hpp>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <locale>
#include <string>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

using namespace befriend;
using namespace befriend::test;

namespace {

// glibc never frees the list that it makes of LOCPATH.
struct LeakOfGlibc {
#ifdef __SANITIZE_ADDRESS__
    LeakOfGlibc() { __lsan_disable(); }
    ~LeakOfGlibc() { __lsan_enable(); }
#endif
};

// The locale of a machine that writes 1,5 and 1.000, for C and for C++.
class CommaLocale {
public:
    CommaLocale()
    {
        [[maybe_unused]] const LeakOfGlibc leak;
        ::setenv("LOCPATH", BEFRIEND_LOCALES, 1);
        REQUIRE(std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr);
        before_ = std::locale::global(std::locale("de_DE.UTF-8"));
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;
    ~CommaLocale()
    {
        ::unsetenv("LOCPATH");
        std::locale::global(before_);
        std::setlocale(LC_ALL, "C");
    }

private:
    std::locale before_;
};

constexpr const char* children = R"([
    {"child_id": "C-1", "referred_on": "2023-05-01", "age_years": 9, "consent": "agrees",
     "visits_wanted_per_month": 1.25, "slots": ["sat_morning"], "easting": 400000, "northing": 400000},
    {"child_id": "C-2", "referred_on": "2024-05-01", "age_years": 12, "visits_wanted_per_month": 0.5}])";
constexpr const char* volunteers = R"([
    {"volunteer_id": "V-1", "state": "available", "age_years": 40, "dbs_on": "2024-01-10", "references_ok": "yes",
     "panel_approved_until": "2026-01-01", "independent": "yes", "capacity": 2147483647, "max_visits_per_month": 1.5,
     "slots": ["sat_morning"], "easting": 412345, "northing": 400000}])";
constexpr const char* policy = "as_of = 2025-01-15\n[travel]\nfurthest_m = 1234567\n";

// Everything that is written about a round.
std::string written()
{
    const Round round = read_round({.children = children, .volunteers = volunteers, .policy = policy});
    const Proposal proposal = propose(round);
    RunRecord record;
    record.children = 1'234'567;
    return proposal_json(round, proposal) + certificate_json(round, proposal) + run_record_json(record) +
           html_report(round, proposal, record) + text_of(round, proposal) +
           text_of_pair(round, proposal, 0, 0) + write_policy_toml(round.policy(), true) +
           write_policy_json(round.policy()) + json_schema(Table::children);
}

}  // namespace

TEST_CASE("D06: a locale with a decimal comma changes no byte that is written", "[io][property]")
{
    const std::string before = written();
    CHECK_THAT(before, ContainsSubstring("\"proposed\""));
    const CommaLocale comma;
    std::string number(8, '\0');
    number.resize(static_cast<std::size_t>(std::snprintf(number.data(), number.size(), "%.1f", 1.5)));
    REQUIRE(number == "1,5");
    CHECK(written() == before);
}

TEST_CASE("D06: under a locale with a decimal comma a number is read as everywhere", "[io][example]")
{
    const CommaLocale comma;
    const Reading point = read_child({{"visits_wanted_per_month", "1.5"}});
    CHECK(point.text() == "");
    CHECK(point.tables.children.at(0).visits_wanted == 150);
    CHECK(read_child({{"visits_wanted_per_month", "1,5"}}).faults.at(0).code == FaultCode::e_number);
}
