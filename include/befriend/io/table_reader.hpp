#pragma once

#include <befriend/io/area_table.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace befriend {

/// What a reader of tables must be told.
struct ReadOptions {
    std::vector<std::string> ignore_columns = {};  ///< skipped: their values are never looked at or stored
    const AreaTable* areas = nullptr;              ///< none: every `area` is unknown. Must outlive the reader

    /// Called now and then between records, on the calling thread. What it throws ends the reading and comes
    /// out; then tables and faults are left half-way and mean nothing.
    std::function<void()> between_records = {};
};

/// The items of a cell that is a list. One that is empty or holds a semicolon is a fault.
struct CellItems {
    std::span<const std::string_view> items;
};

/// A cell in which the door itself found something wrong. `rule` names no value.
struct CellFlaw {
    FaultCode code;
    std::string_view rule;
};

/// A cell that is not read, and why was told already, for instance of its whole column.
struct CellTold {};

/// A cell of a door that has types. A text is in the grammar of the column, and unknown when empty.
using TableCell = std::variant<std::string_view, CellItems, CellFlaw, CellTold>;

/// Reads one table row by row, cells as text: the door for CSV, Arrow and whatever else has rows.
///
/// Columns are bound by name, in any order. Every row adds one record to the table, with defaults where a
/// cell was faulty, so that the positions in faults stay those of the input. Never throws about input: faults
/// are added to `faults`, in the order of the input, and never hold a value.
///
/// Example: `TableReader reader(Table::pins, names, {}, tables, faults); reader.add_row(cells);`
class TableReader {
public:
    using AddRows = std::function<void(TableReader& reader, std::size_t first, std::size_t end)>;

    /// Checks the column names. `into` and `faults` must outlive the reader. Precondition: `table` holds
    /// records.
    TableReader(Table table, std::span<const std::string_view> columns, const ReadOptions& options,
                Tables& into, std::vector<Fault>& faults);
    TableReader(TableReader&&) noexcept;
    TableReader& operator=(TableReader&&) noexcept;
    ~TableReader();

    /// Makes room for that many more records at once. May be called again, or never.
    void expect(std::size_t records);

    /// One record; cells in the order of the column names.
    void add_row(std::span<const std::string_view> cells);
    void add_row(std::span<const TableCell> cells);

    /// That many records, on up to `threads` threads; 0: as many as the machine has, at most two. Records and
    /// faults are the same for any number. `add` is called for contiguous parts of [0, rows), perhaps several
    /// at once, and must add one row to its reader for every position from `first` to before `end`, in order;
    /// what it throws comes out when all parts have ended.
    void add_rows(std::size_t rows, const AddRows& add, std::size_t threads = 0);

    /// Something in the place of a record that is none. It counts as one, so that later positions stay those
    /// of the input.
    void refuse_row(FaultCode code, std::string rule);

private:
    struct State;
    explicit TableReader(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace befriend
