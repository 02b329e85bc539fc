#include "arrow_type.hpp"

#include <string_view>

namespace befriend::c {
namespace {

constexpr int deepest = 8;  // no type that is read has more than three levels

bool is_whole(const ArrowSchema* schema, int levels)
{
    if (schema == nullptr || schema->release == nullptr || schema->format == nullptr || levels == 0)
        return false;
    if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == nullptr)) return false;
    for (std::int64_t at = 0; at < schema->n_children; ++at) {
        if (!is_whole(schema->children[at], levels - 1)) return false;
    }
    return schema->dictionary == nullptr || is_whole(schema->dictionary, levels - 1);
}

ArrowKind kind_of(const ArrowSchemaView& view) noexcept
{
    switch (view.type) {
        case NANOARROW_TYPE_NA:
            return ArrowKind::null;
        case NANOARROW_TYPE_STRING:
        case NANOARROW_TYPE_LARGE_STRING:
        case NANOARROW_TYPE_STRING_VIEW:
            return ArrowKind::text;
        case NANOARROW_TYPE_INT8:
        case NANOARROW_TYPE_INT16:
        case NANOARROW_TYPE_INT32:
        case NANOARROW_TYPE_INT64:
        case NANOARROW_TYPE_UINT8:
        case NANOARROW_TYPE_UINT16:
        case NANOARROW_TYPE_UINT32:
            return ArrowKind::whole;
        case NANOARROW_TYPE_FLOAT:
        case NANOARROW_TYPE_DOUBLE:
            return ArrowKind::real;
        case NANOARROW_TYPE_BOOL:
            return ArrowKind::flag;
        case NANOARROW_TYPE_DATE32:
            return ArrowKind::date;
        case NANOARROW_TYPE_TIMESTAMP:
            return view.timezone[0] == '\0' ? ArrowKind::timestamp : ArrowKind::other;
        default:
            return ArrowKind::other;
    }
}

bool is_text(ArrowKind kind) noexcept
{
    return kind == ArrowKind::text || kind == ArrowKind::null;
}

std::string of(std::string_view outer, const std::string& inner)
{
    return std::string(outer) + " of " + inner;
}

}  // namespace

bool is_whole(const ArrowSchema* schema)
{
    return is_whole(schema, deepest);
}

ArrowColumnType type_of(const ArrowSchema& schema)
{
    ArrowSchemaView view{};
    if (ArrowSchemaViewInit(&view, &schema, nullptr) != NANOARROW_OK) return {.words = "an unknown type"};
    ArrowColumnType type{kind_of(view), view.time_unit, ArrowTypeString(view.type)};
    if (view.type == NANOARROW_TYPE_DICTIONARY) {
        const ArrowColumnType values = type_of(*schema.dictionary);
        // A dictionary within a dictionary has the words of one, and is read as nothing.
        const bool is_plain = is_text(values.kind) && schema.dictionary->dictionary == nullptr;
        type.kind = is_plain ? ArrowKind::text : ArrowKind::other;
        type.words = of(type.words, values.words);
    } else if (view.type == NANOARROW_TYPE_LIST || view.type == NANOARROW_TYPE_LARGE_LIST) {
        const ArrowColumnType items = type_of(*schema.children[0]);
        type.kind = is_text(items.kind) ? ArrowKind::list : ArrowKind::other;
        type.words = of(type.words, items.words);
    } else if (view.type == NANOARROW_TYPE_TIMESTAMP && type.kind == ArrowKind::other) {
        type.words += " with a zone";
    }
    return type;
}

bool fits(ArrowKind kind, const Column& column) noexcept
{
    const bool is_number = column.shape == JsonShape::whole_number || column.shape == JsonShape::decimal;
    switch (kind) {
        case ArrowKind::null:
        case ArrowKind::text:
            return true;
        case ArrowKind::whole:
        case ArrowKind::real:
            return is_number;
        case ArrowKind::flag:
            return column.shape == JsonShape::flag;
        case ArrowKind::date:
        case ArrowKind::timestamp:
            return column.is_date;
        case ArrowKind::list:
            return column.shape == JsonShape::list;
        case ArrowKind::other:
            return false;
    }
    return false;
}

std::string due(const Column& column)
{
    const std::string text = "string, large_string, string_view or a dictionary of one of them";
    if (column.is_date) return "date32, timestamp without a zone, " + text;
    switch (column.shape) {
        case JsonShape::text:
            return text;
        case JsonShape::whole_number:
        case JsonShape::decimal:
            return "int8 to int64, uint8 to uint32, float, double, " + text;
        case JsonShape::flag:
            return "bool, " + text;
        case JsonShape::list:
            return "list or large_list of strings, " + text;
    }
    return {};
}

}  // namespace befriend::c
