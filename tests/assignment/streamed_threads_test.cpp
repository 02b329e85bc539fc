// Whatever works on a streamed problem comes to the same on any number of threads.

#include "assignment/answer_text.hpp"
#include "assignment/stored_source.hpp"
#include "assignment/streamed/solve_streamed.hpp"
#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <atomic>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::size_t thread_counts[] = {2, 3, 7};

constexpr StreamLimits limits[] = {
    {},
    {.best = 1, .rows_between = 8, .most_added = 2, .most_near = 0},
    {.best = 2, .rows_between = 50, .most_added = 3, .most_near = 1},
    {.best = 1, .rows_between = 20, .most_added = 2, .most_near = 0, .most_steps = 0},
};

// All that an answer says, and the way that led to it.
std::string all_of(const Solution& solution, const StreamCost& cost)
{
    std::string text = test::all_of(solution);
    add_line(text, std::vector{cost.pairs, cost.chosen, cost.added, cost.solves, cost.passes});
    return text;
}

std::string answer_on(std::size_t threads, StreamedProblem problem, const StreamLimits& limit)
{
    problem.threads = threads;
    StreamCost cost;
    try {
        const Solution solution = solve_streamed(problem, {}, limit, &cost);
        return all_of(solution, cost);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

std::string fault_on(std::size_t threads, StreamedProblem problem)
{
    problem.threads = threads;
    try {
        const auto fault = first_fault(problem);
        if (!fault) return "none";
        return std::to_string(static_cast<int>(fault->rule)) + " at " + std::to_string(fault->at);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

std::string violation_on(std::size_t threads, StreamedProblem problem, const Solution& solution)
{
    problem.threads = threads;
    try {
        const auto violation = first_violation(problem, solution);
        if (!violation) return "none";
        return std::to_string(static_cast<int>(violation->condition)) + " at " +
               std::to_string(violation->at);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

// What a source says of a row that is wrong. `asked` counts the questions for this row before this one.
using Change = std::function<void(std::uint32_t row, std::size_t asked, PairBatch& batch)>;

// A stored source that changes some of what it says, and depends on no order of rows.
class Changing : public PairSource {
public:
    Changing(const Problem& problem, Change change)
        : stored_(problem, 1000), change_(std::move(change)), asked_(problem.rows())
    {
    }

    void pairs_of(std::uint32_t row, const TakePairs& take) const override
    {
        const std::size_t asked = asked_[row]++;
        stored_.pairs_of(row, [&](const PairBatch& batch) {
            PairBatch changed = batch;
            change_(row, asked, changed);
            take(changed);
        });
    }

    void forget() const
    {
        for (std::atomic<std::size_t>& asked : asked_)
            asked = 0;
    }

private:
    StoredSource stored_;
    Change change_;
    mutable std::vector<std::atomic<std::size_t>> asked_;
};

// A hundred rows and thirty columns, some of them without places, and every pair.
Instance full_list()
{
    Instance instance;
    for (std::uint64_t row = 0; row < 100; ++row)
        instance.add_row(0, row);
    for (std::uint64_t column = 0; column < 30; ++column)
        instance.add_column(0, static_cast<std::int32_t>(column % 4), 1000 + column);
    std::mt19937_64 random(5);
    for (std::uint32_t row = 0; row < 100; ++row)
        for (std::uint32_t column = 0; column < 30; ++column)
            instance.pairs.push_back({row, column, static_cast<std::int64_t>(random() % 50)});
    instance.objectives = {{1, 0, 0, 0}, {0, 0, 0, 1}};
    return instance;
}

}  // namespace

TEST_CASE(
    "streamed threads: pairs, duals and the way to them are those of one thread, in batches of any size",
    "[assignment][property]")
{
    const unsigned family = GENERATE(range(0U, families));
    CAPTURE(family_name[family]);
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        CAPTURE(seed);
        Arrays arrays(random_instance(family, seed, 4 + 4 * static_cast<std::uint32_t>(seed)));
        arrays.problem.ties = seed % 4 != 0;
        const StoredSource source(arrays.problem, 1 + 7 * (seed % 3));
        const StreamedProblem problem = streamed(arrays.problem, source);
        const StreamLimits& limit = limits[seed % std::size(limits)];
        const std::string expected = answer_on(1, problem, limit);
        for (const std::size_t threads : thread_counts)
            REQUIRE(answer_on(threads, problem, limit) == expected);
        REQUIRE(answer_on(0, problem, limit) == expected);
        const StoredSource all_at_once(arrays.problem, 1000);
        REQUIRE(answer_on(2, streamed(arrays.problem, all_at_once), limit) == expected);
    }
}

TEST_CASE("streamed threads: the first fault, violation or exception is that of one thread",
          "[assignment][property]")
{
    const Arrays arrays(full_list());
    const StoredSource sound(arrays.problem, 8);
    const Solution best = solve(streamed(arrays.problem, sound));
    REQUIRE(best.status == SolveStatus::optimal);
    std::mt19937_64 random(3);
    for (std::size_t round = 0; round < 150; ++round) {
        CAPTURE(round);
        // From one question on, some rows say too little, and others nothing at all.
        const std::size_t since = round % 5;
        const std::uint32_t some[] = {static_cast<std::uint32_t>(random() % 100),
                                      static_cast<std::uint32_t>(random() % 100)};
        const std::uint32_t throwing = static_cast<std::uint32_t>(random() % 200);
        const Changing source(arrays.problem, [&](std::uint32_t row, std::size_t asked, PairBatch& batch) {
            if (asked < since) return;
            if (row == throwing) throw std::runtime_error("the list is gone at " + std::to_string(row));
            if (row == some[0]) batch.weight[1] = batch.weight[1].first(1);
            if (row == some[1]) batch.weight[0] = batch.weight[1];
        });
        const StreamedProblem problem = streamed(arrays.problem, source);
        const auto all_on = [&](std::size_t threads) {
            source.forget();
            std::string text = answer_on(threads, problem, limits[round % std::size(limits)]);
            source.forget();
            text += fault_on(threads, problem) + violation_on(threads, problem, best);
            return text;
        };
        const std::string expected = all_on(1);
        for (const std::size_t threads : thread_counts)
            REQUIRE(all_on(threads) == expected);
    }
}

TEST_CASE("streamed threads: a wrong answer is refused at the same place", "[assignment][property]")
{
    const Arrays arrays(full_list());
    const StoredSource source(arrays.problem, 8);
    const StreamedProblem problem = streamed(arrays.problem, source);
    const Solution best = solve(problem);
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
        const std::string expected = violation_on(1, problem, wrong);
        if (expected != "none") ++refused;
        for (const std::size_t threads : thread_counts)
            REQUIRE(violation_on(threads, problem, wrong) == expected);
    }
    CHECK(refused > 150);
}

TEST_CASE("streamed threads: the caller is asked on the calling thread only, and may stop at any question",
          "[assignment][property]")
{
    const std::thread::id caller = std::this_thread::get_id();
    const Arrays arrays(random_instance(0, 1, 600));
    const StoredSource source(arrays.problem, 100);
    StreamedProblem problem = streamed(arrays.problem, source);
    const Solution best = solve(arrays.problem);
    for (const std::size_t threads : thread_counts) {
        problem.threads = threads;
        SolveStatus status = SolveStatus::stopped;
        for (std::size_t stop_at = 0; status == SolveStatus::stopped; ++stop_at) {
            std::size_t asked = 0;
            bool elsewhere = false;
            const Solution answer = solve(problem, [&](std::size_t, std::size_t) {
                elsewhere = elsewhere || std::this_thread::get_id() != caller;
                return asked++ < stop_at;
            });
            REQUIRE(!elsewhere);
            status = answer.status;
            REQUIRE((status == SolveStatus::stopped || answer.value == best.value));
        }
        CHECK(status == SolveStatus::optimal);
    }
}
