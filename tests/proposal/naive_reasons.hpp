#pragma once

#include <befriend/proposal/proposal.hpp>

#include <cstddef>
#include <vector>

namespace befriend::test {

/// The volunteers that a child's explanation looks at, from the words of DESIGN: within twice the limit of
/// the pair, and if they are fewer than 50 the 50 nearest too; without a place those of the child's pool.
[[nodiscard]] std::vector<std::size_t> considered_volunteers(const Round& round, std::size_t child);

/// The reason, rules, counts and `needed_elsewhere` of a child who waits, and every single change, not only
/// five.
[[nodiscard]] WaitingChild naive_waiting(const Round& round, const Proposal& proposal, std::size_t child);

/// Why a volunteer is not used.
[[nodiscard]] UnusedVolunteer naive_unused(const Round& round, std::size_t volunteer);

}  // namespace befriend::test
