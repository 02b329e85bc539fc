#include "oracles/instance.hpp"

#include "catch2.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <algorithm>

namespace befriend::test {
namespace {

using Random = std::mt19937_64;

std::uint32_t below(Random& random, std::uint64_t limit)
{
    return static_cast<std::uint32_t>(random() % limit);
}

std::int64_t between(Random& random, std::int64_t least, std::int64_t most)
{
    return least + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most - least + 1));
}

// Some of the three objectives that are asked for in practice, in any order, or some that only test the
// solver.
std::vector<Instance::Objective> random_objectives(Random& random)
{
    if (below(random, 8) == 0) return {{1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    if (below(random, 8) == 0) return {{0, 0, 0, 1}, {-1, 1, -1, 0}};
    std::vector<Instance::Objective> objectives{{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 1}};
    if (below(random, 3) == 0) return objectives;
    std::swap(objectives[0], objectives[below(random, 3)]);
    std::swap(objectives[1], objectives[1 + below(random, 2)]);
    objectives.resize(1 + below(random, 3));
    return objectives;
}

bool has_pair(Random& random, unsigned family, std::uint32_t row, std::uint32_t column)
{
    switch (family) {
        case 2:
            return below(random, 4) == 0;
        case 8:
            return column == row || column == row + 1;  // a staircase: one long alternating path
        case 9:
            return row % 2 == column % 2 || below(random, 8) == 0;
        default:
            return below(random, 4) != 0;
    }
}

std::int64_t pair_weight(Random& random, unsigned family, std::uint32_t row, std::uint32_t column)
{
    switch (family) {
        case 1:
            return between(random, 0, 2);
        case 5:
            return 0;
        case 6:
            return between(random, -1000, 10);
        case 7:
            return between(random, -(std::int64_t{1} << 54), std::int64_t{1} << 54);
        case 8:
            return 1000 - (row == column ? 1 : 0);
        case 9:
            return row % 2 == column % 2 ? between(random, 900, 1000) : between(random, 0, 100);
        default:
            return between(random, 0, 1000);
    }
}

}  // namespace

std::uint32_t Instance::add_row(std::int64_t weight, std::uint64_t key)
{
    row_weight.push_back(weight);
    row_key.push_back(key);
    return static_cast<std::uint32_t>(rows() - 1);
}

std::uint32_t Instance::add_column(std::int64_t weight, std::int32_t places, std::uint64_t key)
{
    column_weight.push_back(weight);
    capacity.push_back(places);
    column_key.push_back(key);
    return static_cast<std::uint32_t>(columns() - 1);
}

void Instance::remove_row(std::uint32_t row)
{
    row_weight.erase(row_weight.begin() + row);
    row_key.erase(row_key.begin() + row);
    std::erase_if(pairs, [&](const Pair& pair) { return pair.row == row; });
    for (Pair& pair : pairs)
        pair.row -= pair.row > row ? 1 : 0;
}

void Instance::remove_column(std::uint32_t column)
{
    column_weight.erase(column_weight.begin() + column);
    capacity.erase(capacity.begin() + column);
    column_key.erase(column_key.begin() + column);
    std::erase_if(pairs, [&](const Pair& pair) { return pair.column == column; });
    for (Pair& pair : pairs)
        pair.column -= pair.column > column ? 1 : 0;
}

Instance::Pair* Instance::find(std::uint32_t row, std::uint32_t column)
{
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        return pair.row == row && pair.column == column;
    });
    return found == pairs.end() ? nullptr : &*found;
}

Arrays::Arrays(const Instance& instance)
    : capacity_(instance.capacity), row_key_(instance.row_key), column_key_(instance.column_key)
{
    auto pairs = instance.pairs;
    std::sort(pairs.begin(), pairs.end(), [](const Instance::Pair& a, const Instance::Pair& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    row_begin_.assign(instance.rows() + 1, 0);
    for (const auto& pair : pairs) {
        column_.push_back(pair.column);
        ++row_begin_[pair.row + 1];
    }
    for (std::size_t row = 0; row < instance.rows(); ++row)
        row_begin_[row + 1] += row_begin_[row];

    const auto store = [&](std::int64_t scale, const auto& values, auto weight_of) {
        std::vector<std::int64_t> weights;
        if (scale != 0)
            for (const auto& value : values)
                weights.push_back(scale * weight_of(value));
        weights_.push_back(std::move(weights));
        return std::span<const std::int64_t>(weights_.back());
    };
    const auto itself = [](std::int64_t value) { return value; };
    const auto of_pair = [](const Instance::Pair& pair) { return pair.weight; };
    for (const auto& objective : instance.objectives) {
        Tier tier;
        tier.each = objective.each;
        tier.row = store(objective.row_scale, instance.row_weight, itself);
        tier.column = store(objective.column_scale, instance.column_weight, itself);
        tier.edge = store(objective.pair_scale, pairs, of_pair);
        problem.tiers.push_back(tier);
    }
    problem.row_begin = row_begin_;
    problem.column = column_;
    problem.capacity = capacity_;
    problem.row_key = row_key_;
    problem.column_key = column_key_;
}

Instance random_instance(unsigned family, std::uint64_t seed, std::uint32_t most)
{
    Random random(seed * families + family);
    const std::uint32_t few = 1 + most / 4;
    const std::uint32_t rows = family == 4 ? 1 + below(random, few) : below(random, most) + 1;
    const std::uint32_t columns = family == 3 ? 1 + below(random, few) : below(random, most) + 1;
    Instance instance;
    instance.objectives = random_objectives(random);
    for (std::uint32_t row = 0; row < rows; ++row)
        instance.add_row(between(random, 0, 3), random());
    for (std::uint32_t column = 0; column < columns; ++column) {
        const auto places = static_cast<std::int32_t>(below(random, 4) != 0 ? 1 : below(random, 4));
        instance.add_column(between(random, 0, 3), places, random());
    }
    for (std::uint32_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            if (has_pair(random, family, row, column))
                instance.pairs.push_back({row, column, pair_weight(random, family, row, column)});
    return instance;
}

std::vector<std::int64_t> without_ties(std::vector<std::int64_t> value)
{
    value.pop_back();
    return value;
}

std::vector<std::uint32_t> columns_of_rows(const Instance& instance)
{
    const Arrays arrays(instance);
    const Solution solution = solve(arrays.problem);
    REQUIRE(solution.status == SolveStatus::optimal);
    return solution.column_of_row;
}

Answer answer_of(const Instance& instance)
{
    const Arrays arrays(instance);
    const Solution solution = solve(arrays.problem);
    REQUIRE(solution.status == SolveStatus::optimal);
    Answer answer{solution.value, {}};
    for (std::uint32_t row = 0; row < instance.rows(); ++row)
        if (solution.column_of_row[row] != Solution::unassigned)
            answer.pairs.emplace_back(instance.row_key[row],
                                      instance.column_key[solution.column_of_row[row]]);
    std::sort(answer.pairs.begin(), answer.pairs.end());
    return answer;
}

}  // namespace befriend::test
