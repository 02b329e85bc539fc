// The three readers of assignment problems on bytes of any kind: they read or refuse, and what they read can
// be solved.

#include "catch2.hpp"
#include "cli/dimacs.hpp"
#include "cli/numbered_names.hpp"
#include "cli/problem_csv.hpp"
#include "cli/problem_json.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <string_view>

using namespace befriend;
using namespace befriend::cli;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view dimacs =
    "c made\np asn 6 5\nn 1\nn 2\na 1 3 5\na 1 4 -2\na 2 3 0\na 2 5 7\na 2 6 7\n";
constexpr std::string_view csv = "row,column,weight\nann,x,5\nann,y,-2\nben,x,0\n\"ben\",z,7\ncat,,\n";
constexpr std::string_view json =
    R"({"schema_version": 1, "weights": [{"row": "ann", "column": "x", "weight": 5},)"
    R"({"row": 2, "column": "y", "weight": -3}], "pins": [{"row": "ann", "column": "x"}],)"
    R"("capacities": [{"column": "x", "capacity": 2}], "rows": ["b", 7], "columns": []})";

NamedProblem read_csv_problem(std::string_view text, ProblemFaults& faults)
{
    ProblemSource source;
    source.files.fill("file");
    ProblemRecords records(source, faults);
    read_problem_csv(ProblemList::weights, text, "file", {}, records, faults);
    return std::move(records).finish();
}

NamedProblem read(std::size_t form, std::string_view text, ProblemFaults& faults)
{
    if (form == 0) return read_dimacs(text, "file", faults);
    return form == 1 ? read_csv_problem(text, faults) : read_problem_json(text, "file", faults);
}

std::string spoilt(std::string_view original, std::mt19937_64& random)
{
    constexpr std::array pieces{""sv,   "\n"sv, "\r"sv, "9"sv,        "-"sv,         " "sv,    "\""sv,  ","sv,
                                "\0"sv, "{"sv,  "]"sv,  "\xC2\x85"sv, "a 1 3 5\n"sv, "null"sv, "\xFF"sv};
    std::string text(original);
    for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
        const std::size_t at = random() % (text.size() + 1);
        const std::size_t length = std::min<std::size_t>(random() % 4, text.size() - at);
        text.replace(at, length, pieces[random() % pieces.size()]);
    }
    return text;
}

void check_that_it_can_be_solved(const NamedProblem& problem)
{
    const auto answer = assign(
        {problem.pairs, problem.capacity, problem.pin, keys_of(problem.rows, 0), keys_of(problem.columns, 0)},
        {});
    REQUIRE(answer.status == AssignStatus::optimal);
    REQUIRE(std::is_sorted(problem.rows.begin(), problem.rows.end(), comes_before));
    REQUIRE(std::is_sorted(problem.columns.begin(), problem.columns.end(), comes_before));
}

}  // namespace

TEST_CASE("problem files: any bytes are read or refused, and what is read can be solved", "[cli][property]")
{
    const auto form = GENERATE(range(0u, 3u));
    const std::string_view original = std::array{dimacs, csv, json}[form];
    CAPTURE(form);
    ProblemFaults none;
    check_that_it_can_be_solved(read(form, original, none));
    REQUIRE(none.count() == 0);

    std::mt19937_64 random(form);
    std::size_t refused = 0;
    constexpr std::size_t tries = 4000;
    for (std::size_t i = 0; i < tries; ++i) {
        const std::string text = spoilt(original, random);
        CAPTURE(text);
        ProblemFaults faults;
        const NamedProblem problem = read(form, text, faults);
        REQUIRE(faults.listed().size() == std::min<std::size_t>(faults.count(), 100));
        if (faults.count() > 0) {
            ++refused;
        } else {
            check_that_it_can_be_solved(problem);
        }
    }
    CHECK(refused > tries / 4);
    CHECK(refused < tries);
}

TEST_CASE("problem files: names are in one order, whole numbers by their value first", "[cli][property]")
{
    const std::array<std::string_view, 9> names{"0", "9", "10", "123456789012345678901", "-1", "01",
                                                "Z", "a", "ab"};
    for (std::size_t a = 0; a < names.size(); ++a)
        for (std::size_t b = 0; b < names.size(); ++b)
            CHECK(comes_before(names[a], names[b]) == (a < b));
}

TEST_CASE("problem files: names are numbered as they come, and found again", "[cli][property]")
{
    std::mt19937_64 random(2);
    NumberedNames names;
    std::map<std::string, std::uint32_t> expected;
    CHECK_FALSE(names.find("0"));
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = std::to_string(random() % 5'000);
        const auto [known, is_new] = expected.emplace(name, static_cast<std::uint32_t>(expected.size()));
        REQUIRE(names.find(name).has_value() != is_new);
        REQUIRE(names.number_of(name) == known->second);
        REQUIRE(names.find(name) == known->second);
    }
    std::vector<std::uint32_t> place;
    const std::vector<std::string> sorted = names.sorted(place);
    REQUIRE(sorted.size() == expected.size());
    CHECK(std::is_sorted(sorted.begin(), sorted.end(), comes_before));
    for (const auto& [name, number] : expected)
        REQUIRE(sorted[place[number]] == name);
}

TEST_CASE("problem files: an item's line is found among runs of lines", "[cli][property]")
{
    std::mt19937_64 random(1);
    LinesOfItems lines;
    std::vector<std::size_t> expected;
    for (std::size_t line = 1; expected.size() < 1000; ++line) {
        if (random() % 5 == 0) continue;
        lines.add(line);
        expected.push_back(line);
    }
    for (std::size_t item = 0; item < expected.size(); ++item)
        REQUIRE(lines.line_of(item) == expected[item]);
}

TEST_CASE("problem files: a whole number has one form", "[cli][example]")
{
    CHECK(whole_number_in("-12", -20, 20).value == -12);
    CHECK_FALSE(whole_number_in("-0", 0, 20).flaw);
    CHECK(whole_number_in("21", -20, 20).flaw == FaultCode::e_range);
    CHECK(whole_number_in("9223372036854775808", 0, INT64_MAX).flaw == FaultCode::e_range);
    for (const std::string_view text : {"", "-", "+1", "01", "1 ", "1.0", "1e3", "0x1"})
        CHECK(whole_number_in(text, -20, 20).flaw == FaultCode::e_number);
}
