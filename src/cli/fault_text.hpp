#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <map>
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

}  // namespace befriend::cli
