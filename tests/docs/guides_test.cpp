// What the README and the guides show of the code and of the tables is what the code and the tables are.

#include "catch2.hpp"
#include "docs/page.hpp"
#include <befriend/io/columns.hpp>

#include <algorithm>
#include <string>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("README: it leads to the guide of every door", "[docs]")
{
    const std::string readme = page("README.md");
    for (const std::string_view door : {"c", "cpp", "python", "command-line"})
        CHECK_THAT(readme, ContainsSubstring("(docs/guides/" + std::string(door) + ".md)"));
}

TEST_CASE("guides: the C++ begins with the example, in under 25 lines", "[docs]")
{
    const std::string path = "examples/cpp/match_a_round.cpp";
    const std::string example = page(path);
    REQUIRE(example.size() > 500);
    CHECK(std::count(example.begin(), example.end(), '\n') < 25);
    CHECK_THAT(page("docs/guides/cpp.md"),
               ContainsSubstring("<!-- " + path + " -->\n```cpp\n" + example + "```\n"));
}

TEST_CASE("guides: that of the command line names every column that must be there", "[docs]")
{
    const std::string guide = page("docs/guides/command-line.md");
    for (const Table table : {Table::children, Table::volunteers}) {
        for (const Column& column : columns_of(table)) {
            CAPTURE(column.name);
            if (column.presence != Presence::optional)
                CHECK_THAT(guide, ContainsSubstring(code(column.name)));
        }
    }
}
