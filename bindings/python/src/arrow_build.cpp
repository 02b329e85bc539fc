// From lists of Python values to an Arrow stream, for the tables that are put together in Python.

#include "arrow.hpp"

#include <nanoarrow/nanoarrow.hpp>
#include <nanobind/stl/string.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace befriend::python {
namespace {

void need(ArrowErrorCode code)
{
    if (code == ENOMEM) throw std::bad_alloc();
    if (code != NANOARROW_OK) throw nb::value_error("a value that does not fit its Arrow column");
}

ArrowType type_of(std::string_view kind)
{
    if (kind == "utf8") return NANOARROW_TYPE_STRING;
    if (kind == "int32") return NANOARROW_TYPE_INT32;
    if (kind == "int64") return NANOARROW_TYPE_INT64;
    if (kind == "float64") return NANOARROW_TYPE_DOUBLE;
    if (kind == "bool") return NANOARROW_TYPE_BOOL;
    if (kind == "date32") return NANOARROW_TYPE_DATE32;
    if (kind == "list") return NANOARROW_TYPE_LIST;
    throw nb::value_error("no such kind of Arrow column");
}

void append_text(ArrowArray* array, nb::handle value)
{
    Py_ssize_t size = 0;
    const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (text == nullptr) throw nb::python_error();
    need(ArrowArrayAppendString(array, {text, size}));
}

// Lets Python handle its signals, now and then.
void look_at_signals(std::size_t values)
{
    constexpr std::size_t looked_every = 65'536;  // values: some milliseconds
    if (values % looked_every == 0 && PyErr_CheckSignals() != 0) throw nb::python_error();
}

void append(ArrowArray* array, ArrowType type, nb::handle value)
{
    if (value.is_none()) return need(ArrowArrayAppendNull(array, 1));
    switch (type) {
        case NANOARROW_TYPE_STRING:
            return append_text(array, value);
        case NANOARROW_TYPE_LIST:
            for (const nb::handle item : value)
                append_text(array->children[0], item);
            return need(ArrowArrayFinishElement(array));
        case NANOARROW_TYPE_DOUBLE:
            return need(ArrowArrayAppendDouble(array, nb::cast<double>(value)));
        case NANOARROW_TYPE_DATE32:
            return need(
                ArrowArrayAppendInt(array, nb::cast<std::int64_t>(value.attr("toordinal")()) - 719163));
        case NANOARROW_TYPE_BOOL:
            return need(ArrowArrayAppendInt(array, nb::cast<bool>(value)));
        default:
            return need(ArrowArrayAppendInt(array, nb::cast<std::int64_t>(value)));
    }
}

void set_column(ArrowSchema* schema, nb::handle name, ArrowType type)
{
    need(ArrowSchemaSetType(schema, type));
    need(ArrowSchemaSetName(schema, nb::cast<std::string>(name).c_str()));
    if (type == NANOARROW_TYPE_LIST) need(ArrowSchemaSetType(schema->children[0], NANOARROW_TYPE_STRING));
}

}  // namespace

nb::object stream_of(const nb::list& names, const nb::list& kinds, const nb::list& columns)
{
    const std::size_t width = names.size();
    if (kinds.size() != width || columns.size() != width)
        throw nb::value_error("names, kinds and columns differ in number");
    NANOARROW_CXX_NAMESPACE::UniqueSchema schema;
    ArrowSchemaInit(schema.get());
    need(ArrowSchemaSetTypeStruct(schema.get(), static_cast<std::int64_t>(width)));
    for (std::size_t i = 0; i < width; ++i)
        set_column(schema->children[i], names[i], type_of(nb::cast<std::string>(kinds[i])));

    NANOARROW_CXX_NAMESPACE::UniqueArray batch;
    need(ArrowArrayInitFromSchema(batch.get(), schema.get(), nullptr));
    need(ArrowArrayStartAppending(batch.get()));
    std::size_t appended = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const ArrowType type = type_of(nb::cast<std::string>(kinds[i]));
        const auto values = nb::cast<nb::list>(columns[i]);
        if (values.size() != nb::cast<nb::list>(columns[0]).size())
            throw nb::value_error("columns of different lengths");
        for (const nb::handle value : values) {
            look_at_signals(appended++);
            append(batch->children[i], type, value);
        }
    }
    batch->length = width == 0 ? 0 : static_cast<std::int64_t>(nb::cast<nb::list>(columns[0]).size());
    need(ArrowArrayFinishBuildingDefault(batch.get(), nullptr));

    Stream stream;
    need(ArrowBasicArrayStreamInit(stream.get(), schema.get(), 1));
    ArrowBasicArrayStreamSetArray(stream.get(), 0, batch.get());
    return stream.to_capsule();
}

}  // namespace befriend::python
