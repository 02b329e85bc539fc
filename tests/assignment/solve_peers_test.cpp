// Classes of instances on which other assignment solvers hung, crashed or were wrong; the thread that told is
// beside.

#include "catch2.hpp"
#include "oracles/changes.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <limits>

using namespace befriend;
using namespace befriend::test;

namespace {

Instance sized(std::uint32_t rows, std::uint32_t columns, Objectives objectives)
{
    Instance instance;
    instance.objectives = std::move(objectives);
    for (std::uint32_t row = 0; row < rows; ++row)
        instance.add_row(row % 7, tie_weight(row, 1));
    for (std::uint32_t column = 0; column < columns; ++column)
        instance.add_column(0, 1, tie_weight(column, 2));
    return instance;
}

template <typename Weight>
Instance dense(std::uint32_t rows, std::uint32_t columns, Objectives objectives, Weight weight)
{
    Instance instance = sized(rows, columns, std::move(objectives));
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            instance.pairs.push_back({row, column, weight(std::int64_t{row}, std::int64_t{column})});
    return instance;
}

}  // namespace

TEST_CASE("solve: nothing allowed for some or for all (scipy #7005, #17269)", "[assignment][regression]")
{
    CHECK(answer_of(sized(0, 0, points)).pairs.empty());
    CHECK(answer_of(sized(5, 0, points)).pairs.empty());
    CHECK(answer_of(sized(0, 5, points)).pairs.empty());
    CHECK(answer_of(sized(4, 5, most_then_points)).pairs.empty());
    Instance instance = sized(4, 5, most_then_points);
    instance.pairs = {{0, 0, 1}, {1, 0, 2}, {3, 0, 3}, {3, 4, 1}};  // row 2 and columns 1 to 3 have nothing
    CHECK(without_ties(answer_of(instance).value) == std::vector<std::int64_t>{2, 3});
}

TEST_CASE("solve: every column without places", "[assignment][regression]")
{
    Instance instance = dense(3, 3, most_then_points, [](auto row, auto column) { return row * column; });
    for (auto& capacity : instance.capacity)
        capacity = 0;
    CHECK(answer_of(instance).pairs.empty());
}

TEST_CASE("solve: a pair that is left out never comes back (py-lapsolver #10, gatagat/lap #19)",
          "[assignment][regression]")
{
    // Every weight is as bad as the limits allow; only the left-out pairs would be better.
    const std::int64_t bad = -(std::int64_t{1} << 54);
    Instance instance = dense(6, 6, most_then_points, [&](auto, auto) { return bad; });
    std::erase_if(instance.pairs, [](const auto& pair) { return pair.row == pair.column; });
    const auto columns = columns_of_rows(instance);
    for (std::uint32_t row = 0; row < 6; ++row) {
        CHECK(columns[row] != row);
        CHECK(columns[row] != Solution::unassigned);
    }
}

TEST_CASE("solve: layered, nearly tight graphs (scipy #26147)", "[assignment][regression]")
{
    // A staircase: with most rows first every row keeps its own column, for the best total all but one go up.
    constexpr std::uint32_t size = 2'000;
    Instance staircase = sized(size, size, most_then_points);
    for (std::uint32_t row = 0; row < size; ++row) {
        staircase.pairs.push_back({row, row, 999});
        if (row + 1 < size) staircase.pairs.push_back({row, row + 1, 1000});
    }
    CHECK(without_ties(answer_of(staircase).value) == std::vector<std::int64_t>{size, 999 * size});
    staircase.objectives = points;
    CHECK(answer_of(staircase).value[0] == 1000 * std::int64_t{size - 1});

    // Layers of three rows and three columns, each joined to its own and the next.
    Instance layers = sized(300, 300, most_then_points);
    for (std::uint32_t row = 0; row < 300; ++row)
        for (std::uint32_t column = row / 3 * 3; column < std::min(row / 3 * 3 + 6, 300u); ++column)
            layers.pairs.push_back({row, column, column / 3 == row / 3 ? 7 : 8});
    CHECK(answer_of(layers).value[0] == 300);
}

TEST_CASE("solve: constant weights, and many rows tied on one column (bmc/munkres #28)",
          "[assignment][regression]")
{
    CHECK(answer_of(dense(150, 100, most_then_points, [](auto, auto) { return 5; })).value[1] == 500);
    CHECK(answer_of(dense(100, 150, points, [](auto, auto) { return 5; })).value[0] == 500);
    Instance star = dense(2'000, 1, most_then_points, [](auto, auto) { return 5; });
    star.capacity[0] = 7;
    CHECK(without_ties(answer_of(star).value) == std::vector<std::int64_t>{7, 35});
}

TEST_CASE("solve: an allowed pair of weight 0 is a pair (scipy #14041, boostorg/graph #436)",
          "[assignment][regression]")
{
    const Instance zeros = dense(40, 40, points, [](auto, auto) { return 0; });
    CHECK(answer_of(zeros).pairs.size() == 40);
    CHECK(answer_of(zeros).value[0] == 0);
}

TEST_CASE("solve: weight and count are different objectives (boostorg/graph #306)",
          "[assignment][regression]")
{
    Instance instance = sized(2, 2, points);
    instance.pairs = {{0, 0, 10}, {0, 1, 1}, {1, 0, 2}};
    CHECK(answer_of(instance).value[0] == 10);
    instance.objectives = most_then_points;
    CHECK(without_ties(answer_of(instance).value) == std::vector<std::int64_t>{2, 3});
}

TEST_CASE("solve: one row and many columns, and the reverse (or-tools #2597, #240)",
          "[assignment][regression]")
{
    const auto weight = [](auto row, auto column) { return (row + column) % 1000; };
    CHECK(answer_of(dense(1, 100'000, most_then_points, weight)).value[1] == 999);
    CHECK(answer_of(dense(100'000, 1, most_then_points, weight)).value[1] == 999);
}

TEST_CASE("solve: large weights are exact (VROOM #50, or-tools #73, algs4 #17)", "[assignment][regression]")
{
    const std::int64_t large = (std::int64_t{1} << 56) + 1;  // not a double
    Instance instance = sized(2, 2, points);
    instance.pairs = {{0, 0, large}, {0, 1, large - 1}, {1, 0, large - 1}, {1, 1, large - 3}};
    CHECK(answer_of(instance).value[0] == 2 * large - 2);
    CHECK(columns_of_rows(instance) == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("solve: equal rows (scipy #26160) and products i * j (Machol and Wien)", "[assignment][regression]")
{
    const Instance equal = dense(60, 40, most_then_points, [](auto, auto column) { return column; });
    CHECK(without_ties(answer_of(equal).value) == std::vector<std::int64_t>{40, 780});

    // The largest sum of products pairs like with like: 0 + 1 + 4 + ... + 119 * 119. The smallest pairs
    // opposites.
    Instance products = dense(120, 120, most_then_points, [](auto row, auto column) { return row * column; });
    CHECK(answer_of(products).value[1] == 568'820);
    products.objectives[1].pair_scale = -1;
    CHECK(answer_of(products).value[1] == -280'840);
}

TEST_CASE("solve: weights that only increase, and weights that double", "[assignment][regression]")
{
    // row * 120 + column: every full assignment has the same total, so that all of them tie.
    const Instance increasing =
        dense(120, 120, most_then_points, [](auto row, auto column) { return row * 120 + column; });
    CHECK(answer_of(increasing).value[1] == 863'940);  // 121 times the sum of 0 to 119

    // 2^(row + column): the largest powers go together, the smallest total is 27 pairs of 2^26.
    const auto power = [](auto row, auto column) { return std::int64_t{1} << (row + column); };
    Instance doubling = dense(27, 27, most_then_points, power);
    CHECK(answer_of(doubling).value[1] == ((std::int64_t{1} << 54) - 1) / 3);
    doubling.objectives[1].pair_scale = -1;
    CHECK(answer_of(doubling).value[1] == -27 * (std::int64_t{1} << 26));
}

TEST_CASE("solve: nothing but ties", "[assignment][regression]")
{
    const auto objectives = Objectives{{1, 0, 0, 0}};
    const Answer ties = answer_of(dense(200, 150, objectives, [](auto, auto) { return 0; }));
    CHECK(ties.value[0] == 150);
    CHECK(ties.pairs.size() == 150);
}

TEST_CASE("solve: a capacity near the limit of its type", "[assignment][regression]")
{
    Instance instance = dense(50, 2, most_then_points, [](auto row, auto column) { return row * column; });
    instance.capacity = {std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};
    CHECK(without_ties(answer_of(instance).value) == std::vector<std::int64_t>{50, 1225});
}

TEST_CASE("solve: the same answer a thousand times (HiGHS #2322, gatagat/lap #5)", "[assignment][regression]")
{
    const Instance instance = random_instance(1, 5, 12);
    const Answer first = answer_of(instance);
    for (int repeat = 0; repeat < 1000; ++repeat)
        REQUIRE(answer_of(instance) == first);
}
