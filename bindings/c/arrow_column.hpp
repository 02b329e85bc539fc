#pragma once

// One column of one batch of an Arrow stream, as cells of a table.

#include "arrow_type.hpp"
#include "nanoarrow.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/table_reader.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace befriend::c {

// Where a cell is written out that does not stand in the array as a text.
struct CellRoom {
    std::array<char, 400> digits;  // room for every double without exponent
    std::vector<std::string_view> items;
};

class ArrowColumn {
public:
    // A column that is not read: its values are never looked at.
    ArrowColumn() = default;

    // A column of a type that fits, of a batch that must outlive it.
    ArrowColumn(const ArrowSchema& schema, const ArrowColumnType& type, const Column& about);

    // Takes the values. False, and nothing of it may be read, unless there are `rows` of them and every
    // position and length in `array` stays within what it says it holds.
    [[nodiscard]] bool take(const ArrowArray& array, std::int64_t rows);

    // A cell, which lives as long as nothing else is written to `room`. Several threads may read at once.
    [[nodiscard]] TableCell cell(std::int64_t row, CellRoom& room) const;

private:
    [[nodiscard]] TableCell real(std::int64_t row, CellRoom& room) const;
    [[nodiscard]] TableCell list(std::int64_t row, CellRoom& room) const;

    bool is_read_ = false;
    bool wants_whole_ = false;  // numbers: no part after the point
    ArrowKind kind_ = ArrowKind::other;
    ArrowTimeUnit unit_ = NANOARROW_TIME_UNIT_SECOND;  // of a timestamp
    nano::UniqueArrayView view_;
};

}  // namespace befriend::c
