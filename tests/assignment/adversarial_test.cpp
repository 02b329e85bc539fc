// Problems made so that searches, or bids, see the same edges again and again. What counts is how often the
// engine asks whether to go on, which it does every so many edges: a measure of work that is the same on
// every machine.

#include "catch2.hpp"
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace befriend;

namespace {

constexpr std::uint32_t size = 6'000;
constexpr std::uint32_t degree = 16;

using Weight = std::function<std::int64_t(std::int64_t row, std::int64_t column)>;
using Columns = std::function<std::set<std::uint32_t>(std::uint32_t row)>;

// How often a problem of `size` rows and columns makes the engine ask: most pairs, then the best total.
std::size_t questions(const Columns& columns_of, const Weight& weight_of)
{
    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
    for (std::uint32_t row = 0; row < size; ++row) {
        for (const std::uint32_t to : columns_of(row)) {
            column.push_back(to);
            weight.push_back(weight_of(row, to));
        }
        row_begin.push_back(column.size());
    }
    const std::vector<std::int32_t> capacity(size, 1);
    Problem problem{row_begin, column, capacity, {}, {}, {}};
    problem.tiers = {{1, {}, {}, {}}, {0, {}, {}, weight}};
    std::size_t asked = 0;
    const Solution solution = solve(problem, [&](std::size_t, std::size_t) {
        ++asked;
        return true;
    });
    REQUIRE(solution.status == SolveStatus::optimal);
    return asked;
}

std::set<std::uint32_t> band(std::uint32_t row)
{
    std::set<std::uint32_t> columns;
    for (std::uint32_t to = row - std::min(row, degree / 2); to < std::min(size, row + degree / 2); ++to)
        columns.insert(to);
    return columns;
}

std::set<std::uint32_t> from_diagonal(std::uint32_t row)
{
    std::set<std::uint32_t> columns;
    for (std::uint32_t to = row; to < std::min(size, row + degree); ++to)
        columns.insert(to);
    return columns;
}

// A layer of columns of its own, and the next.
std::set<std::uint32_t> layers(std::uint32_t row)
{
    std::set<std::uint32_t> columns;
    const std::uint32_t width = degree / 2;
    for (std::uint32_t to = row / width * width; to < std::min(size, row / width * width + 2 * width); ++to)
        columns.insert(to);
    return columns;
}

}  // namespace

TEST_CASE("solve: no family takes more than forty times the looks of a random problem of its size",
          "[assignment][regression]")
{
    std::mt19937_64 random(5);
    const auto below = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most));
    };
    const auto anywhere = [&](std::uint32_t row) {
        std::set<std::uint32_t> columns = {row};
        while (columns.size() < degree)
            columns.insert(static_cast<std::uint32_t>(below(size)));
        return columns;
    };
    const std::size_t usual = questions(anywhere, [&](auto, auto) { return below(1'000'000); });

    struct Family {
        std::string name;
        Columns columns;
        Weight weight;
    };
    const std::vector<Family> families{
        {"a band of products", band, [](auto row, auto column) { return row * column; }},
        {"a band of products, the least", band, [](auto row, auto column) { return -row * column; }},
        {"a band of three weights", band, [&](auto, auto) { return below(3); }},
        {"a band of squares", band, [](auto, auto column) { return -(column * column % 1'000'003); }},
        {"from the diagonal on", from_diagonal, [&](auto, auto) { return below(1'000); }},
        {"layers that want the next", layers,
         [&](auto row, auto column) { return below(2) - (column < row / 8 * 8 + 8 ? 3 : 1); }},
        {"products anywhere", anywhere, [](auto row, auto column) { return row * column; }},
        {"powers of two", anywhere, [&](auto, auto) { return std::int64_t{1} << below(31); }},
        {"all alike", anywhere, [](auto, auto) { return 1; }},
    };
    for (const Family& family : families) {
        CAPTURE(family.name, usual);
        CHECK(questions(family.columns, family.weight) <= 40 * usual);
    }
}
