#include "reporting/map_squares.hpp"

#include "model/formatted.hpp"
#include "reporting/suppression.hpp"

#include <algorithm>
#include <map>

namespace befriend {
namespace {

constexpr std::size_t most_squares = 40;  // rows of the table before it takes larger squares

Square large_square_of(Square home, std::int64_t side_km)
{
    return {home.east / side_km * side_km, home.north / side_km * side_km};
}

// The letters that the Ordnance Survey gives a 100 km square, and the digits of a 10 km square in it.
std::string grid_name(Square square, std::int64_t side_km)
{
    const std::int64_t east = square.east / 100;
    const std::int64_t north = square.north / 100;
    const std::int64_t first = (19 - north) - (19 - north) % 5 + (east + 10) / 5;
    const std::int64_t second = (19 - north) * 5 % 25 + east % 5;
    const auto letter = [](std::int64_t at) { return static_cast<char>('A' + at + (at > 7 ? 1 : 0)); };
    std::string name{letter(first), letter(second)};
    if (side_km == 10) name += formatted("{}{}", square.east / 10 % 10, square.north / 10 % 10);
    return name;
}

std::vector<SquareRow> counted_by(const Homes& homes, std::int64_t side_km)
{
    std::map<std::string, SquareRow> by_name;
    for (std::size_t kind = 0; kind < map_kinds; ++kind) {
        for (const Square& home : homes.of[kind]) {
            const std::string name = grid_name(home, side_km);
            SquareRow& row = by_name[name];
            row.name = name;
            row.corner = large_square_of(home, side_km);
            ++row.count[kind];
        }
    }
    std::vector<SquareRow> rows;
    for (auto& [name, row] : by_name)
        rows.push_back(std::move(row));
    return rows;
}

bool has_count_to_show(const std::vector<SquareRow>& rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const SquareRow& row) {
        return *std::max_element(row.count.begin(), row.count.end()) >= least_shown;
    });
}

}  // namespace

SquareTable square_table(const Homes& homes)
{
    SquareTable table{10, counted_by(homes, 10)};
    if (table.rows.size() > most_squares || !has_count_to_show(table.rows))
        table = {100, counted_by(homes, 100)};
    Counts counts;
    for (const SquareRow& row : table.rows)
        counts.emplace_back(row.count.begin(), row.count.end());
    const Shown shown = shown_cells(counts);
    for (std::size_t at = 0; at < table.rows.size(); ++at)
        std::copy_n(shown[at].begin(), map_kinds, table.rows[at].shown.begin());
    return table;
}

MapMarks map_marks(const Homes& homes, const SquareTable& table)
{
    MapMarks marks;
    marks.side_km = table.side_km;
    std::map<Square, const SquareRow*> row_of;
    for (const SquareRow& row : table.rows) {
        row_of[row.corner] = &row;
        const bool all = std::all_of(row.shown.begin(), row.shown.end(), [](bool shown) { return shown; });
        if (!all) marks.hidden.push_back(row.corner);
    }
    const auto is_shown = [&](Square home, std::size_t kind) {
        return row_of.at(large_square_of(home, table.side_km))->shown[kind];
    };
    for (std::size_t kind = 0; kind < map_kinds; ++kind) {
        for (const Square& home : homes.of[kind])
            if (is_shown(home, kind)) marks.of[kind].insert(home);
    }
    for (const auto& pair : homes.pairs) {
        if (is_shown(pair.first, 0) && is_shown(pair.second, 2)) marks.pairs.insert(pair);
    }
    return marks;
}

}  // namespace befriend
