#include "io/each_table.hpp"
#include "io/json_text.hpp"
#include "io/schema_version.hpp"
#include "model/formatted.hpp"
#include <befriend/io/write_table.hpp>

#include <algorithm>
#include <string_view>

namespace befriend {
namespace {

template <class Record>
std::vector<std::string> cells(const Record& record)
{
    const auto& columns = io::column_table<Record>();
    std::vector<std::string> texts;
    texts.reserve(columns.size());
    for (const auto& column : columns)
        texts.push_back(column.write(record));
    return texts;
}

std::string json_list(std::string_view cell)
{
    std::string list;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', at), cell.size());
        list += (list.empty() ? "" : ", ") + io::json_string(cell.substr(at, end - at));
        at = end + 1;
    }
    return "[" + list + "]";
}

// The value of a cell that is not empty.
std::string json_value(std::string_view cell, const io::CellRule& rule)
{
    const bool is_absent = std::find(rule.absent.begin(), rule.absent.end(), cell) != rule.absent.end();
    if (is_absent) return io::json_string(cell);
    switch (rule.shape) {
        case JsonShape::text:
            return io::json_string(cell);
        case JsonShape::whole_number:
        case JsonShape::decimal:
            return std::string(cell);
        case JsonShape::flag:
            return cell == "yes" ? "true" : "false";
        case JsonShape::list:
            return cell == rule.empty ? "[]" : json_list(cell);
    }
    return {};
}

template <class Record>
std::string json_record(const Record& record, const std::vector<io::ColumnOf<Record>>& columns)
{
    std::string members;
    for (const auto& column : columns) {
        const std::string cell = column.write(record);
        if (cell.empty()) continue;
        members += formatted("{}\"{}\": {}", members.empty() ? "" : ", ", column.about.name,
                             json_value(cell, column.rule));
    }
    return "{" + members + "}";
}

}  // namespace

std::vector<std::string> cells_of(const Referral& child)
{
    return cells(child);
}

std::vector<std::string> cells_of(const Volunteer& volunteer)
{
    return cells(volunteer);
}

std::vector<std::string> cells_of(const Coordinator& coordinator)
{
    return cells(coordinator);
}

std::vector<std::string> cells_of(const ExistingMatch& match)
{
    return cells(match);
}

std::vector<std::string> cells_of(const PairDecision& decision)
{
    return cells(decision);
}

std::vector<std::string> cells_of(const EarlierPair& pair)
{
    return cells(pair);
}

std::string write_json_table(Table table, const Tables& tables)
{
    std::string records;
    io::with_records(table, tables, [&](const auto& all, const auto& columns) {
        for (const auto& record : all)
            records += (records.empty() ? "\n" : ",\n") + json_record(record, columns);
    });
    return formatted("{{\"schema_version\": {}, \"records\": [{}\n]}}\n", io::schema_version, records);
}

}  // namespace befriend
