// A best assignment that stays best while pairs are added to its core, by shortest augmenting paths with
// duals in all tiers at once.
//
// u, v are the duals of rows and columns as vectors over the tiers, compared lexicographically. Between
// calls, on every pair of the core,
//   (feasible)  u + v >= w,  u >= 0,  v >= 0
//   (tight)     u + v == w on every assigned pair
//   (unpriced)  u == 0 for a row without a column, v == 0 for a column with room
// A row r for which pairs were added breaks (feasible). So it is taken out and put in again:
//   1. r loses its column c, which then may have room and a price.
//   2. u(r) becomes the largest w - v of its pairs, and at least 0. Everything holds but (unpriced) at r and
//   c.
//   3. A search from r finds a column, often c at the end of a short way, or brings u(r) to 0.
//   4. If c still has room and a price, a search from c finds a row for the place, or brings the price to 0.
// Each search is Dijkstra's method on reduced costs, as in shortest_augmenting_path.cpp, over the ordered
// group of vectors. It starts where (unpriced) fails and ends where it holds, at a dual of 0, or at c.
//
// No overflow: a dual that moves is joined by a path of tight pairs to the end. So, tier by tier, it is the
// end's dual and a sum of weights with alternating signs, within (m + 1) * spread < 2^60 (fault.cpp); one
// that never moved is as the engine left it. Only at c the end's dual is not 0, and duals may creep further
// with each repair. So their size is watched: when one has reached 2^60, c is settled before r comes back (4
// before 2), and every end is at 0. So duals stay below 2^61, and distances keep the bounds given there for
// labels.
//
// O(k m log n) for k rows put in again, m pairs of the core, n nodes; most searches visit a few nodes.
// R. Jonker, A. Volgenant, Computing 38 (1987) 325-340.

#include "assignment/streamed/warm_assignment.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace befriend {

WarmAssignment::WarmAssignment(const Core& core, std::span<const std::int32_t> capacity,
                               const Solution& solved, Watch& watch)
    : core_(core), capacity_(capacity), watch_(watch)
{
    const std::size_t rows = solved.column_of_row.size();
    const std::size_t columns = capacity.size();
    rows_.dual.resize(rows);
    rows_.place.assign(rows, nobody);
    columns_.dual.resize(columns);
    columns_.place.assign(columns, nobody);
    for (std::size_t tier = 0; tier < solved.duals.size(); ++tier) {
        for (std::size_t row = 0; row < rows; ++row)
            rows_.dual[row].tier[tier] = solved.duals[tier].row[row];
        for (std::size_t column = 0; column < columns; ++column)
            columns_.dual[column].tier[tier] = solved.duals[tier].column[column];
    }
    for (const Side* side : {&rows_, &columns_})
        for (const VectorWeight& dual : side->dual)
            note_size(dual);
    column_of_row_.assign(rows, Solution::unassigned);
    used_.assign(columns, 0);
    first_row_.assign(columns, nobody);
    next_row_.assign(rows, nobody);
    previous_row_.assign(rows, nobody);
    fall_.resize(rows);
    for (std::uint32_t row = 0; row < rows; ++row)
        if (solved.column_of_row[row] != Solution::unassigned) link(row, solved.column_of_row[row]);
}

void WarmAssignment::link(std::uint32_t row, std::uint32_t column)
{
    column_of_row_[row] = column;
    ++used_[column];
    previous_row_[row] = nobody;
    next_row_[row] = std::exchange(first_row_[column], row);
    if (next_row_[row] != nobody) previous_row_[next_row_[row]] = row;
}

void WarmAssignment::unlink(std::uint32_t row)
{
    const std::uint32_t column = std::exchange(column_of_row_[row], Solution::unassigned);
    --used_[column];
    const std::uint32_t next = next_row_[row];
    const std::uint32_t previous = previous_row_[row];
    (previous == nobody ? first_row_[column] : next_row_[previous]) = next;
    if (next != nobody) previous_row_[next] = previous;
}

void WarmAssignment::raise_column(std::uint32_t column, const VectorWeight& least)
{
    columns_.dual[column] = std::max(columns_.dual[column], least);
}

void WarmAssignment::insert_anew(std::uint32_t row)
{
    const std::uint32_t column = column_of_row_[row];
    const bool had_column = column != Solution::unassigned;
    if (had_column) unlink(row);
    if (had_column && largest_ >= far) {
        absent_ = row;
        settle_column(column);
        absent_ = nobody;
    }
    VectorWeight best;
    const std::size_t seen = core_.of_row(row, [&](std::uint32_t other, std::uint64_t edge) {
        best = std::max(best, core_.weight(row, other, edge) - columns_.dual[other]);
    });
    steps_ += seen;
    if (best < rows_.dual[row]) fall_[row] += rows_.dual[row] - best;
    rows_.dual[row] = best;
    note_size(best);
    if (best != VectorWeight{}) search<true>(row);
    if (had_column) settle_column(column);
}

// Without room or without a price it is settled.
void WarmAssignment::settle_column(std::uint32_t column)
{
    if (has_room(column) && columns_.dual[column] != VectorWeight{} && !watch_.stopped())
        search<false>(column);
}

void WarmAssignment::note_size(const VectorWeight& dual)
{
    for (const std::int64_t part : dual.tier)
        largest_ = std::max(largest_, part < 0 ? -part : part);
}

std::vector<std::int64_t> WarmAssignment::value(std::size_t tiers) const
{
    VectorWeight sum;
    for (std::uint32_t row = 0; row < column_of_row_.size(); ++row) {
        core_.of_row(row, [&](std::uint32_t column, std::uint64_t edge) {
            if (column == column_of_row_[row]) sum += core_.weight(row, column, edge);
        });
    }
    return {sum.tier.begin(), sum.tier.begin() + static_cast<std::ptrdiff_t>(tiers)};
}

// Grows the tree until no label is nearer than the best end known.
template <bool from_rows>
void WarmAssignment::search(std::uint32_t root)
{
    end_.reset();
    reach<from_rows>(root, nobody, {});
    while (!heap_.empty() && !watch_.stopped()) {
        const Label nearest = heap_.front();
        if (nearest.distance >= end_->distance) break;
        std::pop_heap(heap_.begin(), heap_.end());
        heap_.pop_back();
        reach_partners<from_rows>(nearest.node, nearest.distance);
    }
    if (!watch_.stopped()) {
        shift_duals<from_rows>();
        flip_path<from_rows>(root);
    }
    heap_.clear();
    forget_tree(rows_);
    forget_tree(columns_);
}

// A node of the root's side has its distance: look at the way out of dropping its partner, and along its
// pairs.
template <bool from_rows>
void WarmAssignment::reach(std::uint32_t node, std::uint32_t parent, const VectorWeight& distance)
{
    Side& side = from<from_rows>();
    side.place[node] = static_cast<std::uint32_t>(side.tree.size());
    side.tree.push_back({node, parent, distance});
    const VectorWeight start = distance + side.dual[node];
    if (!end_ || start < end_->distance) end_ = End{start, node, false};
    std::size_t seen = 0;
    const auto along = [&](std::uint32_t other, std::uint64_t edge) {
        label<from_rows>(node, other, edge, start);
    };
    if constexpr (from_rows) {
        seen = core_.of_row(node, along);
    } else {
        seen = core_.of_column(node, along);
    }
    steps_ += seen;
    watch_.worked(seen);
}

template <bool from_rows>
void WarmAssignment::label(std::uint32_t node, std::uint32_t other, std::uint64_t edge,
                           const VectorWeight& start)
{
    if (!from_rows && other == absent_) return;
    Side& side = to<from_rows>();
    const VectorWeight weight = from_rows ? core_.weight(node, other, edge) : core_.weight(other, node, edge);
    const VectorWeight distance = start - weight + side.dual[other];
    if (distance >= end_->distance) return;
    std::uint32_t& place = side.place[other];
    if (place == nobody) {
        place = static_cast<std::uint32_t>(side.tree.size());
        side.tree.push_back({other, node, distance});
    } else if (distance < side.tree[place].distance) {
        side.tree[place] = {other, node, distance};
    } else {
        return;
    }
    const bool free = from_rows ? has_room(other) : column_of_row_[other] == Solution::unassigned;
    if (free) {
        end_ = End{distance, other, true};
    } else {
        heap_.push_back({distance, other});
        std::push_heap(heap_.begin(), heap_.end());
    }
}

template <bool from_rows>
void WarmAssignment::reach_partners(std::uint32_t other, const VectorWeight& distance)
{
    if constexpr (from_rows) {
        for (std::uint32_t row = first_row_[other]; row != nobody; row = next_row_[row])
            if (rows_.place[row] == nobody) reach<true>(row, other, distance);
    } else {
        const std::uint32_t column = column_of_row_[other];
        if (columns_.place[column] == nobody) reach<false>(column, other, distance);
    }
}

// Dijkstra's rule: what is nearer than the end by some length moves by that length.
template <bool from_rows>
void WarmAssignment::shift_duals()
{
    const VectorWeight end = end_->distance;
    Side& falling = from<from_rows>();
    for (const Reached& at : falling.tree) {
        if (at.distance >= end) continue;
        falling.dual[at.node] -= end - at.distance;
        note_size(falling.dual[at.node]);
        if (from_rows) {
            fall_[at.node] += end - at.distance;
        } else {
            ++falls_of_columns_;
        }
    }
    Side& rising = to<from_rows>();
    for (const Reached& at : rising.tree) {
        if (at.distance >= end) continue;
        rising.dual[at.node] += end - at.distance;
        note_size(rising.dual[at.node]);
    }
}

template <bool from_rows>
void WarmAssignment::flip_path(std::uint32_t root)
{
    const auto partner_before = [&](std::uint32_t node) {
        return from<from_rows>().tree[from<from_rows>().place[node]].parent;
    };
    const auto leave = [&](std::uint32_t node) { unlink(from_rows ? node : partner_before(node)); };
    const auto take = [&](std::uint32_t node, std::uint32_t other) {
        from_rows ? link(node, other) : link(other, node);
    };
    const auto before = [&](std::uint32_t other) {
        return to<from_rows>().tree[to<from_rows>().place[other]].parent;
    };

    std::uint32_t node = end_->node;
    if (end_->has_room) {
        node = before(end_->node);
        if (node != root) leave(node);
        take(node, end_->node);
    } else if (node != root) {
        leave(node);
    }
    while (node != root) {
        const std::uint32_t other = partner_before(node);  // it has just lost `node`
        node = before(other);
        if (node != root) leave(node);
        take(node, other);
    }
}

void WarmAssignment::forget_tree(Side& side)
{
    for (const Reached& at : side.tree)
        side.place[at.node] = nobody;
    side.tree.clear();
}

}  // namespace befriend
