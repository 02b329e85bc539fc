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

// Batches are kept until there are enough of them to be worth room for all and two threads, yet few enough to
// be held beside the records.
constexpr std::size_t most_rows_together = 131'072;
constexpr std::size_t most_batches_together = 64;

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

// A column of the stream as it is read; without `about` it is not.
struct BoundColumn {
    const ArrowSchema* schema = nullptr;
    const Column* about = nullptr;
    ArrowColumnType type = {};
};

// A batch that may be read.
struct Batch {
    nano::UniqueArray rows;
    std::vector<ArrowColumn> columns;
};

// The columns of a stream, and the batches that are read together.
class ArrowRows {
public:
    // The schema must outlive it.
    ArrowRows(Table table, const ArrowSchema& schema, const ReadOptions& options, std::vector<Fault>& found)
        : table_(table), known_(columns_of(table)), found_(found)
    {
        for (std::int64_t at = 0; at < schema.n_children; ++at)
            bind(*schema.children[at], options.ignore_columns);
    }

    [[nodiscard]] const std::vector<std::string_view>& names() const noexcept { return names_; }

    // Whether what was taken is enough to be read.
    [[nodiscard]] bool are_many() const noexcept
    {
        return waiting_ >= most_rows_together || batches_.size() >= most_batches_together;
    }

    // Checks a batch and keeps it.
    void take(nano::UniqueArray rows, std::int64_t batch)
    {
        check(*rows.get(), batch);
        std::vector<ArrowColumn> columns;
        columns.reserve(columns_.size());
        for (const BoundColumn& column : columns_) {
            if (column.about == nullptr) {
                columns.emplace_back();
            } else {
                columns.emplace_back(*column.schema, column.type, *column.about);
            }
            const auto at = columns.size();
            if (!columns.back().take(*rows->children[at - 1], rows->offset + rows->length))
                refuse_malformed(batch, "column " + std::to_string(at));
        }
        waiting_ += static_cast<std::size_t>(rows->length);
        batches_.push_back({std::move(rows), std::move(columns)});
    }

    // Reads what was taken, and lets it go.
    void read(TableReader& reader)
    {
        reader.add_rows(waiting_, [this](TableReader& part, std::size_t first, std::size_t end) {
            add(part, static_cast<std::int64_t>(first), static_cast<std::int64_t>(end));
        });
        batches_.clear();
        waiting_ = 0;
    }

private:
    // The rows from `first` to `end` of all that were taken.
    void add(TableReader& reader, std::int64_t first, std::int64_t end) const
    {
        std::vector<CellRoom> rooms(columns_.size());
        std::vector<TableCell> cells(columns_.size());
        std::int64_t begin = 0;  // of the batch
        for (const auto& [rows, columns] : batches_) {
            const std::int64_t last = std::min(end - begin, rows->length);
            for (std::int64_t row = std::max(first - begin, std::int64_t{0}); row < last; ++row) {
                if (is_null(*rows.get(), rows->offset + row)) {
                    reader.refuse_row(FaultCode::e_schema, "null where a record is due");
                    continue;
                }
                for (std::size_t at = 0; at < columns.size(); ++at)
                    cells[at] = columns[at].cell(rows->offset + row, rooms[at]);
                reader.add_row(cells);
            }
            begin += rows->length;
        }
    }

    [[nodiscard]] static bool is_null(const ArrowArray& rows, std::int64_t row) noexcept
    {
        const auto* const known = static_cast<const std::uint8_t*>(rows.buffers[0]);
        return known != nullptr && ArrowBitGet(known, row) == 0;
    }

    void bind(const ArrowSchema& schema, const std::vector<std::string>& ignored)
    {
        const std::string_view name = schema.name == nullptr ? std::string_view() : schema.name;
        names_.push_back(name);
        columns_.emplace_back();
        const auto about = std::find_if(known_.begin(), known_.end(), [&](const Column& column) {
            return column.name == name || (!column.alias.empty() && column.alias == name);
        });
        const bool is_ignored = std::find(ignored.begin(), ignored.end(), name) != ignored.end();
        if (about == known_.end() || is_ignored) return;
        ArrowColumnType type = type_of(schema);
        if (!fits(type.kind, *about)) return refuse_type(*about, type.words);
        columns_.back() = {&schema, &*about, std::move(type)};
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
    std::vector<BoundColumn> columns_;
    std::int64_t rows_ = 0;  // of all batches
    std::vector<Batch> batches_;
    std::size_t waiting_ = 0;  // rows of batches_
};

}  // namespace

void read_arrow(Table table, ArrowArrayStream& stream, const ReadOptions& options, Tables& into,
                std::vector<Fault>& found)
{
    const nano::UniqueSchema schema = schema_of(stream);
    ArrowRows rows(table, *schema.get(), options, found);
    TableReader reader(table, rows.names(), options, into, found);
    for (std::int64_t batch = 1;; ++batch) {
        if (options.between_records) options.between_records();
        nano::UniqueArray array;
        if (const int error = stream.get_next(&stream, array.get()); error != 0) {
            array->release = nullptr;
            refuse_failed("get_next, for " + batch_words(batch) + ",", error);
        }
        if (array->release == nullptr) break;
        rows.take(std::move(array), batch);
        if (rows.are_many()) rows.read(reader);
    }
    rows.read(reader);
}

}  // namespace befriend::c
