#pragma once

#include "io/cell_rule.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/table_reader.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::io {

// What happens now and then between records. May throw.
class Pauses {
public:
    Pauses() = default;

    // `between_records` may be empty.
    explicit Pauses(std::function<void()> between_records) : between_records_(std::move(between_records)) {}

    void before_record()
    {
        constexpr std::size_t every = 1024;  // records; they take some milliseconds
        if (records_++ % every == 0 && between_records_) between_records_();
    }

private:
    std::function<void()> between_records_;
    std::size_t records_ = 0;
};

// Fills the records of one table, cell by cell, whatever the table: what rows and JSON objects have in
// common.
class RecordReader {
public:
    virtual ~RecordReader() = default;

    [[nodiscard]] virtual std::size_t columns() const noexcept = 0;
    [[nodiscard]] virtual const Column& about(std::size_t column) const = 0;
    [[nodiscard]] virtual const CellRule& rule(std::size_t column) const = 0;

    // The position of the record under way, or of the next one.
    [[nodiscard]] virtual std::size_t position() const noexcept = 0;

    // Makes room for that many more records.
    virtual void expect(std::size_t records) = 0;

    // Adds that many records, all unknown, for others to fill.
    virtual void lengthen(std::size_t records) = 0;

    // A reader that fills those from the position `first` on, and tells `faults`. Several may work at once,
    // on records and faults of their own.
    [[nodiscard]] virtual std::unique_ptr<RecordReader> filler(std::size_t first, std::vector<Fault>& faults,
                                                               Pauses pauses) = 0;

    virtual void begin() = 0;
    virtual void read(std::size_t column, std::string_view cell) = 0;

    // Nothing is said about this column of the record under way: what is wrong with it was told already.
    virtual void excuse(std::size_t column) = 0;

    virtual void end() = 0;

    // A fault in a field of the record under way; an empty field means the record.
    virtual void refuse(FaultCode code, std::string_view field, std::string rule) = 0;

    // Reads a list whose items were joined; none at all is the cell that says so.
    void read_list(std::size_t column, std::string_view joined);

    // An item that `join_item` did not take.
    void refuse_item(std::size_t column);

    // The column with this name or alias.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

    [[nodiscard]] std::vector<std::string_view> names() const;
};

// Adds an item to a list in the form of a cell, `a;b`; false, and nothing added, if it cannot stand in one.
[[nodiscard]] bool join_item(std::string& joined, std::string_view item);

[[nodiscard]] std::unique_ptr<RecordReader> record_reader(Table table, const ReadOptions& options,
                                                          Tables& into, std::vector<Fault>& faults);

}  // namespace befriend::io
