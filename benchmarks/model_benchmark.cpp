#include "waiting_lists.hpp"
#include <befriend/io/read_vocabulary.hpp>

namespace befriend::benchmarks {
namespace {

void check_round(benchmark::State& state)
{
    const Tables tables = tables_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        state.PauseTiming();
        Tables copy = tables;
        state.ResumeTiming();
        benchmark::DoNotOptimize(Round(std::move(copy), policy(), built_in_vocabulary()));
    }
}
BENCHMARK(check_round)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
