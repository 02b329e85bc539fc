#pragma once

#include "oracles/instance.hpp"

#include <cstdint>
#include <functional>
#include <random>
#include <utility>
#include <vector>

namespace befriend::test {

using Random = std::mt19937_64;
using Objectives = std::vector<Instance::Objective>;

inline const Objectives points = {{0, 0, 0, 1}};
inline const Objectives most_then_points = {{1, 0, 0, 0}, {0, 0, 0, 1}};

/// 2,000 instances (see `how_many`), 200 of each family, with these objectives, or with random ones if there are none.
void for_each_instance(const Objectives& objectives, const std::function<void(Instance, Random&)>& check);

/// A number below `size`.
[[nodiscard]] std::uint32_t pick(Random& random, std::size_t size);

/// The same problem with rows, columns and pairs in another order; keys and weights move along.
[[nodiscard]] Instance shuffled(Instance instance, Random& random);

/// A random pair of the instance that is, or is not, part of the answer; null if there is none.
[[nodiscard]] Instance::Pair* random_pair(Instance& instance, const Answer& answer, bool assigned,
                                          Random& random);

/// The rest of a problem in which a pair is settled beforehand.
[[nodiscard]] Instance with_pin(Instance instance, const Instance::Pair& pair);

/// What a pair counts, tier by tier, `ties` last.
[[nodiscard]] std::vector<std::int64_t> value_of(const Instance& instance, const Instance::Pair& pair);

[[nodiscard]] std::vector<std::int64_t> sum(std::vector<std::int64_t> a, const std::vector<std::int64_t>& b);

/// Two problems side by side; the keys of the second are changed by an exclusive or.
[[nodiscard]] Instance joined(Instance instance, const Instance& other, std::uint64_t key_change);

}  // namespace befriend::test
