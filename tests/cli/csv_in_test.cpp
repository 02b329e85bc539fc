// A text without quotes is read another way than one with quotes, and the two must agree.

#include "cli/csv_in.hpp"

#include "catch2.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace befriend;
using namespace befriend::cli;

namespace {

struct Read {
    std::vector<std::pair<std::size_t, std::vector<std::string>>> records;  // with their lines
    std::vector<Fault> faults;
};

Read read(std::string_view text)
{
    Read result;
    const TakeRecord take = [&](std::span<const std::string_view> cells, std::size_t line) {
        result.records.emplace_back(line, std::vector<std::string>(cells.begin(), cells.end()));
    };
    read_csv(text, ',', Table::children, take, result.faults);
    return result;
}

std::string random_text(std::mt19937_64& random)
{
    constexpr std::array<std::string_view, 11> pieces{
        "\n", "\r\n", "\r", ",", ",", "a", "\u00e9", " ", "12", "\n", std::string_view("\0", 1)};
    std::string text;
    const std::size_t bare_returns_from = random() % 3 == 0 ? 0 : 3;
    for (std::size_t length = random() % 24; length > 0; --length) {
        const std::size_t piece = random() % pieces.size();
        if (pieces[piece] != "\r" || bare_returns_from == 0) text += pieces[piece];
    }
    return text;
}

}  // namespace

TEST_CASE("read_csv: a record with quotes at the end changes nothing above it", "[cli][property]")
{
    std::mt19937_64 random(7);
    std::size_t read_to_the_end = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = random_text(random) + "last\n";
        CAPTURE(text);
        const Read plain = read(text);
        Read quoted = read(text + "\"q\"\n");
        REQUIRE(quoted.faults == plain.faults);
        const bool is_whole = quoted.records.size() > plain.records.size();
        if (is_whole) {
            REQUIRE(quoted.records.back().second == std::vector<std::string>{"q"});
            quoted.records.pop_back();
            ++read_to_the_end;
        }
        REQUIRE(quoted.records == plain.records);
        REQUIRE(is_whole == (plain.faults.empty() || plain.faults.back().code != FaultCode::e_parse));
    }
    CHECK(read_to_the_end > 5'000);
    CHECK(read_to_the_end < 19'000);
}

TEST_CASE("read_csv: a text that stops within a line is read to its end", "[cli][example]")
{
    const Read cut = read("a,b\r\n1,\u00e9\r\n\r\n2,");
    CHECK(cut.records.size() == 3);
    CHECK(cut.records.back() == std::pair<std::size_t, std::vector<std::string>>{4, {"2", ""}});
    REQUIRE(cut.faults.size() == 1);
    CHECK(cut.faults.front().line == 3U);
    const Read bare = read("a,b\n\u00e9\u00e9,2\r");
    CHECK(bare.records.size() == 1);
    REQUIRE(bare.faults.size() == 1);
    CHECK((bare.faults.front().line == 2U && bare.faults.front().column == 5U));
    CHECK(read("").records.empty());
}
