// The parser is CLI11. Its headers take seconds to compile, so only this file and help.cpp read them.

#include "cli/command_line.hpp"

#include "cli/help.hpp"
#include "cli/output_files.hpp"
#include <befriend/version.hpp>

namespace befriend::cli {
namespace {

// What every verb's help ends with would be said nine times; the tool's own help says it once.
constexpr const char* exit_codes =
    "\nExit codes: 0 done, 1 a child waits (if asked), 2 usage, 3 input refused,\n"
    "4 demands that conflict, 5 stopped, 6 file trouble, 7 memory, 70 our mistake.\n";

std::string complaint_about_empty(const std::string& value)
{
    return value.empty() ? "an empty text" : "";
}

std::string lines(CommandLine::Examples examples)
{
    std::string text = "Examples:";
    for (const char* const example : examples)
        text.append("\n  ").append(example);
    return text;
}

CLI::App* verb_named(CLI::App& app, const std::string& name)
{
    for (CLI::App* const verb : app.get_subcommands({})) {
        if (verb->get_name() == name) return verb;
    }
    return nullptr;
}

}  // namespace

const Setting& Setting::shown_as(const std::string& value) const
{
    option_.option_text(value);
    return *this;
}

const Setting& Setting::in(const char* group) const
{
    option_.group(group);
    return *this;
}

const Setting& Setting::required() const
{
    option_.required();
    return *this;
}

const Setting& Setting::means(const std::string& meaning) const
{
    option_.description(meaning);
    return *this;
}

Setting Verb::text(const std::string& name, std::string& value, const std::string& meaning) const
{
    CLI::Option& option = *verb_.add_option(name, value, meaning);
    option.type_name("");
    option.check(CLI::Validator([](std::string& text) { return complaint_about_empty(text); }, ""));
    return Setting(option);
}

Setting Verb::texts(const std::string& name, std::vector<std::string>& values,
                    const std::string& meaning) const
{
    CLI::Option& option = *verb_.add_option(name, values, meaning);
    option.expected(1)->take_all();
    return Setting(option);
}

Setting Verb::arguments(const std::string& name, std::vector<std::string>& values, int least, int most,
                        const std::string& meaning) const
{
    CLI::Option& option = *verb_.add_option(name, values, meaning);
    option.expected(least, most);
    return Setting(option);
}

Setting Verb::flag(const std::string& name, bool& value, const std::string& meaning) const
{
    return Setting(*verb_.add_flag(name, value, meaning));
}

Setting Verb::setting(const std::string& name) const
{
    return Setting(*verb_.get_option(name));
}

void Verb::does(const Action& action) const
{
    verb_.callback([&asked = asked_, action] { asked = action; });
}

CommandLine::CommandLine(const std::string& description, Examples examples)
    : app_(std::make_unique<CLI::App>(description, "befriend"))
{
    app_->footer(lines(examples));
    app_->formatter(std::make_shared<HelpFormatter>(false));
    app_->set_help_flag("-h,--help", "the short help of the tool or of a verb");
    app_->set_version_flag("--version", "befriend " + std::string(version()), "the version");
    app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Verb CommandLine::add(const std::string& name, const std::string& description, Examples examples)
{
    CLI::App& verb = *app_->add_subcommand(name, description);
    verb.group("Verbs");
    verb.footer(lines(examples));
    verb.get_help_ptr()->group(more_options);
    return {verb, asked_};
}

ExitCode CommandLine::run(int argc, const char* const* argv)
{
    try {
        app_->parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const bool of_tool = app_->get_subcommands().empty();
        write_standard_output(app_->help() + (of_tool ? exit_codes : ""));
        return ExitCode::done;
    } catch (const CLI::CallForVersion& call) {
        write_standard_output(std::string(call.what()) + "\n");
        return ExitCode::done;
    } catch (const CLI::ParseError& error) {
        write_standard_error(usage_text(*app_, error));
        return ExitCode::usage;
    }
    return asked_();
}

std::optional<std::string> CommandLine::complete_help(const std::string& verb) const
{
    CLI::App* const asked = verb.empty() ? app_.get() : verb_named(*app_, verb);
    if (asked == nullptr) return std::nullopt;
    asked->formatter(std::make_shared<HelpFormatter>(true));
    app_->clear();
    return asked->help() + exit_codes;
}

}  // namespace befriend::cli
