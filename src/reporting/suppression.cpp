// Small counts and their complements.
//
// A reader knows every column sum, every cell that is shown, that a row's cells add up to its sum, and that
// no count is negative. A hidden cell is safe if the counts that fit all this do not agree on it. Draw the
// table as a graph: rows and columns are nodes, hidden cells are edges, and the row sums are one more column,
// with the opposite sign. Two tables that fit differ by a circulation of that graph, so a cell can be one
// more or one less exactly if a cycle of arcs with room runs through it; an arc that lowers a count has room
// if the count is positive. One more or one less is all there is to ask, for the graph's matrix is
// unimodular.
//
// A cell that is not safe gets the cheapest cycle of four cells, those that lose the least; where there is
// none, the smallest count that is still shown goes.
//
// D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Computing 17 (1988)
// 552-571.

#include "reporting/suppression.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace befriend {
namespace {

struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
};

class Table {
public:
    explicit Table(const Counts& counts) : counts_(counts)
    {
        for (auto& row : counts_) {
            std::uint64_t sum = 0;
            for (const std::uint64_t count : row)
                sum += count;
            row.push_back(sum);
        }
        for (const auto& row : counts_)
            shown_.emplace_back(row.size(), false);
    }

    [[nodiscard]] const Shown& shown() const { return shown_; }
    void show_all_but_small();
    [[nodiscard]] std::vector<Cell> unsafe_cells() const;
    void protect(Cell unsafe);

private:
    [[nodiscard]] std::size_t rows() const { return counts_.size(); }
    [[nodiscard]] std::size_t columns() const { return counts_.empty() ? 0 : counts_.front().size(); }
    [[nodiscard]] std::uint64_t count(Cell cell) const { return counts_[cell.row][cell.column]; }
    [[nodiscard]] bool is_small(Cell cell) const { return count(cell) > 0 && count(cell) < least_shown; }
    [[nodiscard]] bool has_room(Cell cell, bool from_row) const;
    [[nodiscard]] bool has_cycle(Cell cell, bool from_row) const;
    [[nodiscard]] std::uint64_t loss(Cell cell) const;
    void hide(Cell cell) { shown_[cell.row][cell.column] = false; }
    void hide_smallest();

    Counts counts_;
    Shown shown_;
};

void Table::show_all_but_small()
{
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column)
            shown_[row][column] = !is_small({row, column});
    }
}

// Raising a count is an arc from its row to its column, lowering it one from the column to the row; in the
// column of sums, the other way round.
bool Table::has_room(Cell cell, bool from_row) const
{
    const bool raises = from_row != (cell.column + 1 == columns());
    return raises || count(cell) > 0;
}

// Whether the arc of a hidden cell closes a cycle of hidden cells that does not use it a second time.
bool Table::has_cycle(Cell cell, bool from_row) const
{
    if (!has_room(cell, from_row)) return false;
    const std::size_t row_node = cell.row;
    const std::size_t column_node = rows() + cell.column;
    const std::size_t goal = from_row ? row_node : column_node;
    std::vector<std::size_t> open{from_row ? column_node : row_node};
    std::vector<bool> seen(rows() + columns(), false);
    seen[open.front()] = true;
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        if (node == goal) return true;
        const bool is_row = node < rows();
        for (std::size_t other = 0; other < (is_row ? columns() : rows()); ++other) {
            const Cell next = is_row ? Cell{node, other} : Cell{other, node - rows()};
            const std::size_t target = is_row ? rows() + other : other;
            const bool is_hidden = !shown_[next.row][next.column];
            if (seen[target] || next == cell || !is_hidden || !has_room(next, is_row)) continue;
            seen[target] = true;
            open.push_back(target);
        }
    }
    return false;
}

// The small cells that a reader can work out.
std::vector<Cell> Table::unsafe_cells() const
{
    std::vector<Cell> unsafe;
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            const Cell cell{row, column};
            if (is_small(cell) && !has_cycle(cell, true) && !has_cycle(cell, false)) unsafe.push_back(cell);
        }
    }
    return unsafe;
}

// What a reader loses when the cell is hidden as well. Sums are the last to go.
std::uint64_t Table::loss(Cell cell) const
{
    constexpr std::uint64_t of_a_sum = 1'000'000'000;
    if (!shown_[cell.row][cell.column]) return 0;
    return count(cell) + 1 + (cell.column + 1 == columns() ? of_a_sum : 0);
}

void Table::protect(Cell unsafe)
{
    std::optional<std::array<Cell, 3>> best;
    std::uint64_t least = 0;
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            if (row == unsafe.row || column == unsafe.column) continue;
            const std::array<Cell, 3> others{Cell{unsafe.row, column}, Cell{row, column},
                                             Cell{row, unsafe.column}};
            const auto runs = [&](bool from_row) {
                return has_room(unsafe, from_row) && has_room(others[0], !from_row) &&
                       has_room(others[1], from_row) && has_room(others[2], !from_row);
            };
            const std::uint64_t all = loss(others[0]) + loss(others[1]) + loss(others[2]);
            if ((best && all >= least) || !(runs(true) || runs(false))) continue;
            best = others;
            least = all;
        }
    }
    if (!best) return hide_smallest();
    for (const Cell cell : *best)
        hide(cell);
}

void Table::hide_smallest()
{
    std::optional<Cell> best;
    for (std::size_t row = 0; row < rows(); ++row) {
        for (std::size_t column = 0; column < columns(); ++column) {
            const Cell cell{row, column};
            if (shown_[row][column] && (!best || loss(cell) < loss(*best))) best = cell;
        }
    }
    if (best) hide(*best);
}

}  // namespace

Shown shown_cells(const Counts& counts)
{
    Table table(counts);
    const std::vector<Cell> given_away =
        table.unsafe_cells();  // by the column sums alone, with nothing shown
    table.show_all_but_small();
    while (true) {
        const std::vector<Cell> unsafe = table.unsafe_cells();
        const auto first = std::find_if(unsafe.begin(), unsafe.end(), [&](Cell cell) {
            return std::find(given_away.begin(), given_away.end(), cell) == given_away.end();
        });
        if (first == unsafe.end()) return table.shown();
        table.protect(*first);
    }
}

}  // namespace befriend
