#include "assignment/lexicographic.hpp"

#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>

#include <random>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::int64_t high = std::int64_t{1} << 60;
constexpr std::int64_t looks = std::int64_t{1} << 20;  // every search from one node

void check_same_answer(const Limits& limits, unsigned family, std::uint64_t seeds)
{
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(family_name[family], seed);
        const Instance instance = random_instance(family, seed, 24);
        const Arrays arrays(instance);
        Limits by_searches{false, false, false, false, false, false, looks, high, false};
        by_searches.hungarian = false;
        const Solution searched = solve_lexicographically(arrays.problem, {}, by_searches);
        REQUIRE(first_violation(arrays.problem, searched) == std::nullopt);

        for (const bool hungarian : {false, true}) {
            Limits either_way = limits;
            either_way.hungarian = hungarian;
            const Solution limited = solve_lexicographically(arrays.problem, {}, either_way);

            REQUIRE(first_violation(arrays.problem, limited) == std::nullopt);
            REQUIRE(limited.column_of_row == searched.column_of_row);
            REQUIRE(limited.value == searched.value);
        }
    }
}

}  // namespace

TEST_CASE("solve_lexicographically: the way does not change the answer", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, true, true, true, true, looks, high}, family, 400);
    check_same_answer({true, true, true, true, true, false, looks, high}, family, 100);
    check_same_answer({false, true, true, true, true, true, looks, high}, family, 100);
    check_same_answer({true, true, true, false, true, true, looks, high}, family, 100);
}

TEST_CASE("solve_lexicographically: an auction that is cut short does not change the answer",
          "[assignment][property]")
{
    const auto highest = GENERATE(std::int64_t{0}, std::int64_t{1}, std::int64_t{50});
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, true, true, true, true, looks, highest}, family, 100);
}

TEST_CASE("solve_lexicographically: searches from all nodes together do not change the answer",
          "[assignment][property]")
{
    const auto at_most = GENERATE(std::int64_t{0}, std::int64_t{1});
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, true, true, false, false, at_most, high}, family, 200);
    check_same_answer({false, false, false, false, false, true, at_most, high}, family, 100);
}

TEST_CASE("solve_lexicographically: nodes numbered by regions do not change the answer",
          "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families));
    Limits by_regions;
    by_regions.many_nodes = 0;
    check_same_answer(by_regions, family, 400);
    by_regions.maximum_matching = false;
    by_regions.looks = 0;
    check_same_answer(by_regions, family, 100);
}

TEST_CASE("StrongParts: a face without the edges between its parts gives the same answer",
          "[assignment][property]")
{
    const auto at_most = GENERATE(std::int64_t{0}, std::int64_t{1});
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, true, true, true, false, at_most, high}, family, 400);
    check_same_answer({false, false, false, false, true, false, at_most, high}, family, 400);
    check_same_answer({true, true, true, true, true, true, at_most, high}, family, 200);
    constexpr std::int64_t low = 50;  // too low for some duals: then the face is solved as it was
    check_same_answer({true, true, true, true, true, false, at_most, low}, family, 200);
}

TEST_CASE("solve_lexicographically: all pairs as a matrix give the same answer as lists of them",
          "[assignment][property]")
{
    const auto seed = GENERATE(range(0u, 30u));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    const std::size_t rows = 40 + random() % 100;
    const std::size_t columns = rows + (seed % 3 == 0 ? 0 : random() % 150);
    const std::int64_t largest = seed % 2 == 0 ? 20 : 1'000'000;  // with many ties, with few
    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::uint32_t c = 0; c < columns; ++c) {
            column.push_back(c);
            weight.push_back(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(2 * largest)) -
                             largest);
        }
        row_begin.push_back(column.size());
    }
    const std::vector<std::int32_t> capacity(columns, seed % 5 == 0 ? 2 : 1);
    Problem problem{row_begin, column, capacity, {}, {}, {}};
    if (seed % 4 != 0) problem.tiers.push_back({1, {}, {}, {}});  // else the best total, of some rows
    problem.tiers.push_back({0, {}, {}, weight});

    const Solution of_matrix =
        solve_lexicographically(problem, {}, {true, true, true, true, true, true, looks, high});
    const Solution of_lists =
        solve_lexicographically(problem, {}, {true, false, false, true, true, true, looks, high});

    REQUIRE(first_violation(problem, of_matrix) == std::nullopt);
    CHECK(of_matrix.column_of_row == of_lists.column_of_row);
    CHECK(of_matrix.value == of_lists.value);
}
