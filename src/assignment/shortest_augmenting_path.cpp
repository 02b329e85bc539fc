// Maximum-weight assignment by shortest augmenting paths, from either side.
//
// u, v are the duals of rows and columns; the reduced cost of an edge is u + v - w. Always:
//   (feasible)  reduced cost >= 0 on every edge; u, v >= 0 at every node that need not be full
//   (tight)     reduced cost == 0 on every assigned edge
// A node is *settled* when it is full, or its dual is 0 and it need not be full. With every node settled
// these conditions prove the assignment best: docs/methods/certificate.md.
//
// A search starts at an unsettled node, the root, and finds the shortest alternating path, in reduced costs,
//   * to a node of the other side with room: the root gains a partner; or
//   * to a node of the root's side that may lose its partner, at the further price of that node's dual.
// The duals then move by Dijkstra's rule, which keeps (feasible) and makes the path tight; the path is
// flipped. The other side stays as settled as it was: none of its nodes loses a partner without gaining one,
// and its duals rise only where it is full. So one pass over each side, in either order, settles everything.
// The side with fewer unsettled nodes goes first: the other has room almost everywhere, so searches are
// short.
//
// At the start the scarce side of each connected part has its duals at its best edges; the other side's are
// 0.
//
// O(k (m + n log n)) for k places to settle, m edges, n nodes; O(m + n) memory.
// R. Jonker, A. Volgenant, Computing 38 (1987) 325-340; L. Ramshaw, R. Tarjan, HPL-2012-40 (unbalanced
// sides). Capacities, nodes that must be full and the way out of losing a partner are ours.

#include "assignment/shortest_augmenting_path.hpp"

#include "assignment/parts.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace befriend {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

}  // namespace

ShortestAugmentingPaths::Shore::Shore(Side& of, const Matching::Seats& seats_of)
    : side(of), seats(seats_of), distance(of.size(), unreached), parent(of.size(), nobody)
{
}

bool ShortestAugmentingPaths::Shore::settled(std::uint32_t node) const
{
    return !seats.has_room(node) || (side.dual[node] == 0 && side.must[node] == 0);
}

ShortestAugmentingPaths::ShortestAugmentingPaths(Face& face, Matching& matching, Watch& watch)
    : face_(face),
      matching_(matching),
      watch_(watch),
      rows_(face.rows, matching.rows),
      columns_(face.columns, matching.columns)
{
}

void ShortestAugmentingPaths::begin()
{
    const Scarce scarce = scarce_nodes(face_);
    raise_to_best_edges(rows_, scarce.rows);
    raise_to_best_edges(columns_, scarce.columns);
    take_tight_edges(rows_, columns_);
    take_tight_edges(columns_, rows_);
}

void ShortestAugmentingPaths::settle()
{
    if (unsettled(rows_).size() <= unsettled(columns_).size()) {
        settle(rows_, columns_);
        settle(columns_, rows_);
    } else {
        settle(columns_, rows_);
        settle(rows_, columns_);
    }
}
void ShortestAugmentingPaths::raise_to_best_edges(Shore& from, const std::vector<bool>& scarce)
{
    Side& side = from.side;
    for (std::uint32_t node = 0; node < side.size(); ++node) {
        if (!scarce[node] || side.degree(node) == 0) continue;
        std::int64_t best = side.must[node] ? std::numeric_limits<std::int64_t>::min() : 0;
        for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1]; ++at)
            best = std::max(best, side.weight[at]);
        side.dual[node] = best;
        watch_.worked(side.degree(node));
    }
}

std::vector<std::uint32_t> ShortestAugmentingPaths::unsettled(const Shore& from)
{
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < from.side.size(); ++node)
        if (!from.settled(node)) nodes.push_back(node);
    std::sort(nodes.begin(), nodes.end(), [&dual = from.side.dual](std::uint32_t a, std::uint32_t b) {
        return dual[a] != dual[b] ? dual[a] > dual[b] : a < b;
    });
    return nodes;
}

void ShortestAugmentingPaths::take_tight_edges(Shore& from, const Shore& to)
{
    const Side& side = from.side;
    for (const std::uint32_t node : unsettled(from)) {
        if (watch_.stopped()) return;
        for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1] && !from.settled(node); ++at) {
            const std::uint32_t other = side.neighbour[at];
            const bool tight = side.dual[node] + to.side.dual[other] == side.weight[at];
            if (tight && to.seats.has_room(other)) link(from, node, other);
        }
        watch_.worked(side.degree(node));
    }
}

void ShortestAugmentingPaths::settle(Shore& from, Shore& to)
{
    for (const std::uint32_t root : unsettled(from))
        while (!from.settled(root) && !watch_.stopped())
            search(from, to, root);
}

// Grows the tree until no label is nearer than the best end known.
void ShortestAugmentingPaths::search(Shore& from, Shore& to, std::uint32_t root)
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
void ShortestAugmentingPaths::reach(Shore& from, Shore& to, std::uint32_t node, std::int64_t distance)
{
    const Side& side = from.side;
    from.distance[node] = distance;
    reached_.push_back(node);
    if (!side.must[node] && distance + side.dual[node] < best_) {
        best_ = distance + side.dual[node];
        end_ = node;
        end_has_room_ = false;
    }
    label_along(from, to, node);
    watch_.worked(side.degree(node));
}

void ShortestAugmentingPaths::label_along(const Shore& from, Shore& to, std::uint32_t node)
{
    const Side& side = from.side;
    const std::int64_t start = from.distance[node] + side.dual[node];
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
}

std::optional<ShortestAugmentingPaths::Label> ShortestAugmentingPaths::nearest()
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
void ShortestAugmentingPaths::shift_duals(Shore& from, Shore& to) const
{
    for (const std::uint32_t node : reached_)
        if (from.distance[node] < best_) from.side.dual[node] -= best_ - from.distance[node];
    for (const std::uint32_t node : labelled_)
        if (to.distance[node] < best_) to.side.dual[node] += best_ - to.distance[node];
}

void ShortestAugmentingPaths::flip_path(const Shore& from, const Shore& to, std::uint32_t root)
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

void ShortestAugmentingPaths::forget_tree(Shore& from, Shore& to)
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

void ShortestAugmentingPaths::link(const Shore& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.link(node, partner);
    } else {
        matching_.link(partner, node);
    }
}

void ShortestAugmentingPaths::unlink(const Shore& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.unlink(node, partner);
    } else {
        matching_.unlink(partner, node);
    }
}

}  // namespace befriend
