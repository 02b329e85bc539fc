// What must happen to the answer when a problem changes in a known way: metamorphic properties M1 to M16.

#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include "oracles/changes.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>

using namespace befriend;
using namespace befriend::test;

namespace {

bool most_first(const Instance& instance)
{
    const Instance::Objective& first = instance.objectives.front();
    return first.each == 1 && first.row_scale == 0 && first.column_scale == 0 && first.pair_scale == 0;
}

}  // namespace

TEST_CASE("M1 solve: the order of rows, columns and pairs does not matter", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random& random) {
        REQUIRE(answer_of(shuffled(instance, random)) == answer_of(instance));
    });
}

TEST_CASE("M2 solve: other keys leave the value of every tier but ties", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random& random) {
        Instance renamed = instance;
        for (auto& key : renamed.row_key)
            key = random();
        for (auto& key : renamed.column_key)
            key = random();
        REQUIRE(without_ties(answer_of(renamed).value) == without_ties(answer_of(instance).value));
    });
}

TEST_CASE("M3 solve: swapping the sides keeps count and total", "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random&) {
        for (auto& capacity : instance.capacity)
            capacity = 1;
        Instance swapped;
        swapped.objectives = instance.objectives;
        for (const auto key : instance.column_key)
            swapped.add_row(0, key);
        for (const auto key : instance.row_key)
            swapped.add_column(0, 1, key);
        for (const auto& pair : instance.pairs)
            swapped.pairs.push_back({pair.column, pair.row, pair.weight});
        REQUIRE(without_ties(answer_of(swapped).value) == without_ties(answer_of(instance).value));
    });
}

TEST_CASE("M4 solve: with most rows first, adding c to every weight adds c a pair", "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto c = static_cast<std::int64_t>(random() % 2001) - 1000;
        for (auto& pair : instance.pairs)
            pair.weight += c;
        const Answer after = answer_of(instance);
        REQUIRE(after.pairs == before.pairs);
        REQUIRE(after.value[1] == before.value[1] + c * before.value[0]);
    });
}

TEST_CASE("M5 solve: adding c to every pair of a column that every optimum uses adds c",
          "[assignment][property]")
{
    std::size_t used_by_all = 0;
    for_each_instance(points, [&](Instance instance, Random& random) {
        const std::uint32_t column = pick(random, instance.columns());
        if (instance.capacity[column] != 1) return;
        const std::int64_t before = answer_of(instance).value[0];
        Instance without = instance;
        without.remove_column(column);
        if (answer_of(without).value[0] == before) return;
        const auto c = static_cast<std::int64_t>(random() % 1000);
        for (auto& pair : instance.pairs)
            if (pair.column == column) pair.weight += c;
        REQUIRE(answer_of(instance).value[0] == before + c);
        ++used_by_all;
    });
    CHECK(used_by_all > 500);
}

TEST_CASE("M6 solve: weights times a give the same pairs and a times the total", "[assignment][property]")
{
    const auto objectives = GENERATE(points, most_then_points);
    for_each_instance(objectives, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto a = static_cast<std::int64_t>(1 + random() % 3);
        instance.objectives.back().pair_scale = a;
        const std::size_t tier = instance.objectives.size() - 1;
        const Answer after = answer_of(instance);
        REQUIRE(after.pairs == before.pairs);
        REQUIRE(after.value[tier] == a * before.value[tier]);
    });
}

TEST_CASE("M7 solve: with the count fixed, weights negated give the smallest total", "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random&) {
        const Answer largest = answer_of(instance);
        instance.objectives[1].pair_scale = -1;
        const Answer smallest = answer_of(instance);
        REQUIRE(smallest.value[0] == largest.value[0]);
        REQUIRE(-smallest.value[1] <= largest.value[1]);
        const Arrays arrays(instance);
        REQUIRE(smallest.value == brute_force(arrays.problem).value);
    });
}

TEST_CASE("M8 solve: removing who is unassigned changes nothing", "[assignment][property]")
{
    for_each_instance({}, [](const Instance& instance, Random&) {
        const Answer before = answer_of(instance);
        const auto assigned = columns_of_rows(instance);
        for (std::uint32_t row = 0; row < instance.rows(); ++row) {
            if (assigned[row] != Solution::unassigned) continue;
            Instance fewer = instance;
            fewer.remove_row(row);
            REQUIRE(answer_of(fewer) == before);
            break;
        }
        for (std::uint32_t column = 0; column < instance.columns(); ++column) {
            if (std::count(assigned.begin(), assigned.end(), column) != 0) continue;
            Instance fewer = instance;
            fewer.remove_column(column);
            REQUIRE(answer_of(fewer) == before);
            break;
        }
    });
}

TEST_CASE(
    "M9 solve: removing an assigned row never helps, and with most rows first it costs one pair at most",
    "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        instance.remove_row(pair->row);
        const Answer after = answer_of(instance);
        REQUIRE(after.value <= before.value);
        if (most_first(instance)) REQUIRE(after.value[0] >= before.value[0] - 1);
    });
}

TEST_CASE("M10 solve: removing a pair that is not used changes nothing", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, false, random);
        if (pair == nullptr) return;
        instance.pairs.erase(instance.pairs.begin() + (pair - instance.pairs.data()));
        REQUIRE(answer_of(instance) == before);
    });
}

TEST_CASE(
    "M11 solve: removing a pair that is used never helps, and with most rows first it costs one at most",
    "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        instance.pairs.erase(instance.pairs.begin() + (pair - instance.pairs.data()));
        const Answer after = answer_of(instance);
        REQUIRE(after.value <= before.value);
        if (most_first(instance)) REQUIRE(after.value[0] >= before.value[0] - 1);
    });
}

TEST_CASE("M12 solve: settling a pair of the answer beforehand changes nothing", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        Answer after = answer_of(with_pin(instance, *pair));
        REQUIRE(sum(after.value, value_of(instance, *pair)) == before.value);
        after.pairs.emplace_back(instance.row_key[pair->row], instance.column_key[pair->column]);
        std::sort(after.pairs.begin(), after.pairs.end());
        REQUIRE(after.pairs == before.pairs);
    });
}

TEST_CASE("M13 solve: settling another pair beforehand never helps", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, false, random);
        if (pair == nullptr || instance.capacity[pair->column] == 0) return;
        REQUIRE(sum(answer_of(with_pin(instance, *pair)).value, value_of(instance, *pair)) < before.value);
    });
}

TEST_CASE("M14 solve: a pair removed and brought back gives the first answer", "[assignment][property]")
{
    for_each_instance({}, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        if (instance.pairs.empty()) return;
        const auto at = instance.pairs.begin() + pick(random, instance.pairs.size());
        const Instance::Pair pair = *at;
        instance.pairs.erase(at);
        (void)answer_of(instance);
        instance.pairs.push_back(pair);
        REQUIRE(answer_of(instance) == before);
    });
}

TEST_CASE("M15 solve: raising a pair of the answer keeps the answer", "[assignment][property]")
{
    const auto objectives = GENERATE(points, most_then_points);
    for_each_instance(objectives, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        const auto d = static_cast<std::int64_t>(random() % 1000);
        pair->weight += d;
        const Answer after = answer_of(instance);
        REQUIRE(after.pairs == before.pairs);
        const std::size_t tier = instance.objectives.size() - 1;
        REQUIRE(after.value[tier] == before.value[tier] + d);
    });
}

TEST_CASE("M16 solve: lowering a pair outside the answer keeps the answer", "[assignment][property]")
{
    const auto objectives = GENERATE(points, most_then_points);
    for_each_instance(objectives, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        auto* pair = random_pair(instance, before, false, random);
        if (pair == nullptr) return;
        pair->weight -= static_cast<std::int64_t>(random() % 1000);
        REQUIRE(answer_of(instance) == before);
    });
}
