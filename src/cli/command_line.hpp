#pragma once

#include "cli/failure.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace befriend::cli {

// What the command line asks for, once it is understood.
using Action = std::function<ExitCode()>;

// The groups of options in the help of a verb. Only `befriend help VERB` shows `more_options`.
inline constexpr const char* input_options = "Input";
inline constexpr const char* output_options = "Output";
inline constexpr const char* more_options = "More options";

// An option, a flag or an argument of a verb, to say more about it.
class Setting {
public:
    explicit Setting(CLI::Option& option) : option_(option) {}

    const Setting& shown_as(const std::string& value) const;  // what stands for the value in the help
    const Setting& in(const char* group) const;
    const Setting& required() const;
    const Setting& means(const std::string& meaning) const;  // in the place of what it said before

private:
    CLI::Option& option_;
};

// A verb of the tool as it declares its options. What they write to must outlive the command line.
class Verb {
public:
    Verb(CLI::App& verb, Action& asked) : verb_(verb), asked_(asked) {}

    // One that takes a text, which must not be empty. A name without dashes is an argument by position.
    Setting text(const std::string& name, std::string& value, const std::string& meaning) const;
    // The same for a text that may be given several times.
    Setting texts(const std::string& name, std::vector<std::string>& values,
                  const std::string& meaning) const;
    // From `least` to `most` arguments by position.
    Setting arguments(const std::string& name, std::vector<std::string>& values, int least, int most,
                      const std::string& meaning) const;
    Setting flag(const std::string& name, bool& value, const std::string& meaning) const;

    // One that was declared before.
    [[nodiscard]] Setting setting(const std::string& name) const;

    // What is done when the command line names this verb.
    void does(const Action& action) const;

private:
    CLI::App& verb_;
    Action& asked_;
};

// The verbs of the tool, their options and their help. The only part that knows which parser there is.
class CommandLine {
public:
    using Examples = std::initializer_list<const char*>;

    CommandLine(const std::string& description, Examples examples);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    // The list of verbs shows the first line of the description, `--help` its first paragraph.
    [[nodiscard]] Verb add(const std::string& name, const std::string& description, Examples examples);

    // Does what the arguments ask for; prints help, the version, or what is wrong with the arguments.
    [[nodiscard]] ExitCode run(int argc, const char* const* argv);

    // All that there is to say about a verb, or about the tool when `verb` is empty; none: no such verb.
    [[nodiscard]] std::optional<std::string> complete_help(const std::string& verb) const;

private:
    std::unique_ptr<CLI::App> app_;
    Action asked_;
};

}  // namespace befriend::cli
