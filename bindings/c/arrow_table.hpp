#pragma once

// A table that befriend hands out as an Arrow C stream.

#include "nanoarrow.hpp"
#include <befriend/model/date.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::c {

// The types that are handed out: those that every version of Arrow since 1.0 has.
enum class ArrowOut : std::uint8_t { text, int32, int64, real, flag, date, list };

struct ArrowOutColumn {
    std::string name;
    ArrowOut type;
};

// Takes the values of a row in the order of the columns, row after row.
class ArrowRow {
public:
    explicit ArrowRow(ArrowArray& rows) : rows_(rows), nulls_(static_cast<std::size_t>(rows.n_children)) {}

    void null() { ++nulls_[column_++]; }
    void text(std::string_view value);
    void number(std::int64_t value);  // int32 or int64
    void real(double value);
    void flag(bool value);
    void date(Date value);
    template <class Text>
    void list(const std::vector<Text>& items)
    {
        ArrowArray& column = next();
        for (const Text& item : items)
            append(*column.children[0], item);
        end(column);
    }
    void list(std::string_view joined);  // items between semicolons; empty: none

    // The row is over, or all of them are.
    void end_row();
    void end_rows();

private:
    static void append(ArrowArray& texts, std::string_view text);
    static void end(ArrowArray& element);
    void write_nulls(std::size_t column);
    ArrowArray& next();

    ArrowArray& rows_;
    std::vector<std::int64_t> nulls_;  // of each column, at its end and not written yet
    std::size_t column_ = 0;
};

class ArrowTable {
public:
    virtual ~ArrowTable() = default;
    [[nodiscard]] virtual std::vector<ArrowOutColumn> columns() const = 0;
    [[nodiscard]] virtual std::size_t rows() const = 0;
    virtual void write(std::size_t row, ArrowRow& to) const = 0;
};

// Moves `table` into a stream that writes its rows when they are asked for. `out` is not looked at before.
void export_stream(std::unique_ptr<const ArrowTable> table, ArrowArrayStream& out);

}  // namespace befriend::c
