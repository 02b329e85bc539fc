#pragma once

#include "cli/steps.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace befriend::cli {

// How large a list is, and what came of it.
struct BenchCounts {
    std::uint64_t children = 0;
    std::uint64_t volunteers = 0;
    std::uint64_t candidate_pairs = 0;
    std::uint64_t proposed = 0;
    std::uint64_t waiting = 0;
    std::uint64_t unused = 0;
};

// What runs over one list took: of each step the least time, and the memory of the first run.
struct BenchRuns {
    BenchCounts counts;
    StepCosts costs{};
    std::size_t runs = 0;
};

// What a user's own list takes: all of it, and half of it, which shows how each step grows.
struct BenchResult {
    BenchRuns whole;
    BenchRuns half;
    std::uint64_t bytes_before = 0;  // memory of the process before the first run
};

// The time of a step for twice the children and twice the volunteers: it grows again by as much as from half
// of the list to all of it. Reading, of which nobody did half, doubles.
[[nodiscard]] std::chrono::nanoseconds time_of_twice(const BenchResult& result, Step step);

// The most memory for twice the children and volunteers: all that the runs took doubles, and candidate pairs,
// by the bytes that `forecast_bytes` gives each, become four times as many.
[[nodiscard]] std::uint64_t peak_of_twice(const BenchResult& result);

[[nodiscard]] std::string bench_text(const BenchResult& result);
[[nodiscard]] std::string bench_json(const BenchResult& result);

}  // namespace befriend::cli
