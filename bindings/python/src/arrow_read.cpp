// From an Arrow stream to lists of Python values, so that a table can be read where no other library is.

#include "arrow.hpp"

#include <nanoarrow/nanoarrow.hpp>

#include <string>
#include <vector>

namespace befriend::python {
namespace {

void need(ArrowErrorCode code, const ArrowError& error)
{
    if (code == NANOARROW_OK) return;
    throw nb::value_error(("the Arrow stream cannot be read: " + std::string(error.message)).c_str());
}

nb::object text_at(const ArrowArrayView& view, std::int64_t at)
{
    const ArrowStringView text = ArrowArrayViewGetStringUnsafe(&view, at);
    PyObject* made = PyUnicode_DecodeUTF8(text.data, text.size_bytes, "strict");
    if (made == nullptr) throw nb::python_error();
    return nb::steal(made);
}

nb::object value_at(const ArrowArrayView& view, std::int64_t at, const nb::object& date);

nb::object list_at(const ArrowArrayView& view, std::int64_t at, const nb::object& date)
{
    nb::list values;
    const std::int64_t place = view.offset + at;
    const std::int64_t end = ArrowArrayViewListChildOffset(&view, place + 1);
    for (std::int64_t item = ArrowArrayViewListChildOffset(&view, place); item < end; ++item)
        values.append(value_at(*view.children[0], item, date));
    return values;
}

// `date` is datetime.date.fromordinal: day 719,163 of it is 1 January 1970.
nb::object value_at(const ArrowArrayView& view, std::int64_t at, const nb::object& date)
{
    if (ArrowArrayViewIsNull(&view, at)) return nb::none();
    switch (view.storage_type) {
        case NANOARROW_TYPE_BOOL:
            return nb::bool_(ArrowArrayViewGetIntUnsafe(&view, at) != 0);
        case NANOARROW_TYPE_FLOAT:
        case NANOARROW_TYPE_DOUBLE:
            return nb::float_(ArrowArrayViewGetDoubleUnsafe(&view, at));
        case NANOARROW_TYPE_STRING:
        case NANOARROW_TYPE_LARGE_STRING:
        case NANOARROW_TYPE_STRING_VIEW:
            return text_at(view, at);
        case NANOARROW_TYPE_LIST:
        case NANOARROW_TYPE_LARGE_LIST:
            return list_at(view, at, date);
        default:
            break;
    }
    const std::int64_t number = ArrowArrayViewGetIntUnsafe(&view, at);
    return date.is_none() ? nb::object(nb::int_(number)) : date(number + 719163);
}

bool is_readable(const ArrowSchema& schema)
{
    const std::string format = schema.format == nullptr ? "" : schema.format;
    if (schema.dictionary != nullptr) return false;
    if (format == "+l" || format == "+L") return schema.n_children == 1 && is_readable(*schema.children[0]);
    static const std::string known[] = {"u", "U", "vu", "b", "c", "s", "i",
                                        "l", "C", "S",  "I", "f", "g", "tdD"};
    for (const std::string& one : known)
        if (format == one) return true;
    return false;
}

void need_readable(const ArrowSchema& schema)
{
    if (schema.format == nullptr || std::string(schema.format) != "+s")
        throw nb::type_error("the Arrow stream is no table");
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        if (is_readable(*schema.children[i])) continue;
        const std::string place =
            "column " + std::to_string(i) + " of the Arrow stream has a type that is not read";
        throw nb::type_error(place.c_str());
    }
}

}  // namespace

nb::tuple shape_of(nb::handle capsule)
{
    Stream stream(capsule);
    ArrowError error{};
    NANOARROW_CXX_NAMESPACE::UniqueSchema schema;
    need(ArrowArrayStreamGetSchema(stream.get(), schema.get(), &error), error);
    nb::list names;
    for (std::int64_t i = 0; i < schema->n_children; ++i)
        names.append(nb::str(schema->children[i]->name));
    std::int64_t rows = 0;
    while (true) {
        NANOARROW_CXX_NAMESPACE::UniqueArray batch;
        need(ArrowArrayStreamGetNext(stream.get(), batch.get(), &error), error);
        if (batch->release == nullptr) return nb::make_tuple(names, rows);
        rows += batch->length;
    }
}

nb::tuple columns_of(nb::handle capsule)
{
    Stream stream(capsule);
    ArrowError error{};
    NANOARROW_CXX_NAMESPACE::UniqueSchema schema;
    need(ArrowArrayStreamGetSchema(stream.get(), schema.get(), &error), error);
    need_readable(*schema.get());
    NANOARROW_CXX_NAMESPACE::UniqueArrayView view;
    need(ArrowArrayViewInitFromSchema(view.get(), schema.get(), &error), error);

    const nb::object from_ordinal = nb::module_::import_("datetime").attr("date").attr("fromordinal");
    nb::list names;
    nb::list columns;
    std::vector<nb::object> dates;
    for (std::int64_t i = 0; i < schema->n_children; ++i) {
        names.append(nb::str(schema->children[i]->name));
        columns.append(nb::list());
        const bool is_date = std::string(schema->children[i]->format) == "tdD";
        dates.push_back(is_date ? from_ordinal : nb::object(nb::none()));
    }
    while (true) {
        NANOARROW_CXX_NAMESPACE::UniqueArray batch;
        need(ArrowArrayStreamGetNext(stream.get(), batch.get(), &error), error);
        if (batch->release == nullptr) break;
        need(ArrowArrayViewSetArray(view.get(), batch.get(), &error), error);
        for (std::int64_t i = 0; i < view->n_children; ++i) {
            auto column = nb::borrow<nb::list>(columns[static_cast<std::size_t>(i)]);
            for (std::int64_t row = 0; row < view->length; ++row)
                column.append(
                    value_at(*view->children[i], view->offset + row, dates[static_cast<std::size_t>(i)]));
        }
    }
    return nb::make_tuple(names, columns);
}

}  // namespace befriend::python
