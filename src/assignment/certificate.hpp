#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/certificate.hpp>

#include <optional>

namespace befriend {

/// `first_violation` for a caller who may want to stop it: then nothing of what it says counts.
[[nodiscard]] std::optional<Violation> first_violation(const Problem& problem, const Solution& solution,
                                                       Watch& watch);

}  // namespace befriend
