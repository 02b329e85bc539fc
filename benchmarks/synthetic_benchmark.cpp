#include "waiting_lists.hpp"

namespace befriend::benchmarks {
namespace {

void invent_tables(benchmark::State& state)
{
    const auto children = static_cast<std::size_t>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(tables_of(children));
}
BENCHMARK(invent_tables)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
