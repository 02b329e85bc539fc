#include "assignment/bound.hpp"
#include "assignment/certificate.hpp"
#include "assignment/fault.hpp"
#include "assignment/lexicographic.hpp"
#include "assignment/watch.hpp"
#include <befriend/assignment/solve.hpp>

#include <utility>

namespace befriend {

Solution solve(const Problem& problem, const KeepGoing& keep_going)
{
    Watch watch(keep_going, tiers_with_ties(problem), {problem.threads});
    const CheckedProblem checked = check_problem(problem, watch);
    if (watch.stopped()) return stopped_with(bounds_of_unchecked(problem));
    if (checked.fault) return {};
    Solution solution = solve_lexicographically(problem, checked, watch);
    if (solution.status != SolveStatus::optimal) return solution;
    const auto violation = first_violation(problem, solution, watch);
    if (watch.stopped()) return stopped_with(std::move(solution.bound));
    // Whoever finds the proof wanting must not find an answer beside it.
    if (violation) solution.status = SolveStatus::failed;
    return solution;
}

}  // namespace befriend
