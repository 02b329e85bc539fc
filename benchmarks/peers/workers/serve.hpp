#pragma once

// In C++17, for LEMON's headers.

#include "instances/instance.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace befriend::peers {

/// The column of each row, or `unassigned`.
using Assignment = std::vector<std::uint32_t>;
constexpr std::uint32_t unassigned = std::numeric_limits<std::uint32_t>::max();

/// Thrown by a solver that cannot do an instance; the message says why in a few words.
struct Cannot : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One solver: what it is called, and its call from the arrays of an instance to the finished assignment.
struct Solver {
    std::string version;
    std::function<Assignment(const Instance&)> solve;
};

/// What `WORKER SOLVER FILE` does: loads the instance and answers the driver until the end of standard input.
/// Returns the exit status of main.
///
/// Each answer is a line, a JSON object. The first has the `version`. Every line "solve" then gives `seconds`
/// (of one call; a short one is repeated for 10 ms and averaged), `matched`, `total`, `memory_mib` (the peak
/// beyond the instance) or one of `cannot` and `invalid` (no assignment of the instance), with a reason.
[[nodiscard]] int serve(int count, char** words, const std::map<std::string, Solver>& solvers);

}  // namespace befriend::peers
