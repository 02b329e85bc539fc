#include "proposal/round_problem.hpp"
#include "waiting_lists.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/candidates/find_candidates.hpp>

namespace befriend::benchmarks {
namespace {

// All tiers and ties, and the certificate that every solve checks.
void solve_round(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const CandidateGraph graph = *find_candidates(round, Eligibility(round), Scorer(round));
    const RoundProblem round_problem(round, graph);
    const Problem problem = round_problem.problem();
    for (auto _ : state)
        benchmark::DoNotOptimize(solve(problem));
    state.counters["edges"] = static_cast<double>(problem.edges());
}
BENCHMARK(solve_round)->Apply(sizes);

// The certificate's part of `solve_round`.
void check_certificate(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const CandidateGraph graph = *find_candidates(round, Eligibility(round), Scorer(round));
    const RoundProblem round_problem(round, graph);
    const Problem problem = round_problem.problem();
    const Solution solution = solve(problem);
    for (auto _ : state)
        benchmark::DoNotOptimize(first_violation(problem, solution));
}
BENCHMARK(check_certificate)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
