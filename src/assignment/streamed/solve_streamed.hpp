#pragma once

#include "assignment/tier.hpp"
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>
#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>

namespace befriend {

/// What decides how a streamed problem is solved, never what comes out.
struct StreamLimits {
    std::size_t best = 12;  ///< pairs of a row, and of a column, that make up the first core; at most 16
    std::size_t rows_between = 4096;  ///< rows priced at the same duals, before the assignment is repaired
    std::size_t most_added = 64;      ///< pairs of a row that one pass may add
    std::size_t most_near =
        10;  ///< pairs of a row, on average, that are near enough to violating to be added
    std::size_t most_solves = 3;  ///< of the core, from scratch
    std::size_t most_steps = 8;   ///< of repairs, in pairs of the core, before it is solved again
    Limits core = {};             ///< of each solve
    std::size_t rows_apart = 8;   ///< between two rows that are read in turn for the first core
};

/// What a solve has taken, for benchmarks and tests.
struct StreamCost {
    std::size_t pairs = 0;   ///< of all rows
    std::size_t chosen = 0;  ///< pairs of the first core
    std::size_t added = 0;   ///< pairs that pricing added
    std::size_t solves = 0;  ///< of the core
    std::size_t passes = 0;  ///< of pricing over the whole source
};

/// `solve` with limits of one's own.
[[nodiscard]] Solution solve_streamed(const StreamedProblem& problem, const KeepGoing& keep_going,
                                      const StreamLimits& limits = {}, StreamCost* cost = nullptr);

}  // namespace befriend
