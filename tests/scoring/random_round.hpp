#pragma once

#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace befriend::test {

/// Whole numbers that are the same with every standard library.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : bits_(seed) {}

    /// 0 to n - 1. Precondition: n > 0.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits_() % n); }
    bool chance(std::size_t percent) { return below(100) < percent; }

    template <class T>
    const T& of(const std::vector<T>& list)
    {
        return list[below(list.size())];
    }

private:
    std::mt19937_64 bits_;
};

/// What a round is made of, so that a test can change a record and make the round again.
struct RandomRound {
    Tables tables;
    Policy policy;
    Vocabulary vocabulary;

    [[nodiscard]] Round round() const { return Round(tables, policy, vocabulary); }
};

/// A few children and volunteers of an invented list of any preset, loosened so that about a third of the
/// pairs are eligible, then changed at random so that every rule and every criterion matters now and then:
/// places gathered or unknown, three providers that share or do not, limits of 0 and 2,000,000 m, capacities
/// 0 to 3, limits on high needs, blocks, wishes, numbers of the policy. Tiers stay as they are; there are no
/// pins.
[[nodiscard]] RandomRound random_round(std::uint64_t seed, std::size_t children, std::size_t volunteers);

/// The words of the random rounds' interests.
[[nodiscard]] Vocabulary random_round_vocabulary();

}  // namespace befriend::test
