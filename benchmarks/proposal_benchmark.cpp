#include "waiting_lists.hpp"
#include <befriend/proposal/propose.hpp>

#include <chrono>
#include <optional>
#include <variant>

namespace befriend::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

// Candidates, assignment and reasons together.
void propose_round(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    std::size_t proposed = 0;
    for (auto _ : state)
        proposed = propose(round).proposed.size();
    state.counters["proposed"] = static_cast<double>(proposed);
}
BENCHMARK(propose_round)->Apply(sizes);

// The reasons' part of `propose_round`: from the first word about them to the end.
void explain_round(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::optional<Clock::time_point> begin;
        const auto outcome = propose(round, [&](Phase phase, std::size_t, std::size_t) {
            if (phase == Phase::explanation && !begin) begin = Clock::now();
            return true;
        });
        if (!begin || std::holds_alternative<Stopped>(outcome))
            return state.SkipWithError("nothing was explained");
        state.SetIterationTime(std::chrono::duration<double>(Clock::now() - *begin).count());
    }
}
BENCHMARK(explain_round)->Apply(sizes)->UseManualTime();

}  // namespace
}  // namespace befriend::benchmarks
