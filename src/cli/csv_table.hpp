#pragma once

#include "cli/csv_bytes.hpp"
#include <befriend/io/table_reader.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::cli {

// In which order the parts of a date stand. Year first, unless the user says day first; never guessed.
enum class DateOrder : std::uint8_t { iso, day_first };

// How a CSV file is to be read, as the user says.
struct CsvDialect {
    char delimiter = ',';
    Encoding encoding = Encoding::utf8;
    DateOrder dates = DateOrder::iso;
};

// What a first line looks like that was written with another delimiter; empty when it looks right.
[[nodiscard]] std::string other_delimiter(std::span<const std::string_view> header, char delimiter);

// Reads one table of records from CSV into `into`, and returns the line on which each record starts. Never
// throws about the text: what is wrong with it goes to `faults`.
[[nodiscard]] std::vector<std::size_t> read_csv_table(Table table, std::string_view bytes,
                                                      const CsvDialect& dialect, const ReadOptions& options,
                                                      Tables& into, std::vector<Fault>& faults);

// Reads outcodes and where they lie: the columns outcode, easting, northing.
[[nodiscard]] AreaTable read_areas(std::string_view bytes, const CsvDialect& dialect,
                                   std::vector<Fault>& faults);

}  // namespace befriend::cli
