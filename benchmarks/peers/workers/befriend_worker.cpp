// befriend itself.

#include "serve.hpp"
#include <befriend/assignment/solve.hpp>
#include <befriend/version.hpp>

#include <string>

namespace befriend::peers {
namespace {

// The certificate is part of it, and so is the last tier if `ties`.
Assignment solve_by_befriend(const Instance& instance, bool ties, std::size_t threads)
{
    Problem problem;
    problem.row_begin = {instance.row_begin, instance.rows + 1};
    problem.column = {instance.column, instance.edges};
    problem.capacity = {instance.capacity, instance.columns};
    Tier most_pairs;
    most_pairs.each = 1;
    Tier best_total;
    best_total.edge = {instance.weight, instance.edges};
    best_total.costs = !instance.maximise;
    problem.tiers = {most_pairs, best_total};

    problem.ties = ties;
    problem.threads = threads;
    Solution solution = solve(problem);
    if (solution.status == SolveStatus::refused) throw Cannot("sums beyond 64 bits");
    if (solution.status != SolveStatus::optimal) throw std::runtime_error("the certificate does not hold");
    return std::move(solution.column_of_row);
}

}  // namespace
}  // namespace befriend::peers

int main(int count, char** words)
{
    using namespace befriend;
    static_assert(Solution::unassigned == peers::unassigned);
    const auto solver = [](bool ties, std::size_t threads) {
        return peers::Solver{std::string(version()), [=](const peers::Instance& instance) {
                                 return peers::solve_by_befriend(instance, ties, threads);
                             }};
    };
    return peers::serve(count, words,
                        {{"any-best", solver(false, 1)},
                         {"ties", solver(true, 1)},
                         {"two-threads", solver(false, 2)},
                         {"ties-two-threads", solver(true, 2)}});
}
