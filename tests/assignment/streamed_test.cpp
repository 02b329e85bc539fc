#include "assignment/stored_source.hpp"
#include "assignment/streamed/solve_streamed.hpp"
#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// From a core of everything to one of nearly nothing.
constexpr StreamLimits limits[] = {
    {},
    {.best = 1, .rows_between = 1, .most_added = 1, .most_near = 0},
    {2, 3, 2, 1},
    {1, 100, 64, 0},
    {.best = 1, .rows_between = 2, .most_added = 3, .most_near = 0, .most_steps = 0},
};

void check_equal_to_stored(const Problem& problem, std::size_t batch, const StreamLimits& limit)
{
    const StoredSource source(problem, batch);
    const StreamedProblem asked = streamed(problem, source);
    const Solution stored = solve(problem);
    StreamCost cost;
    const Solution answer = solve_streamed(asked, {}, limit, &cost);
    REQUIRE(stored.status == SolveStatus::optimal);
    REQUIRE(answer.status == SolveStatus::optimal);
    REQUIRE(answer.value == stored.value);
    REQUIRE(answer.bound == stored.bound);
    if (problem.ties) REQUIRE(answer.column_of_row == stored.column_of_row);
    REQUIRE(first_violation(problem, answer) == std::nullopt);
    REQUIRE(first_violation(asked, answer) == std::nullopt);
    REQUIRE(first_violation(asked, stored) == std::nullopt);
    REQUIRE(cost.pairs == problem.edges());
    REQUIRE(cost.chosen + cost.added <= problem.edges());
}

// All seven tiers, each of any kind; places from none to three.
Instance many_tiers(std::mt19937_64& random)
{
    Instance instance;
    const auto below = [&](std::uint64_t limit) { return static_cast<std::int64_t>(random() % limit); };
    for (std::int64_t row = below(9); row >= 0; --row)
        instance.add_row(below(3), random());
    for (std::int64_t column = below(6); column >= 0; --column)
        instance.add_column(below(3), static_cast<std::int32_t>(below(4)), random());
    for (std::uint32_t row = 0; row < instance.rows(); ++row)
        for (std::uint32_t column = 0; column < instance.columns(); ++column)
            if (below(3) != 0) instance.pairs.push_back({row, column, below(4) - 1});
    for (std::size_t tiers = random() % (Problem::most_tiers + 1); tiers > 0; --tiers)
        instance.objectives.push_back({below(2), below(3) - 1, below(3) - 1, below(3) - 1});
    return instance;
}

}  // namespace

TEST_CASE("streamed: the answer is that of the stored problem", "[assignment][oracle]")
{
    const unsigned family = GENERATE(range(0U, families));
    CAPTURE(family_name[family]);
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        const Arrays arrays(random_instance(family, seed, 2 + static_cast<std::uint32_t>(seed % 12)));
        check_equal_to_stored(arrays.problem, 1 + seed % 5, limits[seed % std::size(limits)]);
    }
}

TEST_CASE("streamed: seven tiers and columns without places are no exception", "[assignment][oracle]")
{
    std::mt19937_64 random(7);
    for (std::size_t round = 0; round < 1500; ++round) {
        CAPTURE(round);
        Arrays arrays(many_tiers(random));
        arrays.problem.ties = round % 3 != 0;
        check_equal_to_stored(arrays.problem, 1 + round % 4, limits[round % std::size(limits)]);
    }
}

TEST_CASE("streamed: a tier in which the source gives all pairs the same weight counts pairs",
          "[assignment][oracle]")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Arrays arrays(random_instance(static_cast<unsigned>(seed % families), seed, 13));
        const std::vector<std::int64_t> same(arrays.problem.edges(), seed % 3 == 0 ? -2 : 3);
        auto& tiers = arrays.problem.tiers;
        if (tiers.size() == Problem::most_tiers) tiers.pop_back();
        tiers.insert(tiers.begin() + static_cast<std::ptrdiff_t>(seed % (tiers.size() + 1)),
                     {seed % 2 == 0 ? 0 : 4, {}, {}, same});
        if (same.empty()) continue;  // then no tier has weights
        check_equal_to_stored(arrays.problem, 20, limits[seed % std::size(limits)]);
    }
}

TEST_CASE("streamed: larger lists take several passes, and solve a poor core again", "[assignment][oracle]")
{
    std::size_t passes = 0;
    std::size_t solves = 0;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        CAPTURE(seed);
        const Arrays arrays(random_instance(static_cast<unsigned>(seed), 1, 80));
        const StoredSource source(arrays.problem, 64);
        const std::vector<std::uint32_t> stored = solve(arrays.problem).column_of_row;
        for (const std::size_t most_steps : {0U, 1U << 20}) {
            StreamCost cost;
            const StreamLimits limit{
                .best = 1, .rows_between = 8, .most_added = 2, .most_near = 0, .most_steps = most_steps};
            const Solution answer = solve_streamed(streamed(arrays.problem, source), {}, limit, &cost);
            REQUIRE(answer.status == SolveStatus::optimal);
            REQUIRE(answer.column_of_row == stored);
            CHECK(cost.solves <= (most_steps == 0 ? limit.most_solves : 1));
            solves = std::max(solves, cost.solves);
            passes = std::max(passes, cost.passes);
        }
    }
    CHECK(passes > 2);
    CHECK(solves == StreamLimits{}.most_solves);
}

TEST_CASE("streamed: a row whose dual fell is read again only if it fell further than pairs are near",
          "[assignment][example]")
{
    const Arrays arrays(random_instance(0, 7, 60));
    const Problem& problem = arrays.problem;
    const auto asked = [&](std::size_t most_near) {
        const StoredSource source(problem, 100);
        StreamLimits limit{.best = 1, .rows_between = 4, .most_near = most_near, .most_steps = 1'000'000};
        StreamCost cost;
        const Solution answer = solve_streamed(streamed(problem, source), {}, limit, &cost);
        CHECK(answer.value == solve(problem).value);
        CHECK(cost.passes == 1);
        return source.asked.load();
    };
    // To choose, as a sample, to price and to check.
    CHECK(asked(1'000'000) == 4 * problem.rows());
    CHECK(asked(0) > 4 * problem.rows());
}

TEST_CASE("streamed: nothing to assign is an answer", "[assignment][example]")
{
    const Problem empty;
    const StoredSource none(empty, 1);
    const Solution nobody = solve(StreamedProblem{none});
    CHECK(nobody.status == SolveStatus::optimal);
    CHECK(nobody.value == std::vector<std::int64_t>{0});

    const std::vector<std::uint64_t> row_begin{0, 0, 0};
    const std::vector<std::int32_t> capacity{1, 2};
    Problem without_pairs{row_begin, {}, capacity, {{1, {}, {}, {}}}, {}, {}};
    check_equal_to_stored(without_pairs, 1, {});
}

TEST_CASE("streamed certificate: it refuses what that of the stored problem refuses",
          "[assignment][property]")
{
    std::mt19937_64 random(11);
    std::size_t refused = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        const Arrays arrays(random_instance(static_cast<unsigned>(seed % families), seed, 6));
        const Problem& problem = arrays.problem;
        const StoredSource source(problem, 1 + seed % 3);
        Solution solution = solve(problem);
        const std::uint32_t row = static_cast<std::uint32_t>(random() % problem.rows());
        TierDuals& duals = solution.duals[random() % solution.duals.size()];
        switch (seed % 7) {
            case 0:
                solution.column_of_row[row] = static_cast<std::uint32_t>(random() % (problem.columns() + 1));
                break;
            case 1:
                solution.column_of_row[row] = Solution::unassigned;
                break;
            case 2:
                std::swap(solution.column_of_row[row], solution.column_of_row[0]);
                break;
            case 3:
                duals.row[row] += random() % 2 == 0 ? 1 : -1;
                break;
            case 4:
                duals.column[random() % problem.columns()] += random() % 2 == 0 ? 1 : -1;
                break;
            case 5:
                (random() % 2 == 0 ? solution.value : solution.bound).back() += 1;
                break;
            default:
                duals.row[row] = std::int64_t{1} << 62;
        }
        const bool stored_refuses = first_violation(problem, solution).has_value();
        REQUIRE(first_violation(streamed(problem, source), solution).has_value() == stored_refuses);
        refused += stored_refuses ? 1 : 0;
    }
    CHECK(refused > 1000);
}

TEST_CASE("streamed: it may be stopped at any question and keeps an honest bound", "[assignment][property]")
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        const unsigned family = seed < 36 ? static_cast<unsigned>(seed % families) : 0;
        const Arrays arrays(random_instance(family, seed, seed < 36 ? 8 : 400));
        const StoredSource source(arrays.problem, 50);
        const StreamedProblem problem = streamed(arrays.problem, source);
        const Solution best = solve(arrays.problem);
        std::size_t stop_at = 0;
        for (bool stopped = true; stopped; ++stop_at) {
            std::size_t asked = 0;
            const Solution answer = solve_streamed(
                problem, [&](std::size_t, std::size_t) { return asked++ < stop_at; }, {1, 8, 4, 0});
            stopped = answer.status == SolveStatus::stopped;
            if (!stopped) {
                REQUIRE(answer.value == best.value);
                break;
            }
            REQUIRE(answer.column_of_row.empty());
            REQUIRE(answer.bound.size() == best.value.size());
            REQUIRE(answer.bound >= best.value);
        }
        CHECK(stop_at > 0);
    }
}

TEST_CASE("streamed: an exception of the source comes through", "[assignment][property]")
{
    class Throwing : public StoredSource {
    public:
        Throwing(const Problem& problem, std::size_t at) : StoredSource(problem, 2), at_(at) {}
        void pairs_of(std::uint32_t row, const TakePairs& take) const override
        {
            if (asked == at_) throw std::runtime_error("the list is gone");
            StoredSource::pairs_of(row, take);
        }

    private:
        std::size_t at_;
    };
    const Arrays arrays(random_instance(0, 3, 8));
    for (std::size_t at = 0;; ++at) {
        const Throwing source(arrays.problem, at);
        const StreamedProblem problem = streamed(arrays.problem, source);
        Solution answer;
        std::string error;
        try {
            answer = solve_streamed(problem, {}, {1, 2, 1, 0});
        } catch (const std::runtime_error& thrown) {
            error = thrown.what();
        }
        if (answer.status == SolveStatus::optimal) break;
        REQUIRE(error == "the list is gone");
    }
}
