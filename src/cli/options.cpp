#include "cli/options.hpp"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <unistd.h>

namespace befriend::cli {
namespace {

bool wants_colour(std::string_view word)
{
    enum class When : std::uint8_t { automatic, always, never };
    const auto when = chosen<When>(
        "--color", word, {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}});
    if (when != When::automatic) return when == When::always;
    const char* no_colour =
        std::getenv("NO_COLOR");  // the only variable of the environment that the tool reads
    return (no_colour == nullptr || *no_colour == '\0') && ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

CsvDialect InputOptions::dialect() const
{
    CsvDialect result;
    result.delimiter =
        chosen<char>("--delimiter", delimiter, {{",", ','}, {";", ';'}, {"tab", '\t'}, {"\t", '\t'}});
    result.encoding = chosen<Encoding>("--encoding", encoding,
                                       {{"utf-8", Encoding::utf8}, {"windows-1252", Encoding::windows_1252}});
    result.dates =
        chosen<DateOrder>("--dates", dates, {{"iso", DateOrder::iso}, {"dmy", DateOrder::day_first}});
    return result;
}

std::optional<Date> InputOptions::date() const
{
    if (as_of.empty()) return std::nullopt;
    const auto parsed = parse_date(as_of);
    if (!parsed) throw usage_failure("--as-of", "a date as YYYY-MM-DD");
    return parsed;
}

std::optional<std::int64_t> InputOptions::seed_number() const
{
    if (seed.empty()) return std::nullopt;
    return whole_number("--seed", seed, 0, std::numeric_limits<std::int64_t>::max());
}

std::vector<std::string> InputOptions::paths() const
{
    std::vector<std::string> given;
    for (const std::string* path : {&children, &volunteers, &coordinators, &existing, &pins, &blocks,
                                    &earlier, &policy, &areas, &vocabulary, &counts}) {
        if (!path->empty()) given.push_back(*path);
    }
    return given;
}

Format ShowOptions::chosen_format() const
{
    if (format.empty()) return ::isatty(STDOUT_FILENO) == 1 ? Format::table : Format::csv;
    return chosen<Format>(
        "--format", format,
        {{"table", Format::table}, {"csv", Format::csv}, {"json", Format::json}, {"ndjson", Format::ndjson}});
}

ProgressMode ShowOptions::progress_mode() const
{
    return chosen<ProgressMode>("--progress", progress,
                                {{"auto", ProgressMode::automatic},
                                 {"always", ProgressMode::always},
                                 {"never", ProgressMode::never},
                                 {"json", ProgressMode::json}});
}

FaultStyle ShowOptions::fault_style() const
{
    return {format == "json" || format == "ndjson", wants_colour(colour)};
}

void add_tables(const Verb& verb, InputOptions& options)
{
    verb.text("CHILDREN", options.children, "children waiting, CSV or .json; - reads standard input")
        .required();
    verb.text("VOLUNTEERS", options.volunteers, "the volunteers, in the same way").required();
}

void add_input_options(const Verb& verb, InputOptions& options)
{
    const auto file = [&verb](const char* name, std::string& value, const char* meaning) {
        return verb.text(name, value, meaning).shown_as("FILE").in(input_options);
    };
    file("--coordinators", options.coordinators, "coordinators and their caseloads");
    file("--existing", options.existing, "matches that are running");
    file("--pins", options.pins, "pairs that people chose; proposals.csv will do");
    file("--blocks", options.blocks, "pairs that must not be");
    file("--earlier", options.earlier, "the earlier proposals.csv, for the objective continuity");
    file("--policy", options.policy, "the policy, TOML or JSON; built in when not given");
    verb.text("--as-of", options.as_of, "the date of the round; else the policy's, else today")
        .shown_as("DATE")
        .in(input_options);
    file("--areas", options.areas, "CSV outcode,easting,northing for the column area").in(more_options);
    file("--vocabulary", options.vocabulary, "interests, TOML; built in when not given").in(more_options);
    file("--counts", options.counts, "records there must be: the run.json of an earlier run")
        .in(more_options);
    const auto more = [&verb](const char* name, std::string& value, const char* text, const char* meaning) {
        return verb.text(name, value, meaning).shown_as(text).in(more_options);
    };
    more("--seed", options.seed, "N", "the seed of the tie-break; else the policy's");
    more("--delimiter", options.delimiter, ", ; tab", "what stands between the cells of CSV; default ,");
    more("--encoding", options.encoding, "NAME", "utf-8 (default) or windows-1252");
    more("--dates", options.dates, "ORDER", "iso (default), or dmy for 31/12/2025");
    verb.texts("--ignore-column", options.ignore_columns, "a column to skip unread; may be repeated")
        .shown_as("NAME")
        .in(more_options);
    verb.flag("--strict", options.strict, "refuse a file that looks cut off or holds ranks").in(more_options);
}

void add_show_options(const Verb& verb, ShowOptions& options)
{
    const auto more = [&verb](const char* name, std::string& value, const char* text, const char* meaning) {
        verb.text(name, value, meaning).shown_as(text).in(more_options);
    };
    verb.text("--format", options.format, "table, csv, json, ndjson; table on a terminal, else csv")
        .shown_as("FORMAT")
        .in(output_options);
    more("--color", options.colour, "WHEN", "auto (default), always or never; NO_COLOR is obeyed");
    more("--progress", options.progress, "HOW", "auto (default), always, never or json");
    verb.flag("--show-ids", options.show_ids, "show ids in messages about faults").in(more_options);
}

std::int64_t whole_number(const std::string& option, const std::string& text, std::int64_t least,
                          std::int64_t most)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc{} && stop == end && least <= value && value <= most) return value;
    throw usage_failure(option,
                        "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace befriend::cli
