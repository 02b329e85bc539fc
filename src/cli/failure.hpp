#pragma once

#include "cli/shown.hpp"
#include <befriend/model/invalid_input.hpp>

#include <exception>
#include <string>
#include <utility>

namespace befriend::cli {

// What the tool tells the shell. A number never changes its meaning.
enum class ExitCode : int {
    done = 0,
    children_wait = 1,  // only with --fail-on-waiting
    usage = 2,
    refused = 3,
    constraints = 4,  // pins, blocks, or a column for every row: they cannot all hold
    stopped = 5,
    file_trouble = 6,
    memory = 7,
    internal = 70
};

// Trouble with the command or with a file, which ends the run: `E_IO children.csv: not there`. Where is an
// option of ours or the base name of a file; the rule never repeats an argument.
class Failure : public std::exception {
public:
    Failure(ExitCode exit, FaultCode code, std::string_view where, std::string rule)
        : exit_(exit), code_(code), where_(shown(where)), rule_(std::move(rule))
    {
        text_ = std::string(to_text(code_)) + (where_.empty() ? "" : " " + where_) + ": " + rule_;
    }

    [[nodiscard]] ExitCode exit() const noexcept { return exit_; }
    [[nodiscard]] FaultCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& where() const noexcept { return where_; }
    [[nodiscard]] const std::string& rule() const noexcept { return rule_; }
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

private:
    ExitCode exit_;
    FaultCode code_;
    std::string where_;
    std::string rule_;
    std::string text_;
};

[[nodiscard]] inline Failure usage_failure(std::string option, std::string rule)
{
    return {ExitCode::usage, FaultCode::e_arg, std::move(option), std::move(rule)};
}

[[nodiscard]] inline Failure file_failure(std::string file, std::string rule)
{
    return {ExitCode::file_trouble, FaultCode::e_io, std::move(file), std::move(rule)};
}

// The end of a run that a signal stopped: how far it was, and what is known of the best.
[[nodiscard]] inline Failure stopped_failure(std::string rule)
{
    return {ExitCode::stopped, FaultCode::e_cancelled, {}, std::move(rule)};
}

}  // namespace befriend::cli
