// The header and the rows of a table: the rows B02 to B18 of the catalogue that concern them.

#include "catch2.hpp"
#include "io/reading.hpp"
#include <befriend/io/write_table.hpp>

#include <algorithm>
#include <new>
#include <string>
#include <thread>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// A row of a long table of blocks, here and there with something wrong.
void add_block(TableReader& reader, std::size_t row)
{
    if (row % 91 == 0) return reader.refuse_row(FaultCode::e_schema, "null where a record is due");
    const std::string child = (row % 37 == 0 ? "C " : "C-") + std::to_string(row);
    const std::string volunteer = row % 41 == 0 ? "" : "V-" + std::to_string(row);
    reader.add_row(std::vector<std::string_view>{child, volunteer, row % 83 == 0 ? " blank" : "x"});
}

const std::vector<std::string_view> block_columns{"child_id", "volunteer_id", "reason"};

}  // namespace

TEST_CASE("B02, B03: a row of another length is refused, and later rows keep their numbers", "[io][example]")
{
    Tables tables;
    std::vector<Fault> faults;
    const std::vector<std::string_view> columns{"child_id", "volunteer_id", "reason"};
    TableReader reader(Table::blocks, columns, {}, tables, faults);
    reader.add_row(std::vector<std::string_view>{"C-1", "V-1"});
    reader.add_row(std::vector<std::string_view>{"C-2", "V-2", "x", "y"});
    reader.add_row(std::vector<std::string_view>{"C-3", "V 3", "x"});
    REQUIRE(faults.size() == 3);
    CHECK(to_text(faults[0]) == "E_SCHEMA blocks[0]: 2 cells in a table of 3 columns");
    CHECK(to_text(faults[1]) == "E_SCHEMA blocks[1]: 4 cells in a table of 3 columns");
    CHECK(faults[2].record == 2);
    REQUIRE(tables.blocks.size() == 3);
    CHECK(tables.blocks[0].child.empty());
    CHECK(tables.blocks[2].child.text() == "C-3");
}

TEST_CASE("table reader: a door with types hands over lists, flaws and what was told", "[io][example]")
{
    Tables tables;
    std::vector<Fault> faults;
    const std::vector<std::string_view> columns{"child_id", "referred_on", "age_years", "slots",
                                                "contact_modes"};
    TableReader reader(Table::children, columns, {}, tables, faults);
    const std::vector<std::string_view> slots{"sat_morning", "sun_afternoon"};
    const std::vector<std::string_view> two_in_one{"in_person;online"};
    using Row = std::vector<TableCell>;
    reader.add_row(Row{"C-1", "2025-01-31", "9", CellItems{slots}, CellItems{}});
    reader.add_row(Row{"C-2", CellTold{}, "9", "", CellItems{two_in_one}});
    reader.refuse_row(FaultCode::e_schema, "null where a record is due");
    reader.add_row(Row{"C-4", "2025-01-31", CellFlaw{FaultCode::e_number, "not a whole number"}, "", ""});
    std::string text;
    for (const Fault& fault : faults)
        text += to_text(fault) + "\n";
    CHECK(text ==
          "E_SCHEMA children[0].contact_modes: an empty list: leave the field out instead\n"
          "E_SCHEMA children[1].contact_modes: an item of the list is empty or holds a semicolon\n"
          "E_SCHEMA children[2]: null where a record is due\n"
          "E_NUMBER children[3].age_years: not a whole number\n");
    REQUIRE(tables.children.size() == 4);
    CHECK(tables.children[0].slots.value() ==
          read_child({{"slots", "sat_morning;sun_afternoon"}}).tables.children.at(0).slots.value());
}

TEST_CASE("table reader: many rows are read alike on any number of threads", "[io][property]")
{
    constexpr std::size_t rows = 1'000;
    Reading one_by_one;
    TableReader reader(Table::blocks, block_columns, {}, one_by_one.tables, one_by_one.faults);
    for (std::size_t row = 0; row < rows + 6; ++row)
        add_block(reader, row % rows);
    REQUIRE(one_by_one.faults.size() > 50);

    for (const std::size_t threads : {0u, 1u, 2u, 3u, 7u}) {
        CAPTURE(threads);
        Reading at_once;
        TableReader many(Table::blocks, block_columns, {}, at_once.tables, at_once.faults);
        for (std::size_t row = 0; row < 5; ++row)
            add_block(many, row);
        const auto add = [](TableReader& part, std::size_t first, std::size_t end) {
            for (std::size_t row = first; row < end; ++row)
                add_block(part, row + 5);
        };
        many.add_rows(rows - 5, add, threads);
        many.add_rows(0, add, threads);
        for (std::size_t row = 0; row < 6; ++row)
            add_block(many, row);
        CHECK(at_once.text() == one_by_one.text());
        CHECK(write_json_table(Table::blocks, at_once.tables) ==
              write_json_table(Table::blocks, one_by_one.tables));
    }
}

TEST_CASE("table reader: many rows are read on as many threads as are asked for", "[io][example]")
{
    const auto threads_of = [](std::size_t rows, std::size_t threads) {
        Reading reading;
        TableReader reader(Table::blocks, block_columns, {}, reading.tables, reading.faults);
        std::vector<std::thread::id> thread_of_row(rows);
        reader.add_rows(
            rows,
            [&](TableReader& part, std::size_t first, std::size_t end) {
                for (std::size_t row = first; row < end; ++row) {
                    add_block(part, row);
                    thread_of_row[row] = std::this_thread::get_id();
                }
            },
            threads);
        std::sort(thread_of_row.begin(), thread_of_row.end());
        return std::unique(thread_of_row.begin(), thread_of_row.end()) - thread_of_row.begin();
    };
    CHECK(threads_of(400, 1) == 1);
    CHECK(threads_of(400, 2) == 2);
    CHECK(threads_of(400, 4) == 4);
    CHECK(threads_of(20, 4) == 1);  // not worth a thread
}

TEST_CASE("table reader: what stops one of the threads stops the reading", "[io][example]")
{
    Reading reading;
    TableReader reader(Table::blocks, block_columns, {}, reading.tables, reading.faults);
    const auto add = [](TableReader& part, std::size_t first, std::size_t end) {
        for (std::size_t row = first; row < end; ++row) {
            if (row == 700) throw std::bad_alloc();
            add_block(part, row);
        }
    };
    CHECK_THROWS_AS(reader.add_rows(1'000, add, 2), std::bad_alloc);
}

TEST_CASE("B14: a required column that is missing is named once", "[io][example]")
{
    const Reading header = read_header(Table::volunteers, {"gender", "volunteer_id"});
    CHECK(header.text() ==
          "E_SCHEMA volunteers.state: the column is missing\n"
          "E_SCHEMA volunteers.age_years: the column is missing, and birth_month too: one is needed\n");
    const Reading row = read_row(Table::volunteers, {{"gender", "male"}, {"volunteer_id", "V-1"}});
    CHECK(row.faults.size() == 2);
    CHECK(read_header(Table::children, {"child_id", "referred_on", "birth_month"}).text() == "");
}

TEST_CASE("B15: a column that comes twice is named with both places", "[io][example]")
{
    CHECK(read_header(Table::pins, {"child_id", "volunteer_id", "reason", "child_id"}).text() ==
          "E_DUPLICATE pins.child_id: columns 1 and 4 are the same\n");
    CHECK(read_header(Table::children, {"child_id", "referred_on", "age_years", "sex", "gender"}).text() ==
          "E_DUPLICATE children.gender: columns 4 and 5 are the same\n");
    CHECK(read_child({{"sex", "female"}}).tables.children[0].gender.value() == "female");
}

TEST_CASE("B16: an unknown column is refused unless it is ignored, and then never looked at", "[io][example]")
{
    CHECK(read_header(Table::pins, {"child_id", "volunteer_id", "colour"}).text() ==
          "E_SCHEMA pins.colour: column 3: unknown\n");
    const ReadOptions options{.ignore_columns = {"colour", "until"}};
    const Reading reading = read_row(
        Table::pins,
        {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"colour", "\xff\xff"}, {"until", "never"}}, options);
    CHECK(reading.text() == "");
    CHECK(!reading.tables.pins.at(0).until);
}

TEST_CASE("B17: a name that differs by case, blanks or a letter brings the right one", "[io][example]")
{
    const auto rule = [](std::string_view name) {
        const Reading reading = read_header(Table::pins, {"child_id", "volunteer_id", name});
        return reading.faults.empty() ? std::string("none") : reading.faults[0].rule;
    };
    CHECK(rule(" Volunteer_ID") == "column 3: unknown: did you mean volunteer_id?");
    CHECK(rule("Volunteer ID") == "column 3: unknown: did you mean volunteer_id?");
    CHECK(rule("volunter_id") == "column 3: unknown: did you mean volunteer_id?");
    CHECK(rule("Until") == "column 3: unknown: did you mean until?");
    CHECK(rule("reasons") == "column 3: unknown: did you mean reason?");
    CHECK(rule("postcode") == "column 3: unknown");
    CHECK(rule("") == "column 3: unknown");
}

TEST_CASE("B18: columns are bound by name, in any order", "[io][example]")
{
    const Reading a = read_row(Table::pins, {{"child_id", "C-1"}, {"volunteer_id", "V-1"}, {"by", "panel"}});
    const Reading b = read_row(Table::pins, {{"by", "panel"}, {"volunteer_id", "V-1"}, {"child_id", "C-1"}});
    CHECK(a.text() == "");
    CHECK(b.text() == "");
    CHECK(cells_of(a.tables.pins.at(0)) == cells_of(b.tables.pins.at(0)));
}

TEST_CASE("B19: a first row without any column's name may hold people, so none of it is repeated",
          "[io][example]")
{
    CHECK(read_header(Table::children, {"Kelly", "2011-04-17", "football"}).text() ==
          "E_SCHEMA children: no header: no name of a column of this table is in it\n");
    CHECK(read_header(Table::children, {}).text() ==
          "E_SCHEMA children: no header: no name of a column of this table is in it\n");
}

TEST_CASE("TableReader: a name that cannot be printed is shown escaped", "[io][example]")
{
    CHECK(read_header(Table::pins, {"child_id", "volunteer_id", "a\nb\x1b[31m"}).text() ==
          "E_SCHEMA pins.a\\x0ab\\x1b[31m: column 3: unknown\n");
    CHECK(read_header(Table::pins, {"child_id", "volunteer_id", "a\xff"}).text() ==
          "E_ENCODING pins.a\\xff: column 3: its name is not UTF-8\n");
    const std::string long_name(100'000, 'x');
    CHECK(read_header(Table::pins, {"child_id", "volunteer_id", long_name}).faults.at(0).field.size() <= 64);
}
