#pragma once

#include <befriend/model/round.hpp>

#include <set>
#include <string>

namespace befriend::test {

/// The codes of the hard rules that a pair breaks, rule by rule as the data dictionary says, slow and
/// obvious: no code of src/scoring.
[[nodiscard]] std::set<std::string> naive_rules(const Round& round, const Referral& child,
                                                const Volunteer& volunteer);

}  // namespace befriend::test
