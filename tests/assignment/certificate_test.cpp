#include "catch2.hpp"
#include "oracles/how_many.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace befriend;
using namespace befriend::test;

namespace {

enum Lie : unsigned {
    swapped,
    dropped,
    added,
    repeated,
    overfull,
    moved_dual,
    off_by_one,
    short_array,
    lies
};

class Liar {
public:
    Liar(const Problem& problem, const Solution& truth, std::uint64_t seed)
        : problem_(problem), solution_(truth), random_(seed)
    {
    }

    // The solution with one lie in it, or none if the problem has no room for that lie.
    std::optional<Solution> tell(Lie lie)
    {
        if (lie == off_by_one) return off();
        if (lie == moved_dual) return moved();
        if (lie == short_array) return shortened();
        if (problem_.rows() == 0) return {};
        const std::uint32_t row = below(problem_.rows());
        std::uint32_t& column = solution_.column_of_row[row];
        if (lie == swapped) {
            std::uint32_t& other = solution_.column_of_row[below(problem_.rows())];
            if (column == other) return {};
            std::swap(column, other);
        } else if (lie == dropped) {
            if (column == Solution::unassigned) return {};
            column = Solution::unassigned;
        } else {
            if (column != Solution::unassigned) return {};
            if (lie == added) column = below(problem_.columns());
            if (lie == repeated) column = solution_.column_of_row[below(problem_.rows())];
            if (lie == overfull) column = full_column();
            if (column == Solution::unassigned) return {};
        }
        return solution_;
    }

private:
    std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    std::int64_t one() { return below(2) == 0 ? 1 : -1; }

    Solution off()
    {
        auto& numbers = below(2) == 0 ? solution_.value : solution_.bound;
        numbers[below(numbers.size())] += one();
        return solution_;
    }

    std::optional<Solution> moved()
    {
        TierDuals& duals = solution_.duals[below(solution_.duals.size())];
        if (below(2) == 0) {
            duals.row[below(duals.row.size())] += one();
        } else {
            // A column without places may have any price that is large enough.
            const std::uint32_t column = below(duals.column.size());
            if (problem_.capacity[column] == 0) return {};
            duals.column[column] += one();
        }
        return solution_;
    }

    Solution shortened()
    {
        switch (below(5)) {
            case 0:
                solution_.column_of_row.pop_back();
                break;
            case 1:
                solution_.value.pop_back();
                break;
            case 2:
                solution_.bound.pop_back();
                break;
            case 3:
                solution_.duals.pop_back();
                break;
            default:
                solution_.duals.back().column.pop_back();
                break;
        }
        return solution_;
    }

    std::uint32_t full_column()
    {
        std::vector<std::int32_t> used(problem_.columns());
        for (const auto column : solution_.column_of_row)
            if (column != Solution::unassigned) ++used[column];
        for (std::uint32_t column = 0; column < used.size(); ++column)
            if (used[column] == problem_.capacity[column]) return column;
        return Solution::unassigned;
    }

    const Problem& problem_;
    Solution solution_;
    std::mt19937_64 random_;
};

// One row and one column with one place, worth 5 points.
struct OnePair {
    std::array<std::uint64_t, 2> row_begin{0, 1};
    std::array<std::uint32_t, 1> column{0};
    std::array<std::int32_t, 1> capacity{1};
    std::array<std::int64_t, 1> points{5};
    Problem problem;

    OnePair()
    {
        problem.row_begin = row_begin;
        problem.column = column;
        problem.capacity = capacity;
        problem.tiers = {{0, {}, {}, points}};
    }
};

}  // namespace

TEST_CASE("first_violation: refuses every lie", "[assignment][property]")
{
    std::array<int, lies> told{};
    for (std::uint64_t seed = 0; seed < how_many(3'000); ++seed) {
        const auto family = static_cast<unsigned>(seed % families);
        const Instance instance = random_instance(family, seed, 8);
        const Arrays arrays(instance);
        const Solution truth = solve(arrays.problem);
        REQUIRE(first_violation(arrays.problem, truth) == std::nullopt);
        for (unsigned lie = 0; lie < lies; ++lie) {
            const auto solution = Liar(arrays.problem, truth, seed).tell(static_cast<Lie>(lie));
            if (!solution) continue;
            CAPTURE(family_name[family], seed, lie);
            REQUIRE(first_violation(arrays.problem, *solution));
            ++told[lie];
        }
    }
    int total = 0;
    for (unsigned lie = 0; lie < lies; ++lie) {
        CAPTURE(lie);
        CHECK(told[lie] > 200);
        total += told[lie];
    }
    CHECK(total >= 10'000);
}

TEST_CASE("first_violation: names the condition and the place", "[assignment][example]")
{
    const OnePair one;
    const Solution truth = solve(one.problem);
    const auto check = [&](Solution solution, Condition condition, std::uint64_t at) {
        const auto violation = first_violation(one.problem, solution);
        REQUIRE(violation);
        CHECK(violation->condition == condition);
        CHECK(violation->at == at);
    };
    Solution lie = truth;
    lie.value = {5};
    check(lie, Condition::sizes, 0);

    lie = truth;
    lie.column_of_row = {3};
    check(lie, Condition::pairs, 0);

    lie = truth;
    lie.duals[0].row = {0};
    lie.duals[0].column = {0};
    check(lie, Condition::feasible, 0);

    lie = truth;
    lie.duals[0].row = {6};
    lie.duals[0].column = {0};
    check(lie, Condition::tight, 0);

    lie = truth;
    lie.column_of_row = {Solution::unassigned};
    lie.duals[0].row = {5};
    lie.duals[0].column = {0};
    check(lie, Condition::unpriced, 0);

    lie = truth;
    lie.duals[0].row = {-1};
    lie.duals[0].column = {6};
    check(lie, Condition::unpriced, 0);

    lie = truth;
    lie.column_of_row = {Solution::unassigned};
    lie.duals[0].row = {0};
    lie.duals[1].row = {0};
    lie.duals[0].column = {6};
    check(lie, Condition::unpriced, 1);

    lie = truth;
    lie.duals[0].row = {6};
    lie.duals[0].column = {-1};
    check(lie, Condition::unpriced, 1);

    lie = truth;
    lie.bound[1] += 1;
    check(lie, Condition::totals, 1);
}

TEST_CASE("first_violation: numbers near the limits of their type do not overflow",
          "[assignment][regression]")
{
    const OnePair one;
    Solution lie = solve(one.problem);
    for (const std::int64_t extreme :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        lie.duals[0].row = {extreme};
        lie.duals[0].column = {extreme};
        CHECK(first_violation(one.problem, lie));
    }
}
