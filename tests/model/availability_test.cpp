#include "catch2.hpp"
#include <befriend/model/availability.hpp>

#include <random>

namespace befriend::test {
namespace {

/// The week that a list of names separated by `;` stands for.
Week week_of(std::string_view text)
{
    Week week;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const auto slot = parse_slot(text.substr(0, end));
        REQUIRE(slot.has_value());
        week.slots |= slot->slots;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return week;
}

}  // namespace

TEST_CASE("availability: a slot is a bit in term, in the holidays or both", "[model][example]")
{
    CHECK(parse_slot("term_mon_morning")->slots == 1);
    CHECK(parse_slot("term_mon_evening")->slots == 1u << 2);
    CHECK(parse_slot("term_sun_evening")->slots == 1u << 20);
    CHECK(parse_slot("holiday_mon_morning")->slots == 1u << 21);
    CHECK(parse_slot("holiday_sun_evening")->slots == std::uint64_t{1} << 41);
    CHECK(parse_slot("sat_morning")->slots == ((std::uint64_t{1} << 15) | (std::uint64_t{1} << 36)));
}

TEST_CASE("availability: anything else names no slot", "[model][example]")
{
    const auto text = GENERATE("", "sat", "sat_", "_morning", "sat_night", "Sat_morning", "sat-morning",
                               "sat_morning ", "term_", "term_holiday_sat_morning", "termsat_morning",
                               "satxmorning", "sat_morning;sun_morning", "holiday");
    CAPTURE(text);
    CHECK_FALSE(parse_slot(text).has_value());
}

TEST_CASE("availability: a week is written with the fewest names, Monday first", "[model][example]")
{
    CHECK(to_text(Week{}).empty());
    CHECK(to_text(week_of("term_sun_evening;holiday_sat_morning;term_sat_morning")) ==
          "sat_morning;term_sun_evening");
    CHECK(to_text(week_of("holiday_mon_morning;term_mon_afternoon")) ==
          "holiday_mon_morning;term_mon_afternoon");
}

TEST_CASE("availability: what is written reads back as the same week", "[model][property]")
{
    std::mt19937_64 random(GENERATE(range(0u, 200u)));
    const Week week{random() >> (64 - slots_in_a_week)};
    CAPTURE(week.slots);
    CHECK(week_of(to_text(week)) == week);
}

TEST_CASE("availability: two weeks meet where both are free", "[model][example]")
{
    const Week both = common(week_of("sat_morning;sun_morning"), week_of("term_sat_morning;mon_evening"));
    CHECK(to_text(both) == "term_sat_morning");
    CHECK(both.count() == 1);
    CHECK(common(both, week_of("holiday_sat_morning")).empty());
}

}  // namespace befriend::test
