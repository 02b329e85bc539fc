#pragma once

#include "scoring/random_round.hpp"

namespace befriend::test {

/// Every order of every choice of the five objectives that are solved: 325.
[[nodiscard]] const std::vector<std::vector<TierName>>& every_objective();

/// Pins some eligible pairs, none beyond a volunteer's room or limit on high needs.
void pin_some(RandomRound& given, Dice& dice);

/// A random round up to 7 x 7 with one of the objectives and an earlier proposal, now and then with pins, or
/// crowded: many children of high need around a volunteer or two.
[[nodiscard]] RandomRound random_small_round(std::uint64_t seed);

}  // namespace befriend::test
