#include "waiting_lists.hpp"
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

namespace befriend::benchmarks {
namespace {

void prepare_rules(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Eligibility(round));
}
BENCHMARK(prepare_rules)->Apply(sizes);

void prepare_criteria(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Scorer(round));
}
BENCHMARK(prepare_criteria)->Apply(sizes);

// Every pair of 150 children and their volunteers: the cost of one test and of one score.
void test_every_pair(benchmark::State& state)
{
    const Round& round = round_of(150);
    const Eligibility eligibility(round);
    const std::size_t pairs = round.children().size() * round.volunteers().size();
    for (auto _ : state) {
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
                benchmark::DoNotOptimize(eligibility.eligible(child, volunteer));
            }
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs) * state.iterations());
}
BENCHMARK(test_every_pair);

void score_every_pair(benchmark::State& state)
{
    const Round& round = round_of(150);
    const Scorer scorer(round);
    const std::size_t pairs = round.children().size() * round.volunteers().size();
    for (auto _ : state) {
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
                benchmark::DoNotOptimize(scorer.brief(child, volunteer));
            }
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs) * state.iterations());
}
BENCHMARK(score_every_pair);

}  // namespace
}  // namespace befriend::benchmarks
