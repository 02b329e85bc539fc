#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <cstddef>
#include <string>

namespace befriend {

/// A proposal for a terminal: the proposed matches and the children who keep waiting, each list by time
/// waiting, longest first, then a few lines of figures. UTF-8, lines of at most 100 columns where ids allow,
/// ended by a line feed; no control character but that.
[[nodiscard]] std::string text_of(const Round& round, const Proposal& proposal);

/// All about one child: the proposal, or why the child keeps waiting and what would change it; then the
/// volunteers who earn most points. `child` is a position in the round's children.
[[nodiscard]] std::string text_of_child(const Round& round, const Proposal& proposal, std::size_t child);

/// All about one pair: every hard rule that it breaks, whether it is proposed and, if no rule stands in the
/// way, why not; the points criterion by criterion, and what to ask about. Positions in the round's tables.
[[nodiscard]] std::string text_of_pair(const Round& round, const Proposal& proposal, std::size_t child,
                                       std::size_t volunteer);

}  // namespace befriend
