// What must happen to the answer when a problem grows, or is set beside another: properties M17 to M31.

#include "catch2.hpp"
#include "oracles/changes.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("M17 solve: raising any pair by d adds between 0 and d", "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random& random) {
        if (instance.pairs.empty()) return;
        const Answer before = answer_of(instance);
        const auto d = static_cast<std::int64_t>(random() % 1000);
        instance.pairs[pick(random, instance.pairs.size())].weight += d;
        const Answer after = answer_of(instance);
        REQUIRE(after.value[0] == before.value[0]);
        REQUIRE(after.value[1] >= before.value[1]);
        REQUIRE(after.value[1] <= before.value[1] + d);
    });
}

TEST_CASE("M18 solve: another column or place never hurts", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        ++instance.capacity[pick(random, instance.columns())];
        const Answer more_places = answer_of(instance);
        REQUIRE(more_places.value >= before.value);
        const std::uint32_t column = instance.add_column(1, 1, random());
        instance.pairs.push_back({pick(random, instance.rows()), column, 500});
        REQUIRE(answer_of(instance).value >= more_places.value);
    });
}

TEST_CASE("M19 solve: another row never hurts", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const std::uint32_t row = instance.add_row(2, random());
        instance.pairs.push_back({row, pick(random, instance.columns()), 500});
        REQUIRE(answer_of(instance).value >= before.value);
    });
}

TEST_CASE("M20 solve: another pair never hurts", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const std::uint32_t row = pick(random, instance.rows());
        const std::uint32_t column = pick(random, instance.columns());
        if (instance.find(row, column) != nullptr) return;
        instance.pairs.push_back({row, column, 500});
        REQUIRE(answer_of(instance).value >= before.value);
    });
}

TEST_CASE("M21 solve: the same problem twice gives twice the value", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random& random) {
        const auto once = without_ties(answer_of(instance).value);
        REQUIRE(without_ties(answer_of(joined(instance, instance, random())).value) == sum(once, once));
    });
}

TEST_CASE("M22 solve: problems side by side keep their own answers", "[assignment][property]")
{
    for_each_instance(most_then_points, [](const Instance& instance, Random& random) {
        Instance other = random_instance(pick(random, families), random() % 1000, 8);
        for (auto& pair : other.pairs)
            pair.weight /= 4;
        other.objectives = instance.objectives;
        const Answer a = answer_of(instance);
        const Answer b = answer_of(other);
        const Answer both = answer_of(joined(instance, other, 0));
        Answer expected{sum(a.value, b.value), a.pairs};
        expected.pairs.insert(expected.pairs.end(), b.pairs.begin(), b.pairs.end());
        std::sort(expected.pairs.begin(), expected.pairs.end());
        REQUIRE(both == expected);
    });
}

TEST_CASE("M23 solve: twin columns exchange without changing more than ties", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const std::uint32_t column = pick(random, instance.columns());
        const std::uint32_t twin =
            instance.add_column(instance.column_weight[column], instance.capacity[column], random());
        const auto pairs = instance.pairs;
        for (const auto& pair : pairs)
            if (pair.column == column) instance.pairs.push_back({pair.row, twin, pair.weight});
        const Answer before = answer_of(instance);
        REQUIRE(answer_of(shuffled(instance, random)) == before);  // ties decide, in one way
        std::swap(instance.column_key[column], instance.column_key[twin]);
        REQUIRE(answer_of(instance) == before);
    });
}

TEST_CASE("M24 solve: a column of capacity c is as good as c twins", "[assignment][property]")
{
    for_each_instance(most_then_points, [](const Instance& instance, Random& random) {
        Instance split = instance;
        for (std::uint32_t column = 0; column < instance.columns(); ++column) {
            for (std::int32_t copy = 1; copy < instance.capacity[column]; ++copy) {
                const std::uint32_t twin = split.add_column(0, 1, random());
                for (const auto& pair : instance.pairs)
                    if (pair.column == column) split.pairs.push_back({pair.row, twin, pair.weight});
            }
            split.capacity[column] = std::min(instance.capacity[column], 1);
        }
        REQUIRE(without_ties(answer_of(split).value) == without_ties(answer_of(instance).value));
    });
}

TEST_CASE("M25 solve: pairs worth less than none, listed or left out, are the same", "[assignment][property]")
{
    for_each_instance(points, [](Instance instance, Random&) {
        const Answer before = answer_of(instance);
        for (std::uint32_t row = 0; row < instance.rows(); ++row)
            for (std::uint32_t column = 0; column < instance.columns(); ++column)
                if (instance.find(row, column) == nullptr) instance.pairs.push_back({row, column, -1});
        REQUIRE(answer_of(instance) == before);
    });
}

TEST_CASE("M26 solve: a column of weight 0 to all leaves the best total", "[assignment][property]")
{
    for_each_instance(points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const std::uint32_t column = instance.add_column(0, 1, random());
        for (std::uint32_t row = 0; row < instance.rows(); ++row)
            instance.pairs.push_back({row, column, 0});
        REQUIRE(answer_of(instance).value[0] == before.value[0]);
    });
}

TEST_CASE("M27 solve: a higher minimum never helps, one below all weights changes nothing",
          "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        if (instance.pairs.empty()) return;
        const std::int64_t minimum = instance.pairs[pick(random, instance.pairs.size())].weight;
        const auto below = [&](const Instance::Pair& pair) { return pair.weight < minimum; };
        const bool none = std::none_of(instance.pairs.begin(), instance.pairs.end(), below);
        std::erase_if(instance.pairs, below);
        const Answer after = answer_of(instance);
        REQUIRE(after.value <= before.value);
        if (none) REQUIRE(after == before);
    });
}

TEST_CASE("M28 solve: other keys choose other twins, all about as often", "[assignment][property]")
{
    constexpr std::size_t twins = 5;
    std::array<int, twins> chosen{};
    Random random(28);
    for (int round = 0; round < 1000; ++round) {
        Instance instance;
        instance.objectives = most_then_points;
        instance.add_column(0, 1, random());
        for (std::uint32_t row = 0; row < twins; ++row) {
            instance.add_row(0, random());
            instance.pairs.push_back({row, 0, 500});
        }
        const auto columns = columns_of_rows(instance);
        ++chosen[static_cast<std::size_t>(std::find(columns.begin(), columns.end(), 0u) - columns.begin())];
    }
    int squares = 0;  // chi-square is this over 200, the number expected of each
    for (const int count : chosen)
        squares += (count - 200) * (count - 200);
    CHECK(squares < 200 * 18);  // 18.47 is the 99.9 % point for 4 degrees of freedom
}

TEST_CASE("M29 solve: a stopped solve leaves the next one as it would have been", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random&) {
        const Answer before = answer_of(instance);
        const Arrays arrays(instance);
        REQUIRE(solve(arrays.problem, [](std::size_t, std::size_t) { return false; }).status ==
                SolveStatus::stopped);
        REQUIRE(answer_of(instance) == before);
    });
}

TEST_CASE("M30 solve: no assignment beats the bound, and the answer meets it", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random& random) {
        const Arrays arrays(instance);
        const Solution solution = solve(arrays.problem);
        REQUIRE(solution.value == solution.bound);
        auto pairs = instance.pairs;
        for (int attempt = 0; attempt < 10; ++attempt) {
            std::shuffle(pairs.begin(), pairs.end(), random);
            std::vector<bool> taken(instance.rows());
            auto room = instance.capacity;
            std::vector<std::int64_t> value(instance.objectives.size() + 1);
            for (const auto& pair : pairs) {
                if (taken[pair.row] || room[pair.column] == 0 || pick(random, 8) == 0) continue;
                taken[pair.row] = true;
                --room[pair.column];
                value = sum(value, value_of(instance, pair));
            }
            REQUIRE(value <= solution.bound);
        }
    });
}

TEST_CASE("M31 solve: greedy reaches between half of the best total and all of it", "[assignment][property]")
{
    for_each_instance(points, [](Instance instance, Random&) {
        for (auto& pair : instance.pairs)
            pair.weight = std::abs(pair.weight);
        const std::int64_t best = answer_of(instance).value[0];
        std::sort(instance.pairs.begin(), instance.pairs.end(),
                  [](const auto& a, const auto& b) { return a.weight > b.weight; });
        std::int64_t greedy = 0;
        std::vector<bool> taken(instance.rows());
        for (const auto& pair : instance.pairs) {
            if (taken[pair.row] || instance.capacity[pair.column] == 0) continue;
            taken[pair.row] = true;
            --instance.capacity[pair.column];
            greedy += pair.weight;
        }
        REQUIRE(greedy <= best);
        REQUIRE(2 * greedy >= best);
    });
}
