// Prices for a matrix by auction, in the two ways that solve_dense.cpp chooses from.
//
// The bidding is that of auction.cpp, for one column a row and one row a column, in the order in which rows
// lose their column: the row that was outbid last bids next, while its favourites and theirs are at hand.
//
// D. Bertsekas, D. Castañon, "The auction algorithm for the transportation problem", Annals of Operations
// Research 20 (1989) 67-96 (scaling).

#include "assignment/dense/auction.hpp"

#include <algorithm>
#include <vector>

namespace befriend {
namespace {

constexpr std::int32_t divisor = 8;           // of the increment, from phase to phase
constexpr std::int32_t last = 4;              // increments where further phases no longer pay
constexpr std::size_t most_bids = 10;         // a row, before a first increment counts as too small
constexpr std::size_t most_bids_later = 200;  // a row, before a phase is given up
constexpr std::size_t most_reductions = 10;   // a row

// Whether a column can be dearer by `amount`.
bool can_rise(const DenseRows& rows, std::uint32_t column, std::int32_t amount, const DenseLimits& limits)
{
    return std::int64_t{rows.price(column)} + amount <= limits.highest_price;
}

// A favourite that is as good as the best and that nobody has, or `nobody`.
std::uint32_t free_favourite(const DenseRows& rows, const DensePairs& pairs, std::uint32_t row,
                             std::int32_t best)
{
    const DenseRows::Favourites& favourites = rows.favourites(row);
    for (std::size_t at = 0; at < favourites.size; ++at) {
        const std::uint32_t column = favourites.column[at];
        if (pairs.row_of_column[column] == DensePairs::nobody &&
            favourites.cost[at] + rows.price(column) == best)
            return column;
    }
    return DensePairs::nobody;
}

// Every row bids from the beginning. False if it ends before its time, after `bids` bids or at a price that
// is too high.
bool auction(DenseRows& rows, DensePairs& pairs, std::int32_t increment, std::size_t bids,
             const DenseLimits& limits, Watch& watch)
{
    pairs.clear();
    std::vector<std::uint32_t> waiting(rows.rows());
    for (std::size_t at = 0; at < waiting.size(); ++at)
        waiting[at] = static_cast<std::uint32_t>(waiting.size() - 1 - at);
    while (!waiting.empty()) {
        if (bids-- == 0 || watch.stopped()) return false;
        const std::uint32_t row = waiting.back();
        const DenseRows::BestTwo found = rows.best_two(row);
        const std::int32_t ahead = found.second == DenseRows::endless ? 0 : found.second - found.best;
        if (!can_rise(rows, found.column, ahead + increment, limits)) return false;
        waiting.pop_back();
        rows.raise(found.column, ahead + increment);
        const std::uint32_t before = pairs.give(found.column, row);
        if (before != DensePairs::nobody) waiting.push_back(before);
    }
    return true;
}

}  // namespace

std::int32_t reach_of_favourites(DenseRows& rows, Watch& watch)
{
    std::int64_t sum = 0;
    for (std::uint32_t row = 0; row < rows.rows() && !watch.stopped(); ++row) {
        rows.look(row);
        const DenseRows::Favourites& favourites = rows.favourites(row);
        const auto cost = favourites.cost.begin();
        const auto [least, most] = std::minmax_element(cost, cost + favourites.size);
        sum += *most - *least;
    }
    return static_cast<std::int32_t>(sum / static_cast<std::int64_t>(rows.rows()));
}

void reduce_rows(DenseRows& rows, DensePairs& pairs, const DenseLimits& limits, Watch& watch)
{
    std::size_t reductions = most_reductions * rows.rows();
    for (std::uint32_t first = 0; first < rows.rows(); ++first) {
        std::uint32_t row = first;
        while (row != DensePairs::nobody) {
            if (reductions-- == 0 || watch.stopped()) return;
            const DenseRows::BestTwo found = rows.best_two(row);
            if (found.best >= limits.outside) break;
            const std::int32_t second = std::min(found.second, limits.outside);
            const std::int32_t ahead = second == DenseRows::endless ? 0 : second - found.best;
            if (!can_rise(rows, found.column, ahead, limits)) break;
            std::uint32_t column = found.column;
            if (ahead == 0 && pairs.row_of_column[column] != DensePairs::nobody) {
                column = free_favourite(rows, pairs, row, found.best);
                if (column == DensePairs::nobody) break;
            }
            rows.raise(column, ahead);
            row = pairs.give(column, row);
        }
    }
}

void auction_in_phases(DenseRows& rows, DensePairs& pairs, std::int32_t first_increment,
                       const DenseLimits& limits, Watch& watch)
{
    std::int32_t increment = std::max(first_increment, 1);
    while (!auction(rows, pairs, increment, most_bids * rows.rows(), limits, watch) && !watch.stopped() &&
           increment < DenseRows::largest_cost / divisor)
        increment *= divisor;
    while (increment > last && !watch.stopped()) {
        increment /= divisor;
        auction(rows, pairs, std::max(increment, 1), most_bids_later * rows.rows(), limits, watch);
    }
}

}  // namespace befriend
