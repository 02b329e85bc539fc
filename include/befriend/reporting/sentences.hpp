#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <string>
#include <vector>

namespace befriend {

/// Why a child keeps waiting, in one or two sentences.
[[nodiscard]] std::string sentence_of(const WaitingChild& waiting, const Policy& policy);

/// Why children keep waiting, and why volunteers are not used, without a number or an id: for figures.
[[nodiscard]] std::string sentence_of(WaitingReason reason, const std::vector<Rule>& rules);
[[nodiscard]] std::string sentence_of(UnusedReason reason, const std::vector<Rule>& rules);

/// `V-7 would earn 612 points, and is proposed to C-4 (ahead on “Longest wait”).`
[[nodiscard]] std::string sentence_of(const NeededElsewhere& needed, const Round& round);

/// What would change it, a sentence a rule: `The volunteer agrees to travel further: V-9 (3 km more).`
/// Precondition: the changes of one rule stand together, as `propose` puts them.
[[nodiscard]] std::vector<std::string> sentences_of(const std::vector<Change>& changes, const Round& round);

}  // namespace befriend
