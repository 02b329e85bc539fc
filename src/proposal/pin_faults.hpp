#pragma once

#include <befriend/assignment/solve.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <optional>
#include <vector>

namespace befriend {

/// As `pin_faults(round, keep_going)`, for a caller who has the hard rules of the round already.
[[nodiscard]] std::optional<std::vector<Fault>> pin_faults(const Round& round, const Eligibility& eligibility,
                                                           const KeepGoing& keep_going);

}  // namespace befriend
