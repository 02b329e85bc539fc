#pragma once

#include "cli/round_files.hpp"
#include "cli/steps.hpp"
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>

#include <string>
#include <utility>
#include <vector>

namespace befriend::cli {

// The files of a proposal with their texts, in the order in which they are to appear: the record comes last.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> proposal_files(const RoundFiles& files,
                                                                              const Proposal& proposal,
                                                                              const RunRecord& record,
                                                                              bool raw_csv,
                                                                              const OnStep& on_step = {});

// Their names.
[[nodiscard]] std::vector<std::string> proposal_file_names();

}  // namespace befriend::cli
