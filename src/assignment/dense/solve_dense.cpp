// One tier on a full matrix whose columns have one place each.
//
// On a matrix, looking at a whole row is quick where it is done by vector instructions on 32-bit numbers, and
// rows seldom have to: each remembers the few columns that were cheapest when it last looked
// (rows.cpp). Nothing is copied, and nothing is sorted.
//
// Prices come first, in one of two ways (auction.cpp). Where the favourites of a row cost nearly the
// same, many totals are equal, no increment of an auction is small enough, and rows are reduced one by one.
// Else, if there are as many rows as columns, there is an auction in phases. Where columns may stay idle rows
// are reduced too: that leaves no price on an idle column. Then searches make prices and pairs exact
// (search.cpp). If those take long after a reduction, the auction comes after all, and searches go on
// from its prices; where columns may stay idle, the tier is given up instead, and solved as any other.
//
// In weights, the dual of a column is its price, and that of a row is the largest weight less the total of
// its best choice.

#include "assignment/dense/solve_dense.hpp"

#include "assignment/dense/auction.hpp"
#include "assignment/dense/pairs.hpp"
#include "assignment/dense/rows.hpp"
#include "assignment/dense/search.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace befriend {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t first_share = 16;     // of the reach of favourites: the first increment
constexpr std::int32_t fine = 16;            // a first increment from which phases pay
constexpr std::int64_t passes = 1;           // over the matrix, that searches may take after a reduction ...
constexpr std::int64_t passes_if_idle = 16;  // ... and where columns may stay idle

bool all(const std::vector<std::uint8_t>& marks, std::uint8_t mark)
{
    return std::count(marks.begin(), marks.end(), mark) == static_cast<std::ptrdiff_t>(marks.size());
}

// Whether numbers of 32 bits are enough, and pairs one to one.
bool fits(const Graph<Matrix>& graph, const Nodes& rows, const Nodes& columns)
{
    const auto has_one_place = [](std::uint32_t capacity) { return capacity == 1; };
    const bool is_small = graph.spread <= DenseRows::largest_cost;
    const bool must_all = all(rows.must, 1);
    const bool may_all = all(rows.must, 0) && graph.largest >= -DenseRows::largest_cost &&
                         graph.largest <= DenseRows::largest_cost;
    return is_small && (must_all || may_all) && all(columns.must, 0) &&
           std::all_of(columns.capacity.begin(), columns.capacity.end(), has_one_place);
}

// Prices and pairs; false if they are not best.
bool settle(DenseRows& rows, DensePairs& pairs, DenseSearch& search, std::int64_t spread,
            const DenseLimits& limits, Watch& watch)
{
    const bool is_balanced = limits.outside == DenseRows::endless && rows.rows() == rows.columns();
    const auto matrix = static_cast<std::int64_t>(rows.rows() * rows.columns());
    const std::int32_t increment = reach_of_favourites(rows, watch) / first_share;
    if (is_balanced && increment >= fine) {
        auction_in_phases(rows, pairs, increment, limits, watch);
        return search.settle(unlimited, limits.highest_price);
    }
    reduce_rows(rows, pairs, limits, watch);
    if (search.settle(matrix * (is_balanced ? passes : passes_if_idle), limits.highest_price)) return true;
    if (!is_balanced || watch.stopped()) return false;
    auction_in_phases(rows, pairs, static_cast<std::int32_t>(spread / first_share), limits, watch);
    return search.settle(unlimited, limits.highest_price);
}

}  // namespace

bool solve_dense(const Graph<Matrix>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                 std::int64_t highest_price, Watch& watch)
{
    if (!fits(graph, rows, columns)) return false;
    const bool must = rows.must.front() != 0;
    const DenseLimits limits{must ? DenseRows::endless : static_cast<std::int32_t>(graph.largest),
                             std::min(highest_price, DenseRows::highest_price)};
    DenseRows dense(graph.rows.weights(), rows.size(), columns.size(), watch);
    DensePairs pairs(rows.size(), columns.size());
    DenseSearch search(dense, pairs, limits.outside, watch);
    const bool is_settled = settle(dense, pairs, search, graph.spread, limits, watch);
    for (std::uint32_t column = 0; column < columns.size(); ++column)
        columns.dual[column] = dense.price(column);
    if (watch.stopped()) {
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            rows.dual[row] = graph.largest - std::min(dense.at_least(row), limits.outside);
        return true;
    }
    if (!is_settled) return false;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        rows.dual[row] = graph.largest - search.best()[row];
        const std::uint32_t column = pairs.column_of_row[row];
        if (column != DensePairs::nobody) matching.link(row, column);
    }
    return true;
}

}  // namespace befriend
