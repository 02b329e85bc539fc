#pragma once

#include "scoring/random_round.hpp"
#include <befriend/proposal/proposal.hpp>

namespace befriend::test {

/// The round after what a `Change` tells has happened to the pair; nobody else's record changes.
[[nodiscard]] RandomRound after_change(RandomRound given, const Round& round, std::size_t child,
                                       const Change& change);

}  // namespace befriend::test
