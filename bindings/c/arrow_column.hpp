#pragma once

// One column of an Arrow stream, batch after batch, as cells of a table.

#include "arrow_type.hpp"
#include "nanoarrow.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/table_reader.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::c {

class ArrowColumn {
public:
    // A column that is not read: its values are never looked at.
    ArrowColumn() = default;

    // A column of a type that fits.
    ArrowColumn(const ArrowSchema& schema, ArrowColumnType type, const Column& about);

    // Goes on to the next batch, whose array must live until then. False, and nothing of it may be read,
    // unless it has `rows` rows and every position and length in it stays within what it says it holds.
    [[nodiscard]] bool take(const ArrowArray& array, std::int64_t rows);

    // A cell of the batch. It lives until the next call.
    [[nodiscard]] TableCell cell(std::int64_t row);

private:
    TableCell whole(std::int64_t number);
    TableCell real(std::int64_t row);
    TableCell day(std::int64_t days);
    TableCell list(std::int64_t row);

    bool is_read_ = false;
    bool wants_whole_ = false;  // numbers: no part after the point
    ArrowColumnType type_;
    nano::UniqueArrayView view_;
    std::array<char, 400> digits_;  // room for every double without exponent
    std::string date_;
    std::vector<std::string_view> items_;
};

}  // namespace befriend::c
