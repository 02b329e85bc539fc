#include "cli/bench_out.hpp"
#include "cli/half_list.hpp"
#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/proposal_files.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace befriend::cli {
namespace {

struct BenchOptions {
    InputOptions input;
    ShowOptions show;
};

// From a round on as `propose --out` does it, but that nothing is written.
BenchCounts propose_all(const RoundFiles& files, const ShowOptions& show, StepClock& clock)
{
    const OnStep on_step = [&clock](Step now, std::optional<Step> until_now) { clock.begin(now, until_now); };
    const Proposal proposal = propose_with_progress(files.round, show, on_step);
    on_step(Step::reporting, {});
    const RunRecord record = record_of(files, proposal, {{"verb", "bench"}});
    static_cast<void>(proposal_files(files, proposal, record, false, on_step));
    clock.end();
    return {record.children, record.volunteers, record.candidate_pairs,
            record.proposed, record.waiting,    record.unused};
}

// Runs until a second is over, at most five times.
template <class Run>
BenchRuns repeated(const Run& run)
{
    constexpr std::size_t most_runs = 5;
    constexpr std::chrono::seconds enough{1};
    const auto begin = std::chrono::steady_clock::now();
    BenchRuns result;
    do {
        StepClock clock;
        const BenchCounts counts = run(result.runs == 0, clock);
        if (result.runs++ == 0) {
            result.counts = counts;
            result.costs = clock.costs();
        }
        for (std::size_t step = 0; step < steps.size(); ++step)
            result.costs[step].time = std::min(result.costs[step].time, clock.costs()[step].time);
    } while (result.runs < most_runs && std::chrono::steady_clock::now() - begin < enough);
    return result;
}

// What the first run had to say was said.
RoundFiles read_again(const InputOptions& input, const OnStep& on_step)
{
    auto files =
        read_round_files(input, false, [](std::size_t, std::size_t) { return !stop_was_asked(); }, on_step);
    if (!files) throw stopped_failure("stopped during check; nothing was written");
    return std::move(*files);
}

// A list in memory, to be made a round again and again.
struct List {
    Tables tables;
    Policy policy;
    Vocabulary vocabulary;
};

BenchResult measured(const BenchOptions& options)
{
    BenchResult result;
    result.bytes_before = resident_bytes();
    std::optional<List> half;
    result.whole = repeated([&](bool is_first, StepClock& clock) {
        const OnStep on_step = [&clock](Step now, std::optional<Step> until_now) {
            clock.begin(now, until_now);
        };
        const RoundFiles files = is_first ? read_and_say(options.input, options.show, on_step)
                                          : read_again(options.input, on_step);
        const BenchCounts counts = propose_all(files, options.show, clock);
        if (is_first) half = List{half_of(files.round), files.round.policy(), files.round.vocabulary()};
        return counts;
    });
    result.half = repeated([&](bool, StepClock& clock) {
        List list = *half;
        clock.begin(Step::check);
        const RoundFiles files{
            Round(std::move(list.tables), std::move(list.policy), std::move(list.vocabulary)), {}, {}, {}};
        return propose_all(files, options.show, clock);
    });
    return result;
}

ExitCode run(const BenchOptions& options)
{
    const Format format = options.show.format.empty() ? Format::table : options.show.chosen_format();
    static_cast<void>(options.show.progress_mode());
    if (format == Format::csv || format == Format::ndjson)
        throw usage_failure("--format", "one of table, json");
    const std::vector<std::string> paths = options.input.paths();
    if (std::count(paths.begin(), paths.end(), "-") > 0)
        throw usage_failure("-", "a list that is read again and again must be a file");
    watch_signals();
    const BenchResult result = measured(options);
    write_standard_output(format == Format::json ? bench_json(result) : bench_text(result));
    return ExitCode::done;
}

}  // namespace

void add_bench(CommandLine& line)
{
    auto options = std::make_shared<BenchOptions>();
    const Verb verb =
        line.add("bench",
                 "Says what a proposal of a list takes in time and memory.\n\n"
                 "The list is read, solved and reported several times, and so is half of it,\n"
                 "to see how each step grows. Nothing is written, and nothing about a person\n"
                 "is printed.\n",
                 {"befriend bench children.csv volunteers.csv",
                  "befriend bench children.csv volunteers.csv --policy policy.toml --format json"});
    add_tables(verb, options->input);
    add_input_options(verb, options->input);
    add_show_options(verb, options->show);
    verb.setting("--format").means("table (default) or json");
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
