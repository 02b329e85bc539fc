#pragma once

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <optional>

namespace befriend {

/// What a check has found, if it was not stopped.
struct CheckedStream {
    bool stopped = false;
    std::optional<Violation> violation;
};

/// `first_violation` of a streamed problem, for callers who may want to stop it.
[[nodiscard]] CheckedStream check_stream(const StreamedProblem& problem, const Solution& solution,
                                         const KeepGoing& keep_going);

}  // namespace befriend
