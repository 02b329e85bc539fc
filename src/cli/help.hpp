#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace befriend::cli {

// Help that starts with examples: the footer of a verb holds them. A list of verbs has the first line of
// each. `--help` leaves out the group `more_options` and all but the first paragraph of the description, so
// that it fits a screen of 24 lines and 80 columns; `befriend help VERB` is complete.
class HelpFormatter : public CLI::Formatter {
public:
    explicit HelpFormatter(bool complete);

    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
    std::string make_description(const CLI::App* app) const override;
    std::string make_positionals(const CLI::App* app) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_usage(const CLI::Option* option) const override;
    std::string make_group(std::string group, bool is_positional,
                           std::vector<const CLI::Option*> options) const override;
    std::string make_subcommand(const CLI::App* verb) const override;
    std::string make_usage(const CLI::App* app, std::string name) const override;

private:
    bool complete_;
};

// What was wrong with the command line, without a word of it: E_ARG, the option if it is one of ours, and the
// nearest known name for one that is not.
[[nodiscard]] std::string usage_text(const CLI::App& app, const CLI::ParseError& error);

}  // namespace befriend::cli
