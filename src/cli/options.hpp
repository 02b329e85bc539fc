#pragma once

#include "cli/command_line.hpp"
#include "cli/csv_table.hpp"
#include "cli/failure.hpp"
#include "cli/fault_text.hpp"
#include "cli/progress.hpp"
#include <befriend/model/date.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::cli {

// The files of a round and how to read them, as the command line gives them. Empty: not given.
struct InputOptions {
    std::string children;
    std::string volunteers;
    std::string coordinators;
    std::string existing;
    std::string pins;
    std::string blocks;
    std::string earlier;
    std::string policy;
    std::string areas;
    std::string vocabulary;
    std::string counts;
    std::string as_of;
    std::string seed;
    std::string delimiter = ",";
    std::string encoding = "utf-8";
    std::string dates = "iso";
    std::vector<std::string> ignore_columns;
    bool strict = false;

    [[nodiscard]] CsvDialect dialect() const;
    [[nodiscard]] std::optional<Date> date() const;
    [[nodiscard]] std::optional<std::int64_t> seed_number() const;

    // Every file that is given.
    [[nodiscard]] std::vector<std::string> paths() const;
};

enum class Format : std::uint8_t { table, csv, json, ndjson };

// How messages and results are shown.
struct ShowOptions {
    std::string format;  // empty: a table on a terminal, CSV elsewhere
    std::string colour = "auto";
    std::string progress = "auto";
    bool show_ids = false;

    [[nodiscard]] Format chosen_format() const;
    [[nodiscard]] ProgressMode progress_mode() const;
    [[nodiscard]] FaultStyle fault_style() const;
};

// Adds the options of a kind. With `positional`, the two tables come first on the command line.
void add_tables(const Verb& verb, InputOptions& options);
void add_input_options(const Verb& verb, InputOptions& options);
void add_show_options(const Verb& verb, ShowOptions& options);

// A whole number from `least` to `most` as the value of `option`; throws a usage `Failure` for anything else.
[[nodiscard]] std::int64_t whole_number(const std::string& option, const std::string& text,
                                        std::int64_t least, std::int64_t most);

// The value that `word` names; throws a usage `Failure` with the words there are.
template <class E>
[[nodiscard]] E chosen(const std::string& option, std::string_view word,
                       std::initializer_list<std::pair<std::string_view, E>> choices)
{
    std::string words;
    for (const auto& [known, value] : choices) {
        if (known == word) return value;
        words.append(words.empty() ? "" : ", ").append(known);
    }
    throw usage_failure(option, "one of " + words);
}

}  // namespace befriend::cli
