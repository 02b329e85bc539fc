#pragma once

#include "proposal/round_problem.hpp"
#include <befriend/assignment/solution.hpp>
#include <befriend/candidates/candidate_graph.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace befriend {

/// Everything that explanations read once the assignment is known. Borrows all but the pairs themselves.
struct MatchingFacts {
    MatchingFacts(const Round& round, const Eligibility& eligibility, const Scorer& scorer,
                  const CandidateGraph& candidates, const RoundProblem& problem, const Solution& solution);

    /// Whether the volunteer could see one more child like this one beside those proposed.
    [[nodiscard]] bool has_room_for(std::size_t volunteer, std::size_t child) const noexcept;

    /// Whether the child could have the place that `other` has with the volunteer, as far as the volunteer's
    /// limit on high needs goes.
    [[nodiscard]] bool could_replace(std::size_t child, std::size_t other,
                                     std::size_t volunteer) const noexcept;

    /// The child's candidates but for `left_out`, most points first, equal points by tie weight; at most
    /// `most`.
    struct Ranked {
        std::size_t volunteer;
        Points points;
    };
    [[nodiscard]] std::vector<Ranked> best_candidates(std::size_t child, std::size_t most,
                                                      std::optional<std::size_t> left_out = {}) const;

    const Round& round;
    const Eligibility& eligibility;
    const Scorer& scorer;
    const CandidateGraph& candidates;
    const RoundProblem& problem;
    std::vector<std::optional<std::size_t>> volunteer_of;  ///< one a child: proposed, pins included
    std::vector<std::vector<std::size_t>> children_of;     ///< one a volunteer, ascending

private:
    [[nodiscard]] bool is_high(std::size_t child) const noexcept
    {
        return is_high_need(round.children()[child]);
    }
    [[nodiscard]] bool takes_one_more_high_need(std::size_t volunteer) const noexcept;
};

}  // namespace befriend
