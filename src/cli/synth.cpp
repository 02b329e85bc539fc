#include "cli/csv_out.hpp"
#include "cli/input_file.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace befriend::cli {
namespace {

struct SynthOptions {
    std::string preset;
    std::string seed = "1";
    std::string children;
    std::string volunteers;
    std::string vocabulary;
    std::string out;
    bool force = false;
    ShowOptions show;
};

constexpr std::int64_t most_people = 10'000'000;

template <class Record>
std::string csv_of(Table table, const std::vector<Record>& records)
{
    CsvWriter csv(false);
    std::vector<CsvCell> header;
    for (const Column& column : columns_of(table))
        header.emplace_back(column.name);
    csv.row(header);
    for (const Record& record : records) {
        std::vector<CsvCell> cells;
        for (std::string& cell : cells_of(record))
            cells.emplace_back(std::move(cell));
        csv.row(cells);
    }
    return std::move(csv).text();
}

// Puts one table, unless the list has none of that kind.
class TableFiles {
public:
    TableFiles(const Tables& tables, bool as_json, OutputFiles& outputs)
        : tables_(tables), as_json_(as_json), outputs_(outputs)
    {
    }

    template <class Record>
    void put(Table table, const std::vector<Record>& records, bool always)
    {
        if (records.empty() && !always) return;
        const std::string name(to_text(table));
        if (as_json_) return outputs_.put(name + ".json", write_json_table(table, tables_));
        outputs_.put(name + ".csv", csv_of(table, records));
    }

private:
    const Tables& tables_;
    bool as_json_;
    OutputFiles& outputs_;
};

std::optional<std::size_t> count_of(const std::string& option, const std::string& text)
{
    if (text.empty()) return std::nullopt;
    return static_cast<std::size_t>(whole_number(option, text, 0, most_people));
}

Vocabulary vocabulary_of(const std::string& path)
{
    if (path.empty()) return built_in_vocabulary();
    const InputFile file = read_input(path);
    std::vector<Fault> faults;
    Vocabulary vocabulary = read_vocabulary(file.bytes, faults);
    if (has_error(faults)) throw RefusedInput(std::move(faults), {{Table::vocabulary, {file.name, {}, {}}}});
    return vocabulary;
}

std::string preset_names()
{
    std::string names;
    for (const Preset& preset : presets())
        names.append(names.empty() ? "" : ", ").append(preset.name);
    return names;
}

// `a, b or c` in two lines.
std::string one_of_the_presets()
{
    const std::string names = "one of " + preset_names();
    const std::size_t end = names.rfind(", ", 56);
    return names.substr(0, end + 1) + "\n" + names.substr(end + 2);
}

std::string described()
{
    std::string text =
        "Invents a waiting list to try things on.\n\n"
        "Nobody in it exists. Its shares are taken from published figures.\n\nPresets:\n";
    for (const Preset& preset : presets()) {
        const std::string name(preset.name);
        text += "  " + name + std::string(name.size() < 22 ? 22 - name.size() : 1, ' ') +
                grouped(preset.children) + " children, " + grouped(preset.volunteers) + " volunteers\n";
    }
    return text;
}

OutputFiles outputs_of(const SynthOptions& options, bool as_json)
{
    std::vector<std::string> names{"policy.toml"};
    for (const char* table : {"children", "volunteers", "coordinators", "existing", "pins", "blocks"})
        names.push_back(std::string(table) + (as_json ? ".json" : ".csv"));
    std::vector<std::string> inputs;
    if (!options.vocabulary.empty()) inputs.push_back(options.vocabulary);
    return {options.out, std::move(names), options.force, inputs};
}

ExitCode run(const SynthOptions& options)
{
    const bool as_json = options.show.format == "json";
    if (!as_json && !options.show.format.empty() && options.show.format != "csv")
        throw usage_failure("--format", "one of csv, json");
    WaitingListOptions wanted;
    wanted.preset = options.preset;
    wanted.seed = static_cast<std::uint64_t>(
        whole_number("--seed", options.seed, 0, std::numeric_limits<std::int64_t>::max()));
    wanted.children = count_of("--children", options.children);
    wanted.volunteers = count_of("--volunteers", options.volunteers);
    OutputFiles outputs = outputs_of(options, as_json);
    watch_signals();
    const auto list = waiting_list(wanted, vocabulary_of(options.vocabulary));
    if (!list) throw usage_failure("PRESET", "one of " + preset_names());
    TableFiles files(list->tables, as_json, outputs);
    files.put(Table::children, list->tables.children, true);
    files.put(Table::volunteers, list->tables.volunteers, true);
    files.put(Table::coordinators, list->tables.coordinators, false);
    files.put(Table::existing, list->tables.existing, false);
    files.put(Table::pins, list->tables.pins, false);
    files.put(Table::blocks, list->tables.blocks, false);
    outputs.put("policy.toml", write_policy_toml(list->policy, true));
    outputs.commit();
    write_standard_error(grouped(list->tables.children.size()) + " children and " +
                         grouped(list->tables.volunteers.size()) + " volunteers, all invented\n");
    return ExitCode::done;
}

}  // namespace

void add_synth(CommandLine& line)
{
    auto options = std::make_shared<SynthOptions>();
    const Verb verb = line.add("synth", described(),
                               {"befriend synth county --out list",
                                "befriend synth croydon-2021 --seed 7 --children 500 --out list"});
    verb.text("PRESET", options->preset, one_of_the_presets()).required();
    const auto option = [&verb](const char* name, std::string& value, const char* text, const char* meaning) {
        return verb.text(name, value, meaning).shown_as(text);
    };
    option("--out", options->out, "DIR", "the folder for the tables and policy.toml").required();
    option("--seed", options->seed, "N", "another number, another list; default 1");
    option("--children", options->children, "N", "how many; default: the preset's");
    option("--volunteers", options->volunteers, "N", "how many; default: in the preset's ratio");
    option("--format", options->show.format, "FORMAT", "csv (default) or json");
    option("--vocabulary", options->vocabulary, "FILE", "interests, TOML; built in when not given");
    verb.flag("--force", options->force, "replace files that are there");
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
