#include "io/each_table.hpp"
#include <befriend/io/column_figures.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

namespace befriend {
namespace {

// Below this many records a column of small numbers often counts 1 to n by chance.
constexpr std::size_t fewest_ranks = 10;

std::optional<std::int64_t> number_in(const std::string& cell)
{
    std::int64_t value = 0;
    const char* end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, value);
    if (cell.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

bool counts_from_one(std::vector<std::int64_t> values)
{
    std::sort(values.begin(), values.end());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] != static_cast<std::int64_t>(i) + 1) return false;
    }
    return values.size() >= fewest_ranks;
}

}  // namespace

std::size_t records_in(Table table, const Tables& tables) noexcept
{
    switch (table) {
        case Table::children:
            return tables.children.size();
        case Table::volunteers:
            return tables.volunteers.size();
        case Table::coordinators:
            return tables.coordinators.size();
        case Table::existing:
            return tables.existing.size();
        case Table::pins:
            return tables.pins.size();
        case Table::blocks:
            return tables.blocks.size();
        case Table::earlier:
            return tables.earlier.size();
        case Table::policy:
        case Table::vocabulary:
        case Table::areas:
            break;
    }
    return 0;
}

ColumnFigures figures_of(Table table, const Tables& tables)
{
    ColumnFigures figures;
    io::with_records(table, tables, [&](const auto& records, const auto& columns) {
        for (const auto& column : columns) {
            if (column.about.shape != JsonShape::whole_number) continue;
            std::vector<std::int64_t> values;
            for (const auto& record : records) {
                if (const auto value = number_in(column.write(record))) values.push_back(*value);
            }
            if (values.empty()) continue;
            std::int64_t& total = figures.totals[std::string(column.about.name)];
            for (const std::int64_t value : values)
                total += value;
            if (values.size() == records.size() && counts_from_one(std::move(values)))
                figures.ranklike.emplace_back(column.about.name);
        }
    });
    return figures;
}

}  // namespace befriend
