#pragma once

#include <befriend/model/round.hpp>

namespace befriend::cli {

// Every second child and every second volunteer of a round, by the order of their ids, with the exclusions,
// pins, blocks and matches that are among them: the tables of a list of half its size and of the same kind.
[[nodiscard]] Tables half_of(const Round& round);

}  // namespace befriend::cli
