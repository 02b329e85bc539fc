#pragma once

#include <befriend/io/area_table.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// What a reader of tables must be told.
struct ReadOptions {
    std::vector<std::string> ignore_columns = {};  ///< skipped: their values are never looked at or stored
    const AreaTable* areas = nullptr;              ///< none: every `area` is unknown. Must outlive the reader
};

/// Reads one table row by row, cells as text: the door for CSV, Arrow and whatever else has rows.
///
/// Columns are bound by name, in any order. Every row adds one record to the table, with defaults where a
/// cell was faulty, so that the positions in faults stay those of the input. Never throws about input: faults
/// are added to `faults`, in the order of the input, and never hold a value.
///
/// Example: `TableReader reader(Table::pins, names, {}, tables, faults); reader.add_row(cells);`
class TableReader {
public:
    /// Checks the column names. `into` and `faults` must outlive the reader. Precondition: `table` holds
    /// records.
    TableReader(Table table, std::span<const std::string_view> columns, const ReadOptions& options,
                Tables& into, std::vector<Fault>& faults);
    TableReader(TableReader&&) noexcept;
    TableReader& operator=(TableReader&&) noexcept;
    ~TableReader();

    /// One record; cells in the order of the column names.
    void add_row(std::span<const std::string_view> cells);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace befriend
