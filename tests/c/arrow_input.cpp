#include "arrow_input.hpp"

#include "../catch2.hpp"
#include <befriend/model/date.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace befriend::test {
namespace {

void need(ArrowErrorCode code)
{
    REQUIRE(code == NANOARROW_OK);
}

// Starts a column whose schema is set.
void start(ArrowData& data, const char* name)
{
    need(ArrowSchemaSetName(data.schema.get(), name));
    need(ArrowArrayInitFromSchema(data.array.get(), data.schema.get(), nullptr));
    need(ArrowArrayStartAppending(data.array.get()));
}

template <class Value, class Append>
ArrowData column(const char* name, ArrowType type, const std::vector<std::optional<Value>>& values,
                 Append append)
{
    ArrowData data;
    need(ArrowSchemaInitFromType(data.schema.get(), type));
    start(data, name);
    for (const auto& value : values)
        need(value ? append(data.array.get(), *value) : ArrowArrayAppendNull(data.array.get(), 1));
    need(ArrowArrayFinishBuildingDefault(data.array.get(), nullptr));
    return data;
}

// What is behind a stream of the tests.
struct Behind {
    std::vector<ArrowData> batches;
    std::shared_ptr<Asked> asked;
    StreamOptions options;
    std::size_t next = 0;
};

// A copy of an array's structure over the same values, so that a test can spoil it and it is released all the
// same.
struct Shown {
    explicit Shown(const ArrowArray& of)
        : array(of), buffers(of.buffers, of.buffers + of.n_buffers), children(), pointers(), dictionary()
    {
        for (std::int64_t at = 0; at < of.n_children; ++at) {
            children.push_back(std::make_unique<Shown>(*of.children[at]));
            pointers.push_back(&children.back()->array);
        }
        if (of.dictionary != nullptr) dictionary = std::make_unique<Shown>(*of.dictionary);
        array.buffers = buffers.data();
        array.children = pointers.data();
        array.dictionary = dictionary ? &dictionary->array : nullptr;
    }

    ArrowArray array;
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<Shown>> children;
    std::vector<ArrowArray*> pointers;
    std::unique_ptr<Shown> dictionary;
};

// What is behind a schema or an array that a stream handed out.
struct LentSchema {
    nano::UniqueSchema owned;
    std::shared_ptr<Asked> asked;
};

struct LentArray {
    nano::UniqueArray owned;
    Shown shown;
    std::shared_ptr<Asked> asked;
};

int get_schema(ArrowArrayStream* stream, ArrowSchema* out)
{
    const auto& behind = *static_cast<Behind*>(stream->private_data);
    if (behind.options.schema_error != 0) return behind.options.schema_error;
    auto* const lent = new LentSchema{{}, behind.asked};
    need(ArrowSchemaDeepCopy(behind.batches.at(0).schema.get(), lent->owned.get()));
    *out = *lent->owned.get();
    out->private_data = lent;
    out->release = [](ArrowSchema* schema) {
        auto* const back = static_cast<LentSchema*>(schema->private_data);
        --back->asked->schemas;
        delete back;
        schema->release = nullptr;
    };
    ++behind.asked->schemas;
    if (behind.options.spoil_schema) behind.options.spoil_schema(*out);
    return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out)
{
    auto& behind = *static_cast<Behind*>(stream->private_data);
    ++behind.asked->next;
    if (behind.options.before_next) behind.options.before_next();
    if (static_cast<int>(behind.next) == behind.options.error_at) return behind.options.error;
    out->release = nullptr;
    if (behind.next == behind.batches.size()) return 0;
    nano::UniqueArray& owned = behind.batches[behind.next].array;
    const ArrowArray& of = *owned.get();
    auto* const lent = new LentArray{{}, Shown(of), behind.asked};
    ArrowArrayMove(owned.get(), lent->owned.get());
    *out = lent->shown.array;
    if (behind.options.spoil) behind.options.spoil(*out, behind.next);
    out->private_data = lent;
    out->release = [](ArrowArray* array) {
        auto* const back = static_cast<LentArray*>(array->private_data);
        --back->asked->batches;
        delete back;
        array->release = nullptr;
    };
    ++behind.asked->batches;
    ++behind.next;
    return 0;
}

const char* get_last_error(ArrowArrayStream*)
{
    return "a sentence with the value CANARY";
}

void release(ArrowArrayStream* stream)
{
    auto* const behind = static_cast<Behind*>(stream->private_data);
    ++behind->asked->released;
    delete behind;
    stream->release = nullptr;
}

std::string type_words(const ArrowSchema& schema)
{
    ArrowSchemaView view{};
    need(ArrowSchemaViewInit(&view, &schema, nullptr));
    const std::string words = ArrowTypeString(view.type);
    return view.type == NANOARROW_TYPE_LIST ? words + " of " + type_words(*schema.children[0]) : words;
}

std::string string_at(const ArrowArrayView& view, std::int64_t row)
{
    const ArrowStringView text = ArrowArrayViewGetStringUnsafe(&view, row);
    return {text.data, static_cast<std::size_t>(text.size_bytes)};
}

std::string list_at(const ArrowArrayView& view, std::int64_t row)
{
    std::string text;
    const std::int64_t end = ArrowArrayViewListChildOffset(&view, row + 1);
    for (std::int64_t item = ArrowArrayViewListChildOffset(&view, row); item < end; ++item)
        text += (text.empty() ? "" : ";") + string_at(*view.children[0], item);
    return text.empty() ? "[]" : text;
}

std::string shortest(double number)
{
    char digits[400];
    return {digits, std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed).ptr};
}

std::string value_text(const ArrowArrayView& view, const std::string& type, std::int64_t row)
{
    if (ArrowArrayViewIsNull(&view, row)) return {};
    if (type == "string") return string_at(view, row);
    if (type == "list of string") return list_at(view, row);
    if (type == "double") return shortest(ArrowArrayViewGetDoubleUnsafe(&view, row));
    const std::int64_t number = ArrowArrayViewGetIntUnsafe(&view, row);
    if (type == "bool") return number != 0 ? "yes" : "no";
    if (type == "date32") return to_text(Date(std::chrono::days(number)));
    return std::to_string(number);
}

}  // namespace

ArrowData texts(const char* name, ArrowType type, const std::vector<std::optional<std::string>>& values)
{
    return column(name, type, values, [](ArrowArray* array, const std::string& value) {
        return ArrowArrayAppendString(array, {value.data(), static_cast<std::int64_t>(value.size())});
    });
}

ArrowData numbers(const char* name, ArrowType type, const std::vector<std::optional<std::int64_t>>& values)
{
    return column(name, type, values, ArrowArrayAppendInt);
}

ArrowData reals(const char* name, ArrowType type, const std::vector<std::optional<double>>& values)
{
    return column(name, type, values, ArrowArrayAppendDouble);
}

ArrowData moments(const char* name, ArrowTimeUnit unit, const char* zone,
                  const std::vector<std::optional<std::int64_t>>& values)
{
    ArrowData data;
    ArrowSchemaInit(data.schema.get());
    need(ArrowSchemaSetTypeDateTime(data.schema.get(), NANOARROW_TYPE_TIMESTAMP, unit, zone));
    start(data, name);
    for (const auto& value : values)
        need(value ? ArrowArrayAppendInt(data.array.get(), *value)
                   : ArrowArrayAppendNull(data.array.get(), 1));
    need(ArrowArrayFinishBuildingDefault(data.array.get(), nullptr));
    return data;
}

ArrowData nulls(const char* name, std::int64_t count)
{
    return column(name, NANOARROW_TYPE_NA, std::vector<std::optional<int>>(static_cast<std::size_t>(count)),
                  [](ArrowArray*, int) { return EINVAL; });
}

ArrowData lists(const char* name, ArrowType type, ArrowData items, const std::vector<std::int64_t>& ends,
                const std::vector<std::size_t>& nulls)
{
    ArrowData data;
    need(ArrowSchemaInitFromType(data.schema.get(), type));
    ArrowSchemaRelease(data.schema->children[0]);
    ArrowSchemaMove(items.schema.get(), data.schema->children[0]);
    start(data, name);
    for (std::size_t at = 0; at < ends.size(); ++at) {
        // The items are put in afterwards: here only their number counts.
        data.array->children[0]->length = ends[at];
        if (std::find(nulls.begin(), nulls.end(), at) != nulls.end()) {
            need(ArrowArrayAppendNull(data.array.get(), 1));
        } else {
            need(ArrowArrayFinishElement(data.array.get()));
        }
    }
    ArrowArrayRelease(data.array->children[0]);
    ArrowArrayMove(items.array.get(), data.array->children[0]);
    need(ArrowArrayFinishBuilding(data.array.get(), NANOARROW_VALIDATION_LEVEL_NONE, nullptr));
    return data;
}

ArrowData dictionary(ArrowData indices, ArrowData values)
{
    need(ArrowSchemaAllocateDictionary(indices.schema.get()));
    ArrowSchemaMove(values.schema.get(), indices.schema->dictionary);
    need(ArrowArrayAllocateDictionary(indices.array.get()));
    ArrowArrayMove(values.array.get(), indices.array->dictionary);
    return indices;
}

void slice(ArrowArray& array, std::int64_t offset, std::int64_t length)
{
    array.offset += offset;
    array.length = length;
    array.null_count = array.null_count == 0 ? 0 : -1;
}

ArrowData batch(std::vector<ArrowData> columns)
{
    ArrowData data;
    ArrowSchemaInit(data.schema.get());
    need(ArrowSchemaSetTypeStruct(data.schema.get(), static_cast<std::int64_t>(columns.size())));
    need(ArrowArrayInitFromType(data.array.get(), NANOARROW_TYPE_STRUCT));
    need(ArrowArrayAllocateChildren(data.array.get(), static_cast<std::int64_t>(columns.size())));
    data.array->length = columns.empty() ? 0 : columns[0].array->length;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        ArrowSchemaRelease(data.schema->children[at]);
        ArrowSchemaMove(columns[at].schema.get(), data.schema->children[at]);
        ArrowArrayMove(columns[at].array.get(), data.array->children[at]);
    }
    return data;
}

ArrowArrayStream stream_of(std::vector<ArrowData> batches, std::shared_ptr<Asked> asked,
                           StreamOptions options)
{
    auto* const behind = new Behind{std::move(batches), std::move(asked), std::move(options)};
    return {get_schema, get_next, get_last_error, release, behind};
}

ArrowArrayStream stream_of(std::vector<ArrowData> batches)
{
    return stream_of(std::move(batches), std::make_shared<Asked>());
}

ArrowText text_of(ArrowArrayStream& stream)
{
    ArrowText text;
    nano::UniqueArrayStream owned(&stream);
    nano::UniqueSchema schema;
    need(owned->get_schema(owned.get(), schema.get()));
    for (std::int64_t at = 0; at < schema->n_children; ++at) {
        text.names.emplace_back(schema->children[at]->name);
        text.types.push_back(type_words(*schema->children[at]));
    }
    text.columns.resize(text.names.size());
    nano::UniqueArrayView view;
    need(ArrowArrayViewInitFromSchema(view.get(), schema.get(), nullptr));
    for (;;) {
        nano::UniqueArray array;
        need(owned->get_next(owned.get(), array.get()));
        CHECK(owned->get_last_error(owned.get()) == nullptr);
        if (array->release == nullptr) return text;
        need(ArrowArrayViewSetArray(view.get(), array.get(), nullptr));
        need(ArrowArrayViewValidate(view.get(), NANOARROW_VALIDATION_LEVEL_FULL, nullptr));
        text.batches.push_back(view->length);
        for (std::size_t at = 0; at < text.columns.size(); ++at) {
            for (std::int64_t row = 0; row < view->length; ++row)
                text.columns[at].push_back(value_text(*view->children[at], text.types[at], row));
        }
    }
}

std::vector<std::string> cells_of(const befriend_round& round, befriend_table table, const char* column)
{
    ArrowArrayStream stream{};
    REQUIRE(befriend_round_get_arrow(&round, table, &stream, nullptr) == BEFRIEND_OK);
    const ArrowText text = text_of(stream);
    const auto at = std::find(text.names.begin(), text.names.end(), column) - text.names.begin();
    return text.columns.at(static_cast<std::size_t>(at));
}

Outcome add_arrow(befriend_round& round, befriend_table table, std::vector<ArrowData> batches,
                  StreamOptions options)
{
    const auto asked = std::make_shared<Asked>();
    ArrowArrayStream stream = stream_of(std::move(batches), asked, std::move(options));
    const Outcome outcome =
        outcome_of([&](auto err) { return befriend_round_add_arrow(&round, table, &stream, err); });
    CHECK(stream.release == nullptr);
    CHECK(asked->released == 1);
    CHECK(asked->schemas == 0);
    CHECK(asked->batches == 0);
    return outcome;
}

}  // namespace befriend::test
