#include "assignment/lexicographic.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

namespace befriend {

Solution solve(const Problem& problem, const KeepGoing& keep_going)
{
    if (first_fault(problem)) return {};
    Solution solution = solve_lexicographically(problem, keep_going);
    // Whoever finds the proof wanting must not find an answer beside it.
    if (solution.status == SolveStatus::optimal && first_violation(problem, solution))
        solution.status = SolveStatus::failed;
    return solution;
}

}  // namespace befriend
