#include "arrow_read.hpp"

#include "arguments.hpp"
#include "arrow_column.hpp"
#include "arrow_type.hpp"
#include <befriend/io/columns.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace befriend::c {
namespace {

constexpr std::int64_t most_rows = 10'000'000;

[[noreturn]] void refuse(std::string rule)
{
    throw Misuse{FaultCode::e_arg, "in", std::move(rule)};
}

// The stream's own words are not repeated: they could hold what a table says.
[[noreturn]] void refuse_failed(std::string_view call, int error)
{
    if (error == ENOMEM) throw std::bad_alloc();
    refuse("its " + std::string(call) + " failed with error number " + std::to_string(error));
}

std::string batch_words(std::int64_t batch)
{
    return "batch " + std::to_string(batch);
}

nano::UniqueSchema schema_of(ArrowArrayStream& stream)
{
    nano::UniqueSchema schema;
    if (stream.get_schema == nullptr || stream.get_next == nullptr)
        refuse("no stream: a function of it is NULL");
    if (const int error = stream.get_schema(&stream, schema.get()); error != 0) {
        schema->release = nullptr;  // what a failed call left is not ours
        refuse_failed("get_schema", error);
    }
    if (!is_whole(schema.get())) refuse("its schema is incomplete or nested too deep");
    if (std::string_view(schema->format) != "+s" || schema->dictionary != nullptr)
        refuse("no stream of tables: its type is not a struct");
    return schema;
}

// The columns of a stream, and the batch under way.
class ArrowRows {
public:
    ArrowRows(Table table, const ArrowSchema& schema, const ReadOptions& options, std::vector<Fault>& found)
        : table_(table), known_(columns_of(table)), found_(found)
    {
        for (std::int64_t at = 0; at < schema.n_children; ++at)
            bind(*schema.children[at], options.ignore_columns);
        cells_.resize(columns_.size());
    }

    [[nodiscard]] const std::vector<std::string_view>& names() const noexcept { return names_; }

    void add(const ArrowArray& rows, std::int64_t batch, TableReader& reader)
    {
        check(rows, batch);
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            if (!columns_[at].take(*rows.children[at], rows.offset + rows.length))
                refuse_malformed(batch, "column " + std::to_string(at + 1));
        }
        reader.expect(static_cast<std::size_t>(rows.length));
        const auto* const known =
            rows.n_buffers > 0 ? static_cast<const std::uint8_t*>(rows.buffers[0]) : nullptr;
        for (std::int64_t row = rows.offset; row < rows.offset + rows.length; ++row) {
            if (known != nullptr && ArrowBitGet(known, row) == 0) {
                reader.refuse_row(FaultCode::e_schema, "null where a record is due");
                continue;
            }
            for (std::size_t at = 0; at < columns_.size(); ++at)
                cells_[at] = columns_[at].cell(row);
            reader.add_row(cells_);
        }
    }

private:
    void bind(const ArrowSchema& schema, const std::vector<std::string>& ignored)
    {
        const std::string_view name = schema.name == nullptr ? std::string_view() : schema.name;
        names_.push_back(name);
        const auto about = std::find_if(known_.begin(), known_.end(), [&](const Column& column) {
            return column.name == name || (!column.alias.empty() && column.alias == name);
        });
        const bool is_ignored = std::find(ignored.begin(), ignored.end(), name) != ignored.end();
        if (about == known_.end() || is_ignored) return void(columns_.emplace_back());
        ArrowColumnType type = type_of(schema);
        if (fits(type.kind, *about)) return void(columns_.emplace_back(schema, std::move(type), *about));
        refuse_type(*about, type.words);
        columns_.emplace_back();
    }

    void refuse_type(const Column& about, const std::string& words)
    {
        Fault fault;
        fault.code = FaultCode::e_schema;
        fault.table = table_;
        fault.field = about.name;
        fault.rule = "column " + std::to_string(names_.size()) + ": its Arrow type is " + words +
                     "; accepted are " + due(about);
        found_.push_back(std::move(fault));
    }

    void check(const ArrowArray& rows, std::int64_t batch)
    {
        const auto columns = static_cast<std::int64_t>(columns_.size());
        const bool is_struct = rows.n_children == columns && (columns == 0 || rows.children != nullptr) &&
                               rows.n_buffers == 1 && rows.buffers != nullptr && rows.dictionary == nullptr;
        if (!is_struct || rows.length < 0 || rows.offset < 0) refuse_malformed(batch, "the struct");
        if (rows.buffers[0] == nullptr && rows.null_count > 0) refuse_malformed(batch, "the struct");
        if (rows.length > most_rows - rows_) refuse_long();
        if (rows.offset > std::numeric_limits<std::int64_t>::max() - rows.length)
            refuse_malformed(batch, "the struct");
        for (std::int64_t at = 0; at < columns; ++at) {
            if (rows.children[at] == nullptr) refuse_malformed(batch, "the struct");
        }
        rows_ += rows.length;
    }

    [[noreturn]] static void refuse_malformed(std::int64_t batch, const std::string& where)
    {
        refuse("malformed in " + batch_words(batch) + ", " + where +
               ": its lengths, offsets, indices or buffers do not go together");
    }

    [[noreturn]] static void refuse_long()
    {
        throw Misuse{FaultCode::e_limit, "in", "more than " + std::to_string(most_rows) + " rows"};
    }

    Table table_;
    std::vector<Column> known_;
    std::vector<Fault>& found_;
    std::vector<std::string_view> names_;
    std::vector<ArrowColumn> columns_;
    std::vector<TableCell> cells_;
    std::int64_t rows_ = 0;
};

}  // namespace

void read_arrow(Table table, ArrowArrayStream& stream, const ReadOptions& options, Tables& into,
                std::vector<Fault>& found)
{
    const nano::UniqueSchema schema = schema_of(stream);
    ArrowRows rows(table, *schema.get(), options, found);
    TableReader reader(table, rows.names(), options, into, found);
    for (std::int64_t batch = 1;; ++batch) {
        nano::UniqueArray array;
        if (const int error = stream.get_next(&stream, array.get()); error != 0) {
            array->release = nullptr;
            refuse_failed("get_next, for " + batch_words(batch) + ",", error);
        }
        if (array->release == nullptr) return;
        rows.add(*array.get(), batch, reader);
    }
}

}  // namespace befriend::c
