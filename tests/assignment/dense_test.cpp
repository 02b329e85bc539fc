#include "assignment/dense/auction.hpp"
#include "assignment/dense/search.hpp"
#include "assignment/lexicographic.hpp"
#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include <befriend/assignment/certificate.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr Limits by_matrix{};
constexpr Limits by_lists{.matrix = false, .dense = false};

constexpr const char* family_of_matrix[] = {
    "uniform",    "some ties",     "many ties", "all equal", "products",   "distances",
    "equal rows", "equal columns", "blocks",    "wide",      "one column", "negative products",
};
constexpr unsigned families_of_matrices = std::size(family_of_matrix);

// A full matrix of weights.
struct Full {
    Full(unsigned family, std::size_t row_count, std::size_t column_count, std::uint64_t seed)
        : rows(row_count), columns(column_count), random(seed)
    {
        std::vector<std::int64_t> of_row;
        std::vector<std::int64_t> of_column;
        for (std::size_t row = 0; row < rows; ++row)
            of_row.push_back(below(1000));
        for (std::size_t column = 0; column < columns; ++column)
            of_column.push_back(below(1000));
        row_begin.push_back(0);
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                column_of_edge.push_back(static_cast<std::uint32_t>(column));
                weight.push_back(weight_of(family, row, column, of_row[row], of_column[column]));
            }
            row_begin.push_back(column_of_edge.size());
        }
        capacity.assign(columns, 1);
        for (std::size_t row = 0; row < rows; ++row)
            row_key.push_back(random());
        for (std::size_t column = 0; column < columns; ++column)
            column_key.push_back(random());
    }

    std::int64_t below(std::int64_t end)
    {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end));
    }

    std::int64_t weight_of(unsigned family, std::size_t row, std::size_t column, std::int64_t of_row,
                           std::int64_t of_column)
    {
        const auto r = static_cast<std::int64_t>(row);
        const auto c = static_cast<std::int64_t>(column);
        switch (family) {
            case 0:
                return below(2'000'000) - 1'000'000;
            case 1:
                return below(100);
            case 2:
                return below(3);
            case 3:
                return 7;
            case 4:
                return -(r + 1) * (c + 1);
            case 5:
                return -std::abs(of_row - of_column);
            case 6:
                return of_column;
            case 7:
                return of_row;
            case 8:
                return (r % 3 == c % 3 ? 1000 : 0) + below(20);
            case 9:
                return below(std::int64_t{1} << 40);  // more than 32 bits
            case 10:
                return c == 0 ? 1'000'000 : below(5);
            default:
                return (r + 1) * (c + 1) - below(2);
        }
    }

    [[nodiscard]] Problem problem(bool most_pairs_first, bool ties) const
    {
        Problem made{row_begin, column_of_edge, capacity, {}, row_key, column_key, ties};
        if (most_pairs_first) made.tiers.push_back({1, {}, {}, {}});
        made.tiers.push_back({0, {}, {}, weight});
        return made;
    }

    std::size_t rows;
    std::size_t columns;
    std::mt19937_64 random;
    std::vector<std::uint64_t> row_begin;
    std::vector<std::uint32_t> column_of_edge;
    std::vector<std::int32_t> capacity;
    std::vector<std::int64_t> weight;
    std::vector<std::uint64_t> row_key;
    std::vector<std::uint64_t> column_key;
};

}  // namespace

TEST_CASE("solve_dense: full matrices give the answer of lists", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families_of_matrices));
    const auto seed = GENERATE(range(0u, 24u));
    CAPTURE(family_of_matrix[family], seed);
    std::mt19937_64 random(seed);
    const std::size_t few = 1 + random() % (seed % 4 == 0 ? 130 : 60);
    const std::size_t many = few + (seed % 2 == 0 ? 0 : random() % 80);
    const bool is_tall = seed % 3 == 0;
    const Full full(family, is_tall ? many : few, is_tall ? few : many, seed);
    for (const bool most_pairs_first : {true, false}) {
        const Problem problem = full.problem(most_pairs_first, true);

        const Solution of_matrix = solve_lexicographically(problem, {}, by_matrix);
        const Solution of_lists = solve_lexicographically(problem, {}, by_lists);

        REQUIRE(first_violation(problem, of_matrix) == std::nullopt);
        CHECK(of_matrix.value == of_lists.value);
        CHECK(of_matrix.column_of_row == of_lists.column_of_row);
    }
}

TEST_CASE("solve_dense: full matrices give the answer of brute force", "[assignment][oracle]")
{
    const auto family = GENERATE(range(0u, families_of_matrices));
    CAPTURE(family_of_matrix[family]);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const std::size_t rows = 1 + random() % 5;
        const Full full(family, rows, 1 + random() % 6, seed);
        const Problem problem = full.problem(seed % 2 == 0, true);

        const Solution solution = solve_lexicographically(problem, {}, by_matrix);

        REQUIRE(first_violation(problem, solution) == std::nullopt);
        CHECK(solution.value == brute_force(problem).value);
    }
}

TEST_CASE("solve: costs are weights of the opposite sign", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families_of_matrices));
    CAPTURE(family_of_matrix[family]);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        const Full full(family, 1 + seed * 3, 50, seed);
        std::vector<std::int64_t> cost(full.weight);
        for (std::int64_t& of_edge : cost)
            of_edge = -of_edge;
        const Problem by_weight = full.problem(seed % 2 == 0, true);
        Problem by_cost = by_weight;
        by_cost.tiers.back().edge = cost;
        by_cost.tiers.back().costs = true;
        for (const Limits& limits : {by_matrix, by_lists}) {
            const Solution of_weights = solve_lexicographically(by_weight, {}, limits);
            const Solution of_costs = solve_lexicographically(by_cost, {}, limits);

            REQUIRE(first_fault(by_cost) == std::nullopt);
            REQUIRE(first_violation(by_cost, of_costs) == std::nullopt);
            CHECK(of_costs.column_of_row == of_weights.column_of_row);
            CHECK(of_costs.value == of_weights.value);
        }
    }
}

TEST_CASE("solve_dense: prices that would be too high leave the tier to other methods",
          "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families_of_matrices));
    const auto highest = GENERATE(std::int64_t{0}, std::int64_t{1}, std::int64_t{100});
    CAPTURE(family_of_matrix[family], highest);
    const auto rows = GENERATE(as<std::size_t>{}, 60, 70, 80);
    const Full full(family, rows, 70, 5);
    const Problem problem = full.problem(highest != 100, true);

    const Solution limited = solve_lexicographically(problem, {}, {.highest_price = highest});

    REQUIRE(first_violation(problem, limited) == std::nullopt);
    CHECK(limited.column_of_row == solve_lexicographically(problem, {}, by_lists).column_of_row);
}

TEST_CASE("solve_dense: a stopped solve has a bound that holds", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families_of_matrices));
    CAPTURE(family_of_matrix[family]);
    const auto rows = GENERATE(as<std::size_t>{}, 450, 600, 750);
    const Full full(family, rows, 600, 3);
    const Problem problem = full.problem(true, false);
    const Solution best = solve_lexicographically(problem, {}, by_matrix);
    for (int asked_before_stop = 1; asked_before_stop < 12; asked_before_stop += 2) {
        int asked = 0;
        const KeepGoing keep_going = [&](std::size_t, std::size_t) { return asked++ < asked_before_stop; };

        const Solution solution = solve_lexicographically(problem, keep_going, by_matrix);

        if (solution.status == SolveStatus::optimal) continue;
        REQUIRE(solution.bound.size() == 2);
        CHECK(solution.bound >= best.value);
    }
}

TEST_CASE("solve_dense: products that are not square take no more looks than those that are",
          "[assignment][regression]")
{
    const auto looks = [](std::size_t rows, std::size_t columns) {
        constexpr unsigned products = 4;
        const Full full(products, rows, columns, 1);
        const Problem problem = full.problem(true, false);
        std::size_t questions = 0;
        const KeepGoing keep_going = [&](std::size_t, std::size_t) {
            ++questions;
            return true;
        };
        REQUIRE(solve_lexicographically(problem, keep_going, by_matrix).status == SolveStatus::optimal);
        return questions;
    };
    const std::size_t square = looks(650, 650);
    CHECK(looks(500, 650) <= 2 * square);
    CHECK(looks(650, 500) <= 2 * square);
}

TEST_CASE("DenseRows: the two best columns are those of a look at all", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, 9u));
    const auto columns = GENERATE(as<std::size_t>{}, 1, 2, 15, 16, 33, 64, 65, 100, 257);
    CAPTURE(family_of_matrix[family], columns);
    Full full(family, 4, columns, 11);
    const KeepGoing never_asked;
    Watch watch(never_asked, 1);
    const std::int64_t largest = *std::max_element(full.weight.begin(), full.weight.end());
    DenseRows rows(MatrixWeights{full.weight.data(), false, largest}, full.rows, columns, watch);
    for (int turn = 0; turn < 300; ++turn) {
        const auto row = static_cast<std::uint32_t>(full.random() % full.rows);
        std::vector<std::int32_t> totals;
        for (std::uint32_t column = 0; column < columns; ++column)
            totals.push_back(rows.total(row, column));
        std::sort(totals.begin(), totals.end());

        const DenseRows::BestTwo found = rows.best_two(row);

        CHECK(found.best == totals[0]);
        CHECK(rows.total(row, found.column) == totals[0]);
        CHECK(found.second == (columns > 1 ? totals[1] : DenseRows::endless));
        CHECK(rows.best(row) == totals[0]);
        rows.raise(found.column, static_cast<std::int32_t>(full.random() % 50));
    }
}
