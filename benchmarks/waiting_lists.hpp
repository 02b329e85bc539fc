#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>

namespace befriend::benchmarks {

/// An invented national waiting list (preset `national-2019`, seed 1) with this many children and volunteers
/// in the ratio of all England, 25,000 to 83,630. The same tables at every call.
[[nodiscard]] Tables tables_of(std::size_t children);

/// The policy that goes with it.
[[nodiscard]] const Policy& policy();

/// The round of these tables. Made at the first call and kept, so that a benchmark measures its own step
/// only.
[[nodiscard]] const Round& round_of(std::size_t children);

/// The proposal for `round_of(children)`, made at the first call and kept.
[[nodiscard]] const Proposal& proposal_of(std::size_t children);

/// A council, a large county, a nation's list, a region's children in care, and all children in care of
/// England.
inline void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Unit(benchmark::kMillisecond)->ArgName("children");
    for (const int children : {30, 150, 1'200, 20'000, 83'630})
        benchmark->Arg(children);
}

}  // namespace befriend::benchmarks
