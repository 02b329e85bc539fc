#include "proposal/round_problem.hpp"
#include "waiting_lists.hpp"
#include <befriend/assignment/assign.hpp>
#include <befriend/assignment/certificate.hpp>
#include <befriend/candidates/find_candidates.hpp>

#include <cstdint>
#include <vector>

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

// The engine with one weight a pair, as `befriend assign` and the other doors call it: the most points of
// all, and of exactly half as many pairs as there could be.
void assign_points(benchmark::State& state, bool exactly)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const CandidateGraph graph = *find_candidates(round, Eligibility(round), Scorer(round));
    WeightedPairs pairs{graph.volunteers, graph.row_begin, graph.volunteer, {}};
    pairs.weight.assign(graph.points.begin(), graph.points.end());
    std::vector<std::int64_t> capacity;
    for (const Volunteer& volunteer : round.volunteers())
        capacity.push_back(volunteer.room());
    const AssignInput input{pairs, capacity, {}, {}, {}};
    AssignOptions options;
    options.maximize = true;
    if (exactly) options.exactly = assign(input, options).matched / 2;
    std::size_t matched = 0;
    for (auto _ : state)
        matched = assign(input, options).matched;
    state.counters["edges"] = static_cast<double>(pairs.pairs());
    state.counters["matched"] = static_cast<double>(matched);
}
BENCHMARK_CAPTURE(assign_points, most_pairs, false)->Apply(sizes);
BENCHMARK_CAPTURE(assign_points, exactly_half, true)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
