#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/reporting/text.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace befriend::cli {
namespace {

struct ExplainOptions {
    std::vector<std::string> arguments;  // CHILD [VOLUNTEER] CHILDREN VOLUNTEERS
    InputOptions input;
    ShowOptions show;
};

// The position of the record with this id, which an argument names.
template <class Id>
std::size_t position_of(const Round& round, const std::string& id, const char* argument)
{
    if (const auto found = round.find(Id(id))) return *found;
    throw Failure(ExitCode::usage, FaultCode::e_unknown_id, argument, "no record of the table has this id");
}

std::size_t child_named(const Round& round, const std::string& id)
{
    const auto is_of_child = [&](const ExistingMatch& match) { return match.child.text() == id; };
    if (std::any_of(round.existing().begin(), round.existing().end(), is_of_child))
        throw Failure(ExitCode::usage, FaultCode::e_unknown_id, "CHILD",
                      "not on the waiting list: a match of this child is running");
    return position_of<ReferralId>(round, id, "CHILD");
}

ExitCode run(const ExplainOptions& options)
{
    const std::vector<std::string>& given = options.arguments;
    const bool with_volunteer = given.size() == 4;
    const Format format = options.show.format.empty() ? Format::table : options.show.chosen_format();
    static_cast<void>(options.show.progress_mode());
    if (format == Format::csv || format == Format::ndjson)
        throw usage_failure("--format", "one of table, json: an explanation is no list");
    InputOptions input = options.input;
    input.children = given[given.size() - 2];
    input.volunteers = given[given.size() - 1];
    watch_signals();
    const RoundFiles files = read_and_say(input, options.show);
    const Round& round = files.round;
    const std::size_t child = child_named(round, given[0]);
    const auto volunteer =
        with_volunteer ? std::optional(position_of<VolunteerId>(round, given[1], "VOLUNTEER")) : std::nullopt;
    const Proposal proposal = propose_with_progress(round, options.show);
    const bool as_json = format == Format::json;
    if (volunteer) {
        write_standard_output(as_json ? pair_json(round, proposal, child, *volunteer)
                                      : text_of_pair(round, proposal, child, *volunteer));
    } else {
        write_standard_output(as_json ? child_json(round, proposal, child)
                                      : text_of_child(round, proposal, child));
    }
    return ExitCode::done;
}

}  // namespace

void add_explain(CommandLine& line)
{
    auto options = std::make_shared<ExplainOptions>();
    const Verb verb = line.add("explain", "Says why a child waits or not, or all about one pair.",
                               {"befriend explain C-0012 children.csv volunteers.csv",
                                "befriend explain C-0012 V-0007 children.csv volunteers.csv --format json"});
    verb.arguments("CHILD", options->arguments, 3, 4, "one id or two, then the two tables as for propose")
        .shown_as("[VOLUNTEER] CHILDREN VOLUNTEERS")
        .required();
    add_input_options(verb, options->input);
    add_show_options(verb, options->show);
    verb.does([options] { return with_messages(options->show, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
