#pragma once

#include "proposal/considered.hpp"
#include "proposal/matching_facts.hpp"
#include <befriend/proposal/proposal.hpp>

#include <cstddef>

namespace befriend {

/// Why a child keeps waiting, and what would change it. Precondition: nobody is proposed to the child.
[[nodiscard]] WaitingChild why_waiting(std::size_t child, const MatchingFacts& facts,
                                       const Considered& considered);

/// Why a volunteer is not used. `eligible` is for how many children the volunteer is eligible, `candidates`
/// for how many of them at or above the minimum. Precondition: the volunteer is proposed to nobody.
[[nodiscard]] UnusedVolunteer why_unused(std::size_t volunteer, std::size_t eligible, std::size_t candidates,
                                         const MatchingFacts& facts);

}  // namespace befriend
