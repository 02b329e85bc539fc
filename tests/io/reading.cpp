#include "io/reading.hpp"

#include <algorithm>

namespace befriend::test {
namespace {

void add_unless_there(Cells& cells, std::string_view column, std::string_view cell)
{
    const auto is_same = [&](const auto& known) { return known.first == column; };
    if (std::none_of(cells.begin(), cells.end(), is_same)) cells.emplace_back(column, cell);
}

}  // namespace

std::string Reading::text() const
{
    std::string lines;
    for (const Fault& fault : faults)
        lines += to_text(fault) + "\n";
    return lines;
}

Reading read_row(Table table, const Cells& cells, const ReadOptions& options)
{
    std::vector<std::string_view> columns;
    std::vector<std::string_view> row;
    for (const auto& [column, cell] : cells) {
        columns.push_back(column);
        row.push_back(cell);
    }
    Reading reading;
    TableReader(table, columns, options, reading.tables, reading.faults).add_row(row);
    return reading;
}

Reading read_child(Cells cells, const ReadOptions& options)
{
    add_unless_there(cells, "child_id", "C-1");
    add_unless_there(cells, "referred_on", "2024-05-01");
    add_unless_there(cells, "age_years", "");
    return read_row(Table::children, cells, options);
}

Reading read_volunteer(Cells cells, const ReadOptions& options)
{
    add_unless_there(cells, "volunteer_id", "V-1");
    add_unless_there(cells, "state", "available");
    add_unless_there(cells, "age_years", "");
    return read_row(Table::volunteers, cells, options);
}

Reading read_header(Table table, const std::vector<std::string_view>& columns, const ReadOptions& options)
{
    Reading reading;
    const TableReader reader(table, columns, options, reading.tables, reading.faults);
    return reading;
}

Reading read_json(Table table, std::string_view json, const ReadOptions& options)
{
    Reading reading;
    read_json_table(table, json, options, reading.tables, reading.faults);
    return reading;
}

}  // namespace befriend::test
