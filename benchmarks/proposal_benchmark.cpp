#include "waiting_lists.hpp"

#include <befriend/proposal/propose.hpp>

namespace befriend::benchmarks {
namespace {

// Candidates, assignment and reasons together; what the benchmarks of those steps leave over is the reasons' part.
void propose_round(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    std::size_t proposed = 0;
    for (auto _ : state) proposed = propose(round).proposed.size();
    state.counters["proposed"] = static_cast<double>(proposed);
}
BENCHMARK(propose_round)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
