// That whoever wants to stop a solve is asked often enough, counted in edges of the problem and not in time:
// in each part of the work there are so many questions, at least, as it goes along all edges.

#include "assignment/bound.hpp"
#include "assignment/certificate.hpp"
#include "assignment/fault.hpp"
#include "assignment/lexicographic.hpp"
#include "assignment/watch.hpp"
#include "catch2.hpp"
#include <befriend/assignment/assign.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

using namespace befriend;

namespace {

constexpr std::size_t edges_between = std::size_t{1} << 18;  // two questions in one pass, at most

// Large enough for several questions a pass, all pairs or one in eight, with capacities if wanted.
struct Large {
    Large(std::uint32_t rows, std::uint32_t columns, std::uint32_t step, std::int32_t places)
        : capacity(columns, places)
    {
        for (std::uint32_t row = 0; row < rows; ++row) {
            for (std::uint32_t at = row % step; at < columns; at += step) {
                column.push_back(at);
                weight.push_back(static_cast<std::int64_t>(tie_weight(row, at) % 100'000));
            }
            row_begin.push_back(column.size());
            weight_of_row.push_back(row % 9);
        }
    }

    [[nodiscard]] Problem problem(bool waiting, bool ties) const
    {
        Problem problem{row_begin, column, capacity, {}, {}, {}};
        problem.tiers.push_back({1, {}, {}, {}});
        if (waiting) problem.tiers.push_back({0, weight_of_row, {}, {}});
        problem.tiers.push_back({0, {}, {}, weight});
        problem.ties = ties;
        return problem;
    }

    [[nodiscard]] WeightedPairs pairs() const { return {capacity.size(), row_begin, column, weight}; }

    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
    std::vector<std::int64_t> weight_of_row;
    std::vector<std::int32_t> capacity;
};

struct Way {
    std::string name;
    std::uint32_t rows;
    std::uint32_t columns;
    std::uint32_t step;
    std::int32_t places;
    bool waiting;
    bool ties;
};

const std::vector<Way> ways = {
    {"a matrix", 1'100, 1'100, 1, 1, false, false},
    {"a matrix, with ties", 1'100, 1'100, 1, 1, false, true},
    {"a matrix, three tiers", 1'100, 1'100, 1, 1, true, true},
    {"a matrix with capacities", 1'300, 650, 1, 2, false, true},
    {"too few places", 2'200, 500, 1, 1, true, true},
    {"lists", 3'000, 3'000, 8, 1, false, true},
    {"lists with capacities, three tiers", 3'000, 1'100, 4, 2, true, true},
};

// As `work` asks: how often, if nobody stops it.
std::size_t questions(const std::function<void(const KeepGoing&)>& work)
{
    std::size_t asked = 0;
    work([&](std::size_t done, std::size_t total) {
        ++asked;
        return done <= total;
    });
    return asked;
}

}  // namespace

TEST_CASE("solve: whoever may stop it is asked again before long in every part", "[assignment][property]")
{
    const Way way = GENERATE(from_range(ways));
    CAPTURE(way.name);
    const Large large(way.rows, way.columns, way.step, way.places);
    const Problem problem = large.problem(way.waiting, way.ties);
    const std::size_t a_pass = problem.edges() / edges_between;
    REQUIRE(a_pass >= 3);

    CheckedProblem checked;
    const std::size_t in_fault_check = questions([&](const KeepGoing& keep_going) {
        Watch watch(keep_going, 1);
        checked = check_problem(problem, watch);
    });
    CHECK(in_fault_check >= 2 * a_pass);  // columns, and weights of edges
    REQUIRE(!checked.fault);
    Solution solution;
    const std::size_t in_tiers = questions([&](const KeepGoing& keep_going) {
        Watch watch(keep_going, tiers_with_ties(problem));
        solution = solve_lexicographically(problem, checked, watch);
    });
    CHECK(in_tiers >= (way.ties ? 2 : 1) * a_pass);  // weights, and what they leave for ties
    REQUIRE(solution.status == SolveStatus::optimal);
    const std::size_t in_check = questions([&](const KeepGoing& keep_going) {
        Watch watch(keep_going, 1);
        CHECK(!first_violation(problem, solution, watch));
    });
    CHECK(in_check >= tiers_with_ties(problem) * a_pass);

    // Each part begins to count anew where the one before has asked last.
    const std::size_t together = questions(
        [&](const KeepGoing& keep_going) { CHECK(solve(problem, keep_going).value == solution.value); });
    CHECK(together + 3 >= in_fault_check + in_tiers + in_check);
}

TEST_CASE("solve: stopped in any part, it has a bound that holds", "[assignment][property]")
{
    const Way way = GENERATE(from_range(ways));
    CAPTURE(way.name);
    const Large large(way.rows, way.columns, way.step, way.places);
    const Problem problem = large.problem(way.waiting, way.ties);
    Solution best;
    const std::size_t all =
        questions([&](const KeepGoing& keep_going) { best = solve(problem, keep_going); });
    REQUIRE(best.status == SolveStatus::optimal);
    for (std::size_t stop_at = 1; stop_at <= all; stop_at += 1 + all / 25) {
        CAPTURE(stop_at, all);
        std::size_t asked = 0;
        const Solution stopped = solve(problem, [&](auto, auto) { return ++asked < stop_at; });
        CHECK(stopped.status == SolveStatus::stopped);
        CHECK(asked == stop_at);
        CHECK(stopped.column_of_row.empty());
        CHECK(stopped.bound >= best.value);
    }
}

TEST_CASE("solve: stopped while the answer is checked, its bound is the answer's value",
          "[assignment][example]")
{
    const Large large(1'100, 1'100, 1, 1);
    const Problem problem = large.problem(false, false);
    Solution best;
    const std::size_t all =
        questions([&](const KeepGoing& keep_going) { best = solve(problem, keep_going); });
    std::size_t asked = 0;
    const Solution stopped = solve(problem, [&](auto, auto) { return ++asked < all; });
    CHECK(stopped.status == SolveStatus::stopped);
    CHECK(stopped.bound == best.value);
}

TEST_CASE("assign: whoever may stop it is asked while pairs are made ready", "[assignment][property]")
{
    const Large large(1'100, 1'100, 1, 1);
    const WeightedPairs pairs = large.pairs();
    const std::size_t a_pass = pairs.pairs() / edges_between;
    std::vector<std::int64_t> pin(1'100, -1);
    pin[7] = 9;
    const bool pinned = GENERATE(false, true);
    const bool exactly = GENERATE(false, true);
    CAPTURE(pinned, exactly);
    AssignOptions options;
    if (exactly) options.exactly = 1'000;
    std::vector<std::int64_t> none;
    const AssignInput input{pairs, {}, pinned ? pin : none, {}, {}};

    // The first questions come before the engine's own, which counts tiers that are done.
    std::size_t before_the_end_of_the_first_tier = 0;
    const Assignment best = assign(input, options, [&](std::size_t done, std::size_t) {
        before_the_end_of_the_first_tier += done == 0 ? 1 : 0;
        return true;
    });
    REQUIRE(best.status == AssignStatus::optimal);
    const std::size_t passes =
        std::size_t{3} + pinned + (exactly ? 9U : 0U);  // the hash of a tie is as eight edges
    CHECK(before_the_end_of_the_first_tier >= passes * a_pass);

    for (std::size_t stop_at = 1; stop_at < before_the_end_of_the_first_tier; stop_at += 1 + stop_at / 2) {
        CAPTURE(stop_at);
        std::size_t asked = 0;
        const Assignment stopped = assign(input, options, [&](auto, auto) { return ++asked < stop_at; });
        CHECK(stopped.status == AssignStatus::stopped);
        CHECK(asked == stop_at);
        CHECK(stopped.column_of_row.empty());
        const auto matched = static_cast<std::int64_t>(best.matched);
        if (!stopped.bound.empty()) CHECK(stopped.bound[0] >= matched);
        if (stopped.bound.size() > 1 && stopped.bound[0] == matched) CHECK(stopped.bound[1] <= best.total);
    }
}
