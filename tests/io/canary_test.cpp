// Rules P1 and P3 of the privacy rules: no value of a cell is in the text of a fault, whatever is wrong with
// the cell.

#include "catch2.hpp"
#include "io/random_records.hpp"
#include "io/reading.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_table.hpp>

#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::string_view canary = "Qanary";

// Cells that hold the canary and break some rule in nearly every column.
const std::vector<std::string> bad_cells{"Qanary",
                                         " Qanary",
                                         "Qanary\x01",
                                         "Qanary\xff",
                                         "Qanary;Qanary",
                                         "Qanary;;x",
                                         "Qanary:Qanary",
                                         "Qanary:9",
                                         "C-1:Qanary",
                                         "football:Qanary",
                                         "eng:Qanary",
                                         "2024-Qanary",
                                         "1Qanary",
                                         "Qanary-40",
                                         "25-Qanary",
                                         "dog;Qanary",
                                         "trauma_trained:Qanary",
                                         "term_Qanary",
                                         std::string(5000, 'x') + "Qanary",
                                         std::string(70'000, 'x') + "Qanary",
                                         "\u202eQanary",
                                         "Qanary\u00e9"};

void check_no_canary(const Reading& reading)
{
    for (const Fault& fault : reading.faults)
        CHECK(to_text(fault).find(canary) == std::string::npos);
}

std::string escaped(std::string_view cell)
{
    std::string text;
    for (const char letter : cell)
        text += letter == '\x01' ? std::string("\\u0001") : std::string(1, letter);
    return text;
}

}  // namespace

TEST_CASE("canary: no fault repeats a cell, in rows or in JSON", "[io][property]")
{
    for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                              Table::pins, Table::blocks, Table::earlier}) {
        std::size_t faults = 0;
        for (const Column& column : columns_of(table)) {
            CAPTURE(column.name);
            for (const std::string& cell : bad_cells) {
                const Reading row = read_row(table, {{column.name, cell}});
                check_no_canary(row);
                faults += row.faults.size();
                const std::string name = "[{\"" + std::string(column.name) + "\": ";
                check_no_canary(read_json(table, name + "\"" + escaped(cell) + "\"}]"));
                check_no_canary(read_json(table, name + "[\"" + escaped(cell) + "\"]}]"));
                check_no_canary(read_json(table, name + "\"" + escaped(cell) + "}"));
            }
        }
        CHECK(faults > columns_of(table).size());  // the canary was in danger
    }
}

TEST_CASE("canary: a row or record of another shape is not repeated", "[io][property]")
{
    check_no_canary(read_row(Table::children, {{"Qanary", "Qanary"}}));
    check_no_canary(read_header(Table::children, {"Qanary", "Qanary Qanary"}));
    check_no_canary(read_json(Table::children, R"([{"Qanary": "Qanary"}, "Qanary", ["Qanary"], Qanary])"));
    check_no_canary(read_json(Table::children, R"("Qanary")"));
    check_no_canary(read_json(Table::children, R"({"Qanary": {"child_id": "C-1"}, "Qanary": 1})"));
    check_no_canary(read_json(Table::children, R"({"Qanary": "Qanary", "Qanary": )"));

    Reading reading;
    const std::vector<std::string_view> columns{"child_id", "volunteer_id"};
    TableReader reader(Table::pins, columns, {}, reading.tables, reading.faults);
    reader.add_row(std::vector<std::string_view>{canary, canary, canary});
    REQUIRE(reading.faults.size() == 1);
    check_no_canary(reading);
}

TEST_CASE("canary: what is wrong with a policy or a vocabulary is not repeated", "[io][property]")
{
    for (const std::string_view text :
         {"seed = \"Qanary\"", "as_of = \"Qanary\"", "tiers = [\"Qanary\"]", "tiers = \"Qanary\"",
          "seed = Qanary", "version = \"Qanary", "schema_version = \"Qanary\"",
          "[background]\nleast_fluency = \"Qanary\"", "[service]\nsharing = [\"Qanary\"]",
          "approved_by = [\"Qanary\"]", "approved_by = \"Qanary\"\napproved_by = \"Qanary\""}) {
        CAPTURE(text);
        std::vector<Fault> faults;
        (void)read_policy(text, faults);
        REQUIRE(!faults.empty());
        for (const Fault& fault : faults)
            CHECK(to_text(fault).find(canary) == std::string::npos);
    }
}
