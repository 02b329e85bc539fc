#include "cli/csv_out.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "cli/show_config.hpp"
#include "cli/shown.hpp"
#include "cli/verbs.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace befriend::cli {
namespace {

struct CheckOptions {
    InputOptions input;
    ShowOptions show;
    bool show_config = false;
};

std::string result_text(const RoundFiles& files, Format format)
{
    CsvWriter csv(false);
    csv.row({"role", "file", "records"});
    nlohmann::json list = nlohmann::json::array();
    std::string table;
    for (const InputRecord& input : files.inputs) {
        csv.row({input.role, input.file, input.records});
        list.push_back({{"role", input.role}, {"file", input.file}, {"records", input.records}});
        table += input.role + ": " + shown(input.file) +
                 (input.records == 0 ? "" : ", " + grouped(input.records) + " records") + "\n";
    }
    switch (format) {
        case Format::table:
            return table + "Nothing is wrong with the input.\n";
        case Format::csv:
            return std::move(csv).text();
        case Format::json:
            return json_line({{"schema_version", 1}, {"inputs", list}});
        case Format::ndjson:
            break;
    }
    std::string lines;
    for (const nlohmann::json& record : list)
        lines += json_line(record);
    return lines;
}

ExitCode run(const CheckOptions& options)
{
    const Format format = options.show.chosen_format();
    static_cast<void>(options.show.progress_mode());
    static_cast<void>(options.show.fault_style());
    if (options.show_config) {
        write_standard_output(config_text(options.input, format == Format::json || format == Format::ndjson));
        return ExitCode::done;
    }
    watch_signals();
    const RoundFiles files = read_and_say(options.input, options.show);
    write_standard_output(result_text(files, format));
    return ExitCode::done;
}

}  // namespace

void add_check(CommandLine& line)
{
    auto options = std::make_shared<CheckOptions>();
    const Verb verb = line.add("check", "Says what is wrong with the files of a round.",
                               {"befriend check children.csv volunteers.csv",
                                "befriend check children.csv volunteers.csv --pins pins.csv"});
    add_tables(verb, options->input);
    add_input_options(verb, options->input);
    add_show_options(verb, options->show);
    verb.flag("--show-config", options->show_config, "print every policy key with its source, and stop")
        .in(more_options);
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
