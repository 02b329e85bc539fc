#include "cli/help.hpp"

#include "cli/command_line.hpp"
#include <befriend/io/nearest_name.hpp>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

namespace befriend::cli {
namespace {

// The verb that the command line got to, or the tool itself.
const CLI::App& verb_of(const CLI::App& app)
{
    const auto verbs = app.get_subcommands();
    return verbs.empty() ? app : *verbs.front();
}

std::vector<std::string> option_names(const CLI::App& verb)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : verb.get_options())
        names.push_back(option->get_name());
    return names;
}

std::vector<std::string> verb_names(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands({}))
        names.push_back(verb->get_name());
    return names;
}

std::string nearest(std::string_view name, const std::vector<std::string>& known)
{
    const std::vector<std::string_view> views(known.begin(), known.end());
    return did_you_mean(name, views);
}

// The option of ours that the parser complains about: the first that its sentence names.
std::string option_in(const CLI::App& verb, std::string_view sentence)
{
    std::string best;
    std::size_t best_at = sentence.npos;
    for (const std::string& name : option_names(verb)) {
        const std::size_t at = sentence.find(name);
        const bool longer = at == best_at && at != sentence.npos && name.size() > best.size();
        if (at < best_at || longer) {
            best = name;
            best_at = at;
        }
    }
    return best;
}

std::string about_extras(const CLI::App& app)
{
    const CLI::App& verb = verb_of(app);
    const std::vector<std::string> extras = app.remaining(true);
    const std::string first = extras.empty() ? "" : extras.front().substr(0, 100);
    if (first.starts_with('-'))
        return "unknown option" + nearest(first.substr(0, first.find('=')), option_names(verb));
    if (&verb == &app)
        return extras.empty() ? "a verb is missing" : "unknown verb" + nearest(first, verb_names(app));
    return "more arguments than " + verb.get_name() + " takes";
}

std::string rule_of(const CLI::ParseError& error)
{
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return "is required";
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return "needs one value, and only once";
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return "an empty text";
    return "not understood";
}

}  // namespace

HelpFormatter::HelpFormatter(bool complete) : complete_(complete)
{
    column_width(24);
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const
{
    std::string text = app->get_footer() + "\n\n" + make_description(app) + make_usage(app, name) +
                       make_positionals(app) + make_groups(app, mode) + make_subcommands(app, mode);
    if (!complete_ && app->get_parent() != nullptr)
        text += "\nAll options: befriend help " + app->get_name() + "\n";
    for (std::size_t at = 0; (at = text.find("\n\n\n", at)) != text.npos;)
        text.erase(at, 1);
    text.erase(text.find_last_not_of('\n') + 2);
    return text;
}

std::string HelpFormatter::make_description(const CLI::App* app) const
{
    const std::string description = app->get_description();
    return description.substr(0, complete_ ? description.npos : description.find("\n\n")) + "\n";
}

std::string HelpFormatter::make_positionals(const CLI::App* app) const
{
    std::string text;
    for (const CLI::Option* option :
         app->get_options([](const CLI::Option* o) { return o->get_positional(); }))
        text += make_option(option, true);
    return text;
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const
{
    return option->get_option_text().empty() ? "" : " " + option->get_option_text();
}

std::string HelpFormatter::make_option_usage(const CLI::Option* option) const
{
    const std::string text = option->get_name() + make_option_opts(option);
    return option->get_required() ? text : "[" + text + "]";
}

std::string HelpFormatter::make_group(std::string group, bool is_positional,
                                      std::vector<const CLI::Option*> options) const
{
    if (!complete_ && group == more_options) return {};
    return CLI::Formatter::make_group(group, is_positional, options);
}

std::string HelpFormatter::make_subcommand(const CLI::App* verb) const
{
    const std::string description = verb->get_description();
    std::ostringstream line;
    CLI::detail::format_help(line, verb->get_name(), description.substr(0, description.find('\n')),
                             column_width_);
    return line.str();
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string) const
{
    std::string text =
        app->get_parent() == nullptr ? "Usage: befriend VERB" : "Usage: befriend " + app->get_name();
    for (const CLI::Option* option :
         app->get_options([](const CLI::Option* o) { return o->get_positional(); }))
        text += " " + make_option_usage(option);
    return text + " [OPTIONS]\n";
}

std::string usage_text(const CLI::App& app, const CLI::ParseError& error)
{
    const CLI::App& verb = verb_of(app);
    const std::string help = &verb == &app ? "befriend --help" : "befriend " + verb.get_name() + " --help";
    std::string text = "E_ARG";
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr || app.get_subcommands().empty()) {
        text += ": " + about_extras(app);
    } else {
        const std::string option = option_in(verb, error.what());
        text += (option.empty() ? "" : " " + option) + ": " + rule_of(error);
    }
    return text + "\nSee " + help + "\n";
}

}  // namespace befriend::cli
