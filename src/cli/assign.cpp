#include "cli/assignment_out.hpp"
#include "cli/dimacs.hpp"
#include "cli/input_file.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/problem_csv.hpp"
#include "cli/problem_json.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include <befriend/model/policy.hpp>
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace befriend::cli {
namespace {

enum class Form : std::uint8_t { dimacs, csv, json };

struct AssignCommand {
    std::string file;
    std::string from;
    std::string capacities;
    std::string pins;
    std::string objective = "most_pairs";
    std::string exactly;
    std::string time_limit_ms;
    std::string out;
    bool force = false;
    bool raw_csv = false;
    InputOptions input;  // the seed, and how CSV is to be read
    ShowOptions show;
    AssignOptions options{.threads = 0};

    [[nodiscard]] Form form() const
    {
        const std::string name = base_name(file);
        if (from.empty())
            return name.ends_with(".json") ? Form::json : name.ends_with(".csv") ? Form::csv : Form::dimacs;
        return chosen<Form>("--from", from,
                            {{"dimacs", Form::dimacs}, {"csv", Form::csv}, {"json", Form::json}});
    }

    [[nodiscard]] std::optional<std::size_t> number_of_pairs() const
    {
        if (exactly.empty()) return std::nullopt;
        return static_cast<std::size_t>(
            whole_number("--exactly", exactly, 0, std::numeric_limits<std::int64_t>::max()));
    }

    [[nodiscard]] std::vector<std::string> paths() const
    {
        std::vector<std::string> given{file};
        for (const std::string& path : {capacities, pins})
            if (!path.empty()) given.push_back(path);
        return given;
    }

    [[nodiscard]] bool is_to_file() const { return !out.empty() && out != "-"; }

    // The format of the answer. Into a file: what its name ends with, if the command does not say.
    [[nodiscard]] Format format() const
    {
        if (show.format.empty() && is_to_file()) return out.ends_with(".json") ? Format::json : Format::csv;
        const Format format = show.chosen_format();
        if (format == Format::ndjson) throw usage_failure("--format", "one of table, csv, json");
        return format;
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> time_limit() const
    {
        constexpr std::int64_t longest_ms = 1'000'000'000;
        if (time_limit_ms.empty()) return std::nullopt;
        return std::chrono::milliseconds(whole_number("--time-limit-ms", time_limit_ms, 0, longest_ms));
    }

    // Refuses what could not be used later.
    void check() const
    {
        static_cast<void>(input.dialect());
        static_cast<void>(input.seed_number());
        static_cast<void>(number_of_pairs());
        static_cast<void>(time_limit());
        static_cast<void>(show.progress_mode());
        const std::vector<std::string> given = paths();
        if (std::count(given.begin(), given.end(), "-") > 1)
            throw usage_failure("-", "only one file can come from standard input");
        if (form() == Form::csv) return;
        if (!capacities.empty()) throw usage_failure("--capacities", "only beside CSV");
        if (!pins.empty()) throw usage_failure("--pins", "only beside CSV");
    }
};

NamedProblem read_csv_problem(const AssignCommand& command, ProblemFaults& faults)
{
    const CsvDialect dialect = command.input.dialect();
    ProblemSource source;
    source.files = {base_name(command.file), base_name(command.capacities), base_name(command.pins), {}, {}};
    ProblemRecords records(std::move(source), faults);
    const auto read = [&](ProblemList list, const std::string& path) {
        if (path.empty()) return;
        const InputFile file = read_input(path);
        read_problem_csv(list, file.bytes, file.name, dialect, records, faults);
    };
    read(ProblemList::weights, command.file);
    read(ProblemList::capacities, command.capacities);
    read(ProblemList::pins, command.pins);
    return std::move(records).finish();
}

NamedProblem read_problem(const AssignCommand& command, Form form, ProblemFaults& faults)
{
    if (form == Form::csv) return read_csv_problem(command, faults);
    const InputFile file = read_input(command.file);
    return form == Form::json ? read_problem_json(file.bytes, file.name, faults)
                              : read_dimacs(file.bytes, file.name, faults);
}

// What only the engine finds: nothing of it has a line.
void refuse_sums(const std::string& path, const std::vector<AssignFault>& broken, ProblemFaults& faults)
{
    for (const AssignFault& each : broken) {
        PlacedFault fault;
        fault.file = base_name(path);
        if (each.rule == AssignRule::no_overflow) {
            fault.code = FaultCode::e_overflow;
            fault.rule =
                "sums of the weights could overflow: (pairs chosen + 2) x (largest weight - least, 0 among "
                "them) must be below 2^60";
        } else if (each.rule == AssignRule::pin_count) {
            fault.code = FaultCode::e_conflict;
            fault.rule = "there are more pins than --exactly allows";
        } else {
            fault.code = FaultCode::e_limit;
            fault.rule = "more than 1,048,573 pairs could be chosen";
        }
        faults.add(std::move(fault));
    }
}

std::string stopped_text(const Assignment& stopped, const AssignOptions& options, const std::string& how_far)
{
    const bool counts = counts_pairs(options);
    std::string text =
        "stopped during assignment" + (how_far.empty() ? "" : ", at " + how_far) + "; nothing was written";
    if (stopped.bound.empty()) return text + "; no bound is known yet";
    text += "; at best: ";
    if (counts) text += "pairs " + std::to_string(stopped.bound[0]);
    if (stopped.bound.size() > counts)
        text += (counts ? ", total " : "total ") + std::to_string(stopped.bound[counts]);
    return text;
}

// The answer, with progress; throws `Failure` when a signal or the limit of time stopped the work.
Assignment solved(const AssignCommand& command, const NamedProblem& problem)
{
    using Clock = std::chrono::steady_clock;
    const auto limit = command.time_limit();
    const auto begin = Clock::now();
    const std::int64_t seed = command.input.seed_number().value_or(Policy{}.seed);
    const std::vector<std::uint64_t> row_key = keys_of(problem.rows, seed);
    const std::vector<std::uint64_t> column_key = keys_of(problem.columns, seed);
    Progress progress(command.show.progress_mode());
    const KeepGoing keep_going = [&](std::size_t done, std::size_t total) {
        const bool in_time = !limit || Clock::now() - begin < *limit;
        return progress(Phase::assignment, done, total) && in_time;
    };
    Assignment answer = assign({problem.pairs, problem.capacity, problem.pin, row_key, column_key},
                               command.options, keep_going);
    if (answer.status == AssignStatus::failed) throw CertificateError();
    if (answer.status != AssignStatus::stopped) return answer;
    progress.clear();
    std::string text = stopped_text(answer, command.options, progress.last(name_of(Phase::assignment)));
    if (stop_was_asked()) throw stopped_failure(std::move(text));
    throw Failure(ExitCode::stopped, FaultCode::e_time, {}, std::move(text));
}

std::string written(const AssignCommand& command, Format format, const NamedProblem& problem,
                    const Assignment& answer)
{
    if (format == Format::json) return assignment_json(problem, answer, command.options);
    if (format == Format::csv) return assignment_csv(problem, answer, command.raw_csv);
    return assignment_text(problem, answer, command.options);
}

ExitCode refused(const ProblemFaults& faults, const ShowOptions& show)
{
    write_standard_error(faults.text(show.fault_style()));
    return faults.exit();
}

ExitCode run(AssignCommand command)
{
    const Form form = command.form();
    const Format format = command.format();
    const FaultStyle style = command.show.fault_style();
    command.check();
    command.options.goal = chosen<Goal>("--objective", command.objective,
                                        {{"most_pairs", Goal::most_pairs}, {"best_total", Goal::best_total}});
    command.options.exactly = command.number_of_pairs();
    std::optional<OutputFiles> output;
    if (command.is_to_file()) output = OutputFiles::one(command.out, command.force, command.paths());
    watch_signals();
    ProblemFaults faults;
    const NamedProblem problem = read_problem(command, form, faults);
    if (faults.count() > 0) return refused(faults, command.show);
    const Assignment answer = solved(command, problem);
    refuse_sums(command.file, answer.faults, faults);
    if (faults.count() > 0) return refused(faults, command.show);
    std::string text = written(command, format, problem, answer);
    if (output) {
        output->put(base_name(command.out), std::move(text));
        output->commit();
    } else {
        write_standard_output(text);
    }
    if (!style.as_json && (output || format != Format::table))
        write_standard_error(in_one_line(problem, answer, command.options));
    return answer.status == AssignStatus::infeasible ? ExitCode::constraints : ExitCode::done;
}

void add_options(const Verb& verb, AssignCommand& command)
{
    const auto option = [&verb](const char* name, std::string& value, const char* text, const char* meaning) {
        return verb.text(name, value, meaning).shown_as(text);
    };
    option("--from", command.from, "FORM", "dimacs, csv, json; else by its name: .csv, .json");
    option("--capacities", command.capacities, "FILE", "CSV column,capacity; 1 for a column not there");
    option("--pins", command.pins, "FILE", "CSV row,column: pairs that must be");
    option("--objective", command.objective, "WHAT", "most_pairs (default), or best_total");
    verb.flag("--maximize", command.options.maximize, "the best total is the largest, not the least");
    verb.flag("--require-all", command.options.require_all, "every row must have a column");
    option("--exactly", command.exactly, "K", "so many pairs, no more and no fewer");
    option("--format", command.show.format, "FORMAT", "table, csv, json; table on a terminal, else csv");
    option("--out", command.out, "FILE", "the file to write; else it prints");
    verb.flag("--force", command.force, "replace a file that is there");
    const auto more = [&](const char* name, std::string& value, const char* text, const char* meaning) {
        option(name, value, text, meaning).in(more_options);
    };
    more("--time-limit-ms", command.time_limit_ms, "N", "stop without an answer after that long");
    more("--seed", command.input.seed, "N", "the seed of the tie-break; default 0");
    more("--delimiter", command.input.delimiter, ", ; tab",
         "what stands between the cells of CSV; default ,");
    more("--encoding", command.input.encoding, "NAME", "of CSV: utf-8 (default) or windows-1252");
    more("--color", command.show.colour, "WHEN", "auto (default), always or never; NO_COLOR is obeyed");
    more("--progress", command.show.progress, "HOW", "auto (default), always, never or json");
    verb.flag("--raw-csv", command.raw_csv, "no apostrophe before cells that look like formulas")
        .in(more_options);
}

}  // namespace

void add_assign(CommandLine& line)
{
    auto command = std::make_shared<AssignCommand>();
    const Verb verb =
        line.add("assign",
                 "Assigns rows to columns by weights of your own.\n\n"
                 "The engine alone, without children and volunteers. FILE is an assignment\n"
                 "problem of the first DIMACS challenge; CSV row,column,weight, where a row or a\n"
                 "column alone has no pair; or JSON with the lists weights, capacities, pins,\n"
                 "rows and columns. Most pairs first, then the least total, unless you say so.\n",
                 {"befriend assign problem.asn",
                  "befriend assign weights.csv --capacities capacities.csv --maximize"});
    verb.text("FILE", command->file, "the pairs and their weights; - reads standard input").required();
    add_options(verb, *command);
    verb.does([command] { return with_messages(command->show, [&] { return run(*command); }); });
}

}  // namespace befriend::cli
