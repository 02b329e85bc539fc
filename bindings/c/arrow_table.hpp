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

// Takes the values of one row after the other, in the order of the columns.
class ArrowRow {
public:
    explicit ArrowRow(ArrowArray& rows) : rows_(rows) {}

    void null();
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

    void end() { end(rows_); }

private:
    static void append(ArrowArray& texts, std::string_view text);
    static void end(ArrowArray& element);
    ArrowArray& next() { return *rows_.children[column_++]; }

    ArrowArray& rows_;
    std::int64_t column_ = 0;
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
