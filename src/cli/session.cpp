#include "cli/session.hpp"

#include "cli/digest.hpp"
#include "cli/output_files.hpp"
#include "cli/shown.hpp"
#include <befriend/io/write_policy.hpp>
#include <befriend/model/words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace befriend::cli {
namespace {

void say(const Failure& failure, FaultStyle style)
{
    if (!style.as_json) return write_standard_error(std::string(failure.what()) + "\n");
    nlohmann::json fault{{"code", to_text(failure.code())}, {"rule", failure.rule()}};
    if (!failure.where().empty()) fault["file"] = failure.where();
    const nlohmann::json document{
        {"schema_version", 1}, {"faults", {fault}}, {"more", 0}, {"errors", 1}, {"warnings", 0}};
    write_standard_error(json_line(document));
}

void say_warnings(const std::vector<Fault>& warnings, const Sources& sources, FaultStyle style)
{
    if (!warnings.empty()) write_standard_error(fault_text(warnings, sources, style));
}

// While people are prepared, the first phase is at its begin again and again: only the last time it truly is.
void tell_step(Phase phase, std::size_t done, const OnStep& on_step)
{
    if (phase == Phase::candidates && done == 0) return on_step(Step::candidates, Step::scoring);
    on_step(phase == Phase::candidates   ? Step::candidates
            : phase == Phase::assignment ? Step::assignment
                                         : Step::proposal,
            {});
}

std::string stopped_text(std::string_view part, const Progress& progress)
{
    const std::string how_far = progress.last(part);
    return "stopped during " + std::string(part) + (how_far.empty() ? "" : ", at " + how_far) +
           "; nothing was written";
}

std::string stopped_text(const Stopped& stopped, const Progress& progress, const Policy& policy)
{
    std::string text = stopped_text(name_of(stopped.phase), progress);
    if (stopped.bound.empty()) return text + "; no bound is known yet";
    text += "; at best:";
    for (std::size_t tier = 0; tier < policy.tiers.size() && tier < stopped.bound.size(); ++tier) {
        text += tier == 0 ? " " : ", ";
        text += std::string(to_word(policy.tiers[tier])) + " " +
                grouped(static_cast<std::uint64_t>(stopped.bound[tier]));
    }
    return text;
}

}  // namespace

ExitCode with_messages(const ShowOptions& show, const std::function<ExitCode()>& work)
{
    try {
        return work();
    } catch (const RefusedInput& refused) {
        write_standard_error(fault_text(refused.faults(), refused.sources(), show.fault_style()));
        return refused.exit();
    } catch (const Failure& failure) {
        FaultStyle style;
        style.as_json = show.format == "json" || show.format == "ndjson";
        say(failure, style);
        return failure.exit();
    }
}

RoundFiles read_and_say(const InputOptions& input, const ShowOptions& show, const OnStep& on_step)
{
    Progress progress(show.progress_mode());
    const KeepGoing goes_on = [&](std::size_t done, std::size_t total) {
        return progress(check_part, done, total);
    };
    auto read = read_round_files(input, show.show_ids, goes_on, on_step);
    const auto of_pins = read ? pin_faults(read->round, goes_on) : std::nullopt;
    progress.clear();
    if (!of_pins) throw stopped_failure(stopped_text(check_part, progress));
    RoundFiles files = std::move(*read);
    std::vector<Fault> faults = files.round.warnings();
    faults.insert(faults.end(), of_pins->begin(), of_pins->end());
    if (has_error(faults)) throw RefusedInput(std::move(faults), std::move(files.sources));
    say_warnings(faults, files.sources, show.fault_style());
    if (files.as_of_source == "today" && !show.fault_style().as_json)
        write_standard_error("as of " + to_text(files.round.as_of()) +
                             ", today; --as-of names another date\n");
    return files;
}

Proposal propose_with_progress(const Round& round, const ShowOptions& show, const OnStep& on_step)
{
    Progress progress(show.progress_mode());
    if (on_step) on_step(Step::scoring, {});
    auto outcome = propose(round, [&](Phase phase, std::size_t done, std::size_t total) {
        if (on_step) tell_step(phase, done, on_step);
        return progress(phase, done, total);
    });
    if (const auto* stopped = std::get_if<Stopped>(&outcome)) {
        progress.clear();
        throw stopped_failure(stopped_text(*stopped, progress, round.policy()));
    }
    return std::get<Proposal>(std::move(outcome));
}

RunRecord record_of(const RoundFiles& files, const Proposal& proposal,
                    std::map<std::string, std::string> options)
{
    RunRecord record;
    record.interface = "command line";
    record.inputs = files.inputs;
    record.options = std::move(options);
    record.policy_sha256 = sha256(write_policy_json(files.round.policy()));
    record.as_of_source = files.as_of_source;
    add_outcomes(files.round, proposal, record);
    return record;
}

std::map<std::string, std::string> options_in_force(const InputOptions& input)
{
    std::string ignored;
    for (const std::string& column : input.ignore_columns)
        ignored += (ignored.empty() ? "" : ";") + shown(column);
    return {{"dates", input.dates},
            {"delimiter", input.delimiter == "\t" ? "tab" : input.delimiter},
            {"encoding", input.encoding},
            {"ignore_columns", ignored},
            {"strict", input.strict ? "yes" : "no"}};
}

}  // namespace befriend::cli
