#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/proposal_csv.hpp"
#include "cli/proposal_files.hpp"
#include "cli/session.hpp"
#include "cli/show_config.hpp"
#include "cli/verbs.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/reporting/text.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace befriend::cli {
namespace {

struct ProposeOptions {
    InputOptions input;
    ShowOptions show;
    std::string out;
    bool force = false;
    bool raw_csv = false;
    bool fail_on_waiting = false;
    bool show_config = false;
};

// Each record on a line of its own, with the list it is from.
std::string ndjson_of(const Round& round, const Proposal& proposal)
{
    const auto document = nlohmann::json::parse(proposal_json(round, proposal));
    std::string lines;
    for (const char* list : {"proposed", "waiting", "unused"}) {
        for (nlohmann::json record : document[list]) {
            record["list"] = list;
            lines += record.dump() + "\n";
        }
    }
    return lines;
}

std::string printed(const Round& round, const Proposal& proposal, Format format, bool raw_csv)
{
    switch (format) {
        case Format::table:
            return text_of(round, proposal);
        case Format::csv:
            return proposals_csv(round, proposal, raw_csv);
        case Format::json:
            return proposal_json(round, proposal);
        case Format::ndjson:
            return ndjson_of(round, proposal);
    }
    return {};
}

void write_files(const RoundFiles& files, const Proposal& proposal, const RunRecord& record, bool raw_csv,
                 OutputFiles& outputs)
{
    for (auto& [name, text] : proposal_files(files, proposal, record, raw_csv))
        outputs.put(name, std::move(text));
    outputs.commit();
}

std::string in_one_line(const RunRecord& record)
{
    return grouped(record.children) + " children: " + grouped(record.proposed) + " proposed (" +
           grouped(record.ask_first) + " to ask first), " + grouped(record.waiting) + " waiting; " +
           grouped(record.unused) + " of " + grouped(record.volunteers) + " volunteers unused\n";
}

std::optional<OutputFiles> outputs_of(const ProposeOptions& options)
{
    if (options.out.empty() || options.out == "-") return std::nullopt;
    return OutputFiles(options.out, proposal_file_names(), options.force, options.input.paths());
}

ExitCode run(const ProposeOptions& options)
{
    const Format format = options.show.chosen_format();
    const bool for_programs = options.show.fault_style().as_json;
    static_cast<void>(options.show.progress_mode());
    if (options.show_config) {
        write_standard_output(config_text(options.input, for_programs));
        return ExitCode::done;
    }
    std::optional<OutputFiles> outputs = outputs_of(options);
    watch_signals();
    const RoundFiles files = read_and_say(options.input, options.show);
    const Proposal proposal = propose_with_progress(files.round, options.show);
    std::map<std::string, std::string> in_force = options_in_force(options.input);
    in_force["raw_csv"] = options.raw_csv ? "yes" : "no";
    in_force["verb"] = "propose";
    const RunRecord record = record_of(files, proposal, std::move(in_force));
    if (outputs) {
        write_files(files, proposal, record, options.raw_csv, *outputs);
    } else {
        write_standard_output(printed(files.round, proposal, format, options.raw_csv));
    }
    if (!for_programs) write_standard_error(in_one_line(record));
    return options.fail_on_waiting && record.waiting > 0 ? ExitCode::children_wait : ExitCode::done;
}

}  // namespace

void add_propose(CommandLine& line)
{
    auto options = std::make_shared<ProposeOptions>();
    const Verb verb = line.add("propose", "Proposes who could visit which child, and shows why.",
                               {"befriend propose children.csv volunteers.csv --out proposal",
                                "befriend propose children.csv volunteers.csv --pins pins.csv"});
    add_tables(verb, options->input);
    add_input_options(verb, options->input);
    verb.text("--out", options->out, "folder for lists, report and record; else it prints")
        .shown_as("DIR")
        .in(output_options);
    verb.flag("--force", options->force, "replace files that are there").in(output_options);
    add_show_options(verb, options->show);
    verb.flag("--fail-on-waiting", options->fail_on_waiting, "exit 1 when a child keeps waiting")
        .in(more_options);
    verb.flag("--raw-csv", options->raw_csv, "no apostrophe before cells that look like formulas")
        .in(more_options);
    verb.flag("--show-config", options->show_config, "print every policy key with its source, and stop")
        .in(more_options);
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
