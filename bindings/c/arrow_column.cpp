#include "arrow_column.hpp"

#include "arrow_sound.hpp"
#include <befriend/model/date.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace befriend::c {
namespace {

constexpr double most_exact =
    9'007'199'254'740'992;  // 2 to the 53rd: every whole number up to it is a double

std::string_view text_at(const ArrowArrayView& view, std::int64_t row) noexcept
{
    if (ArrowArrayViewIsNull(&view, row)) return {};
    if (view.dictionary != nullptr) return text_at(*view.dictionary, ArrowArrayViewGetIntUnsafe(&view, row));
    const ArrowStringView text = ArrowArrayViewGetStringUnsafe(&view, row);
    return {text.data, static_cast<std::size_t>(text.size_bytes)};
}

std::int64_t units_a_day(ArrowTimeUnit unit) noexcept
{
    constexpr std::int64_t seconds = 86'400;
    switch (unit) {
        case NANOARROW_TIME_UNIT_SECOND:
            return seconds;
        case NANOARROW_TIME_UNIT_MILLI:
            return seconds * 1'000;
        case NANOARROW_TIME_UNIT_MICRO:
            return seconds * 1'000'000;
        case NANOARROW_TIME_UNIT_NANO:
            return seconds * 1'000'000'000;
    }
    return seconds;
}

// Rounds down, also before 1970.
std::int64_t day_of(std::int64_t moment, ArrowTimeUnit unit) noexcept
{
    const std::int64_t day = units_a_day(unit);
    return moment / day - (moment % day < 0 ? 1 : 0);
}

TableCell whole(std::int64_t number, CellRoom& room)
{
    char* const first = room.digits.data();
    return std::string_view(first, std::to_chars(first, first + room.digits.size(), number).ptr);
}

TableCell day(std::int64_t days, CellRoom& room)
{
    if (days < first_date.time_since_epoch().count() || days > last_date.time_since_epoch().count())
        return CellFlaw{FaultCode::e_date, "not a day from 1900 to 2199"};
    const std::string text = to_text(Date(std::chrono::days(days)));
    std::copy(text.begin(), text.end(), room.digits.begin());
    return std::string_view(room.digits.data(), text.size());
}

}  // namespace

ArrowColumn::ArrowColumn(const ArrowSchema& schema, const ArrowColumnType& type, const Column& about)
    : is_read_(true), wants_whole_(about.shape == JsonShape::whole_number), kind_(type.kind), unit_(type.unit)
{
    need(ArrowArrayViewInitFromSchema(view_.get(), &schema, nullptr));
}

bool ArrowColumn::take(const ArrowArray& array, std::int64_t rows)
{
    if (!is_read_) return true;
    return array.length >= rows && (kind_ == ArrowKind::null || set_sound(*view_.get(), array));
}

TableCell ArrowColumn::cell(std::int64_t row, CellRoom& room) const
{
    if (!is_read_) return CellTold{};
    const ArrowArrayView* const view = view_.get();
    if (ArrowArrayViewIsNull(view, row)) return std::string_view{};
    switch (kind_) {
        case ArrowKind::text:
            return text_at(*view, row);
        case ArrowKind::whole:
            return whole(ArrowArrayViewGetIntUnsafe(view, row), room);
        case ArrowKind::real:
            return real(row, room);
        case ArrowKind::flag:
            return std::string_view(ArrowArrayViewGetIntUnsafe(view, row) != 0 ? "yes" : "no");
        case ArrowKind::date:
            return day(ArrowArrayViewGetIntUnsafe(view, row), room);
        case ArrowKind::timestamp:
            return day(day_of(ArrowArrayViewGetIntUnsafe(view, row), unit_), room);
        case ArrowKind::list:
            return list(row, room);
        case ArrowKind::null:
        case ArrowKind::other:
            break;
    }
    return std::string_view{};
}

// Data frames turn whole numbers with gaps into doubles with NaN for the gaps.
TableCell ArrowColumn::real(std::int64_t row, CellRoom& room) const
{
    const double number = ArrowArrayViewGetDoubleUnsafe(view_.get(), row);
    if (std::isnan(number)) return std::string_view{};
    if (std::isinf(number)) return CellFlaw{FaultCode::e_number, "infinite"};
    if (wants_whole_) {
        if (number != std::trunc(number)) return CellFlaw{FaultCode::e_number, "not a whole number"};
        if (std::abs(number) > most_exact)
            return CellFlaw{FaultCode::e_number, "beyond 2^53: a float of that size is not exact"};
        return whole(static_cast<std::int64_t>(number), room);
    }
    char* const first = room.digits.data();
    char* const end = first + room.digits.size();
    const double plain = number + 0.0;  // -0 has no digits of its own
    const auto written = view_->storage_type == NANOARROW_TYPE_FLOAT
                             ? std::to_chars(first, end, static_cast<float>(plain), std::chars_format::fixed)
                             : std::to_chars(first, end, plain, std::chars_format::fixed);
    return std::string_view(first, written.ptr);
}

TableCell ArrowColumn::list(std::int64_t row, CellRoom& room) const
{
    const ArrowArrayView* const view = view_.get();
    const std::int64_t first = ArrowArrayViewListChildOffset(view, view->offset + row);
    const std::int64_t end = ArrowArrayViewListChildOffset(view, view->offset + row + 1);
    room.items.clear();
    for (std::int64_t item = first; item < end; ++item)
        room.items.push_back(text_at(*view->children[0], item));
    return CellItems{room.items};
}

}  // namespace befriend::c
