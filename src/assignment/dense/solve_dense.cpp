// One tier on a full matrix whose columns have one place each.
//
// On a matrix, looking at a whole row is quick where it is done by vector instructions on 32-bit numbers, and
// rows seldom have to: each remembers the few columns that were cheapest when it last looked
// (rows.cpp). Nothing is sorted, and nothing is copied unless there are more rows than columns: then the
// matrix is turned, and its columns are the rows.
//
// Prices come first, in one of two ways (auction.cpp). Where the favourites of a row cost nearly the
// same, many totals are equal, no increment of an auction is small enough, and rows are reduced one by one.
// Else, if there are as many rows as columns, there is an auction in phases. Where columns may stay idle rows
// are reduced too: that leaves no price on an idle column. Then searches make prices and pairs exact
// (search.cpp). If those take long after a reduction, the auction comes after all, and searches go on
// from its prices. Where columns may stay idle the matrix is made square before that, by rows to whom all
// columns are the same: they take the columns that nobody else wants, all at the least price of all. That is
// not done where there are many times as many columns as rows.
//
// In weights, the dual of a column is its price, and that of a row is the largest weight less the total of
// its best choice.

#include "assignment/dense/solve_dense.hpp"

#include "assignment/dense/auction.hpp"
#include "assignment/dense/pairs.hpp"
#include "assignment/dense/rows.hpp"
#include "assignment/dense/search.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <vector>

namespace befriend {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();
constexpr std::int32_t first_share = 16;      // of the reach of favourites: the first increment
constexpr std::int32_t fine = 16;             // a first increment from which phases pay
constexpr std::size_t widest = 4;             // times as many columns as rows, to be made square
constexpr std::int64_t passes = 1;            // over the matrix, that searches may take after a reduction ...
constexpr std::int64_t passes_if_wider = 16;  // ... and where no auction comes after them

bool all(const std::vector<std::uint8_t>& marks, std::uint8_t mark)
{
    return std::count(marks.begin(), marks.end(), mark) == static_cast<std::ptrdiff_t>(marks.size());
}

// Whether numbers of 32 bits are enough, and pairs one to one. `few` are the nodes of the shorter side.
bool fits(const Graph<Matrix>& graph, const Nodes& few, const Nodes& many)
{
    const auto has_one_place = [](std::uint32_t capacity) { return capacity == 1; };
    const auto have_one_place = [&](const Nodes& nodes) {
        return std::all_of(nodes.capacity.begin(), nodes.capacity.end(), has_one_place);
    };
    const bool is_small = graph.spread <= DenseRows::largest_cost;
    const bool must_all = all(few.must, 1);
    const bool may_all = all(few.must, 0) && has_small_weights(graph);
    return is_small && (must_all || may_all) && all(many.must, 0) && have_one_place(few) &&
           have_one_place(many);
}

// Column by column, in squares that stay at hand.
std::vector<std::int64_t> transposed(const std::int64_t* given, std::size_t rows, std::size_t columns,
                                     Watch& watch)
{
    constexpr std::size_t side = 32;
    std::vector<std::int64_t> turned(rows * columns);
    for (std::size_t first_row = 0; first_row < rows && !watch.stopped(); first_row += side) {
        const std::size_t last_row = std::min(first_row + side, rows);
        for (std::size_t first = 0; first < columns; first += side) {
            const std::size_t last = std::min(first + side, columns);
            for (std::size_t column = first; column < last; ++column)
                for (std::size_t row = first_row; row < last_row; ++row)
                    turned[column * rows + row] = given[row * columns + column];
        }
        watch.worked(side * columns);
    }
    return turned;
}

// A matrix whose rows all must have a column, or may stay without one at the same cost.
struct DenseTier {
    MatrixWeights weights;
    std::size_t rows;
    std::size_t columns;
    std::int64_t spread;  // no entry costs more
    DenseLimits limits;
};

struct DenseAnswer {
    bool is_settled;                           // whether pairs are best
    std::vector<std::int32_t> best;            // the least total of each row, or what none is below
    std::vector<std::int32_t> price;           // of each column; once settled, 0 without a row
    std::vector<std::uint32_t> column_of_row;  // DensePairs::nobody if without
};

DenseAnswer read_out(const DenseRows& rows, const DensePairs& pairs, const DenseSearch& search,
                     bool is_settled)
{
    DenseAnswer answer{is_settled, search.best(), {}, pairs.column_of_row};
    for (std::uint32_t row = 0; row < rows.rows() && !is_settled; ++row)
        answer.best[row] = rows.at_least(row);
    for (std::uint32_t column = 0; column < rows.columns(); ++column)
        answer.price.push_back(rows.price(column));
    return answer;
}

bool can_be_squared(const DenseTier& tier)
{
    const bool is_square = tier.limits.outside == DenseRows::endless && tier.rows == tier.columns;
    return !is_square && tier.columns <= widest * tier.rows;
}

// Prices and pairs; not settled if that would take long.
DenseAnswer solve_as_it_is(const DenseTier& tier, Watch& watch)
{
    DenseRows rows(tier.weights, tier.rows, tier.columns, watch);
    DensePairs pairs(tier.rows, tier.columns);
    DenseSearch search(rows, pairs, tier.limits.outside, watch);
    const auto settle = [&](std::int64_t most_edges) {
        return read_out(rows, pairs, search, search.settle(most_edges, tier.limits.highest_price));
    };
    const bool is_balanced = tier.limits.outside == DenseRows::endless && tier.rows == tier.columns;
    const auto matrix = static_cast<std::int64_t>(tier.rows * tier.columns);
    const std::int32_t increment = reach_of_favourites(rows, watch) / first_share;
    if (is_balanced && increment >= fine) {
        auction_in_phases(rows, pairs, increment, tier.limits, watch);
        return settle(unlimited);
    }
    reduce_rows(rows, pairs, tier.limits, watch);
    DenseAnswer answer = settle(matrix * (is_balanced || can_be_squared(tier) ? passes : passes_if_wider));
    if (answer.is_settled || !is_balanced || watch.stopped()) return answer;
    auction_in_phases(rows, pairs, static_cast<std::int32_t>(tier.spread / first_share), tier.limits, watch);
    return settle(unlimited);
}

// With rows more, to whom all columns are the same; a weight below 0 becomes 0 where rows may stay without a
// column. Empty if `watch` stops.
std::vector<std::int64_t> squared(const DenseTier& tier, bool may_stay, Watch& watch)
{
    const MatrixWeights& weights = tier.weights;
    std::vector<std::int64_t> given;
    given.reserve(tier.columns * tier.columns);
    for (std::size_t row = 0; row < tier.columns; ++row) {
        const std::int64_t* const from = weights.given + row * tier.columns;
        if (row >= tier.rows)
            given.resize(given.size() + tier.columns, weights.are_costs ? -weights.largest : weights.largest);
        else if (!may_stay)
            given.insert(given.end(), from, from + tier.columns);
        else
            std::transform(from, from + tier.columns, std::back_inserter(given), [&](std::int64_t one) {
                return weights.are_costs ? std::min(one, std::int64_t{0}) : std::max(one, std::int64_t{0});
            });
        watch.worked(tier.columns);
        if (watch.stopped()) return {};
    }
    return given;
}

// The same by an auction in a square matrix. A row that may stay without a column may as well have any at the
// weight 0.
DenseAnswer solve_squared(const DenseTier& tier, Watch& watch)
{
    const MatrixWeights& weights = tier.weights;
    const bool may_stay = tier.limits.outside != DenseRows::endless;
    const std::vector<std::int64_t> given = squared(tier, may_stay, watch);
    if (watch.stopped())
        return {false, std::vector<std::int32_t>(tier.rows), std::vector<std::int32_t>(tier.columns), {}};
    DenseRows rows({given.data(), weights.are_costs, weights.largest}, tier.columns, tier.columns, watch);
    DensePairs pairs(tier.columns, tier.columns);
    DenseSearch search(rows, pairs, DenseRows::endless, watch);
    auction_in_phases(rows, pairs, static_cast<std::int32_t>(tier.spread / first_share), tier.limits, watch);
    DenseAnswer answer = read_out(rows, pairs, search, search.settle(unlimited, tier.limits.highest_price));
    const std::int32_t least = *std::min_element(answer.price.begin(), answer.price.end());
    for (std::int32_t& price : answer.price)
        price -= least;
    for (std::int32_t& best : answer.best)
        best -= least;
    for (std::uint32_t row = 0; row < tier.rows && may_stay && answer.is_settled; ++row)
        if (weights.cost(row * tier.columns + answer.column_of_row[row]) > weights.largest)
            answer.column_of_row[row] = DensePairs::nobody;
    return answer;
}

}  // namespace

bool has_small_weights(const Graph<Matrix>& graph)
{
    return graph.spread <= DenseRows::largest_cost && graph.largest >= -DenseRows::largest_cost &&
           graph.largest <= DenseRows::largest_cost;
}

bool solve_dense(const Graph<Matrix>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                 std::int64_t highest_price, Watch& watch)
{
    const bool is_tall = rows.size() > columns.size();
    Nodes& few = is_tall ? columns : rows;
    Nodes& many = is_tall ? rows : columns;
    if (!fits(graph, few, many)) return false;
    MatrixWeights weights = graph.rows.weights();
    std::vector<std::int64_t> turned;
    if (is_tall) {
        turned = transposed(weights.given, rows.size(), columns.size(), watch);
        weights.given = turned.data();
    }
    const bool must = few.must.front() != 0;
    const DenseTier tier{weights,
                         few.size(),
                         many.size(),
                         graph.spread,
                         {must ? DenseRows::endless : static_cast<std::int32_t>(graph.largest),
                          std::min(highest_price, DenseRows::highest_price)}};
    DenseAnswer answer = solve_as_it_is(tier, watch);
    const bool can_be_squared = (!must || tier.rows < tier.columns) && tier.columns <= widest * tier.rows;
    if (!answer.is_settled && !watch.stopped() && can_be_squared) answer = solve_squared(tier, watch);
    std::copy(answer.price.begin(), answer.price.end(), many.dual.begin());
    for (std::uint32_t node = 0; node < few.size(); ++node)
        few.dual[node] = graph.largest - std::min(answer.best[node], tier.limits.outside);
    if (!answer.is_settled) return watch.stopped();
    for (std::uint32_t node = 0; node < few.size(); ++node) {
        const std::uint32_t other = answer.column_of_row[node];
        if (other != DensePairs::nobody) matching.link(is_tall ? other : node, is_tall ? node : other);
    }
    return true;
}

}  // namespace befriend
