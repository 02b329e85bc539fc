#pragma once

// The handles of the C API, freed when they go out of scope.

#include <befriend/befriend.h>

#include <memory>

namespace befriend::python {

template <auto free>
struct Free {
    template <class Handle>
    void operator()(Handle* handle) const noexcept
    {
        free(handle);
    }
};

using PolicyHandle = std::unique_ptr<befriend_policy, Free<befriend_policy_free>>;
using RoundHandle = std::unique_ptr<befriend_round, Free<befriend_round_free>>;
using ProposalHandle = std::unique_ptr<befriend_proposal, Free<befriend_proposal_free>>;
using ProblemHandle = std::unique_ptr<befriend_problem, Free<befriend_problem_free>>;
using SolutionHandle = std::unique_ptr<befriend_solution, Free<befriend_solution_free>>;
using ErrorHandle = std::unique_ptr<befriend_error, Free<befriend_error_free>>;

}  // namespace befriend::python
