#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <string>
#include <vector>

namespace befriend::cli {

// The three lists of a proposal as CSV for a spreadsheet, with ids, codes and numbers, and sentences where a
// person asks why. In the order of the round's tables.
[[nodiscard]] std::string proposals_csv(const Round& round, const Proposal& proposal, bool raw);
[[nodiscard]] std::string waiting_csv(const Round& round, const Proposal& proposal, bool raw);
[[nodiscard]] std::string unused_csv(const Round& round, const Proposal& proposal, bool raw);

// Adds the columns of `proposals_csv` that a table of pins does not have: so that the rows a person keeps of
// it can be given as pins.
void skip_proposal_columns(std::vector<std::string>& ignored);

}  // namespace befriend::cli
