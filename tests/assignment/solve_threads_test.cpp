// Whatever works on a stored problem comes to the same on any number of threads.

#include "assignment/answer_text.hpp"
#include "assignment/bound.hpp"
#include "assignment/certificate.hpp"
#include "assignment/fault.hpp"
#include "assignment/lexicographic.hpp"
#include "assignment/watch.hpp"
#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/assign.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::size_t thread_counts[] = {2, 3, 7};

// Threads for any pass, however short.
Sharing on(std::size_t threads)
{
    return {threads, 1};
}

CheckedProblem checked_on(std::size_t threads, const Problem& problem)
{
    const KeepGoing never_asked;
    Watch watch(never_asked, 1, on(threads));
    return check_problem(problem, watch);
}

std::string fault_on(std::size_t threads, const Problem& problem)
{
    const CheckedProblem checked = checked_on(threads, problem);
    if (checked.fault)
        return std::to_string(static_cast<int>(checked.fault->rule)) + " at " +
               std::to_string(checked.fault->at);
    std::string ranges;
    for (const WeightRange& range : checked.weights)
        ranges += std::to_string(static_cast<std::int64_t>(range.least)) + " to " +
                  std::to_string(static_cast<std::int64_t>(range.most)) + '\n';
    return ranges;
}

Solution solved_on(std::size_t threads, const Problem& problem, const Limits& limits,
                   const KeepGoing& keep_going = {})
{
    const CheckedProblem checked = checked_on(1, problem);
    REQUIRE(!checked.fault);
    Watch watch(keep_going, tiers_with_ties(problem), on(threads));
    return solve_lexicographically(problem, checked, watch, limits);
}

std::string violation_on(std::size_t threads, const Problem& problem, const Solution& solution)
{
    const KeepGoing never_asked;
    Watch watch(never_asked, 1, on(threads));
    const auto violation = first_violation(problem, solution, watch);
    if (!violation) return "none";
    return std::to_string(static_cast<int>(violation->condition)) + " at " + std::to_string(violation->at);
}

// All pairs of some rows and columns, with few or many different weights.
Instance full_list(std::uint32_t rows, std::uint32_t columns, std::uint64_t weights, std::int32_t places)
{
    Instance instance;
    for (std::uint64_t row = 0; row < rows; ++row)
        instance.add_row(0, row);
    for (std::uint64_t column = 0; column < columns; ++column)
        instance.add_column(0, places, 1000 + column);
    std::mt19937_64 random(5);
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            instance.pairs.push_back({row, column, static_cast<std::int64_t>(random() % weights)});
    instance.objectives = {{1, 0, 0, 0}, {0, 0, 0, 1}};
    return instance;
}

void check_the_same(const Problem& problem, const Limits& limits)
{
    for (const std::size_t threads : thread_counts)
        REQUIRE(fault_on(threads, problem) == fault_on(1, problem));
    if (checked_on(1, problem).fault) return;  // the sums of many big weights could overflow
    const Solution alone = solved_on(1, problem, limits);
    REQUIRE(alone.status == SolveStatus::optimal);
    for (const std::size_t threads : thread_counts) {
        CAPTURE(threads);
        REQUIRE(all_of(solved_on(threads, problem, limits)) == all_of(alone));
        REQUIRE(violation_on(threads, problem, alone) == "none");
    }
}

// Nobody but the calling thread.
struct Asked {
    std::thread::id caller = std::this_thread::get_id();
    std::size_t stop_at;
    std::size_t times = 0;
    bool elsewhere = false;

    explicit Asked(std::size_t at) : stop_at(at) {}
    bool operator()(std::size_t, std::size_t)
    {
        elsewhere = elsewhere || std::this_thread::get_id() != caller;
        return ++times < stop_at;
    }
};

}  // namespace

TEST_CASE("threads: pairs, duals and bounds are those of one thread, in whatever way",
          "[assignment][property]")
{
    const unsigned family = GENERATE(range(0U, families));
    CAPTURE(family_name[family]);
    constexpr Limits ways[] = {{},
                               {.matrix = false},
                               {.dense = false, .hungarian = false},
                               {.maximum_matching = false, .forced = false, .looks = 0, .hungarian = false},
                               {.auction = false, .looks = 0, .hungarian = false}};
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        Arrays arrays(random_instance(family, seed, 4 + static_cast<std::uint32_t>(seed)));
        arrays.problem.ties = seed % 3 != 0;
        check_the_same(arrays.problem, ways[seed % std::size(ways)]);
    }
}

TEST_CASE("threads: full matrices, ties and capacities", "[assignment][property]")
{
    const auto weights = GENERATE(std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{1'000'000});
    const auto places = GENERATE(1, 2);
    const auto rows = GENERATE(40U, 60U, 90U);
    const bool matrix = GENERATE(true, false);
    CAPTURE(weights, places, rows, matrix);
    Arrays arrays(full_list(rows, 60, weights, places));
    for (const bool ties : {true, false}) {
        arrays.problem.ties = ties;
        check_the_same(arrays.problem, {.matrix = matrix});
    }
}

TEST_CASE("threads: the first fault is that of one thread", "[assignment][property]")
{
    const Arrays arrays(full_list(100, 30, 50, 1));
    std::mt19937_64 random(3);
    for (std::size_t round = 0; round < 200; ++round) {
        CAPTURE(round);
        std::vector<std::uint32_t> column(arrays.problem.column.begin(), arrays.problem.column.end());
        for (std::size_t times = 1 + round % 3; times > 0; --times)
            column[random() % column.size()] = static_cast<std::uint32_t>(random() % 40);
        Problem wrong = arrays.problem;
        wrong.column = column;
        const std::string expected = fault_on(1, wrong);
        for (const std::size_t threads : thread_counts)
            REQUIRE(fault_on(threads, wrong) == expected);
    }
}

TEST_CASE("threads: a wrong answer is refused at the same place", "[assignment][property]")
{
    const Arrays arrays(full_list(100, 30, 50, 2));
    const Solution best = solve(arrays.problem);
    REQUIRE(best.status == SolveStatus::optimal);
    std::mt19937_64 random(4);
    std::size_t refused = 0;
    for (std::size_t round = 0; round < 200; ++round) {
        CAPTURE(round);
        Solution wrong = best;
        for (std::size_t times = 1 + round % 3; times > 0; --times) {
            const std::size_t row = random() % 100;
            TierDuals& duals = wrong.duals[random() % wrong.duals.size()];
            if (round % 2 == 0) duals.row[row] += random() % 2 == 0 ? 1 : -1;
            if (round % 2 == 1) duals.column[row % 30] += random() % 2 == 0 ? 1 : -1;
            if (round % 8 == 4) std::swap(wrong.column_of_row[row], wrong.column_of_row[99 - row]);
        }
        const std::string expected = violation_on(1, arrays.problem, wrong);
        if (expected != "none") ++refused;
        for (const std::size_t threads : thread_counts)
            REQUIRE(violation_on(threads, arrays.problem, wrong) == expected);
    }
    CHECK(refused > 150);
}

TEST_CASE("threads: the caller is asked on the calling thread only, and may stop within a shared pass",
          "[assignment][property]")
{
    Arrays arrays(full_list(1'100, 1'100, 100'000, 1));  // several questions a pass
    const bool matrix = GENERATE(true, false);
    const Solution best = solve(arrays.problem);
    for (const std::size_t threads : thread_counts) {
        CAPTURE(threads, matrix);
        Asked all(static_cast<std::size_t>(-1));
        CHECK(solved_on(threads, arrays.problem, {.matrix = matrix}, std::ref(all)).value == best.value);
        for (std::size_t stop_at = 1; stop_at <= all.times; stop_at += 1 + all.times / 6) {
            Asked asked(stop_at);
            const Solution stopped = solved_on(threads, arrays.problem, {.matrix = matrix}, std::ref(asked));
            CHECK(!asked.elsewhere);
            if (stopped.status == SolveStatus::optimal) continue;  // fewer questions than before
            CHECK(stopped.status == SolveStatus::stopped);
            CHECK(stopped.bound >= best.value);
        }
    }
}

TEST_CASE("threads: a problem says how many there may be, and so do the options of assign",
          "[assignment][property]")
{
    Arrays arrays(full_list(1'100, 600, 100, 1));  // large enough to be shared
    const Solution alone = solve(arrays.problem);
    WeightedPairs pairs{600,
                        {arrays.problem.row_begin.begin(), arrays.problem.row_begin.end()},
                        {arrays.problem.column.begin(), arrays.problem.column.end()},
                        {arrays.problem.tiers[1].edge.begin(), arrays.problem.tiers[1].edge.end()}};
    std::vector<std::int64_t> pin(1'100, -1);
    pin[3] = 500;
    const AssignInput input{pairs, {}, pin, {}, {}};
    AssignOptions options;
    const Assignment assigned = assign(input, options);
    options.exactly = 400;
    const Assignment exactly = assign(input, options);
    for (const std::size_t threads : {0U, 2U, 3U}) {
        CAPTURE(threads);
        arrays.problem.threads = threads;
        CHECK(all_of(solve(arrays.problem)) == all_of(alone));
        CHECK(first_violation(arrays.problem, alone) == std::nullopt);
        options.threads = threads;
        CHECK(assign(input, options).column_of_row == exactly.column_of_row);
        AssignOptions any{.threads = threads};
        CHECK(assign(input, any).column_of_row == assigned.column_of_row);
        CHECK(assign(input, any).prices.row == assigned.prices.row);
    }
}
