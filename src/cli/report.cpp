#include "cli/input_file.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include <befriend/reporting/html.hpp>

#include <memory>
#include <optional>
#include <string>

namespace befriend::cli {
namespace {

struct ReportOptions {
    InputOptions input;
    ShowOptions show;
    std::string out;
    bool force = false;
};

ExitCode run(const ReportOptions& options)
{
    static_cast<void>(options.show.chosen_format());
    static_cast<void>(options.show.progress_mode());
    std::optional<OutputFiles> output;
    if (options.out != "-") output = OutputFiles::one(options.out, options.force, options.input.paths());
    watch_signals();
    const RoundFiles files = read_and_say(options.input, options.show);
    const Proposal proposal = propose_with_progress(files.round, options.show);
    std::map<std::string, std::string> in_force = options_in_force(options.input);
    in_force["verb"] = "report";
    std::string html = html_report(files.round, proposal, record_of(files, proposal, std::move(in_force)));
    if (!output) {
        write_standard_output(html);
        return ExitCode::done;
    }
    output->put(base_name(options.out), std::move(html));
    output->commit();
    return ExitCode::done;
}

}  // namespace

void add_report(CommandLine& line)
{
    auto options = std::make_shared<ReportOptions>();
    const Verb verb =
        line.add("report",
                 "Writes the report of a round as one HTML page.\n\n"
                 "The round is worked out anew from its files.\n",
                 {"befriend report children.csv volunteers.csv --out report.html",
                  "befriend report children.csv volunteers.csv --pins pins.csv --out new.html"});
    add_tables(verb, options->input);
    add_input_options(verb, options->input);
    verb.text("--out", options->out, "the HTML file to write; - prints it")
        .shown_as("FILE")
        .in(output_options)
        .required();
    verb.flag("--force", options->force, "replace a file that is there").in(output_options);
    add_show_options(verb, options->show);
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
