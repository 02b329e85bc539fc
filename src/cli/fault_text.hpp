#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace befriend::cli {

// What messages about a table must know of the file it came from.
struct Source {
    std::string file;                         // the base name
    std::vector<std::size_t> line_of_record;  // of CSV; empty for other formats
    std::vector<std::string> id_of_record{};  // only when ids may be shown
};

using Sources = std::map<Table, Source>;

// How faults are shown.
struct FaultStyle {
    bool as_json = false;
    bool colour = false;
};

// The faults as people or programs read them: by file and line, at most 100, then how many more. Never a
// value.
//
//     E_NUMBER volunteers.csv:17 field "capacity": not a whole number (text, 7 characters)
[[nodiscard]] std::string fault_text(std::vector<Fault> faults, const Sources& sources, FaultStyle style);

// A fault with its place in the file it lies in.
struct PlacedFault {
    FaultCode code = FaultCode::e_schema;
    std::optional<Table> table;         // none: the file holds no table of a round
    std::string file;                   // the base name
    std::optional<std::size_t> line;    // from 1
    std::optional<std::size_t> record;  // from 0; shown where there is no line
    std::optional<std::size_t> column;  // in the line, from 1
    std::size_t order = 0;              // among faults without a line
    std::string field;                  // empty: the whole record
    std::string rule;
    std::string other_file;  // of the second record concerned, if it lies in another file
    std::optional<std::size_t> other_line;
    std::optional<std::size_t> other_record;
    std::string id;  // only when ids may be shown
};

// The same for faults whose place is known. `left_out` errors more were found than are given.
[[nodiscard]] std::string fault_text(std::vector<PlacedFault> faults, std::size_t left_out, FaultStyle style);

}  // namespace befriend::cli
