#include "oracles/changes.hpp"

#include "catch2.hpp"
#include "oracles/how_many.hpp"
#include <befriend/assignment/solve.hpp>

#include <algorithm>
#include <numeric>

namespace befriend::test {
namespace {

bool is_in(const Answer& answer, const Instance& instance, const Instance::Pair& pair)
{
    const std::pair keys(instance.row_key[pair.row], instance.column_key[pair.column]);
    return std::binary_search(answer.pairs.begin(), answer.pairs.end(), keys);
}

}  // namespace

// Weights that span 2^55 leave no room to change them, so they are made smaller.
void for_each_instance(const Objectives& objectives, const std::function<void(Instance, Random&)>& check)
{
    for (unsigned family = 0; family < families; ++family) {
        for (std::uint64_t seed = 0; seed < how_many(200); ++seed) {
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

Instance::Pair* random_pair(Instance& instance, const Answer& answer, bool assigned, Random& random)
{
    std::vector<Instance::Pair*> choices;
    for (auto& pair : instance.pairs)
        if (is_in(answer, instance, pair) == assigned) choices.push_back(&pair);
    return choices.empty() ? nullptr : choices[pick(random, choices.size())];
}

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

}  // namespace befriend::test
