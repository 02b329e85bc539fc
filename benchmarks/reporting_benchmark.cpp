#include "waiting_lists.hpp"
#include <befriend/reporting/html.hpp>

namespace befriend::benchmarks {
namespace {

// The figures and the page.
void write_report(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const Proposal& proposal = proposal_of(static_cast<std::size_t>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = html_report(round, proposal, RunRecord{}).size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_report)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
