// The tables of docs/data-dictionary.md and docs/policy.md are what the code says.

#include "io/documents.hpp"

#include "catch2.hpp"
#include "docs/page.hpp"
#include <befriend/model/invalid_input.hpp>

#include <string>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("data dictionary: its tables are the columns that befriend reads", "[io][example]")
{
    const std::string document = page("docs/data-dictionary.md");
    for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                              Table::pins, Table::earlier}) {
        CAPTURE(to_text(table));
        const std::string expected = columns_table(table);
        REQUIRE(expected.size() > 200);
        CHECK_THAT(document, ContainsSubstring(expected));
    }
    CHECK(columns_table(Table::blocks) == columns_table(Table::pins));
}

TEST_CASE("policy page: its tables are the keys that befriend reads", "[io][example]")
{
    const std::string expected = keys_tables();
    REQUIRE(expected.size() > 2000);
    CHECK_THAT(page("docs/policy.md"), ContainsSubstring(expected));
}
