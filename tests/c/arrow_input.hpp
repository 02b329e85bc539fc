#pragma once

// Arrow streams for the tests of befriend.h, made by nanoarrow, and what their callers did with them.

#include "handles.hpp"

#include <nanoarrow/nanoarrow.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace befriend::test {

namespace nano = befriend_nanoarrow;

// A column, or a whole batch, of one type.
struct ArrowData {
    nano::UniqueSchema schema;
    nano::UniqueArray array;
};

// Columns by name. `type` is the family's: string, large_string or string_view for texts, and so on.
ArrowData texts(const char* name, ArrowType type, const std::vector<std::optional<std::string>>& values);
ArrowData numbers(const char* name, ArrowType type, const std::vector<std::optional<std::int64_t>>& values);
ArrowData reals(const char* name, ArrowType type, const std::vector<std::optional<double>>& values);
ArrowData moments(const char* name, ArrowTimeUnit unit, const char* zone,
                  const std::vector<std::optional<std::int64_t>>& values);
ArrowData nulls(const char* name, std::int64_t count);

// A list of which `ends` says where each one stops among `items`; `nulls` which are no list at all.
ArrowData lists(const char* name, ArrowType type, ArrowData items, const std::vector<std::int64_t>& ends,
                const std::vector<std::size_t>& nulls = {});

// Indices, an array of integers, into `values`.
ArrowData dictionary(ArrowData indices, ArrowData values);

// Hides the first rows of an array, or shows fewer, as a slice does.
void slice(ArrowArray& array, std::int64_t offset, std::int64_t length);

// One batch of a table.
ArrowData batch(std::vector<ArrowData> columns);

// What was asked of a stream, and what of it was given back.
struct Asked {
    int released = 0;  // the stream
    int schemas = 0;   // handed out and not given back
    int batches = 0;   // likewise
    int next = 0;      // calls of get_next
};

struct StreamOptions {
    int schema_error = 0;
    int error_at = -1;  // the batch, from 0, for which get_next fails with `error`
    int error = 5;
    std::function<void()> before_next = {};
    std::function<void(ArrowSchema&)> spoil_schema = {};  // what is handed out, not what is released
    std::function<void(ArrowArray&, std::size_t batch)> spoil = {};
};

// A stream of these batches, whose schema is that of the first.
ArrowArrayStream stream_of(std::vector<ArrowData> batches, std::shared_ptr<Asked> asked,
                           StreamOptions options = {});
ArrowArrayStream stream_of(std::vector<ArrowData> batches);

// Adds the stream. Fails the test unless it was released, once, with all that it handed out.
Outcome add_arrow(befriend_round& round, befriend_table table, std::vector<ArrowData> batches,
                  StreamOptions options = {});

// A stream that befriend handed out, value by value: null is empty, lists are joined by ';', an empty one is
// [].
struct ArrowText {
    std::vector<std::string> names;
    std::vector<std::string> types;                 // `list of string` and so on
    std::vector<std::vector<std::string>> columns;  // in the order of the names
    std::vector<std::int64_t> batches;              // their lengths
};

// Reads the stream to its end and releases it; fails the test if anything in it is malformed.
ArrowText text_of(ArrowArrayStream& stream);

// One column of a table of the round, as befriend_round_get_arrow hands it out.
std::vector<std::string> cells_of(const befriend_round& round, befriend_table table, const char* column);

}  // namespace befriend::test
