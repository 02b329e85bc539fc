#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>

#include <cstddef>
#include <string>

namespace befriend {

/// The proposal as JSON: whom befriend suggests, who keeps waiting and why, who is not used and why.
///
/// People are named by id, rules and reasons by code and sentence, objectives and criteria by name.
/// Everything of the proposal is in it but the certificate. The bytes follow from the round and the proposal
/// alone, so every door writes the same: keys sorted, integers only, one record a line, LF, ASCII but for the
/// policy's own texts. `schema_version` is 1. O(length of the result).
[[nodiscard]] std::string proposal_json(const Round& round, const Proposal& proposal);

/// All about one child as JSON: the record of `proposal_json` under `proposed` or `waiting`, the other null.
/// `child` is a position in the round's children. Format as `proposal_json`.
[[nodiscard]] std::string child_json(const Round& round, const Proposal& proposal, std::size_t child);

/// All about one pair as JSON: whether it is proposed, every hard rule that it breaks, its points criterion
/// by criterion, and what to ask about. Positions in the round's tables. Format as `proposal_json`.
[[nodiscard]] std::string pair_json(const Round& round, const Proposal& proposal, std::size_t child,
                                    std::size_t volunteer);

/// The proof that nothing better is possible, as JSON: a price for each child and volunteer on each
/// objective, and how to re-check it. Always valid; other versions may find other prices. Format as
/// `proposal_json`.
[[nodiscard]] std::string certificate_json(const Round& round, const Proposal& proposal);

/// The record of a run as JSON. Format as `proposal_json`.
[[nodiscard]] std::string run_record_json(const RunRecord& record);

}  // namespace befriend
