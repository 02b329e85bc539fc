#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include "oracles/instance.hpp"
#include "oracles/min_cost_flow.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>

using namespace befriend;
using namespace befriend::test;

namespace {

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
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
        CAPTURE(seed);
        const Instance instance = random_instance(family, seed, seed % 10 == 0 ? 7 : 5);
        const Arrays arrays(instance);
        const Solution solution = solve(arrays.problem);
        const BestAssignment best = brute_force(arrays.problem);

        REQUIRE(solution.status == SolveStatus::optimal);
        REQUIRE(first_violation(arrays.problem, solution) == std::nullopt);
        REQUIRE(solution.value == best.value);
        REQUIRE(solution.column_of_row == best.column_of_row);
    }
}

TEST_CASE("solve: equals a minimum-cost flow", "[assignment][oracle]")
{
    const auto family = GENERATE(0u, 1u, 2u, 3u, 4u, 5u, 8u, 9u);
    CAPTURE(family_name[family]);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        Instance instance = random_instance(family, seed, 40);
        instance.objectives = {{1, 0, 0, 0}, {0, 0, 0, 1}};
        if (seed % 2 == 0) instance.objectives = {{0, 1, 0, 1}};
        const Arrays arrays(instance);

        std::vector<std::int64_t> value = answer_of(instance).value;
        value.pop_back();  // ties
        REQUIRE(value == values_by_flow(arrays.problem, 100'000));
    }
}
