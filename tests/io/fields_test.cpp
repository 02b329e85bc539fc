// The rows 4.D of the catalogue of bad input, as far as one cell shows them, and those of 4.A and 4.E that
// concern cells. The other rows of 4.D are in tests/model, read_policy_test.cpp and locale_test.cpp.

#include "catch2.hpp"
#include "io/reading.hpp"
#include <befriend/io/write_table.hpp>

#include <array>
#include <string>

using namespace befriend;
using namespace befriend::test;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

FaultCode code_of(const Reading& reading)
{
    return reading.faults.size() == 1 ? reading.faults[0].code : FaultCode::e_internal;
}

FaultCode child_code(std::string_view column, std::string_view cell)
{
    return code_of(read_child({{column, cell}}));
}

FaultCode volunteer_code(std::string_view column, std::string_view cell)
{
    return code_of(read_volunteer({{column, cell}}));
}

}  // namespace

TEST_CASE("D01: what is no whole number is E_NUMBER", "[io][example]")
{
    for (const char* cell :
         {"n/a", "-", "12 km", "1,5", "1 000", "\uff11\uff12", "twelve", "1.0", "--1", "1-"}) {
        CAPTURE(cell);
        CHECK(volunteer_code("capacity", cell) == FaultCode::e_number);
        CHECK(read_volunteer({{"capacity", cell}}).tables.volunteers[0].capacity == 1);
    }
    CHECK(read_volunteer({{"capacity", "n/a"}}).text() ==
          "E_NUMBER volunteers[0].capacity: not a whole number (text, 3 characters)\n");
    CHECK(read_volunteer({{"capacity", ""}}).text() == "");  // empty is unknown, everywhere
}

TEST_CASE("D02: a number that is too large is E_RANGE, never clamped", "[io][example]")
{
    CHECK(read_volunteer({{"capacity", "99999999999999999999"}}).text() ==
          "E_RANGE volunteers[0].capacity: above 2147483647: allowed are 0 to 2147483647\n");
    CHECK(volunteer_code("capacity", "2147483648") == FaultCode::e_range);
    CHECK(volunteer_code("capacity", "-99999999999999999999") == FaultCode::e_range);
    CHECK(read_volunteer({{"capacity", "2147483647"}}).tables.volunteers[0].capacity == 2'147'483'647);
}

TEST_CASE("D03: a negative distance, capacity or age is E_RANGE", "[io][example]")
{
    CHECK(volunteer_code("max_travel_m", "-1") == FaultCode::e_range);
    CHECK(volunteer_code("max_travel_miles", "-1") == FaultCode::e_range);
    CHECK(volunteer_code("capacity", "-1") == FaultCode::e_range);
    CHECK(child_code("age_years", "-1") == FaultCode::e_range);
}

TEST_CASE("D04: a capacity of 0 is accepted", "[io][example]")
{
    CHECK(read_volunteer({{"capacity", "0"}}).text() == "");
    CHECK(read_volunteer({{"capacity", "0"}}).tables.volunteers[0].capacity == 0);
}

TEST_CASE("D05: a whole number has one spelling, and an id keeps its zeros", "[io][example]")
{
    for (const char* cell : {"0x10", "1e3", "+5", "007", "00", "-01"}) {
        CAPTURE(cell);
        CHECK(volunteer_code("capacity", cell) == FaultCode::e_number);
    }
    CHECK(read_child({{"child_id", "007"}}).tables.children[0].id.text() == "007");
}

TEST_CASE("D10: a date is a day of the calendar, as YYYY-MM-DD", "[io][example]")
{
    for (const char* cell : {"2025-02-29", "31/04/2025", "00/00/0000", "12/11/10", "45292", "2025-13-01",
                             "2025-1-1", "2025-01-01T00:00:00", "yesterday"}) {
        CAPTURE(cell);
        CHECK(child_code("referred_on", cell) == FaultCode::e_date);
    }
    CHECK(read_child({{"referred_on", "2024-02-29"}}).text() == "");
}

TEST_CASE("D11: an age outside what a child or volunteer can have is E_RANGE", "[io][example]")
{
    CHECK(child_code("age_years", "126") == FaultCode::e_range);
    CHECK(child_code("age_years", "26") == FaultCode::e_range);
    CHECK(volunteer_code("age_years", "17") == FaultCode::e_range);
    CHECK(volunteer_code("age_years", "91") == FaultCode::e_range);
}

TEST_CASE("D15: a word is known letter for letter, and the allowed ones are named", "[io][example]")
{
    CHECK(read_child({{"consent", "Agrees"}}).text() ==
          "E_SCHEMA children[0].consent: not one of agrees, objects, not_yet_asked (text, 6 characters)\n");
    CHECK(child_code("cohort", "looked after") == FaultCode::e_schema);
    CHECK(child_code("religion", "Sikh") == FaultCode::e_schema);
    CHECK(child_code("ethnic_group", "martian") == FaultCode::e_schema);
    CHECK(volunteer_code("references_ok", "true") == FaultCode::e_schema);
    CHECK(volunteer_code("travel", "public_transport") == FaultCode::e_schema);
}

TEST_CASE("D16: a list has no empty item, no repeat and no unknown item", "[io][example]")
{
    for (const char* cell : {"dog;;cat", ";dog", "dog;", ";", "dog;dog", "dog;bird", "dog; cat", "dog,cat"}) {
        CAPTURE(cell);
        CHECK(child_code("home_conditions", cell) == FaultCode::e_schema);
        CHECK(!read_child({{"home_conditions", cell}}).tables.children[0].home_conditions.known());
    }
}

TEST_CASE("D17: a postcode gives its outcode, and one that is not known is a warning", "[io][example]")
{
    const AreaTable areas{{"M1", {385'000, 398'000}}};
    for (const char* cell : {"M1", "M1 1AA", "M11AA", "m1 1aa"}) {
        CAPTURE(cell);
        const Reading reading = read_child({{"area", cell}}, {.areas = &areas});
        CHECK(reading.text() == "");
        CHECK(reading.tables.children[0].location == Location{385'000, 398'000});
    }
    for (const char* cell : {"M", "1M", "M1 1A", "Manchester", "M1  1AA", "ABC1", "M1 1AAA", "M1-1AA"}) {
        CAPTURE(cell);
        CHECK(code_of(read_child({{"area", cell}}, {.areas = &areas})) == FaultCode::e_schema);
    }
    const Reading unknown = read_child({{"area", "ZE1"}}, {.areas = &areas});
    CHECK(unknown.text() == "W_PLACE children[0].area: not in the table of areas: the place stays unknown\n");
    CHECK(!unknown.tables.children[0].location);
    CHECK(code_of(read_child({{"area", "M1"}})) == FaultCode::w_place);
}

TEST_CASE("D18: degrees, swapped or forgotten coordinates are refused with a hint", "[io][example]")
{
    const auto code = [](const char* easting, const char* northing) {
        const Reading reading = read_child({{"easting", easting}, {"northing", northing}});
        CHECK(!reading.tables.children[0].location);
        return reading.faults.empty() ? FaultCode::e_internal : reading.faults[0].code;
    };
    CHECK(code("0", "0") == FaultCode::e_range);
    CHECK(code("51", "0") == FaultCode::e_range);
    CHECK(code("-2", "53") == FaultCode::e_range);
    CHECK(code("398000", "1385000") == FaultCode::e_range);
    CHECK(code("700001", "1") == FaultCode::e_range);
    CHECK(read_child({{"easting", "-0.1276"}, {"northing", "51.5072"}}).text().find("looks like degrees") !=
          std::string::npos);
    CHECK(code("385000.5", "398000") == FaultCode::e_number);
    CHECK(read_child({{"easting", "700000"}, {"northing", "1300000"}}).text() == "");
}

TEST_CASE("D19: an id that a spreadsheet rewrote does not fit the pattern", "[io][example]")
{
    CHECK(child_code("child_id", "1.23E+10") == FaultCode::e_schema);
    CHECK(child_code("child_id", "#N/A") == FaultCode::e_schema);
}

TEST_CASE("D20: blanks around a value are refused and never trimmed", "[io][example]")
{
    for (const char* cell :
         {" C-1", "C-1 ", "\u00a0C-1", "C-1\u00a0", "\u2007C-1", "\u200bC-1", "\ufeffC-1"}) {
        CAPTURE(cell);
        CHECK(read_child({{"child_id", cell}}).text() ==
              "E_SCHEMA children[0].child_id: blanks around the value\n");
    }
    CHECK(volunteer_code("capacity", " 1") == FaultCode::e_schema);
    CHECK(child_code("consent", "agrees ") == FaultCode::e_schema);
    CHECK(child_code("interests", "football ;chess") == FaultCode::e_schema);
    CHECK(child_code("gender", " ") == FaultCode::e_schema);
}

TEST_CASE("D21: free text over 4 KiB is E_LIMIT", "[io][example]")
{
    const auto pin = [](const std::string& reason) {
        return read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"reason", reason}});
    };
    CHECK(pin(std::string(4096, 'a')).text() == "");
    CHECK(code_of(pin(std::string(4097, 'a'))) == FaultCode::e_limit);
    CHECK(code_of(pin(std::string(1 << 20, 'a'))) == FaultCode::e_limit);
    CHECK(child_code("culture_wanted", std::string(4097, 'a')) == FaultCode::e_limit);
    CHECK(child_code("interests", std::string(70'000, 'a')) == FaultCode::e_limit);
}

TEST_CASE("D22, D23: free text that formats trip over is kept as it is", "[io][example]")
{
    for (const char* text : {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\uff1d1", "<script>",
                             "\" onload=", "</title>", "&lt;", "javascript:", " both sides "}) {
        CAPTURE(text);
        const Reading reading =
            read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"reason", text}});
        CHECK(reading.text() == "");
        CHECK(reading.tables.pins.at(0).reason == text);
    }
}

TEST_CASE("A05 to A08: bytes that are not UTF-8 are refused, never guessed or replaced", "[io][example]")
{
    for (const std::string_view cell : {"O\x92Neil"sv, "caf\xe9"sv, "\xc0\xaf"sv, "\xe0\x80\x80"sv,
                                        "\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv, "x\xe2\x82"sv}) {
        CAPTURE(cell);
        CHECK(child_code("child_id", cell) == FaultCode::e_encoding);
        CHECK(child_code("culture_wanted", cell) == FaultCode::e_encoding);
        CHECK(code_of(
                  read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"reason", cell}})) ==
              FaultCode::e_encoding);
    }
    CHECK(read_child({{"gender", "abc\xe9"}}).text() ==
          "E_ENCODING children[0].gender: not UTF-8 from byte 4 of the value\n");
}

TEST_CASE("A09, A10: control characters are refused in codes, and only NUL in free text", "[io][example]")
{
    for (const std::string_view cell : {"C\0001"sv, "C\x01"sv, "C\t"sv, "C\n1"sv, "C\x7f"sv, "C\u0085"sv}) {
        CAPTURE(cell.size());
        CHECK(child_code("child_id", cell) == FaultCode::e_encoding);
    }
    const auto pin = [](std::string_view reason) {
        return read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"reason", reason}});
    };
    CHECK(code_of(pin("a\0b"sv)) == FaultCode::e_encoding);
    CHECK(pin("a\x01\x7f\u0085"sv).text() == "");
    CHECK(pin("a\x01\x7f\u0085"sv).tables.pins.at(0).reason == "a\x01\x7f\u0085"sv);
}

TEST_CASE("A11: direction controls are a warning in free text and refused in codes", "[io][example]")
{
    const Reading reading =
        read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"reason", "a\u202eb"}});
    CHECK(reading.text() == "W_TEXT pins[0].reason: holds characters that change the direction of writing\n");
    CHECK(reading.tables.pins.at(0).reason == "a\u202eb");
    CHECK(child_code("unit_id", "a\u2066b") == FaultCode::e_encoding);
}

TEST_CASE("A12, A13, E07: an id is made of plain letters, digits and three signs", "[io][example]")
{
    for (const char* cell : {"caf\u00e9", "cafe\u0301", "C-\u0430", "../../etc/passwd", "a/b", ".", "..",
                             "C 1", "C:1", "C;1", "C+1", "C,1"}) {
        CAPTURE(cell);
        CHECK(child_code("child_id", cell) == FaultCode::e_schema);
        CHECK(read_child({{"child_id", cell}}).tables.children[0].id.empty());
    }
    CHECK(read_child({{"child_id", "CON"}}).text() == "");  // ids never become file names
}

TEST_CASE("E05, E06: an id is not empty and has at most 64 characters", "[io][example]")
{
    CHECK(read_child({{"child_id", ""}}).text() == "E_SCHEMA children[0].child_id: missing: must be known\n");
    CHECK(read_child({{"child_id", std::string(64, 'a')}}).text() == "");
    CHECK(child_code("child_id", std::string(65, 'a')) == FaultCode::e_limit);
    CHECK(child_code("child_id", std::string(10'000, 'a')) == FaultCode::e_limit);
    CHECK(read_child({{"referred_on", ""}}).text() ==
          "E_SCHEMA children[0].referred_on: missing: must be known\n");
}
