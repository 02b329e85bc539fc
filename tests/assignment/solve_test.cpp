#include "assignment/lexicographic.hpp"
#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include "oracles/changes.hpp"
#include "oracles/how_many.hpp"
#include "oracles/instance.hpp"
#include "oracles/min_cost_flow.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr Limits as_large{.hungarian = false};

// Two rows want column 0; only row 0 can have column 1 instead.
struct Small {
    std::array<std::uint64_t, 3> row_begin{0, 2, 3};
    std::array<std::uint32_t, 3> column{0, 1, 0};
    std::array<std::int32_t, 2> capacity{1, 1};
    std::array<std::int64_t, 3> points{900, 100, 300};

    [[nodiscard]] Problem problem(std::vector<Tier> tiers) const
    {
        Problem problem;
        problem.row_begin = row_begin;
        problem.column = column;
        problem.capacity = capacity;
        problem.tiers = std::move(tiers);
        return problem;
    }
};

}  // namespace

TEST_CASE("solve: most rows first, then the best total", "[assignment][example]")
{
    const Small small;
    const Solution solution = solve(small.problem({{1, {}, {}, {}}, {0, {}, {}, small.points}}));

    REQUIRE(solution.status == SolveStatus::optimal);
    CHECK(solution.column_of_row == std::vector<std::uint32_t>{1, 0});
    CHECK(solution.value[0] == 2);
    CHECK(solution.value[1] == 400);
    CHECK(solution.bound == solution.value);
}

TEST_CASE("solve: the best total alone leaves a row unassigned", "[assignment][example]")
{
    const Small small;
    const Solution solution = solve(small.problem({{0, {}, {}, small.points}}));

    REQUIRE(solution.status == SolveStatus::optimal);
    CHECK(solution.column_of_row == std::vector<std::uint32_t>{0, Solution::unassigned});
    CHECK(solution.value[0] == 900);
}

TEST_CASE("solve: equals brute force in every tier and every pair", "[assignment][oracle]")
{
    const auto family = GENERATE(range(0u, families));
    CAPTURE(family_name[family]);
    for (std::uint64_t seed = 0; seed < how_many(10'000); ++seed) {
        CAPTURE(seed);
        const Instance instance = random_instance(family, seed, seed % 10 == 0 ? 7 : 5);
        const Arrays arrays(instance);
        const BestAssignment best = brute_force(arrays.problem);
        // As it is, and as problems too large for the Hungarian method are solved.
        for (const Solution& solution :
             {solve(arrays.problem), solve_lexicographically(arrays.problem, {}, as_large)}) {
            REQUIRE(solution.status == SolveStatus::optimal);
            REQUIRE(first_violation(arrays.problem, solution) == std::nullopt);
            REQUIRE(solution.value == best.value);
            REQUIRE(solution.column_of_row == best.column_of_row);
        }
    }
}

TEST_CASE("solve: equals a minimum-cost flow", "[assignment][oracle]")
{
    const auto family = GENERATE(0u, 1u, 2u, 3u, 4u, 5u, 8u, 9u);
    CAPTURE(family_name[family]);
    const Instance::Objective most{1, 0, 0, 0};
    const Instance::Objective waiting{0, 1, 0, 0};
    const Instance::Objective best{0, 0, 0, 1};
    const std::array<Objectives, 8> orders{{{most},
                                            {best},
                                            {most, best},
                                            {best, most},
                                            {waiting, best},
                                            {best, waiting},
                                            {most, waiting},
                                            {{0, 1, 0, 1}}}};
    for (std::uint64_t seed = 0; seed < how_many(80); ++seed) {
        CAPTURE(seed);
        Instance instance = random_instance(family, seed, 40);
        instance.objectives = orders[seed % orders.size()];
        const Arrays arrays(instance);

        std::vector<std::int64_t> value = answer_of(instance).value;
        value.pop_back();  // ties
        REQUIRE(value == values_by_flow(arrays.problem, 100'000));
    }
}

TEST_CASE("solve: stopped at any moment, it gives a bound and no pairs", "[assignment][property]")
{
    Instance instance;
    instance.objectives = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}};
    for (std::uint32_t row = 0; row < 1'200; ++row)
        instance.add_row(row % 4, row);
    for (std::uint32_t column = 0; column < 250; ++column)
        instance.add_column(0, 1 + (column % 2), column);
    for (std::uint32_t row = 0; row < 1'200; ++row)
        for (std::uint32_t column = row % 3; column < 250; ++column)
            instance.pairs.push_back(
                {row, column, static_cast<std::int64_t>(tie_weight(row, column) % 1000)});
    const Arrays arrays(instance);
    std::size_t asked = 0;
    const Solution best = solve(arrays.problem, [&](std::size_t done, std::size_t total) {
        ++asked;
        CHECK(done <= total);
        return true;
    });
    REQUIRE(best.status == SolveStatus::optimal);
    REQUIRE(asked > 20);
    for (std::size_t stop_at = 1; stop_at <= asked; stop_at += 1 + asked / 50) {
        CAPTURE(stop_at, asked);
        std::size_t so_far = 0;
        const Solution stopped =
            solve(arrays.problem, [&](std::size_t, std::size_t) { return ++so_far < stop_at; });
        CHECK(stopped.status == SolveStatus::stopped);
        CHECK(so_far == stop_at);
        CHECK(stopped.column_of_row.empty());
        CHECK(stopped.value.empty());
        CHECK(stopped.duals.empty());
        REQUIRE(stopped.bound.size() == best.value.size());
        CHECK(stopped.bound >= best.value);
    }
}

TEST_CASE("solve: a bound without a single price is still valid", "[assignment][property]")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const Instance instance = random_instance(static_cast<unsigned>(seed % families), seed, 8);
        CAPTURE(seed);
        const Arrays arrays(instance);
        const Solution stopped = solve(arrays.problem, [](std::size_t, std::size_t) { return false; });
        REQUIRE(stopped.status == SolveStatus::stopped);
        REQUIRE(stopped.bound >= answer_of(instance).value);
    }
}

TEST_CASE("tie_weight: fixed numbers of 40 bits", "[assignment][regression]")
{
    CHECK(tie_weight(0, 0) == 896145188295);
    CHECK(tie_weight(1, 2) == 34066580097);
    CHECK(tie_weight(2, 1) == 1079459406626);
    CHECK(tie_weight(0x0123456789abcdef, 0xfedcba9876543210) == 781643284148);
    for (std::uint64_t key = 0; key < 1000; ++key)
        CHECK(tie_weight(key, ~key) < std::uint64_t{1} << 40);
}

TEST_CASE("solve: a fixed problem has a fixed answer", "[assignment][regression]")
{
    // 8 equal rows for 3 columns of capacity 2: default keys alone decide.
    std::vector<std::uint64_t> row_begin;
    for (std::uint64_t row = 0; row <= 8; ++row)
        row_begin.push_back(3 * row);
    std::vector<std::uint32_t> column;
    for (int row = 0; row < 8; ++row)
        column.insert(column.end(), {0, 1, 2});
    const std::vector<std::int32_t> capacity{2, 2, 2};
    Problem problem;
    problem.row_begin = row_begin;
    problem.column = column;
    problem.capacity = capacity;
    problem.tiers = {{1, {}, {}, {}}};

    const Solution solution = solve(problem);
    REQUIRE(solution.status == SolveStatus::optimal);
    constexpr std::uint32_t none = Solution::unassigned;
    CHECK(solution.column_of_row == std::vector<std::uint32_t>{none, 1, none, 2, 1, 2, 0, 0});
    CHECK(solution.value == std::vector<std::int64_t>{6, 5037608193471});
}
