// The tables of docs/data-dictionary.md and docs/policy.md are what the code says.

#include "io/documents.hpp"

#include "catch2.hpp"
#include <befriend/model/invalid_input.hpp>

#include <fstream>
#include <iterator>
#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

std::string read(const std::string& path)
{
    std::ifstream stream(std::string(BEFRIEND_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("data dictionary: its tables are the columns that befriend reads", "[io][example]")
{
    const std::string document = read("docs/data-dictionary.md");
    for (const Table table :
         {Table::children, Table::volunteers, Table::coordinators, Table::existing, Table::pins}) {
        CAPTURE(to_text(table));
        const std::string expected = columns_table(table);
        REQUIRE(expected.size() > 500);
        CHECK_THAT(document, ContainsSubstring(expected));
    }
    CHECK(columns_table(Table::blocks) == columns_table(Table::pins));
}

TEST_CASE("policy page: its tables are the keys that befriend reads", "[io][example]")
{
    const std::string expected = keys_tables();
    REQUIRE(expected.size() > 2000);
    CHECK_THAT(read("docs/policy.md"), ContainsSubstring(expected));
}
