// Maximum-weight assignment by shortest augmenting paths, from either side.
//
// u, v are the duals of rows and columns; the reduced cost of an edge is u + v - w. Always:
//   (feasible)  reduced cost >= 0 on every edge; u, v >= 0 at every node that need not be full
//   (tight)     reduced cost == 0 on every assigned edge
// A node is *settled* when it is full, or its dual is 0 and it need not be full. With every node settled
// these conditions prove the assignment best (see docs/methods/certificate.md).
//
// A search starts at an unsettled node and finds the shortest alternating path, in reduced costs, to
//   * a node of the other side with room: the root gains a partner; or
//   * a node of its own side whose partner may be taken away, at the further price of that node's dual.
// After the duals have moved by Dijkstra's rule the path is tight and is flipped. The other side stays
// settled where it was: it loses nobody, and its duals rise only where it is full. So one pass over each side
// settles everything.
//
// In each connected part the side with fewer places goes first, with its duals at its best edges and the
// other's at 0: its searches end soon, since the plentiful side has room almost everywhere.
//
// O(k (m + n log n)) for k places on the scarce side, m edges, n nodes; O(m + n) memory.
// R. Jonker, A. Volgenant, Computing 38 (1987) 325-340; L. Ramshaw, R. Tarjan, HPL-2012-40 (unbalanced
// sides); capacities and nodes that must be full are ours.

#include "assignment/shortest_augmenting_path.hpp"

#include "assignment/parts.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

namespace befriend {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

// One side as the searches see it.
struct Shore {
    Shore(Side& of, const Matching::Seats& partners_of)
        : side(of),
          seats(partners_of),
          distance(of.size(), unreached),
          parent(of.size(), nobody),
          first(of.size())
    {
    }

    [[nodiscard]] bool settled(std::uint32_t node) const
    {
        return !seats.has_room(node) || (side.dual[node] == 0 && !side.must[node]);
    }

    Side& side;
    const Matching::Seats& seats;
    std::vector<std::int64_t> distance;
    std::vector<std::uint32_t> parent;  // the node of the other side before this one on the path
    std::vector<std::uint8_t> first;    // its part is searched from this side first
};

struct Label {
    std::int64_t distance;
    std::uint32_t node;
    bool operator<(const Label& other) const
    {
        return distance > other.distance;
    }  // nearest on top of a heap
};

class Solver {
public:
    Solver(Face& face, Matching& matching, Watch& watch)
        : matching_(matching),
          watch_(watch),
          rows_(face.rows, matching.rows),
          columns_(face.columns, matching.columns)
    {
        const Parts parts(face);
        for (std::uint32_t row = 0; row < face.rows.size(); ++row)
            rows_.first[row] = parts.of_row[row] == Parts::rows_first;
        for (std::uint32_t column = 0; column < face.columns.size(); ++column)
            columns_.first[column] = parts.of_column[column] == Parts::columns_first;
    }

    void solve()
    {
        raise_to_best_edges(rows_);
        raise_to_best_edges(columns_);
        take_tight_edges(rows_, columns_);
        take_tight_edges(columns_, rows_);
        settle(rows_, columns_, true);
        settle(columns_, rows_, true);
        settle(rows_, columns_, false);
        settle(columns_, rows_, false);
    }

private:
    void raise_to_best_edges(Shore& from);
    void take_tight_edges(Shore& from, const Shore& to);
    void settle(Shore& from, Shore& to, bool first);

    void search(Shore& from, Shore& to, std::uint32_t root);
    void reach(Shore& from, Shore& to, std::uint32_t node, std::int64_t distance);
    [[nodiscard]] std::optional<Label> nearest();
    void shift_duals(Shore& from, Shore& to) const;
    void flip_path(const Shore& from, const Shore& to, std::uint32_t root);
    void forget_tree(Shore& from, Shore& to);

    void link(const Shore& from, std::uint32_t node, std::uint32_t partner);
    void unlink(const Shore& from, std::uint32_t node, std::uint32_t partner);

    Matching& matching_;
    Watch& watch_;
    Shore rows_;
    Shore columns_;

    // The tree of the search at hand.
    std::vector<std::uint32_t> reached_;   // nodes of the root's side, their distances final
    std::vector<std::uint32_t> labelled_;  // nodes of the other side
    std::vector<std::uint32_t> ready_;     // labelled nodes at distance `level_`, the least there is
    std::vector<Label> heap_;              // labelled nodes further away; outdated labels are skipped
    std::int64_t level_ = 0;
    std::int64_t best_ = 0;       // the length of the shortest path known
    std::uint32_t end_ = nobody;  // where it ends:
    bool end_has_room_ = false;   // at a node of the other side with room, or at one of ours, to be dropped
};

void Solver::raise_to_best_edges(Shore& from)
{
    Side& side = from.side;
    for (std::uint32_t node = 0; node < side.size(); ++node) {
        if (!from.first[node] || side.degree(node) == 0) continue;
        const auto weights = std::span(side.weight).subspan(side.begin[node], side.degree(node));
        side.dual[node] = *std::max_element(weights.begin(), weights.end());
        if (!side.must[node]) side.dual[node] = std::max<std::int64_t>(side.dual[node], 0);
        watch_.worked(weights.size());
    }
}

void Solver::take_tight_edges(Shore& from, const Shore& to)
{
    const Side& side = from.side;
    for (std::uint32_t node = 0; node < side.size() && !watch_.stopped(); ++node) {
        if (!from.first[node]) continue;
        for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1] && !from.settled(node); ++at) {
            const std::uint32_t other = side.neighbour[at];
            if (side.dual[node] == side.weight[at] && to.seats.has_room(other)) link(from, node, other);
        }
        watch_.worked(side.degree(node));
    }
}

void Solver::settle(Shore& from, Shore& to, bool first)
{
    for (std::uint32_t node = 0; node < from.side.size() && !watch_.stopped(); ++node)
        while ((from.first[node] != 0) == first && !from.settled(node) && !watch_.stopped())
            search(from, to, node);
}

// Grows the tree until no label is nearer than the best end known.
void Solver::search(Shore& from, Shore& to, std::uint32_t root)
{
    level_ = 0;
    best_ = unreached;
    end_ = nobody;
    reach(from, to, root, 0);
    while (const auto label = nearest()) {
        if (label->distance >= best_ || watch_.stopped()) break;
        level_ = label->distance;
        for (const std::uint32_t node : to.seats.partners(label->node)) {
            if (from.distance[node] != unreached) continue;
            from.parent[node] = label->node;
            reach(from, to, node, label->distance);
        }
    }
    if (!watch_.stopped()) {
        assert(end_ != nobody && "a node that must be full can always be filled");
        shift_duals(from, to);
        flip_path(from, to, root);
    }
    forget_tree(from, to);
}

// A node of the root's side has its distance: look along its edges, and at the way out of dropping its
// partner.
void Solver::reach(Shore& from, Shore& to, std::uint32_t node, std::int64_t distance)
{
    const Side& side = from.side;
    from.distance[node] = distance;
    reached_.push_back(node);
    if (!side.must[node] && distance + side.dual[node] < best_) {
        best_ = distance + side.dual[node];
        end_ = node;
        end_has_room_ = false;
    }
    const std::int64_t start = distance + side.dual[node];
    for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1]; ++at) {
        const std::uint32_t other = side.neighbour[at];
        const std::int64_t label = start - side.weight[at] + to.side.dual[other];
        if (label >= best_ || label >= to.distance[other]) continue;
        if (to.distance[other] == unreached) labelled_.push_back(other);
        to.distance[other] = label;
        to.parent[other] = node;
        if (to.seats.has_room(other)) {
            best_ = label;
            end_ = other;
            end_has_room_ = true;
        } else if (label == level_) {
            ready_.push_back(other);
        } else {
            heap_.push_back({label, other});
            std::push_heap(heap_.begin(), heap_.end());
        }
    }
    watch_.worked(side.degree(node));
}

std::optional<Label> Solver::nearest()
{
    if (!ready_.empty()) {
        const Label label{level_, ready_.back()};
        ready_.pop_back();
        return label;
    }
    if (heap_.empty()) return {};
    const Label label = heap_.front();
    std::pop_heap(heap_.begin(), heap_.end());
    heap_.pop_back();
    return label;
}

// Dijkstra's rule: what is nearer than the end by some length moves by that length.
void Solver::shift_duals(Shore& from, Shore& to) const
{
    for (const std::uint32_t node : reached_)
        if (from.distance[node] < best_) from.side.dual[node] -= best_ - from.distance[node];
    for (const std::uint32_t node : labelled_)
        if (to.distance[node] < best_) to.side.dual[node] += best_ - to.distance[node];
}

void Solver::flip_path(const Shore& from, const Shore& to, std::uint32_t root)
{
    std::uint32_t node = end_;
    if (end_has_room_) {
        node = to.parent[end_];
        if (node != root) unlink(from, node, from.parent[node]);
        link(from, node, end_);
    } else if (node != root) {
        unlink(from, node, from.parent[node]);
    }
    while (node != root) {
        const std::uint32_t other = from.parent[node];  // it has just lost `node`
        node = to.parent[other];
        if (node != root) unlink(from, node, from.parent[node]);
        link(from, node, other);
    }
}

void Solver::forget_tree(Shore& from, Shore& to)
{
    for (const std::uint32_t node : reached_)
        from.distance[node] = unreached;
    for (const std::uint32_t node : labelled_)
        to.distance[node] = unreached;
    reached_.clear();
    labelled_.clear();
    ready_.clear();
    heap_.clear();
}

void Solver::link(const Shore& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.link(node, partner);
    } else {
        matching_.link(partner, node);
    }
}

void Solver::unlink(const Shore& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.unlink(node, partner);
    } else {
        matching_.unlink(partner, node);
    }
}

}  // namespace

void assign_by_shortest_augmenting_paths(Face& face, Matching& matching, Watch& watch)
{
    Solver(face, matching, watch).solve();
}

}  // namespace befriend
