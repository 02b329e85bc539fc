#include "arrow_table.hpp"

#include "parallel/fork_join.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace befriend::c {
namespace {

// Few enough that no column of texts reaches the 2 GiB that its offsets can count: a cell has at most 64 KiB.
constexpr std::size_t most_rows_a_batch = 16'384;

ArrowStringView view_of(std::string_view text) noexcept
{
    return {text.data(), static_cast<std::int64_t>(text.size())};
}

ArrowType type_of(ArrowOut type) noexcept
{
    switch (type) {
        case ArrowOut::text:
            return NANOARROW_TYPE_STRING;
        case ArrowOut::int32:
            return NANOARROW_TYPE_INT32;
        case ArrowOut::int64:
            return NANOARROW_TYPE_INT64;
        case ArrowOut::real:
            return NANOARROW_TYPE_DOUBLE;
        case ArrowOut::flag:
            return NANOARROW_TYPE_BOOL;
        case ArrowOut::date:
            return NANOARROW_TYPE_DATE32;
        case ArrowOut::list:
            return NANOARROW_TYPE_LIST;
    }
    return NANOARROW_TYPE_NA;
}

nano::UniqueSchema schema_of(const ArrowTable& table)
{
    const std::vector<ArrowOutColumn> columns = table.columns();
    nano::UniqueSchema schema;
    ArrowSchemaInit(schema.get());
    need(ArrowSchemaSetTypeStruct(schema.get(), static_cast<std::int64_t>(columns.size())));
    for (std::size_t at = 0; at < columns.size(); ++at) {
        ArrowSchema* const column = schema->children[at];
        need(ArrowSchemaSetType(column, type_of(columns[at].type)));
        need(ArrowSchemaSetName(column, columns[at].name.c_str()));
        if (columns[at].type == ArrowOut::list)
            need(ArrowSchemaSetType(column->children[0], NANOARROW_TYPE_STRING));
    }
    return schema;
}

// Batches of even sizes, an even number of them unless it is one, so that two threads have the same to do.
// They follow from the number of rows alone.
std::vector<parallel::Part> batches_of(std::size_t rows)
{
    if (rows == 0) return {};
    const std::size_t due = (rows + most_rows_a_batch - 1) / most_rows_a_batch;
    return parallel::parts_of(rows, {.threads = due > 1 ? due + due % 2 : 1});
}

nano::UniqueArray rows_of(const ArrowTable& table, std::size_t first, std::size_t end)
{
    nano::UniqueSchema schema = schema_of(table);
    nano::UniqueArray rows;
    need(ArrowArrayInitFromSchema(rows.get(), schema.get(), nullptr));
    need(ArrowArrayStartAppending(rows.get()));
    ArrowRow to(*rows.get());
    for (std::size_t row = first; row < end; ++row) {
        table.write(row, to);
        to.end_row();
    }
    to.end_rows();
    need(ArrowArrayFinishBuildingDefault(rows.get(), nullptr));
    return rows;
}

struct Exported {
    explicit Exported(std::unique_ptr<const ArrowTable> of)
        : table(std::move(of)), batches(batches_of(table->rows())), written(batches.size())
    {
    }

    std::unique_ptr<const ArrowTable> table;
    std::vector<parallel::Part> batches;
    std::vector<nano::UniqueArray> written;  // by batch, until they are handed out
    std::size_t next = 0;                    // batch
    int error = 0;                           // of the last call
};

// Writes the next batches, one a thread.
void write_some(Exported& exported)
{
    const std::size_t some = std::min(exported.batches.size() - exported.next, parallel::threads_meant(0));
    parallel::fork_join(parallel::parts_of(some, {.threads = some}), [&](const parallel::Part& part) {
        const parallel::Part& rows = exported.batches[exported.next + part.number];
        nano::UniqueArray& batch = exported.written[rows.number];
        if (batch->release == nullptr) batch = rows_of(*exported.table, rows.first, rows.end);
    });
}

Exported& behind(ArrowArrayStream* stream) noexcept
{
    return *static_cast<Exported*>(stream->private_data);
}

// Where C++ ends for a stream: whatever goes wrong becomes an error number.
template <class Work>
int numbered(ArrowArrayStream* stream, Work&& work) noexcept
{
    Exported& exported = behind(stream);
    try {
        exported.error = 0;
        std::forward<Work>(work)(exported);
    } catch (const std::bad_alloc&) {
        exported.error = ENOMEM;
    } catch (...) {
        exported.error = EIO;
    }
    return exported.error;
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) noexcept
{
    out->release = nullptr;
    return numbered(stream, [&](Exported& exported) { schema_of(*exported.table).move(out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept
{
    out->release = nullptr;
    return numbered(stream, [&](Exported& exported) {
        if (exported.next == exported.batches.size()) return;
        if (exported.written[exported.next]->release == nullptr) write_some(exported);
        exported.written[exported.next++].move(out);
    });
}

const char* get_last_error(ArrowArrayStream* stream) noexcept
{
    switch (behind(stream).error) {
        case 0:
            return nullptr;
        case ENOMEM:
            return "not enough memory";
        default:
            return "a mistake of befriend's own";
    }
}

void release(ArrowArrayStream* stream) noexcept
{
    delete &behind(stream);
    stream->release = nullptr;
}

}  // namespace

void ArrowRow::text(std::string_view value)
{
    append(next(), value);
}

void ArrowRow::number(std::int64_t value)
{
    need(ArrowArrayAppendInt(&next(), value));
}

void ArrowRow::real(double value)
{
    need(ArrowArrayAppendDouble(&next(), value));
}

void ArrowRow::flag(bool value)
{
    need(ArrowArrayAppendInt(&next(), value ? 1 : 0));
}

void ArrowRow::date(Date value)
{
    need(ArrowArrayAppendInt(&next(), value.time_since_epoch().count()));
}

void ArrowRow::list(std::string_view joined)
{
    ArrowArray& column = next();
    for (std::size_t at = 0; !joined.empty() && at <= joined.size();) {
        const std::size_t stop = std::min(joined.find(';', at), joined.size());
        append(*column.children[0], joined.substr(at, stop - at));
        at = stop + 1;
    }
    end(column);
}

void ArrowRow::end_row()
{
    assert(column_ == nulls_.size() && "a value for every column");
    column_ = 0;
    ++rows_.length;
}

void ArrowRow::end_rows()
{
    for (std::size_t column = 0; column < nulls_.size(); ++column)
        write_nulls(column);
}

// Most cells of a table are empty: those that follow one another are written at once.
void ArrowRow::write_nulls(std::size_t column)
{
    if (nulls_[column] > 0) need(ArrowArrayAppendNull(rows_.children[column], nulls_[column]));
    nulls_[column] = 0;
}

ArrowArray& ArrowRow::next()
{
    write_nulls(column_);
    return *rows_.children[column_++];
}

void ArrowRow::append(ArrowArray& texts, std::string_view text)
{
    need(ArrowArrayAppendString(&texts, view_of(text)));
}

void ArrowRow::end(ArrowArray& element)
{
    need(ArrowArrayFinishElement(&element));
}

void export_stream(std::unique_ptr<const ArrowTable> table, ArrowArrayStream& out)
{
    auto exported = std::make_unique<Exported>(std::move(table));
    out = {get_schema, get_next, get_last_error, release, exported.release()};
}

}  // namespace befriend::c
