// Shortest augmenting paths in a matrix, along favourites first.
//
// As in shortest_augmenting_path.cpp, from rows only: columns that have a row keep one, and those without
// need none. A row that is reached labels its favourites. All its other columns cost at least its threshold,
// which goes into the heap as a label of the row's own: only when that is the nearest are they looked at, all
// together, by vector instructions. Most searches end before.
//
// All numbers have 32 bits: costs are at most 2^28 and prices 2^29 (DenseRows), so a total is below 2^30. The
// root could go straight to any column, so no final distance is above a total; a label is a distance and a
// total at most: below 2^31.
//
// O(n^2) a search, for n columns: R. Jonker, A. Volgenant, Computing 38 (1987) 325-340.

#include "assignment/dense/search.hpp"

#include "assignment/dense/lanes.hpp"

#include <algorithm>
#include <cassert>

namespace befriend {
namespace {

constexpr std::int32_t unreached = DenseRows::endless;
constexpr std::uint32_t nobody = DensePairs::nobody;
constexpr std::size_t block = 16;

}  // namespace

DenseSearch::DenseSearch(DenseRows& rows, DensePairs& pairs, std::int32_t outside, Watch& watch)
    : rows_(rows),
      pairs_(pairs),
      outside_(outside),
      watch_(watch),
      best_(rows.rows()),
      row_distance_(rows.rows()),
      distance_((rows.columns() + block - 1) / block * block, unreached),
      parent_(rows.columns(), nobody)
{
}

bool DenseSearch::settle(std::int64_t most_edges, std::int64_t highest_price)
{
    edges_left_ = most_edges;
    keep_tight_pairs();
    for (std::uint32_t row = 0; row < rows_.rows(); ++row) {
        if (pairs_.column_of_row[row] != nobody || best_[row] == outside_) continue;
        if (watch_.stopped() || edges_left_ < 0 || highest_ > highest_price) return false;
        search(row);
    }
    return !watch_.stopped() && highest_ <= highest_price;
}

void DenseSearch::keep_tight_pairs()
{
    for (std::uint32_t row = 0; row < rows_.rows() && !watch_.stopped(); ++row) {
        best_[row] = std::min(rows_.best(row), outside_);
        const std::uint32_t column = pairs_.column_of_row[row];
        if (column != nobody && rows_.total(row, column) != best_[row]) pairs_.take_from(row);
    }
    for (std::uint32_t row = 0; row < rows_.rows() && !watch_.stopped(); ++row) {
        const DenseRows::Favourites& favourites = rows_.favourites(row);
        for (std::size_t at = 0; at < favourites.size && pairs_.column_of_row[row] == nobody; ++at) {
            const std::uint32_t column = favourites.column[at];
            const bool is_tight = favourites.cost[at] + rows_.price(column) == best_[row];
            if (is_tight && pairs_.row_of_column[column] == nobody) pairs_.give(column, row);
        }
    }
}

// Grows the tree until no label is nearer than the best end known.
void DenseSearch::search(std::uint32_t root)
{
    level_ = 0;
    shortest_ = unreached;
    end_ = nobody;
    reach(root, 0);
    for (Label label{}; nearest(label) && !watch_.stopped();) {
        level_ = label.distance;
        if (label.node < rows_.columns()) {
            reach(pairs_.row_of_column[label.node], label.distance);
        } else {
            label_all(label.node - static_cast<std::uint32_t>(rows_.columns()));
        }
    }
    if (!watch_.stopped()) {
        assert(end_ != nobody && "a row that must have a column finds one");
        shift();
        if (end_is_column_) {
            pairs_.flip_path(end_, parent_, root);
        } else {
            pairs_.flip_path_without(end_, parent_, root);
        }
    }
    forget_tree();
}

// A row has its distance: look along its favourites, and at the way out of doing without its column.
void DenseSearch::reach(std::uint32_t row, std::int32_t distance)
{
    row_distance_[row] = distance;
    reached_.push_back(row);
    const std::int32_t start = distance - best_[row];
    if (outside_ != DenseRows::endless && start + outside_ < shortest_) {
        shortest_ = start + outside_;
        end_ = row;
        end_is_column_ = false;
    }
    const DenseRows::Favourites& favourites = rows_.favourites(row);
    for (std::size_t at = 0; at < favourites.size; ++at) {
        const std::uint32_t column = favourites.column[at];
        label(row, column, start + (favourites.cost[at] + rows_.price(column)));
    }
    // Favourites may be so old that the others are due at once.
    const std::int32_t due = std::max(start + std::min(favourites.threshold, DenseRows::beyond), distance);
    if (favourites.size < rows_.columns() && due < shortest_)
        push({due, static_cast<std::uint32_t>(rows_.columns()) + row});
    edges_left_ -= favourites.size;
    watch_.worked(favourites.size);
}

void DenseSearch::label_all(std::uint32_t row)
{
    rows_.look(row);
    const std::int32_t start = row_distance_[row] - best_[row];
    for (std::size_t begin = 0; begin < distance_.size(); begin += block) {
        Lanes nearer{};
        for (std::size_t at = begin; at < begin + block; at += lanes) {
            Lanes total;
            Lanes known;
            load(total, rows_.totals() + at);
            load(known, distance_.data() + at);
            known = known < shortest_ ? known : Lanes{} + shortest_;
            nearer |= total + start < known;
        }
        if (!any(nearer)) continue;
        const std::size_t end = std::min(begin + block, rows_.columns());
        for (std::size_t column = begin; column < end; ++column)
            label(row, static_cast<std::uint32_t>(column), start + rows_.totals()[column]);
    }
    edges_left_ -= static_cast<std::int64_t>(rows_.columns());
}

void DenseSearch::label(std::uint32_t row, std::uint32_t column, std::int32_t distance)
{
    if (distance >= shortest_ || distance >= distance_[column]) return;
    if (distance_[column] == unreached) labelled_.push_back(column);
    distance_[column] = distance;
    parent_[column] = row;
    if (pairs_.row_of_column[column] == nobody) {
        shortest_ = distance;
        end_ = column;
        end_is_column_ = true;
    } else if (distance == level_) {
        ready_.push_back(column);
    } else {
        push({distance, column});
    }
}

void DenseSearch::push(const Label& label)
{
    heap_.push_back(label);
    std::push_heap(heap_.begin(), heap_.end());
}

// The nearest label that is not outdated, if it is nearer than the end.
bool DenseSearch::nearest(Label& label)
{
    if (level_ < shortest_ && !ready_.empty()) {
        label = {level_, ready_.back()};
        ready_.pop_back();
        return true;
    }
    while (!heap_.empty() && heap_.front().distance < shortest_) {
        label = heap_.front();
        std::pop_heap(heap_.begin(), heap_.end());
        heap_.pop_back();
        if (label.node >= rows_.columns() || label.distance == distance_[label.node]) return true;
    }
    return false;
}

// Dijkstra's rule: what is nearer than the end by some length moves by that length.
void DenseSearch::shift()
{
    for (const std::uint32_t row : reached_)
        best_[row] += std::max(shortest_ - row_distance_[row], 0);
    for (const std::uint32_t column : labelled_) {
        if (distance_[column] >= shortest_) continue;
        rows_.raise(column, shortest_ - distance_[column]);
        highest_ = std::max<std::int64_t>(highest_, rows_.price(column));
    }
}

void DenseSearch::forget_tree()
{
    for (const std::uint32_t column : labelled_)
        distance_[column] = unreached;
    reached_.clear();
    labelled_.clear();
    ready_.clear();
    heap_.clear();
}

}  // namespace befriend
