#pragma once

#include "model/findings.hpp"
#include "model/record_watch.hpp"
#include <befriend/model/round.hpp>

#include <algorithm>
#include <map>

// The checks of a round, one file each. They only read: every one runs whatever the others found, so that all
// faults of all tables are reported at once, and none may trust a value that another one refuses. Once
// `watch` is stopped each returns soon, and the findings are of no use.

namespace befriend {

/// Each child by itself: what must be known, ranges, codes, lists, wishes, the service's ages.
void check_referrals(const Tables& tables, const Policy& policy, const Vocabulary& vocabulary,
                     Findings& findings, RecordWatch& watch);

/// Each volunteer by itself.
void check_volunteers(const Tables& tables, const Policy& policy, const Vocabulary& vocabulary,
                      Findings& findings, RecordWatch& watch);

/// Each coordinator, existing match, pin, block and earlier pair by itself.
void check_other_records(const Tables& tables, Findings& findings, RecordWatch& watch);

/// Ids and pairs that occur twice.
void check_repeats(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch);

/// Ids that name nobody, and providers of the policy.
void check_references(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch);

/// Pins, blocks, existing matches and sibling groups that contradict each other.
void check_conflicts(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch);

/// Special-category fields for which the policy states no purpose.
void check_purposes(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch);

/// What is read and checked, but not solved yet.
void check_unsolved(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch);

/// Whether a pin or block no longer holds. False while the date of the round is unknown.
[[nodiscard]] inline bool has_expired(const PairDecision& decision, const Policy& policy) noexcept
{
    return decision.until && policy.as_of && *decision.until < *policy.as_of;
}

/// Whether the policy names the objective.
[[nodiscard]] inline bool has_tier(const Policy& policy, TierName name) noexcept
{
    return std::find(policy.tiers.begin(), policy.tiers.end(), name) != policy.tiers.end();
}

/// The records of a table by a key that they share, each list in the order as read.
template <class Key>
using Positions = std::map<Key, std::vector<std::size_t>>;

}  // namespace befriend
