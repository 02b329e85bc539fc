#pragma once

#include "cli/failure.hpp"
#include "cli/options.hpp"
#include "cli/round_files.hpp"
#include "cli/steps.hpp"
#include <befriend/proposal/propose.hpp>
#include <befriend/proposal/run_record.hpp>

#include <functional>
#include <map>
#include <string>

namespace befriend::cli {

// Does the work of a verb, and turns what it throws about input, files and the command line into messages and
// an exit code.
[[nodiscard]] ExitCode with_messages(const ShowOptions& show, const std::function<ExitCode()>& work);

// Reads the round, and says on standard error what is odd about it and which date it takes when nobody named
// one. What a pin breaks is refused here.
[[nodiscard]] RoundFiles read_and_say(const InputOptions& input, const ShowOptions& show,
                                      const OnStep& on_step = {});

// The proposal, with progress; throws `Failure` when a signal stopped the work.
[[nodiscard]] Proposal propose_with_progress(const Round& round, const ShowOptions& show,
                                             const OnStep& on_step = {});

// What the run was, for later readers.
[[nodiscard]] RunRecord record_of(const RoundFiles& files, const Proposal& proposal,
                                  std::map<std::string, std::string> options);

// The values in force of the options that change what is read; file names are left out.
[[nodiscard]] std::map<std::string, std::string> options_in_force(const InputOptions& input);

}  // namespace befriend::cli
