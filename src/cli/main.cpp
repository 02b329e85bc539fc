#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/verbs.hpp"
#include <befriend/proposal/propose.hpp>
#include <befriend/version.hpp>

#include <exception>
#include <memory>
#include <new>
#include <string>

namespace befriend::cli {
namespace {

// What every verb's help ends with would be said seven times; the tool's own help says it once.
constexpr const char* exit_codes =
    "\nExit codes: 0 done, 1 a child waits (if asked), 2 usage, 3 input refused,\n"
    "4 demands that conflict, 5 stopped, 6 file trouble, 7 memory, 70 our mistake.\n";

std::unique_ptr<CLI::App> make_app(Action& action)
{
    auto app = std::make_unique<CLI::App>(
        "Proposes which volunteer could visit which child, and shows why. People decide.", "befriend");
    app->footer(
        "Examples:\n"
        "  befriend propose children.csv volunteers.csv --out proposal\n"
        "  befriend synth county --out list");
    app->formatter(std::make_shared<HelpFormatter>(false));
    app->set_help_flag("-h,--help", "the short help of the tool or of a verb");
    app->set_version_flag("--version", "befriend " + std::string(version()), "the version");
    app->require_subcommand(1);
    for (const auto add : {add_check, add_propose, add_explain, add_report, add_assign, add_bench, add_synth,
                           add_schema, add_help})
        add(*app, action);
    for (CLI::App* verb : app->get_subcommands({}))
        verb->get_help_ptr()->group(more_options);
    return app;
}

ExitCode run(int argc, char** argv)
{
    Action action;
    const std::unique_ptr<CLI::App> app = make_app(action);
    try {
        app->parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const bool of_tool = app->get_subcommands().empty();
        write_standard_output(app->help() + (of_tool ? exit_codes : ""));
        return ExitCode::done;
    } catch (const CLI::CallForVersion& call) {
        write_standard_output(std::string(call.what()) + "\n");
        return ExitCode::done;
    } catch (const CLI::ParseError& error) {
        write_standard_error(usage_text(*app, error));
        return ExitCode::usage;
    }
    return action();
}

CLI::App* verb_named(CLI::App& app, const std::string& name)
{
    for (CLI::App* verb : app.get_subcommands({})) {
        if (verb->get_name() == name) return verb;
    }
    return nullptr;
}

// Nothing of an exception that nobody expected is shown: it could hold what a file said.
int guarded(int argc, char** argv)
{
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const Failure& failure) {
        write_standard_error(std::string(failure.what()) + "\n");
        return static_cast<int>(failure.exit());
    } catch (const std::bad_alloc&) {
        write_standard_error("E_MEMORY: not enough memory; nothing was written\n");
        return static_cast<int>(ExitCode::memory);
    } catch (const CertificateError&) {
        write_standard_error("E_CERTIFICATE: the proof of the proposal does not hold; nothing was written\n");
        return static_cast<int>(ExitCode::internal);
    } catch (const std::exception&) {
        write_standard_error("E_INTERNAL: a mistake of befriend's own; nothing was written\n");
        return static_cast<int>(ExitCode::internal);
    }
}

}  // namespace

void add_help(CLI::App& app, Action& action)
{
    auto name = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("help", "The complete help of a verb.");
    verb->group("Verbs");
    verb->footer("Examples:\n  befriend help propose\n  befriend help synth");
    verb->add_option("VERB", *name, "the verb; without it, the help of the tool")->type_name("");
    verb->callback([&app, &action, name] {
        action = [&app, name] {
            CLI::App* asked = name->empty() ? &app : verb_named(app, *name);
            if (asked == nullptr) throw usage_failure("VERB", "no such verb; befriend --help lists them");
            asked->formatter(std::make_shared<HelpFormatter>(true));
            app.clear();
            write_standard_output(asked->help() + exit_codes);
            return ExitCode::done;
        };
    });
}

}  // namespace befriend::cli

int main(int argc, char** argv)
{
    befriend::cli::harden_process();
    return befriend::cli::guarded(argc, argv);
}
