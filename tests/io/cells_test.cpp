#include "catch2.hpp"
#include "io/reading.hpp"
#include <befriend/model/background.hpp>

#include <string>

using namespace befriend;
using namespace befriend::test;
using namespace std::chrono_literals;

namespace {

Referral child(std::string_view column, std::string_view cell)
{
    const Reading reading = read_child({{column, cell}});
    CHECK(reading.text() == "");
    return reading.tables.children.at(0);
}

Volunteer volunteer(std::string_view column, std::string_view cell)
{
    const Reading reading = read_volunteer({{column, cell}});
    CHECK(reading.text() == "");
    return reading.tables.volunteers.at(0);
}

// The first fault of a child's cell, without its place.
std::string fault(std::string_view column, std::string_view cell)
{
    const Reading reading = read_child({{column, cell}});
    if (reading.faults.empty()) return "none";
    return std::string(to_text(reading.faults[0].code)) + " " + reading.faults[0].rule;
}

}  // namespace

TEST_CASE("cells: an empty cell leaves what missing means", "[io][example]")
{
    const Referral empty =
        read_child({{"consent", ""}, {"contact_modes", ""}, {"slots", ""}, {"interests", ""}})
            .tables.children.at(0);
    CHECK(empty.consent == Consent::not_yet_asked);
    CHECK(empty.contact_modes == TagSet<ContactMode>{ContactMode::in_person});
    CHECK(!empty.slots.known());
    CHECK(empty.interests.empty());
}

TEST_CASE("cells: unknown, not asked and declined are three answers", "[io][example]")
{
    CHECK(child("gender", "").gender == Answer<std::string>(Missing::unknown));
    CHECK(child("gender", "unknown").gender == Answer<std::string>(Missing::unknown));
    CHECK(child("gender", "not_asked").gender == Answer<std::string>(Missing::not_asked));
    CHECK(child("gender", "declined").gender == Answer<std::string>(Missing::declined));
    CHECK(child("slots", "declined").slots == Answer<Week>(Missing::declined));
    CHECK(volunteer("smoker", "not_asked").smoker == Answer<bool>(Missing::not_asked));
    CHECK(child("consent", "unknown").consent == Consent::not_yet_asked);
    CHECK(fault("referred_on", "unknown").starts_with("E_DATE"));
}

TEST_CASE("cells: the codes REFU and NOBT say why there is no ethnic group", "[io][example]")
{
    CHECK(child("ethnic_group", "REFU").ethnic_group == Answer<std::string>(Missing::declined));
    CHECK(child("ethnic_group", "NOBT").ethnic_group == Answer<std::string>(Missing::unknown));
    CHECK(child("ethnic_group", "GROM").ethnic_group.value() == "WROM");
    CHECK(child("ethnic_group", "arab").ethnic_group.value() == "arab");
    CHECK(child("religion", "not_answered").religion == Answer<std::string>(Missing::declined));
    CHECK(child("religion", "none").religion.value() == "none");
}

TEST_CASE("cells: none alone is a list that is known and empty", "[io][example]")
{
    CHECK(child("home_conditions", "none").home_conditions.value().empty());
    CHECK(child("languages", "none").languages.value().empty());
    CHECK(child("slots", "none").slots.value().empty());
    CHECK(child("priority", "none").priority.empty());
    CHECK(child("interests", "none").interests.empty());
    CHECK(child("religion_wanted", "none").faith.wanted == std::vector<std::string>{"none"});
    CHECK(fault("home_conditions", "none;dog").starts_with("E_SCHEMA not one of dog,"));
    CHECK(fault("contact_modes", "none") ==
          "E_SCHEMA not one of in_person, online, phone (text, 4 characters)");
    CHECK(read_volunteer({{"accepts_gender", "none"}}).text() ==
          "E_SCHEMA volunteers[0].accepts_gender: names no gender: leave the cell empty for all\n");
}

TEST_CASE("cells: interests have grades, languages have levels", "[io][example]")
{
    CHECK(child("interests", "football:2;rock climbing;chess:-1;tv:0").interests ==
          std::vector<GradedInterest>{{"football", 2}, {"rock climbing", 1}, {"chess", -1}, {"tv", 0}});
    CHECK(child("languages", "tir:basic;eng").languages.value() ==
          std::vector<Language>{{"tir", Fluency::basic}, {"eng", Fluency::fluent}});
    CHECK(fault("interests", "football:3").starts_with("E_RANGE above 2"));
    CHECK(fault("interests", "football:+2").starts_with("E_NUMBER"));
    CHECK(fault("interests", "football:").starts_with("E_NUMBER"));
    CHECK(fault("interests", ":2").starts_with("E_SCHEMA not an interest"));
    CHECK(fault("interests", "football:1;football:2") == "E_SCHEMA an item of the list comes twice");
    CHECK(fault("languages", "english").starts_with("E_SCHEMA not an ISO 639-3 code"));
    CHECK(fault("languages", "ENG").starts_with("E_SCHEMA not an ISO 639-3 code"));
    CHECK(fault("languages", "tir:good").starts_with("E_SCHEMA not one of basic, "));
}

TEST_CASE("cells: exclusions, earlier answers and trainings carry a reason or a day", "[io][example]")
{
    CHECK(child("not_with", "V-1:family;V-2").not_with ==
          std::vector<Exclusion>{{"V-1", "family"}, {"V-2", ""}});
    const auto declined = child("declined_before", "V-3:2024-05-01;V-4").declined_before;
    REQUIRE(declined.size() == 2);
    CHECK(declined[0] == Declined{VolunteerId("V-3"), Date(2024y / 5 / 1)});
    CHECK(declined[1] == Declined{VolunteerId("V-4"), std::nullopt});
    const auto training = volunteer("training", "trauma_trained:2024-05-01;asylum_aware").training;
    REQUIRE(training.size() == 2);
    CHECK(training[0] == Training{Requirement::trauma_trained, Date(2024y / 5 / 1)});
    CHECK(training[1] == Training{Requirement::asylum_aware, std::nullopt});
    CHECK(fault("not_with", "V-1:").starts_with("E_SCHEMA not a code"));
    CHECK(fault("not_with", "V-1;V-1:family") == "E_SCHEMA an item of the list comes twice");
    CHECK(fault("declined_before", "V-3:").starts_with("E_DATE"));
    CHECK(read_volunteer({{"training", "first_aid"}})
              .text()
              .starts_with("E_SCHEMA volunteers[0].training: not one"));
}

TEST_CASE("cells: slots name a part of a day, in term, in the holidays or both", "[io][example]")
{
    CHECK(child("slots", "sat_morning;term_sun_evening").slots.value().count() == 3);
    CHECK(child("slots", "term_sun_evening;sat_morning").slots ==
          child("slots", "sat_morning;term_sun_evening").slots);  // M39
    CHECK(fault("slots", "sat").starts_with("E_SCHEMA not a slot"));
    CHECK(fault("slots", "term_holiday_sat_morning").starts_with("E_SCHEMA not a slot"));
}

TEST_CASE("cells: visits a month are hundredths, exactly", "[io][example]")
{
    CHECK(child("visits_wanted_per_month", "0.25").visits_wanted == 25);
    CHECK(child("visits_wanted_per_month", "1").visits_wanted == 100);
    CHECK(child("visits_wanted_per_month", "1.5").visits_wanted == 150);
    CHECK(child("visits_wanted_per_month", "2.05").visits_wanted == 205);
    CHECK(child("visits_wanted_per_month", "4.00").visits_wanted == 400);
    for (const char* cell : {"0.24", "4.01", "0", "-1", "99999999999999999999"}) {
        CAPTURE(cell);
        CHECK(fault("visits_wanted_per_month", cell) == "E_RANGE allowed are 0.25 to 4");
    }
    for (const char* cell : {".5", "1.", "0.125", "1,5", "1e0", "+1", "01", "one", "1.5.0", "-"}) {
        CAPTURE(cell);
        CHECK(fault("visits_wanted_per_month", cell)
                  .starts_with("E_NUMBER not a number with at most two places"));
    }
}

TEST_CASE("cells: a month of birth is kept and a whole date of birth refused", "[io][example]")
{
    CHECK(child("birth_month", "2011-04").age == StatedAge(2011y / 4));
    CHECK(fault("birth_month", "2011-04-17") ==
          "E_SCHEMA a whole date of birth: give the month only, YYYY-MM");
    for (const char* cell : {"2011-13", "2011-4", "2011", "04/2011", "1899-12"}) {
        CAPTURE(cell);
        CHECK(fault("birth_month", cell).starts_with("E_DATE not a month"));
    }
    CHECK(read_child({{"age_years", "12"}, {"birth_month", "2011-04"}}).text() ==
          "E_CONFLICT children[0].birth_month: age_years is given too: only one of the two may be\n");
}

TEST_CASE("cells: a range of ages has two ends", "[io][example]")
{
    CHECK(child("visitor_age_wanted", "25-40").visitor_age_wanted.value() == AgeRange{25, 40});
    CHECK(volunteer("accepts_age", "10-10").accepts_age == AgeRange{10, 10});
    CHECK(fault("visitor_age_wanted", "40-25") == "E_RANGE the range ends below its start");
    CHECK(fault("visitor_age_wanted", "25").starts_with("E_SCHEMA not a range"));
    CHECK(fault("visitor_age_wanted", "-25").starts_with("E_SCHEMA not a range"));
    CHECK(fault("visitor_age_wanted", "25-").starts_with("E_NUMBER"));
    CHECK(fault("visitor_age_wanted", "25-126").starts_with("E_RANGE above 125"));
    CHECK(fault("visitor_age_wanted", "25-40-60").starts_with("E_NUMBER"));
}

TEST_CASE("cells: miles are 1609 metres, and only one of the two may be given", "[io][example]")
{
    CHECK(volunteer("max_travel_miles", "10").furthest_m == 16'090);
    CHECK(volunteer("max_travel_m", "15000").furthest_m == 15'000);
    CHECK(
        read_volunteer({{"max_travel_m", "1"}, {"max_travel_miles", "1"}}).text() ==
        "E_CONFLICT volunteers[0].max_travel_miles: max_travel_m is given too: only one of the two may be\n");
}

TEST_CASE("cells: what a volunteer is willing to do mixes requirements and access needs", "[io][example]")
{
    const Volunteer willing = volunteer("willing", "wheelchair;two_adults;learning");
    CHECK(willing.willing == TagSet<Requirement>{Requirement::two_adults});
    CHECK(willing.willing_access == TagSet<AccessNeed>{AccessNeed::wheelchair, AccessNeed::learning});
    CHECK(read_volunteer({{"willing", "anything"}}).faults.size() == 1);
}

TEST_CASE("cells: smoking is no pet", "[io][example]")
{
    CHECK(volunteer("pets", "dog;cat").pets.value().size() == 2);
    CHECK(read_volunteer({{"pets", "smoking"}}).text() ==
          "E_SCHEMA volunteers[0].pets: not one of dog, cat, other_animal (text, 7 characters)\n");
}

TEST_CASE("cells: easting and northing come together, and not with an area", "[io][example]")
{
    CHECK(read_child({{"easting", "385000"}, {"northing", "398000"}}).tables.children[0].location ==
          Location{385'000, 398'000});
    CHECK(read_child({{"easting", "385000"}, {"northing", ""}}).text() ==
          "E_SCHEMA children[0].northing: missing: easting and northing come together\n");
    CHECK(read_child({{"northing", "385000"}}).text() ==
          "E_SCHEMA children[0].easting: missing: easting and northing come together\n");

    const AreaTable areas{{"M1", {385'000, 398'000}}};
    const Reading both =
        read_child({{"area", "M1"}, {"easting", "385000"}, {"northing", "398000"}}, {.areas = &areas});
    CHECK(both.text() ==
          "E_CONFLICT children[0].area: easting and northing are given too: give a point or an area\n");
    CHECK(!both.tables.children[0].location);

    const Reading half = read_child({{"easting", "far"}, {"northing", "398000"}});
    CHECK(half.text() == "E_NUMBER children[0].easting: not a whole number (text, 3 characters)\n");
}

TEST_CASE("cells: a fault keeps the record and the other cells", "[io][example]")
{
    const Reading reading = read_child({{"cohort", "leaver"}, {"gender", "female"}});
    CHECK(reading.faults.size() == 1);
    CHECK(reading.tables.children.at(0).cohort == Cohort::looked_after);
    CHECK(reading.tables.children.at(0).gender.value() == "female");
}
