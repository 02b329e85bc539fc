#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <vector>

using namespace befriend;

namespace {

// Three rows, two columns, four edges, and room to spoil any of it.
struct Spoilt {
    std::vector<std::uint64_t> row_begin{0, 2, 3, 4};
    std::vector<std::uint32_t> column{0, 1, 1, 0};
    std::vector<std::int32_t> capacity{1, 2};
    std::vector<std::int64_t> of_row{1, 2, 3};
    std::vector<std::int64_t> of_column{4, 5};
    std::vector<std::int64_t> of_edge{6, 7, 8, 9};
    std::vector<std::uint64_t> row_key{1, 2, 3};
    std::vector<std::uint64_t> column_key{4, 5};
    std::int64_t each = 1;
    std::size_t more_tiers = 0;

    [[nodiscard]] Problem problem() const
    {
        Problem problem;
        problem.row_begin = row_begin;
        problem.column = column;
        problem.capacity = capacity;
        problem.tiers = {{each, {}, {}, {}}, {0, of_row, of_column, of_edge}};
        problem.tiers.resize(2 + more_tiers);
        problem.row_key = row_key;
        problem.column_key = column_key;
        return problem;
    }
};

void check_fault(const std::function<void(Spoilt&)>& spoil, ProblemRule rule, std::uint64_t at)
{
    Spoilt spoilt;
    spoil(spoilt);
    const Problem problem = spoilt.problem();
    const auto fault = first_fault(problem);
    REQUIRE(fault);
    CHECK(fault->rule == rule);
    CHECK(fault->at == at);
    const Solution solution = solve(problem);
    CHECK(solution.status == SolveStatus::refused);
    CHECK(solution.column_of_row.empty());
    CHECK(solution.bound.empty());
}

}  // namespace

TEST_CASE("first_fault: finds none in a sound problem", "[assignment][example]")
{
    CHECK(first_fault(Spoilt{}.problem()) == std::nullopt);
    CHECK(first_fault(Problem{}) == std::nullopt);
    Spoilt at_most;
    at_most.more_tiers = Problem::most_tiers - 2;
    CHECK(first_fault(at_most.problem()) == std::nullopt);
}

TEST_CASE("first_fault: names each rule and the position", "[assignment][example]")
{
    check_fault([](Spoilt& s) { s.row_begin[0] = 1; }, ProblemRule::offsets_ascend, 0);
    check_fault([](Spoilt& s) { s.row_begin[2] = 1; }, ProblemRule::offsets_ascend, 2);
    check_fault([](Spoilt& s) { s.row_begin[3] = 5; }, ProblemRule::offsets_ascend, 3);
    check_fault([](Spoilt& s) { s.row_begin.clear(); }, ProblemRule::offsets_ascend, 0);
    check_fault([](Spoilt& s) { s.column[2] = 2; }, ProblemRule::column_exists, 2);
    check_fault([](Spoilt& s) { s.column[1] = 0; }, ProblemRule::columns_ascend, 1);
    check_fault([](Spoilt& s) { s.capacity[1] = -1; }, ProblemRule::capacity_not_negative, 1);
    check_fault([](Spoilt& s) { s.of_row.pop_back(); }, ProblemRule::sizes_agree, 1);
    check_fault([](Spoilt& s) { s.of_column.push_back(0); }, ProblemRule::sizes_agree, 1);
    check_fault([](Spoilt& s) { s.of_edge.pop_back(); }, ProblemRule::sizes_agree, 1);
    check_fault([](Spoilt& s) { s.row_key.pop_back(); }, ProblemRule::sizes_agree, 2);
    check_fault([](Spoilt& s) { s.column_key.pop_back(); }, ProblemRule::sizes_agree, 2);
    check_fault([](Spoilt& s) { s.more_tiers = Problem::most_tiers - 1; }, ProblemRule::few_tiers,
                Problem::most_tiers);
}

TEST_CASE("first_fault: refuses weights that could overflow, and no smaller ones", "[assignment][example]")
{
    // min(3 rows, 3 places) + 2 = 5 times the spread must stay below 2^60.
    const std::int64_t largest = ((std::int64_t{1} << 60) - 1) / 5;
    Spoilt spoilt;
    spoilt.each = largest;
    CHECK(first_fault(spoilt.problem()) == std::nullopt);
    CHECK(solve(spoilt.problem()).status == SolveStatus::optimal);
    spoilt.each = -largest;
    CHECK(first_fault(spoilt.problem()) == std::nullopt);
    CHECK(solve(spoilt.problem()).status == SolveStatus::optimal);
    check_fault([&](Spoilt& s) { s.each = largest + 1; }, ProblemRule::no_overflow, 0);
    check_fault([&](Spoilt& s) { s.each = -largest - 1; }, ProblemRule::no_overflow, 0);
    check_fault([&](Spoilt& s) { s.of_row[0] = std::numeric_limits<std::int64_t>::max(); },
                ProblemRule::no_overflow, 1);
    check_fault([&](Spoilt& s) { s.of_edge[3] = std::numeric_limits<std::int64_t>::min(); },
                ProblemRule::no_overflow, 1);
}

TEST_CASE("first_fault: weights as large as it allows are solved exactly, one more is refused",
          "[assignment][property]")
{
    for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        test::Instance instance =
            test::random_instance(static_cast<unsigned>(seed % test::families), seed, 6);
        instance.objectives = {{0, 0, 0, 1}, {1, 0, 0, 0}};
        if (seed % 2 == 0) std::swap(instance.objectives[0], instance.objectives[1]);
        if (instance.pairs.empty()) continue;
        std::int64_t places = 0;
        for (const std::int32_t capacity : instance.capacity)
            places += capacity;
        const auto most_pairs = std::min(places, static_cast<std::int64_t>(instance.rows()));
        // From -below to above, and near those two, so that sums differ by little.
        const std::int64_t spread = ((std::int64_t{1} << 60) - 1) / (most_pairs + 2);
        const std::int64_t below = spread / 4 * static_cast<std::int64_t>(random() % 5);
        for (auto& pair : instance.pairs) {
            const auto off = static_cast<std::int64_t>(random() % 3);
            pair.weight = random() % 2 == 0 ? off - below : spread - below - off;
        }
        instance.pairs.front().weight = spread - below;
        instance.pairs.push_back({0, instance.add_column(0, 0, random()), -below});  // holds nobody
        {
            const test::Arrays arrays(instance);
            REQUIRE(first_fault(arrays.problem) == std::nullopt);
            const Solution solution = solve(arrays.problem);
            const test::BestAssignment best = test::brute_force(arrays.problem);
            REQUIRE(solution.status == SolveStatus::optimal);
            REQUIRE(solution.value == best.value);
            REQUIRE(solution.column_of_row == best.column_of_row);
        }
        instance.pairs.front().weight += 1;
        const test::Arrays arrays(instance);
        REQUIRE(first_fault(arrays.problem));
        REQUIRE(first_fault(arrays.problem)->rule == ProblemRule::no_overflow);
        REQUIRE(solve(arrays.problem).status == SolveStatus::refused);
    }
}

TEST_CASE("first_fault: parts outside the range of their sum are no fault", "[assignment][example]")
{
    Spoilt spoilt;
    spoilt.of_row.assign(3, std::numeric_limits<std::int64_t>::max());
    spoilt.of_column.assign(2, -std::numeric_limits<std::int64_t>::max());
    CHECK(first_fault(spoilt.problem()) == std::nullopt);
    CHECK(solve(spoilt.problem()).status == SolveStatus::optimal);
}

TEST_CASE("first_fault: a million rows leave room for ties", "[assignment][example]")
{
    std::vector<std::uint64_t> row_begin(1'048'575);
    for (std::size_t row = 0; row < row_begin.size(); ++row)
        row_begin[row] = row;
    std::vector<std::uint32_t> column(row_begin.size() - 1);
    std::vector<std::int32_t> capacity{std::numeric_limits<std::int32_t>::max()};
    Problem problem;
    problem.column = column;
    problem.capacity = capacity;
    problem.row_begin = row_begin;  // one row too many
    const auto fault = first_fault(problem);
    REQUIRE(fault);
    CHECK(fault->rule == ProblemRule::no_overflow);
    CHECK(fault->at == 0);
    problem.row_begin = std::span(row_begin).first(row_begin.size() - 1);
    problem.column = std::span<const std::uint32_t>(column).first(column.size() - 1);
    CHECK(first_fault(problem) == std::nullopt);
}
