#include "arrow_round_table.hpp"

#include <befriend/io/columns.hpp>
#include <befriend/io/write_table.hpp>

#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace befriend::c {
namespace {

ArrowOut out_of(const Column& column) noexcept
{
    if (column.is_date) return ArrowOut::date;
    switch (column.shape) {
        case JsonShape::text:
            return ArrowOut::text;
        case JsonShape::whole_number:
            return ArrowOut::int64;
        case JsonShape::decimal:
            return ArrowOut::real;
        case JsonShape::flag:  // which a bool could not tell from one that was not asked
            return column.has_absent_words ? ArrowOut::text : ArrowOut::flag;
        case JsonShape::list:
            return ArrowOut::list;
    }
    return ArrowOut::text;
}

template <class Number>
Number number_in(const std::string& cell)
{
    Number number{};
    std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return number;
}

// A cell that befriend wrote itself, so that it needs no check.
void write_cell(const std::string& cell, ArrowOut type, const Column& about, ArrowRow& to)
{
    if (cell.empty()) return to.null();
    switch (type) {
        case ArrowOut::text:
            return to.text(cell);
        case ArrowOut::int32:
        case ArrowOut::int64:
            return to.number(number_in<std::int64_t>(cell));
        case ArrowOut::real:
            return to.real(number_in<double>(cell));
        case ArrowOut::flag:
            return to.flag(cell == "yes");
        case ArrowOut::date:
            return to.date(parse_date(cell).value());
        case ArrowOut::list:
            return to.list(cell == about.no_items ? std::string_view() : cell);
    }
}

template <class Record>
class RoundTable final : public ArrowTable {
public:
    RoundTable(Table table, std::shared_ptr<const Tables> tables, const std::vector<Record>& records)
        : about_(columns_of(table)), tables_(std::move(tables)), records_(records)
    {
        for (const Column& column : about_)
            columns_.push_back({std::string(column.name), out_of(column)});
    }

    std::vector<ArrowOutColumn> columns() const override { return columns_; }
    std::size_t rows() const override { return records_.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const std::vector<std::string> cells = cells_of(records_[row]);
        for (std::size_t at = 0; at < cells.size(); ++at)
            write_cell(cells[at], columns_[at].type, about_[at], to);
    }

private:
    std::vector<Column> about_;
    std::vector<ArrowOutColumn> columns_;
    std::shared_ptr<const Tables> tables_;
    const std::vector<Record>& records_;  // of tables_
};

template <class Record>
std::unique_ptr<const ArrowTable> make(Table table, std::shared_ptr<const Tables> tables,
                                       std::vector<Record> Tables::* records)
{
    const std::vector<Record>& own = (*tables).*records;
    return std::make_unique<const RoundTable<Record>>(table, std::move(tables), own);
}

}  // namespace

std::unique_ptr<const ArrowTable> arrow_table(Table table, std::shared_ptr<const Tables> tables)
{
    switch (table) {
        case Table::children:
            return make(table, std::move(tables), &Tables::children);
        case Table::volunteers:
            return make(table, std::move(tables), &Tables::volunteers);
        case Table::coordinators:
            return make(table, std::move(tables), &Tables::coordinators);
        case Table::existing:
            return make(table, std::move(tables), &Tables::existing);
        case Table::pins:
            return make(table, std::move(tables), &Tables::pins);
        case Table::blocks:
            return make(table, std::move(tables), &Tables::blocks);
        default:
            return make(table, std::move(tables), &Tables::earlier);
    }
}

}  // namespace befriend::c
