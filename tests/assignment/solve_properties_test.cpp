// What must happen to the answer when a problem changes in a known way: metamorphic properties M1 to M31.
// reference/quality.md.

#include "catch2.hpp"
#include "oracles/brute_force.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <random>

using namespace befriend;
using namespace befriend::test;

namespace {

using Random = std::mt19937_64;
using Objectives = std::vector<Instance::Objective>;

const Objectives points = {{0, 0, 0, 1}};
const Objectives most_then_points = {{1, 0, 0, 0}, {0, 0, 0, 1}};

// 2,000 instances, 200 of each family; those whose weights span 2^55 leave no room to change them.
void for_each_instance(const Objectives& objectives, const std::function<void(Instance, Random&)>& check)
{
    for (unsigned family = 0; family < families; ++family) {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            CAPTURE(family_name[family], seed);
            Random random(seed);
            Instance instance = random_instance(family, seed, 8);
            if (!objectives.empty()) instance.objectives = objectives;
            if (family == 7)
                for (auto& pair : instance.pairs)
                    pair.weight /= 4;
            check(std::move(instance), random);
        }
    }
}

std::uint32_t pick(Random& random, std::size_t size)
{
    return static_cast<std::uint32_t>(random() % size);
}

Instance shuffled(Instance instance, Random& random)
{
    const Instance old = instance;
    std::vector<std::uint32_t> row(old.rows());
    std::vector<std::uint32_t> column(old.columns());
    std::iota(row.begin(), row.end(), 0u);
    std::iota(column.begin(), column.end(), 0u);
    std::shuffle(row.begin(), row.end(), random);
    std::shuffle(column.begin(), column.end(), random);
    for (std::size_t at = 0; at < row.size(); ++at) {
        instance.row_key[row[at]] = old.row_key[at];
        instance.row_weight[row[at]] = old.row_weight[at];
    }
    for (std::size_t at = 0; at < column.size(); ++at) {
        instance.column_key[column[at]] = old.column_key[at];
        instance.column_weight[column[at]] = old.column_weight[at];
        instance.capacity[column[at]] = old.capacity[at];
    }
    for (auto& pair : instance.pairs)
        pair = {row[pair.row], column[pair.column], pair.weight};
    std::shuffle(instance.pairs.begin(), instance.pairs.end(), random);
    return instance;
}

bool is_in(const Answer& answer, const Instance& instance, const Instance::Pair& pair)
{
    const std::pair keys(instance.row_key[pair.row], instance.column_key[pair.column]);
    return std::binary_search(answer.pairs.begin(), answer.pairs.end(), keys);
}

// A random pair of the instance that is, or is not, part of the answer.
Instance::Pair* random_pair(Instance& instance, const Answer& answer, bool assigned, Random& random)
{
    std::vector<Instance::Pair*> choices;
    for (auto& pair : instance.pairs)
        if (is_in(answer, instance, pair) == assigned) choices.push_back(&pair);
    return choices.empty() ? nullptr : choices[pick(random, choices.size())];
}

// The rest of a problem in which a pair is settled beforehand.
Instance with_pin(Instance instance, const Instance::Pair& pair)
{
    --instance.capacity[pair.column];
    instance.remove_row(pair.row);
    return instance;
}

std::vector<std::int64_t> value_of(const Instance& instance, const Instance::Pair& pair)
{
    std::vector<std::int64_t> value;
    for (const auto& objective : instance.objectives)
        value.push_back(objective.each + objective.row_scale * instance.row_weight[pair.row] +
                        objective.column_scale * instance.column_weight[pair.column] +
                        objective.pair_scale * pair.weight);
    value.push_back(
        static_cast<std::int64_t>(tie_weight(instance.row_key[pair.row], instance.column_key[pair.column])));
    return value;
}

std::vector<std::int64_t> sum(std::vector<std::int64_t> a, const std::vector<std::int64_t>& b)
{
    for (std::size_t tier = 0; tier < a.size(); ++tier)
        a[tier] += b[tier];
    return a;
}

Instance joined(Instance instance, const Instance& other, std::uint64_t key_change)
{
    const auto rows = static_cast<std::uint32_t>(instance.rows());
    const auto columns = static_cast<std::uint32_t>(instance.columns());
    for (std::size_t row = 0; row < other.rows(); ++row)
        instance.add_row(other.row_weight[row], other.row_key[row] ^ key_change);
    for (std::size_t column = 0; column < other.columns(); ++column)
        instance.add_column(other.column_weight[column], other.capacity[column],
                            other.column_key[column] ^ key_change);
    for (const auto& pair : other.pairs)
        instance.pairs.push_back({pair.row + rows, pair.column + columns, pair.weight});
    return instance;
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
    for_each_instance(points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto a = static_cast<std::int64_t>(1 + random() % 3);
        instance.objectives = {{0, 0, 0, a}};
        const Answer after = answer_of(instance);
        REQUIRE(after.pairs == before.pairs);
        REQUIRE(after.value[0] == a * before.value[0]);
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

TEST_CASE("M9 solve: removing an assigned row never helps and costs one pair at most",
          "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        instance.remove_row(pair->row);
        const Answer after = answer_of(instance);
        REQUIRE(after.value <= before.value);
        REQUIRE(after.value[0] >= before.value[0] - 1);
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

TEST_CASE("M11 solve: removing a pair that is used never helps and costs one pair at most",
          "[assignment][property]")
{
    for_each_instance(most_then_points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        const auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        instance.pairs.erase(instance.pairs.begin() + (pair - instance.pairs.data()));
        const Answer after = answer_of(instance);
        REQUIRE(after.value <= before.value);
        REQUIRE(after.value[0] >= before.value[0] - 1);
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
    for_each_instance(points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        auto* pair = random_pair(instance, before, true, random);
        if (pair == nullptr) return;
        const auto d = static_cast<std::int64_t>(random() % 1000);
        pair->weight += d;
        const Answer after = answer_of(instance);
        REQUIRE(after.pairs == before.pairs);
        REQUIRE(after.value[0] == before.value[0] + d);
    });
}

TEST_CASE("M16 solve: lowering a pair outside the answer keeps the answer", "[assignment][property]")
{
    for_each_instance(points, [](Instance instance, Random& random) {
        const Answer before = answer_of(instance);
        auto* pair = random_pair(instance, before, false, random);
        if (pair == nullptr) return;
        pair->weight -= static_cast<std::int64_t>(random() % 1000);
        REQUIRE(answer_of(instance) == before);
    });
}

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

TEST_CASE("M27 solve: a higher minimum never helps; one below all weights changes nothing",
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
