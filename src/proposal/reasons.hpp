#pragma once

#include "proposal/considered.hpp"
#include "proposal/matching_facts.hpp"
#include <befriend/proposal/proposal.hpp>

#include <cstddef>

namespace befriend {

/// Why a child keeps waiting, and what would change it. Precondition: nobody is proposed to the child.
[[nodiscard]] WaitingChild why_waiting(std::size_t child, const MatchingFacts& facts,
                                       const Considered& considered);

/// Why a volunteer is not used. `candidates` is for how many children the volunteer is a candidate.
/// Precondition: the volunteer is proposed to nobody.
[[nodiscard]] UnusedVolunteer why_unused(std::size_t volunteer, std::size_t candidates,
                                         const MatchingFacts& facts);

}  // namespace befriend
