// Compresses pairs into rows. A pair keeps its position in the list as given until the end, so that a fault
// can name it; where everything stands in order already, no list of positions is made.

#include <befriend/assignment/weighted_pairs.hpp>

#include <algorithm>
#include <numeric>

namespace befriend {
namespace {

bool is_index(std::int64_t value, std::size_t below) noexcept
{
    return value >= 0 && static_cast<std::uint64_t>(value) < below;
}

// The positions of the pairs of each row, one row after the other. Empty positions: as given.
struct Order {
    std::vector<std::uint64_t> row_begin;
    std::vector<std::uint64_t> position;
};

// Positions by row, as they stood within a row: a counting sort.
Order by_row(std::size_t rows, std::span<const std::int64_t> row)
{
    Order order;
    order.row_begin.assign(rows + 1, 0);
    for (const std::int64_t r : row)
        ++order.row_begin[static_cast<std::size_t>(r) + 1];
    std::partial_sum(order.row_begin.begin(), order.row_begin.end(), order.row_begin.begin());
    if (std::is_sorted(row.begin(), row.end())) return order;

    std::vector<std::uint64_t> next(order.row_begin.begin(), order.row_begin.end() - 1);
    order.position.resize(row.size());
    for (std::size_t at = 0; at < row.size(); ++at)
        order.position[next[static_cast<std::size_t>(row[at])]++] = at;
    return order;
}

// Orders the pairs of each row by column. Equal columns stay in the order as given.
void sort_within_rows(Order& order, std::span<const std::int64_t> column)
{
    const auto before = [column](std::uint64_t a, std::uint64_t b) {
        return column[a] != column[b] ? column[a] < column[b] : a < b;
    };
    const auto ascends = [&](std::uint64_t begin, std::uint64_t end) {
        if (order.position.empty()) return std::is_sorted(column.data() + begin, column.data() + end);
        const auto first = order.position.begin();
        return std::is_sorted(first + static_cast<std::ptrdiff_t>(begin),
                              first + static_cast<std::ptrdiff_t>(end), before);
    };
    for (std::size_t row = 0; row + 1 < order.row_begin.size(); ++row) {
        const std::uint64_t begin = order.row_begin[row];
        const std::uint64_t end = order.row_begin[row + 1];
        if (ascends(begin, end)) continue;
        if (order.position.empty()) {
            order.position.resize(column.size());
            std::iota(order.position.begin(), order.position.end(), std::uint64_t{0});
        }
        const auto first = order.position.begin();
        std::sort(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end),
                  before);
    }
}

WeightedPairs compressed(std::size_t columns, Order order, std::span<const std::int64_t> column,
                         std::span<const std::int64_t> weight, PairFaults& faults)
{
    sort_within_rows(order, column);
    const auto position = [&](std::uint64_t at) { return order.position.empty() ? at : order.position[at]; };
    WeightedPairs pairs;
    pairs.columns = columns;
    pairs.column.reserve(column.size());
    pairs.weight.reserve(column.size());
    for (std::size_t row = 0; row + 1 < order.row_begin.size(); ++row) {
        for (std::uint64_t at = order.row_begin[row]; at < order.row_begin[row + 1]; ++at) {
            const std::uint64_t given = position(at);
            if (at > order.row_begin[row] && column[position(at - 1)] == column[given])
                faults.add({PairRule::listed_once, given, position(at - 1)});
            pairs.column.push_back(static_cast<std::uint32_t>(column[given]));
            pairs.weight.push_back(weight[given]);
        }
    }
    pairs.row_begin = std::move(order.row_begin);
    return pairs;
}

bool columns_exist(std::size_t columns, std::span<const std::int64_t> column, PairFaults& faults)
{
    const std::uint64_t before = faults.count;
    for (std::size_t at = 0; at < column.size(); ++at)
        if (!is_index(column[at], columns)) faults.add({PairRule::column_exists, at, {}});
    return faults.count == before;
}

bool rows_exist(std::size_t rows, std::span<const std::int64_t> row, PairFaults& faults)
{
    const std::uint64_t before = faults.count;
    for (std::size_t at = 0; at < row.size(); ++at)
        if (!is_index(row[at], rows)) faults.add({PairRule::row_exists, at, {}});
    return faults.count == before;
}

bool offsets_ascend(std::span<const std::int64_t> row_begin, std::size_t pairs, PairFaults& faults)
{
    const std::uint64_t before = faults.count;
    const auto end = static_cast<std::int64_t>(pairs);
    for (std::size_t at = 0; at < row_begin.size(); ++at) {
        const bool at_its_end = at != 0 ? row_begin[at] >= row_begin[at - 1] : row_begin[at] == 0;
        const bool at_the_end = at + 1 == row_begin.size() ? row_begin[at] == end : row_begin[at] <= end;
        if (!at_its_end || !at_the_end) faults.add({PairRule::offsets_ascend, at, {}});
    }
    return faults.count == before;
}

}  // namespace

void PairFaults::add(const PairFault& fault)
{
    if (listed.size() < most_listed) listed.push_back(fault);
    ++count;
}

WeightedPairs pairs_of_coordinates(std::size_t rows, std::size_t columns, std::span<const std::int64_t> row,
                                   std::span<const std::int64_t> column, std::span<const std::int64_t> weight,
                                   PairFaults& faults)
{
    const bool rows_are_there = rows_exist(rows, row, faults);
    if (!columns_exist(columns, column, faults) || !rows_are_there) return {};
    return compressed(columns, by_row(rows, row), column, weight, faults);
}

WeightedPairs pairs_of_rows(std::size_t columns, std::span<const std::int64_t> row_begin,
                            std::span<const std::int64_t> column, std::span<const std::int64_t> weight,
                            PairFaults& faults)
{
    const bool offsets_are_right = offsets_ascend(row_begin, column.size(), faults);
    if (!columns_exist(columns, column, faults) || !offsets_are_right) return {};
    return compressed(columns, {{row_begin.begin(), row_begin.end()}, {}}, column, weight, faults);
}

WeightedPairs pairs_of_matrix(const WeightMatrix& matrix)
{
    WeightedPairs pairs;
    pairs.columns = matrix.columns;
    pairs.row_begin.reserve(matrix.rows + 1);
    const std::size_t most = matrix.rows * matrix.columns;
    const bool all = matrix.allowed.empty();
    const auto allowed =
        all ? most
            : most - static_cast<std::size_t>(std::count(matrix.allowed.begin(), matrix.allowed.end(), 0));
    pairs.column.reserve(allowed);
    pairs.weight.reserve(allowed);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        const std::int64_t* const weight = matrix.weight + static_cast<std::ptrdiff_t>(row) * matrix.row_step;
        for (std::size_t column = 0; column < matrix.columns; ++column) {
            if (!all && matrix.allowed[row * matrix.columns + column] == 0) continue;
            pairs.column.push_back(static_cast<std::uint32_t>(column));
            pairs.weight.push_back(weight[static_cast<std::ptrdiff_t>(column) * matrix.column_step]);
        }
        pairs.row_begin.push_back(pairs.column.size());
    }
    return pairs;
}

}  // namespace befriend
