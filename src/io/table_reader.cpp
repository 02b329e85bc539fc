#include "io/record_reader.hpp"
#include "io/text.hpp"
#include "model/formatted.hpp"
#include "parallel/fork_join.hpp"
#include <befriend/io/nearest_name.hpp>
#include <befriend/io/table_reader.hpp>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace befriend {
namespace {

using io::join_item;
using io::RecordReader;

constexpr std::size_t least_rows_a_thread = 100;  // a row takes microseconds, a thread some twenty

// Binds the names of a header to columns, and says what is wrong with it.
class Header {
public:
    Header(Table table, const RecordReader& records, const std::vector<std::string>& ignored,
           std::vector<Fault>& faults)
        : table_(table), records_(records), ignored_(ignored), faults_(faults)
    {
    }

    // The column of each name; none for one that is not read.
    std::vector<std::optional<std::size_t>> bind(std::span<const std::string_view> names)
    {
        const bool knows_any = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
            return records_.find(name).has_value();
        });
        if (!knows_any) {
            // Perhaps no header at all but a record: none of it may be repeated.
            refuse(FaultCode::e_schema, {}, "no header: no name of a column of this table is in it");
            return std::vector<std::optional<std::size_t>>(names.size());
        }
        std::vector<std::optional<std::size_t>> columns;
        for (std::size_t at = 0; at < names.size(); ++at)
            columns.push_back(bind_one(names[at], at));
        demand_required();
        return columns;
    }

private:
    std::optional<std::size_t> bind_one(std::string_view name, std::size_t at)
    {
        if (std::find(ignored_.begin(), ignored_.end(), name) != ignored_.end()) return std::nullopt;
        if (first_invalid_byte(name)) {
            refuse(FaultCode::e_encoding, io::shown(name),
                   formatted("column {}: its name is not UTF-8", at + 1));
            return std::nullopt;
        }
        const auto column = records_.find(name);
        if (!column) {
            const auto hint = did_you_mean(name, records_.names());
            refuse(FaultCode::e_schema, io::shown(name), formatted("column {}: unknown{}", at + 1, hint));
            return std::nullopt;
        }
        const auto [first, is_new] = position_.emplace(*column, at);
        if (is_new) return column;
        refuse(FaultCode::e_duplicate, std::string(records_.about(*column).name),
               formatted("columns {} and {} are the same", first->second + 1, at + 1));
        return std::nullopt;
    }

    void demand_required()
    {
        bool needs_age = false;
        bool has_age = false;
        for (std::size_t column = 0; column < records_.columns(); ++column) {
            const Column& about = records_.about(column);
            const bool is_there = position_.count(column) != 0;
            needs_age = needs_age || about.presence == Presence::one_of_the_age;
            has_age = has_age || (about.presence == Presence::one_of_the_age && is_there);
            if (about.presence == Presence::required && !is_there)
                refuse(FaultCode::e_schema, std::string(about.name), "the column is missing");
        }
        if (needs_age && !has_age)
            refuse(FaultCode::e_schema, "age_years",
                   "the column is missing, and birth_month too: one is needed");
    }

    void refuse(FaultCode code, std::string field, std::string rule)
    {
        Fault fault;
        fault.code = code;
        fault.table = table_;
        fault.field = std::move(field);
        fault.rule = std::move(rule);
        faults_.push_back(std::move(fault));
    }

    Table table_;
    const RecordReader& records_;
    const std::vector<std::string>& ignored_;
    std::vector<Fault>& faults_;
    std::map<std::size_t, std::size_t> position_;  // of a column that was bound, in the header
};

// Carries a stop from the calling thread, which alone may be asked, to the parts on other threads.
class Stop {
public:
    explicit Stop(const std::function<void()>& between_records) : between_records_(between_records) {}

    [[nodiscard]] io::Pauses on_calling_thread()
    {
        if (!between_records_) return {};
        return io::Pauses([this] {
            try {
                between_records_();
            } catch (...) {
                wanted_.store(true, std::memory_order_relaxed);
                throw;
            }
        });
    }

    // The exception is never seen: the one of the first part is what comes out.
    [[nodiscard]] io::Pauses elsewhere() const
    {
        if (!between_records_) return {};
        return io::Pauses([this] {
            struct Stopped {};
            if (wanted_.load(std::memory_order_relaxed)) throw Stopped();
        });
    }

private:
    const std::function<void()>& between_records_;
    std::atomic<bool> wanted_ = false;
};

}  // namespace

struct TableReader::State {
    std::unique_ptr<RecordReader> records;
    std::vector<std::optional<std::size_t>> columns;  // of each cell of a row
    std::vector<std::size_t> unbound;                 // columns without a cell: the header told
    std::vector<Fault>* faults;
    std::function<void()> between_records;

    // For the records from this position on, with faults and pauses of its own.
    std::unique_ptr<State> filler(std::size_t first, std::vector<Fault>& own, io::Pauses pauses);

    // Begins a record of so many cells; false if they cannot be told apart.
    bool begin(std::size_t cells);

    template <class Cell>
    void add_row(std::span<const Cell> cells);

    void read(std::size_t column, std::string_view text) { records->read(column, text); }
    void read(std::size_t column, const TableCell& cell);
    void read(std::size_t column, const CellItems& list);

    std::string joined = {};  // the items of the list under way
};

std::unique_ptr<TableReader::State> TableReader::State::filler(std::size_t first, std::vector<Fault>& own,
                                                               io::Pauses pauses)
{
    return std::make_unique<State>(
        State{records->filler(first, own, std::move(pauses)), columns, unbound, &own, {}});
}

bool TableReader::State::begin(std::size_t cells)
{
    records->begin();
    for (const std::size_t column : unbound)
        records->excuse(column);
    if (cells == columns.size()) return true;
    records->refuse(FaultCode::e_schema, {},
                    formatted("{} cells in a table of {} columns", cells, columns.size()));
    for (std::size_t column = 0; column < records->columns(); ++column)
        records->excuse(column);
    return false;
}

template <class Cell>
void TableReader::State::add_row(std::span<const Cell> cells)
{
    const bool is_whole = begin(cells.size());
    for (std::size_t at = 0; is_whole && at < cells.size(); ++at) {
        if (columns[at]) read(*columns[at], cells[at]);
    }
    records->end();
}

void TableReader::State::read(std::size_t column, const TableCell& cell)
{
    if (const auto* const text = std::get_if<std::string_view>(&cell)) {
        records->read(column, *text);
    } else if (const auto* const list = std::get_if<CellItems>(&cell)) {
        read(column, *list);
    } else {
        records->excuse(column);
        const auto* const flaw = std::get_if<CellFlaw>(&cell);
        if (flaw) records->refuse(flaw->code, records->about(column).name, std::string(flaw->rule));
    }
}

void TableReader::State::read(std::size_t column, const CellItems& list)
{
    joined.clear();
    for (const std::string_view item : list.items) {
        if (!join_item(joined, item)) {
            records->excuse(column);
            return records->refuse_item(column);
        }
    }
    records->read_list(column, joined);
}

TableReader::TableReader(Table table, std::span<const std::string_view> columns, const ReadOptions& options,
                         Tables& into, std::vector<Fault>& faults)
    : state_(std::make_unique<State>())
{
    state_->records = io::record_reader(table, options, into, faults);
    state_->faults = &faults;
    state_->between_records = options.between_records;
    state_->columns = Header(table, *state_->records, options.ignore_columns, faults).bind(columns);
    const auto& bound = state_->columns;
    for (std::size_t column = 0; column < state_->records->columns(); ++column) {
        if (std::find(bound.begin(), bound.end(), std::optional(column)) == bound.end())
            state_->unbound.push_back(column);
    }
}

TableReader::TableReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;
TableReader::~TableReader() = default;

void TableReader::expect(std::size_t records)
{
    state_->records->expect(records);
}

void TableReader::add_row(std::span<const std::string_view> cells)
{
    state_->add_row(cells);
}

void TableReader::add_row(std::span<const TableCell> cells)
{
    state_->add_row(cells);
}

void TableReader::add_rows(std::size_t rows, const AddRows& add, std::size_t threads)
{
    const std::size_t first = state_->records->position();
    state_->records->lengthen(rows);
    const auto parts = parallel::parts_of(rows, {.threads = threads, .least = least_rows_a_thread});
    std::vector<std::vector<Fault>> found(parts.size());
    Stop stop(state_->between_records);
    parallel::fork_join(parts, [&](const parallel::Part& part) {
        auto pauses = part.number == 0 ? stop.on_calling_thread() : stop.elsewhere();
        TableReader reader(state_->filler(first + part.first, found[part.number], std::move(pauses)));
        add(reader, part.first, part.end);
        assert(reader.state_->records->position() == first + part.end && "one row for every position");
    });
    for (std::vector<Fault>& of_part : found)
        std::move(of_part.begin(), of_part.end(), std::back_inserter(*state_->faults));
}

void TableReader::refuse_row(FaultCode code, std::string rule)
{
    RecordReader& records = *state_->records;
    records.begin();
    records.refuse(code, {}, std::move(rule));
    for (std::size_t column = 0; column < records.columns(); ++column)
        records.excuse(column);
    records.end();
}

}  // namespace befriend
