// Rows I01 and I02 of the catalogue of bad input, on the writer itself.

#include "cli/csv_out.hpp"

#include "catch2.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace {

using befriend::cli::CsvCell;
using befriend::cli::CsvWriter;

std::string line_of(std::initializer_list<CsvCell> cells, bool raw = false)
{
    CsvWriter csv(raw);
    csv.row(cells);
    return std::move(csv).text().substr(3);
}

}  // namespace

TEST_CASE("csv_out: a file starts with a byte-order mark and ends its lines with CR LF", "[cli][example]")
{
    CsvWriter csv(false);
    csv.row({"a", 1});
    csv.row({"", -2});
    CHECK(std::move(csv).text() ==
          "\xEF\xBB\xBF"
          "a,1\r\n,-2\r\n");
}

TEST_CASE("csv_out: I01 text that looks like a formula gets an apostrophe and quotes", "[cli][example]")
{
    using namespace std::string_view_literals;
    for (const std::string_view cell :
         {"=1+1"sv, "+1"sv, "-1"sv, "@SUM(A1)"sv, "\tx"sv, "\rx"sv, "\nx"sv, "\0x"sv, "＝1"sv, "＋1"sv,
          "－1"sv, "＠x"sv, " =1"sv, "  -1"sv, "'=1"sv, "\u00A0=1"sv, " \tx"sv}) {
        CAPTURE(cell);
        CHECK(line_of({cell}) == "\"'" + std::string(cell) + "\"\r\n");
        const bool quoted_anyway = cell.find_first_of("\r\n") != cell.npos;
        const std::string bare(cell);
        CHECK(line_of({cell}, true) == (quoted_anyway ? "\"" + bare + "\"" : bare) + "\r\n");
    }
    CHECK(line_of({"\"=1"}) == "\"'\"\"=1\"\r\n");
}

TEST_CASE("csv_out: I01 numbers of ours stay bare, and so does harmless text", "[cli][example]")
{
    CHECK(line_of({-5, 0, 7u}) == "-5,0,7\r\n");
    for (const std::string_view cell : {"C-1", "a=b", "1+1", "©", "£5", "", " ", "é"}) {
        CAPTURE(cell);
        CHECK(line_of({cell}) == std::string(cell) + "\r\n");
    }
}

TEST_CASE("csv_out: I02 delimiters, quotes and newlines are quoted", "[cli][example]")
{
    CHECK(line_of({"a,b", "c\"d", "e\nf"}) == "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n");
}
