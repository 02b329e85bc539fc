// What the README shows of the code and of the tables is what the code and the tables are.

#include "catch2.hpp"
#include "docs/page.hpp"
#include <befriend/io/columns.hpp>

#include <algorithm>
#include <string>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("README: its C++ is the example, to the byte, in under 25 lines", "[docs]")
{
    const std::string path = "examples/cpp/match_a_round.cpp";
    const std::string example = page(path);
    REQUIRE(example.size() > 500);
    CHECK(std::count(example.begin(), example.end(), '\n') < 25);
    CHECK_THAT(page("README.md"), ContainsSubstring("<!-- " + path + " -->\n```cpp\n" + example + "```\n"));
}

TEST_CASE("README: every column that must be there is named", "[docs]")
{
    const std::string readme = page("README.md");
    for (const Table table : {Table::children, Table::volunteers}) {
        for (const Column& column : columns_of(table)) {
            CAPTURE(column.name);
            if (column.presence != Presence::optional)
                CHECK_THAT(readme, ContainsSubstring(code(column.name)));
        }
    }
}
