#pragma once

#include "cli/fault_text.hpp"
#include "cli/options.hpp"
#include "cli/steps.hpp"
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>
#include <befriend/proposal/run_record.hpp>

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace befriend::cli {

// Input that befriend refuses: every fault of every file, and where each table came from.
class RefusedInput : public std::exception {
public:
    RefusedInput(std::vector<Fault> faults, Sources sources)
        : faults_(std::move(faults)), sources_(std::move(sources))
    {
    }

    [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }
    [[nodiscard]] const Sources& sources() const noexcept { return sources_; }

    // `constraints` when pins and blocks cannot all hold and nothing else is wrong.
    [[nodiscard]] ExitCode exit() const noexcept;

    [[nodiscard]] const char* what() const noexcept override { return "input refused"; }

private:
    std::vector<Fault> faults_;
    Sources sources_;
};

// The policy in force for a run, and what it was made from.
struct PolicyInForce {
    Policy policy;
    std::string as_of_source;  // `option`, `policy` or `today`
    std::string text;          // of the file; empty: built in
};

// A round read from files, with what its record needs.
struct RoundFiles {
    Round round;
    std::vector<InputRecord> inputs;
    std::string as_of_source;
    Sources sources;
};

// Reads and checks all files of a round; none when `goes_on`, asked during the check, says no. Throws
// `Failure` for trouble with a file, and `RefusedInput` with all faults. Warnings are those of the round;
// `strict` refuses a file that looks cut off or holds ranks.
[[nodiscard]] std::optional<RoundFiles> read_round_files(
    const InputOptions& options, bool show_ids,
    const std::function<bool(std::size_t done, std::size_t total)>& goes_on, const OnStep& on_step = {});

// Reads the policy alone, with what the options say in place of it.
[[nodiscard]] PolicyInForce read_policy_in_force(const InputOptions& options);

}  // namespace befriend::cli
