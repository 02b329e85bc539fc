#include "waiting_lists.hpp"
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>

namespace befriend::benchmarks {
namespace {

void find_pairs(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    std::size_t pairs = 0;
    for (auto _ : state)
        pairs = find_candidates(round, eligibility, scorer)->pairs();
    state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(find_pairs)->Apply(sizes);

void count_parts(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const CandidateGraph graph = *find_candidates(round, Eligibility(round), Scorer(round));
    for (auto _ : state)
        benchmark::DoNotOptimize(count_components(graph));
}
BENCHMARK(count_parts)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
