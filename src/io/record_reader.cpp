#include "io/record_reader.hpp"

#include "io/column.hpp"
#include "io/text.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

namespace befriend::io {
namespace {

template <class Record>
class RecordReaderOf final : public RecordReader {
public:
    RecordReaderOf(Table table, const AreaTable* areas, std::vector<Record>& into, std::size_t first,
                   std::vector<Fault>& faults, Pauses pauses)
        : table_(table),
          areas_(areas),
          into_(into),
          position_(first),
          faults_(faults),
          pauses_(std::move(pauses))
    {
    }

    std::size_t columns() const noexcept override { return columns_.size(); }
    const Column& about(std::size_t column) const override { return columns_[column].about; }
    const CellRule& rule(std::size_t column) const override { return columns_[column].rule; }
    std::size_t position() const noexcept override { return position_; }

    void expect(std::size_t records) override
    {
        const std::size_t wanted = into_.size() + records;
        if (wanted > into_.capacity()) into_.reserve(std::max(wanted, 2 * into_.capacity()));
    }

    void lengthen(std::size_t records) override
    {
        expect(records);
        into_.resize(into_.size() + records);
        position_ = into_.size();
    }

    std::unique_ptr<RecordReader> filler(std::size_t first, std::vector<Fault>& faults,
                                         Pauses pauses) override
    {
        return std::make_unique<RecordReaderOf>(table_, areas_, into_, first, faults, std::move(pauses));
    }

    void begin() override
    {
        pauses_.before_record();
        draft_.emplace();
        seen_.assign(columns_.size(), false);
    }

    void read(std::size_t column, std::string_view cell) override
    {
        if (cell.empty()) return;
        seen_[column] = true;
        const ColumnOf<Record>& of = columns_[column];
        CellFaults faults = record_faults().in(of.about.name);
        const bool is_sound = of.rule.free_text ? is_sound_text(cell, faults) : is_sound_code(cell, faults);
        if (is_sound) of.read(cell, *draft_, faults);
    }

    void excuse(std::size_t column) override { seen_[column] = true; }

    void end() override
    {
        CellFaults faults = record_faults();
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const Column& about = columns_[column].about;
            if (about.presence == Presence::required && !seen_[column]) {
                faults.in(about.name).add(FaultCode::e_schema, "missing: must be known");
            }
        }
        settle(*draft_, areas_, faults);
        if (position_ == into_.size()) {
            into_.push_back(std::move(draft_->record));
        } else {
            into_[position_] = std::move(draft_->record);
        }
        ++position_;
    }

    void refuse(FaultCode code, std::string_view field, std::string rule) override
    {
        record_faults().in(field).add(code, std::move(rule));
    }

private:
    CellFaults record_faults() { return {table_, position_, faults_}; }

    Table table_;
    const AreaTable* areas_;
    std::vector<Record>& into_;
    std::size_t position_;  // in into_; its end, unless these records are filled
    std::vector<Fault>& faults_;
    Pauses pauses_;
    const std::vector<ColumnOf<Record>>& columns_ = column_table<Record>();
    std::optional<Draft<Record>>
        draft_;               // of the record under way; made anew for each, which costs less than a reset
    std::vector<bool> seen_;  // by column: whether a cell was filled, well or badly, or is excused
};

template <class Record>
std::unique_ptr<RecordReader> make(Table table, const ReadOptions& options, std::vector<Record>& into,
                                   std::vector<Fault>& faults)
{
    return std::make_unique<RecordReaderOf<Record>>(table, options.areas, into, into.size(), faults,
                                                    Pauses(options.between_records));
}

}  // namespace

void RecordReader::read_list(std::size_t column, std::string_view joined)
{
    if (!joined.empty()) return read(column, joined);
    if (const auto& empty = rule(column).empty) return read(column, *empty);
    refuse(FaultCode::e_schema, about(column).name, "an empty list: leave the field out instead");
}

void RecordReader::refuse_item(std::size_t column)
{
    refuse(FaultCode::e_schema, about(column).name, "an item of the list is empty or holds a semicolon");
}

bool join_item(std::string& joined, std::string_view item)
{
    if (item.empty() || item.find(';') != item.npos) return false;
    joined.append(joined.empty() ? "" : ";").append(item);
    return true;
}

std::optional<std::size_t> RecordReader::find(std::string_view name) const
{
    for (std::size_t column = 0; column < columns(); ++column) {
        const Column& known = about(column);
        if (known.name == name || (!known.alias.empty() && known.alias == name)) return column;
    }
    return std::nullopt;
}

std::vector<std::string_view> RecordReader::names() const
{
    std::vector<std::string_view> all;
    for (std::size_t column = 0; column < columns(); ++column) {
        all.push_back(about(column).name);
        if (!about(column).alias.empty()) all.push_back(about(column).alias);
    }
    return all;
}

std::unique_ptr<RecordReader> record_reader(Table table, const ReadOptions& options, Tables& into,
                                            std::vector<Fault>& faults)
{
    switch (table) {
        case Table::children:
            return make(table, options, into.children, faults);
        case Table::volunteers:
            return make(table, options, into.volunteers, faults);
        case Table::coordinators:
            return make(table, options, into.coordinators, faults);
        case Table::existing:
            return make(table, options, into.existing, faults);
        case Table::pins:
            return make(table, options, into.pins, faults);
        case Table::blocks:
            return make(table, options, into.blocks, faults);
        case Table::earlier:
            return make(table, options, into.earlier, faults);
        case Table::policy:
        case Table::vocabulary:
        case Table::areas:
            break;
    }
    assert(false && "only tables of records are read row by row");
    return nullptr;
}

}  // namespace befriend::io
