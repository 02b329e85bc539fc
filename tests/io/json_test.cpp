// The rows 4.C of the catalogue of bad input, and those of 4.A that concern JSON.

#include "catch2.hpp"
#include "io/reading.hpp"
#include <befriend/io/read_policy.hpp>

#include <string>
#include <string_view>

using namespace befriend;
using namespace befriend::test;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

// A table of one pin with these members added.
std::string pin(std::string_view members)
{
    return R"([{"child_id": "C-1", "volunteer_id": "V-1", )" + std::string(members) + "}]";
}

// A table of one volunteer with these members added.
std::string volunteer(std::string_view members)
{
    return R"([{"volunteer_id": "V-1", "state": "available", "age_years": 30, )" + std::string(members) +
           "}]";
}

std::string pin_faults(std::string_view members)
{
    return read_json(Table::pins, pin(members)).text();
}

std::string volunteer_faults(std::string_view members)
{
    return read_json(Table::volunteers, volunteer(members)).text();
}

FaultCode code_of(std::string_view text)
{
    const Reading reading = read_json(Table::pins, text);
    return reading.faults.size() == 1 ? reading.faults[0].code : FaultCode::e_internal;
}

}  // namespace

TEST_CASE("read_json_table: values stand as JSON or as the text of the cell", "[io][example]")
{
    const Reading json = read_json(Table::volunteers, volunteer(R"(
        "references_ok": true, "smoker": "declined", "interests": ["football:2", "chess"], "capacity": 2,
        "max_visits_per_month": 0.5, "pets": "dog;cat", "training": [], "gender": null)"));
    CHECK(json.text() == "");
    const Volunteer& read = json.tables.volunteers.at(0);
    CHECK(read.references_ok == true);
    CHECK(read.smoker == Answer<bool>(Missing::declined));
    CHECK(read.interests == std::vector<GradedInterest>{{"football", 2}, {"chess", 1}});
    CHECK(read.capacity == 2);
    CHECK(read.most_visits == 50);
    CHECK(read.pets.value().size() == 2);
    CHECK(read.training.empty());
    CHECK(!read.gender.known());
}

TEST_CASE("read_json_table: an empty list is known and empty where that can be said", "[io][example]")
{
    const Reading json =
        read_json(Table::volunteers, volunteer(R"("pets": [], "languages": [], "slots": [])"));
    CHECK(json.text() == "");
    CHECK(json.tables.volunteers.at(0).pets.known());
    CHECK(json.tables.volunteers.at(0).languages.known());
    CHECK(json.tables.volunteers.at(0).slots.known());
    CHECK(volunteer_faults(R"("accepts_gender": [])") ==
          "E_SCHEMA volunteers[0].accepts_gender: an empty list: leave the field out instead\n");
    CHECK(volunteer_faults(R"("contact_modes": [])") ==
          "E_SCHEMA volunteers[0].contact_modes: an empty list: leave the field out instead\n");
    const Reading child = read_json(
        Table::children,
        R"([{"child_id": "C", "referred_on": "2024-05-01", "age_years": 9, "religion_wanted": []}])");
    CHECK(child.text() == "");
    CHECK(child.tables.children.at(0).faith.wanted.empty());
}

TEST_CASE("read_json_table: an item of a list is one item", "[io][example]")
{
    const char* const rule = "an item of the list is empty or holds a semicolon";
    CHECK(read_json(Table::volunteers, volunteer(R"("pets": ["dog;cat"])")).faults.at(0).rule == rule);
    CHECK(read_json(Table::volunteers, volunteer(R"("pets": [""])")).faults.at(0).rule == rule);
    CHECK(volunteer_faults(R"("pets": ["dog", "dog"])") ==
          "E_SCHEMA volunteers[0].pets: an item of the list comes twice\n");
}

TEST_CASE("C01, C12: what is no JSON is E_PARSE with line and column", "[io][example]")
{
    for (const std::string_view text :
         {"[1,]"sv, "[{\"a\":1,}]"sv, "[{'a': 1}]"sv, "// x\n[]"sv, "[] []"sv, "[] x"sv, "["sv, "]"sv, ""sv,
          "[{]"sv, "[{\"a\" 1}]"sv, "[tru]"sv, "[01]"sv, "[.5]"sv, "[+1]"sv, "[\"a\nb\"]"sv, "[\"\\x\"]"sv,
          "[1.]"sv, "[0x1]"sv}) {
        CAPTURE(text);
        const Reading reading = read_json(Table::pins, text);
        REQUIRE(!reading.faults.empty());
        const Fault& last = reading.faults.back();
        CHECK(last.code == FaultCode::e_parse);
        CHECK(last.line.has_value());
        CHECK(last.column.has_value());
    }
    CHECK(read_json(Table::pins, "[\n  {\"child_id\": \"C-1\",,\n").text() ==
          "E_PARSE pins[0].child_id line 2, column 22: not valid JSON from here\n");
    CHECK(read_json(Table::pins, "[\n").text() ==
          "E_PARSE pins line 2, column 1: the JSON text ends too early\n");
}

TEST_CASE("C02: a member that comes twice is E_DUPLICATE", "[io][example]")
{
    CHECK(pin_faults(R"("by": "a", "by": "a")") == "E_DUPLICATE pins[0].by: comes twice in the record\n");
    CHECK(volunteer_faults(R"("sex": "male", "gender": "male")") ==
          "E_DUPLICATE volunteers[0].gender: comes twice in the record\n");
    CHECK(read_json(Table::pins, R"({"schema_version": 1, "records": [], "records": []})").text() ==
          "E_DUPLICATE pins.records: comes twice\n");
}

TEST_CASE("C03: NaN and infinities are no JSON, and 1e999 is no number", "[io][example]")
{
    for (const std::string_view text : {"NaN"sv, "Infinity"sv, "-Infinity"sv}) {
        CAPTURE(text);
        const Reading reading = read_json(Table::volunteers, volunteer("\"capacity\": " + std::string(text)));
        REQUIRE(reading.faults.size() == 1);
        CHECK(to_text(reading.faults[0]).starts_with("E_PARSE volunteers[0].capacity line 1, column 7"));
    }
    const Reading large = read_json(Table::volunteers, volunteer("\"capacity\": 1e999"));
    REQUIRE(large.faults.size() == 1);
    CHECK(large.faults[0].code == FaultCode::e_number);
    CHECK(large.faults[0].field == "capacity");
    const Reading long_one =
        read_json(Table::volunteers, volunteer("\"capacity\": " + std::string(400, '9')));
    REQUIRE(long_one.faults.size() == 1);
    CHECK(long_one.faults[0].code == FaultCode::e_range);
}

TEST_CASE("C04: whole numbers are exact and never pass through a double", "[io][example]")
{
    CHECK(volunteer_faults("\"capacity\": 9007199254740993")
              .starts_with("E_RANGE volunteers[0].capacity: above"));
    CHECK(volunteer_faults("\"capacity\": 18446744073709551617")
              .starts_with("E_RANGE volunteers[0].capacity: above"));
    // 2^24 + 1 is the first whole number that a float does not hold.
    const Reading exact = read_json(Table::volunteers, volunteer("\"capacity\": 16777217"));
    CHECK(exact.tables.volunteers.at(0).capacity == 16'777'217);
    // 2^53 + 1 is the first that a double does not hold.
    CHECK(read_policy(R"({"seed": 9007199254740993})").seed == 9'007'199'254'740'993);
}

TEST_CASE("C05: 1.0 and 1e2 are no whole numbers", "[io][example]")
{
    for (const char* number : {"1.0", "1e2", "1E2", "10e-1", "0.0"}) {
        CAPTURE(number);
        CHECK(volunteer_faults("\"capacity\": " + std::string(number))
                  .starts_with("E_NUMBER volunteers[0].capacity: not a whole number"));
    }
    CHECK(volunteer_faults("\"max_visits_per_month\": 1e0").starts_with("E_NUMBER"));
    CHECK(volunteer_faults("\"max_visits_per_month\": 1.0") == "");
}

TEST_CASE("C06: -0 is 0", "[io][example]")
{
    const Reading reading = read_json(Table::volunteers, volunteer("\"capacity\": -0"));
    CHECK(reading.text() == "");
    CHECK(reading.tables.volunteers.at(0).capacity == 0);
    CHECK(read_volunteer({{"capacity", "-0"}}).tables.volunteers.at(0).capacity == 0);
}

TEST_CASE("C07: half a surrogate pair is E_ENCODING", "[io][example]")
{
    for (const char* escape :
         {"\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800x", "\\ud800\\ud800", "\\uDBFF"}) {
        CAPTURE(escape);
        const Reading reading = read_json(Table::pins, pin("\"by\": \"a" + std::string(escape) + "\""));
        REQUIRE(reading.faults.size() == 1);
        CHECK(to_text(reading.faults[0]) ==
              "E_ENCODING pins[0].by line 1, column 53: an escape of half a surrogate pair");
    }
    const Reading pair = read_json(Table::pins, pin(R"("by": "\ud834\udd1e")"));
    CHECK(pair.text() == "");
    CHECK(pair.tables.pins.at(0).by == "\xf0\x9d\x84\x9e");
}

TEST_CASE("C08: an escaped NUL is refused like a NUL", "[io][example]")
{
    CHECK(pin_faults(R"("by": "a\u0000b")") == "E_ENCODING pins[0].by: holds a NUL character\n");
    CHECK(volunteer_faults(R"("gender": "a\u0000b")") ==
          "E_ENCODING volunteers[0].gender: holds a control character\n");
}

TEST_CASE("C09: nesting is limited before the parser follows it", "[io][example]")
{
    const std::string deep(100'000, '[');
    CHECK(read_json(Table::pins, deep).faults.back().code == FaultCode::e_limit);
    CHECK(code_of(std::string(100'000, '{')) == FaultCode::e_parse);
    const Reading in_record = read_json(Table::pins, pin("\"by\": " + deep));
    CHECK(to_text(in_record.faults.back()) ==
          "E_LIMIT pins[0].by line 1, column 113: nested more than 64 levels deep");
    const std::string unknown = "\"colour\": " + std::string(62, '[') + std::string(62, ']');
    CHECK(pin_faults(unknown) == "E_SCHEMA pins[0].colour: unknown\n");
}

TEST_CASE("C10: a value of the wrong kind is E_SCHEMA with both kinds", "[io][example]")
{
    CHECK(volunteer_faults(R"("capacity": "2")") ==
          "E_SCHEMA volunteers[0].capacity: text where a whole number is due\n");
    CHECK(volunteer_faults(R"("gender": 1)") ==
          "E_SCHEMA volunteers[0].gender: a number where text is due\n");
    CHECK(volunteer_faults(R"("gender": true)") ==
          "E_SCHEMA volunteers[0].gender: true or false where text is due\n");
    CHECK(volunteer_faults(R"("gender": ["male"])") ==
          "E_SCHEMA volunteers[0].gender: a list where text is due\n");
    CHECK(volunteer_faults(R"("smoker": 1)") ==
          "E_SCHEMA volunteers[0].smoker: a number where true, false or text is due\n");
    CHECK(volunteer_faults(R"("pets": {"dog": [1, {"a": 2}]})") ==
          "E_SCHEMA volunteers[0].pets: an object where a list of texts is due\n");
    CHECK(volunteer_faults(R"("pets": ["dog", ["cat", 1], 2])") ==
          "E_SCHEMA volunteers[0].pets: a list where text in a list is due\n");
    CHECK(read_json(Table::pins, R"([7])").text() == "E_SCHEMA pins[0]: a number where an object is due\n");
    CHECK(read_json(Table::pins, R"(["a", [1]])").text() ==
          "E_SCHEMA pins[0]: text where an object is due\nE_SCHEMA pins[1]: a list where an object is due\n");
    CHECK(read_json(Table::pins, R"(null)").text() == "E_SCHEMA pins: null where a list of objects is due\n");
    CHECK(read_json(Table::pins, R"([{"child_id": null, "volunteer_id": "V-1"}])").text() ==
          "E_SCHEMA pins[0].child_id: missing: must be known\n");
}

TEST_CASE("C10: a record of the wrong kind keeps the numbers of the others", "[io][example]")
{
    const Reading reading = read_json(Table::pins, R"([7, {"child_id": "C-1", "volunteer_id": "V 1"}])");
    REQUIRE(reading.faults.size() == 2);
    CHECK(reading.faults[1].record == 1);
    CHECK(reading.tables.pins.size() == 2);
}

TEST_CASE("C11: an unknown member is E_SCHEMA unless it is ignored", "[io][example]")
{
    CHECK(pin_faults(R"("Reason": "x")") == "E_SCHEMA pins[0].Reason: unknown: did you mean reason?\n");
    CHECK(read_json(Table::pins, pin(R"("colour": {"a": [1]})"), {.ignore_columns = {"colour"}}).text() ==
          "");
    CHECK(read_json(Table::pins, R"([{"Kelly": "football"}])").text() ==
          "E_SCHEMA pins[0]: no field of this table is in the record\n"
          "E_SCHEMA pins[0].child_id: missing: must be known\n"
          "E_SCHEMA pins[0].volunteer_id: missing: must be known\n");
    CHECK(read_json(Table::pins, R"({"schema_version": 1, "records": [], "more": [1]})").text() ==
          "E_SCHEMA pins.more: unknown: a table as an object has schema_version and records\n");
    CHECK(read_json(Table::pins, R"({"more": 1, "records": [], x)").text() ==
          "E_SCHEMA pins.more: unknown: a table as an object has schema_version and records\n"
          "E_PARSE pins line 1, column 28: not valid JSON from here\n");
    CHECK(read_json(Table::pins, R"({"more": 1, "records": [], "schema_version": 1} x)").text() ==
          "E_SCHEMA pins.more: unknown: a table as an object has schema_version and records\n"
          "E_PARSE pins line 1, column 49: not valid JSON from here\n");
    CHECK(read_json(Table::pins, R"({"Kelly": [{"child_id": "C-1"}]})").text() ==
          "E_VERSION pins.schema_version: no version found, this befriend reads version 1\n"
          "E_SCHEMA pins.records: missing\n");
}

TEST_CASE("C13: a table as an object has the version that this befriend reads", "[io][example]")
{
    CHECK(read_json(Table::pins, R"({"records": [], "schema_version": 1})").text() == "");
    CHECK(read_json(Table::pins, R"({"records": []})").text() ==
          "E_VERSION pins.schema_version: no version found, this befriend reads version 1\n");
    CHECK(read_json(Table::pins, R"({"schema_version": 2, "records": []})").text() ==
          "E_VERSION pins.schema_version: version 2 found, this befriend reads version 1\n");
    CHECK(read_json(Table::pins, R"({"schema_version": 0, "records": []})").text() ==
          "E_VERSION pins.schema_version: version 0 found, this befriend reads version 1\n");
    for (const char* version : {"\"1\"", "1.0", "null", "[1]", "{}"}) {
        CAPTURE(version);
        CHECK(read_json(Table::pins, "{\"schema_version\": " + std::string(version) + ", \"records\": []}")
                  .text() ==
              "E_VERSION pins.schema_version: no version found, this befriend reads version 1\n");
    }
    CHECK(read_json(Table::pins, R"({"schema_version": 1})").text() == "E_SCHEMA pins.records: missing\n");
}

TEST_CASE("C14: a huge number or string is E_LIMIT before it is stored", "[io][example]")
{
    const Reading number =
        read_json(Table::volunteers, volunteer("\"capacity\": " + std::string(1 << 20, '1')));
    CHECK(number.text() ==
          "E_LIMIT volunteers[0].capacity line 1, column 77: a number of more than 1024 characters\n");
    const Reading text = read_json(Table::pins, pin("\"by\": \"" + std::string(100u << 20, 'x') + "\""));
    CHECK(text.text() == "E_LIMIT pins[0].by line 1, column 51: a string of more than 1 MiB\n");
    const Reading name = read_json(Table::pins, "[{\"" + std::string(2 << 20, 'x') + "\": 1}]");
    CHECK(name.faults.back().code == FaultCode::e_limit);
}

TEST_CASE("A01, A02: an empty text holds no table", "[io][example]")
{
    CHECK(code_of("") == FaultCode::e_parse);
    CHECK(code_of("\xef\xbb\xbf") == FaultCode::e_parse);
}

TEST_CASE("A03: a byte-order mark is passed over", "[io][example]")
{
    CHECK(read_json(Table::pins, "\xef\xbb\xbf" + pin(R"("by": "a")")).text() == "");
    CHECK(read_json(Table::pins, "\xef\xbb\xbf[1").text() ==
          "E_SCHEMA pins[0]: a number where an object is due\n"
          "E_PARSE pins line 1, column 4: the JSON text ends too early\n");
}

TEST_CASE("A04: UTF-16 is named", "[io][example]")
{
    for (const std::string_view text : {"\xff\xfe[\0]\0"sv, "\xfe\xff\0[\0]"sv, "[\0]\0"sv, "\0[\0]"sv}) {
        const Reading reading = read_json(Table::pins, text);
        REQUIRE(reading.faults.size() == 1);
        CHECK(reading.faults[0].code == FaultCode::e_encoding);
        CHECK(reading.faults[0].rule == "looks like UTF-16: save as UTF-8");
    }
}

TEST_CASE("A05 to A08: JSON that is not UTF-8 is E_ENCODING at the byte", "[io][example]")
{
    for (const std::string_view bytes : {"\x92"sv, "\xe9"sv, "\xc0\xaf"sv, "\xe0\x80\x80"sv, "\xed\xa0\x80"sv,
                                         "\xf4\x90\x80\x80"sv, "\xe2\x82"sv}) {
        const Reading reading = read_json(Table::pins, pin("\"by\": \"a" + std::string(bytes) + "\""));
        REQUIRE(reading.faults.size() == 1);
        CHECK(to_text(reading.faults[0]) == "E_ENCODING pins[0].by line 1, column 53: not UTF-8");
    }
    CHECK(code_of("[]\xff") == FaultCode::e_encoding);
    CHECK(code_of("[] \xe2\x82") == FaultCode::e_encoding);
}
