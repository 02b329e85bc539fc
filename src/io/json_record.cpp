#include "io/json_record.hpp"

#include "io/text.hpp"
#include "model/formatted.hpp"
#include <befriend/io/nearest_name.hpp>

#include <algorithm>

namespace befriend::io {
namespace {

std::string_view due(JsonShape shape) noexcept
{
    switch (shape) {
        case JsonShape::text:
            return "text";
        case JsonShape::whole_number:
            return "a whole number";
        case JsonShape::decimal:
            return "a number";
        case JsonShape::flag:
            return "true, false or text";
        case JsonShape::list:
            return "a list of texts";
    }
    return {};
}

bool fits(JsonKind kind, JsonShape shape) noexcept
{
    const bool is_number = shape == JsonShape::whole_number || shape == JsonShape::decimal;
    switch (kind) {
        case JsonKind::flag:
            return shape == JsonShape::flag;
        case JsonKind::number:
            return is_number;
        case JsonKind::text:
            return !is_number;
        case JsonKind::list:
            return shape == JsonShape::list;
        case JsonKind::null:
            return true;
        case JsonKind::object:
            return false;
    }
    return false;
}

}  // namespace

std::string_view to_words(JsonKind kind) noexcept
{
    switch (kind) {
        case JsonKind::null:
            return "null";
        case JsonKind::flag:
            return "true or false";
        case JsonKind::number:
            return "a number";
        case JsonKind::text:
            return "text";
        case JsonKind::list:
            return "a list";
        case JsonKind::object:
            return "an object";
    }
    return {};
}

JsonRecord::JsonRecord(RecordReader& records, const std::vector<std::string>& ignored)
    : records_(records), ignored_(ignored)
{
}

std::string_view JsonRecord::field() const noexcept
{
    return is_open_ && column_ ? records_.about(*column_).name : std::string_view();
}

void JsonRecord::begin()
{
    records_.begin();
    is_open_ = true;
    column_.reset();
    columns_.clear();
    unknown_.clear();
}

void JsonRecord::key(std::string_view name)
{
    if (depth_ > 0) return;
    column_.reset();
    if (std::find(ignored_.begin(), ignored_.end(), name) != ignored_.end()) return;
    const auto column = records_.find(name);
    if (!column) {
        unknown_.emplace(name);
    } else if (columns_.insert(*column).second) {
        column_ = column;
    } else {
        records_.refuse(FaultCode::e_duplicate, records_.about(*column).name, "comes twice in the record");
    }
}

void JsonRecord::scalar(JsonKind kind, std::string_view cell)
{
    if (depth_ > 0) {
        if (in_list_ && depth_ == 1) item(kind, cell);
    } else if (column_) {
        const JsonShape shape = records_.about(*column_).shape;
        if (!fits(kind, shape)) {
            refuse_kind(kind, due(shape));
        } else if (kind != JsonKind::null) {
            records_.read(*column_, cell);
        }
    }
}

void JsonRecord::open(JsonKind kind)
{
    if (++depth_ == 2 && in_list_) item(kind, {});
    if (depth_ > 1) return;
    in_list_ = false;
    if (!column_) return;
    const JsonShape shape = records_.about(*column_).shape;
    if (!fits(kind, shape)) return refuse_kind(kind, due(shape));
    in_list_ = true;
    is_list_sound_ = true;
    items_.clear();
}

void JsonRecord::close()
{
    if (depth_ == 0) return end();
    if (--depth_ == 0 && in_list_) end_list();
}

void JsonRecord::item(JsonKind kind, std::string_view cell)
{
    if (!is_list_sound_) return;
    is_list_sound_ = kind == JsonKind::text && join_item(items_, cell);
    if (is_list_sound_) return;
    if (kind == JsonKind::text) return records_.refuse_item(*column_);
    refuse_kind(kind, "text in a list");
}

void JsonRecord::end_list()
{
    in_list_ = false;
    if (is_list_sound_) records_.read_list(*column_, items_);
}

void JsonRecord::end()
{
    column_.reset();
    if (columns_.empty() && !unknown_.empty()) {
        // Perhaps no names of fields at all: none of them may be repeated.
        records_.refuse(FaultCode::e_schema, {}, "no field of this table is in the record");
    } else {
        for (const std::string& name : unknown_) {
            records_.refuse(FaultCode::e_schema, shown(name),
                            "unknown" + did_you_mean(name, records_.names()));
        }
    }
    records_.end();
    is_open_ = false;
}

void JsonRecord::refuse(JsonKind kind)
{
    begin();
    records_.refuse(FaultCode::e_schema, {}, formatted("{} where an object is due", to_words(kind)));
    for (std::size_t column = 0; column < records_.columns(); ++column)
        records_.excuse(column);
    end();
}

void JsonRecord::refuse_kind(JsonKind kind, std::string_view wanted)
{
    records_.refuse(FaultCode::e_schema, field(), formatted("{} where {} is due", to_words(kind), wanted));
    records_.excuse(*column_);
}

}  // namespace befriend::io
