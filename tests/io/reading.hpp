#pragma once

// What the tests of the readers share: a table of one row, and its faults as text.

#include <befriend/io/columns.hpp>
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/table_reader.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::test {

using Cells = std::vector<std::pair<std::string_view, std::string_view>>;  // column, cell

struct Reading {
    Tables tables;
    std::vector<Fault> faults;

    // Every fault on a line of its own, in the order they were found.
    [[nodiscard]] std::string text() const;
};

// Reads one row with these cells.
Reading read_row(Table table, const Cells& cells, const ReadOptions& options = {});

// The same with what every child or volunteer must have added, unless `cells` says otherwise.
Reading read_child(Cells cells, const ReadOptions& options = {});
Reading read_volunteer(Cells cells, const ReadOptions& options = {});

// Reads a header alone.
Reading read_header(Table table, const std::vector<std::string_view>& columns,
                    const ReadOptions& options = {});

Reading read_json(Table table, std::string_view json, const ReadOptions& options = {});

}  // namespace befriend::test
