// Maximum-weight assignment by shortest augmenting paths, from either side.
//
// u, v are the duals of rows and columns; the reduced cost of an edge is u + v - w. Always:
//   (feasible)  reduced cost >= 0 on every edge; u, v >= reserve at every node that need not be full
//   (tight)     reduced cost == 0 on every assigned edge
// A node is *settled* when it is full, or its dual is its reserve and it need not be full. With every node
// settled these conditions prove the assignment best: docs/methods/certificate.md.
//
// A search starts at an unsettled node, the root, and finds the shortest alternating path, in reduced costs,
//   * to a node of the other side with room: the root gains a partner; or
//   * to a node of the root's side that may lose its partner, at the further price of dual - reserve.
// The duals then move by Dijkstra's rule, which keeps (feasible) and makes the path tight; the path is
// flipped. The other side stays as settled as it was: none of its nodes loses a partner without gaining one,
// and its duals rise only where it is full. So one pass over each side, in either order, settles everything.
// The scarce side goes first: the other has room almost everywhere, so searches are short.
//
// The scarce nodes' duals begin at their best edges, the others' where they are: at prices found by an
// auction, or at the reserve. During a pass the duals of the other side only rise, so the least of them at
// its beginning tells how far down a list of offers in order of cost an edge can still matter.
//
// Where searches look at too much, they begin at all unsettled nodes together: search_from_all.cpp.
//
// O(k m log n) for k places to settle, m edges, n nodes; O(n) memory.
// R. Jonker, A. Volgenant, Computing 38 (1987) 325-340; L. Ramshaw, R. Tarjan, HPL-2012-40 (unbalanced
// sides). Capacities, nodes that must be full and the way out of losing a partner are ours.

#include "assignment/shortest_augmenting_path.hpp"

#include "assignment/graph.hpp"
#include <befriend/assignment/solution.hpp>

#include <algorithm>
#include <cassert>
#include <limits>

namespace befriend {

template <typename Lists, bool flat>
ShortestAugmentingPaths<Lists, flat>::Side::Side(const Shore<Lists>& of, const Matching::Seats& seats_of)
    : shore(of), seats(seats_of), distance(of.nodes.size(), unreached), parent(of.nodes.size(), nobody)
{
}

template <typename Lists, bool flat>
bool ShortestAugmentingPaths<Lists, flat>::Side::settled(std::uint32_t node) const
{
    return !seats.has_room(node) || shore.nodes.may_have_room(node);
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::Side::find_least_dual(Watch& watch)
{
    least_dual = unreached;
    for (std::uint32_t node = 0; node < shore.nodes.size(); ++node)
        if (!shore.scarce[node] && shore.offers.degree(node) > 0)
            least_dual = std::min(least_dual, shore.nodes.dual[node]);
    watch.worked(shore.nodes.size());
}

// Those that want most come first.
template <typename Lists, bool flat>
std::vector<std::uint32_t> ShortestAugmentingPaths<Lists, flat>::Side::unsettled(bool scarce,
                                                                                 Watch& watch) const
{
    if (watch.stopped()) return {};
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t node = 0; node < shore.nodes.size(); ++node)
        if (shore.scarce[node] == scarce && !settled(node)) nodes.push_back(node);
    const auto want = [&](std::uint32_t node) { return shore.nodes.dual[node] - shore.nodes.reserve[node]; };
    std::sort(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return want(a) != want(b) ? want(a) > want(b) : a < b;
    });
    watch.worked(shore.nodes.size() + steps_of_root * nodes.size());
    return nodes;
}

template <typename Lists, bool flat>
ShortestAugmentingPaths<Lists, flat>::ShortestAugmentingPaths(const Shore<Lists>& rows,
                                                              const Shore<Lists>& columns,
                                                              Weight<typename Lists::cost_type, flat> weight,
                                                              std::int64_t looks, Matching& matching,
                                                              Watch& watch)
    : weight_(weight),
      looks_(looks),
      matching_(matching),
      watch_(watch),
      rows_(rows, matching.rows),
      columns_(columns, matching.columns)
{
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::begin(const std::vector<std::uint32_t>& draft)
{
    rows_.find_least_dual(watch_);
    columns_.find_least_dual(watch_);
    raise_to_best_edges(rows_, columns_, draft);
    raise_to_best_edges(columns_, rows_, draft);
    take_tight_edges(rows_, columns_);
    take_tight_edges(columns_, rows_);
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::settle()
{
    for (const bool scarce : {true, false}) {
        settle(rows_, columns_, scarce);
        settle(columns_, rows_, scarce);
    }
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::raise_to_best_edges(Side& from, const Side& to,
                                                               const std::vector<std::uint32_t>& draft)
{
    Nodes& nodes = from.shore.nodes;
    const auto is_drafted = [&, rows = &from == &rows_](std::uint32_t node, std::uint32_t other) {
        return rows ? draft[node] == other : draft[other] == node;
    };
    std::vector<std::uint32_t> drafted;
    for (std::uint32_t node = 0; node < nodes.size() && !watch_.stopped(); ++node) {
        if (!from.shore.scarce[node] || from.shore.offers.degree(node) == 0) continue;
        std::int64_t best = nodes.must[node] ? std::numeric_limits<std::int64_t>::min() : nodes.reserve[node];
        std::int64_t best_drafted = std::numeric_limits<std::int64_t>::min();
        const std::size_t seen = each_offer<flat>(
            from.shore, node,
            [&](const Offer<Cost>& offer) {
                const std::int64_t gain = weight_(offer.cost) - to.shore.nodes.dual[offer.node];
                best = std::max(best, gain);
                if (gain < best_drafted || !is_drafted(node, offer.node)) return;
                if (gain > best_drafted) drafted.clear();
                best_drafted = gain;
                drafted.push_back(offer.node);
            },
            [&](Cost cost) { return weight_(cost) - to.least_dual < best; }, watch_);
        nodes.dual[node] = best;
        for (const std::uint32_t other : drafted)
            if (best_drafted == best) link(from, node, other);
        drafted.clear();
        watch_.worked(seen);
    }
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::take_tight_edges(Side& from, const Side& to)
{
    const Nodes& nodes = from.shore.nodes;
    for (const std::uint32_t node : from.unsettled(true, watch_)) {
        if (watch_.stopped()) return;
        const std::size_t seen = each_offer<flat>(
            from.shore, node,
            [&](const Offer<Cost>& offer) {
                const bool tight = nodes.dual[node] + to.shore.nodes.dual[offer.node] == weight_(offer.cost);
                if (tight && !from.settled(node) && to.seats.has_room(offer.node))
                    link(from, node, offer.node);
            },
            [&](Cost cost) { return from.settled(node) || weight_(cost) - to.least_dual < nodes.dual[node]; },
            watch_);
        watch_.worked(seen);
    }
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::settle(Side& from, Side& to, bool scarce)
{
    to.find_least_dual(watch_);
    looks_left_ = looks_ * static_cast<std::int64_t>(from.shore.offers.count());
    for (const std::uint32_t root : from.unsettled(scarce, watch_))
        while (!from.settled(root) && looks_left_ > 0 && !watch_.stopped())
            search(from, to, root);
    for (auto roots = from.unsettled(scarce, watch_); !roots.empty() && !watch_.stopped();
         roots = from.unsettled(scarce, watch_)) {
        were_long_ = true;
        search_from_all(from, to, roots);
    }
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::search(Side& from, Side& to, std::uint32_t root)
{
    grow_tree(from, to, {&root, 1});
    if (!watch_.stopped()) {
        assert(end_ != nobody && "a node that must be full can always be filled");
        shift_duals(from, to);
        flip_path(from, to, root);
    }
    forget_tree(from, to);
}

// Grows the tree until no label is nearer than the best end known.
template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::grow_tree(Side& from, Side& to,
                                                     std::span<const std::uint32_t> roots)
{
    level_ = 0;
    best_ = unreached;
    end_ = nobody;
    for (const std::uint32_t root : roots)
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
}

// A node of the root's side has its distance: look along its edges, and at the way out of dropping its
// partner.
template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::reach(Side& from, Side& to, std::uint32_t node,
                                                 std::int64_t distance)
{
    const Nodes& nodes = from.shore.nodes;
    from.distance[node] = distance;
    reached_.push_back(node);
    const std::int64_t out = distance + (nodes.dual[node] - nodes.reserve[node]);
    if (!nodes.must[node] && out < best_) {
        best_ = out;
        end_ = node;
        end_has_room_ = false;
    }
    label_along(from, to, node);
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::label_along(const Side& from, Side& to, std::uint32_t node)
{
    const std::int64_t start = from.distance[node] + from.shore.nodes.dual[node];
    const std::size_t seen = each_offer<flat>(
        from.shore, node,
        [&](const Offer<Cost>& offer) {
            const std::uint32_t other = offer.node;
            const std::int64_t label = start - weight_(offer.cost) + to.shore.nodes.dual[other];
            if (label >= best_ || label >= to.distance[other]) return;
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
        },
        [&](Cost cost) { return start - weight_(cost) + to.least_dual >= best_; }, watch_);
    looks_left_ -= static_cast<std::int64_t>(seen);
    watch_.worked(seen);
}

template <typename Lists, bool flat>
auto ShortestAugmentingPaths<Lists, flat>::nearest() -> std::optional<Label>
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
template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::shift_duals(Side& from, Side& to) const
{
    for (const std::uint32_t node : reached_)
        if (from.distance[node] < best_) from.shore.nodes.dual[node] -= best_ - from.distance[node];
    for (const std::uint32_t node : labelled_)
        if (to.distance[node] < best_) to.shore.nodes.dual[node] += best_ - to.distance[node];
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::flip_path(const Side& from, const Side& to, std::uint32_t root)
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

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::forget_tree(Side& from, Side& to)
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

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::link(const Side& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.link(node, partner);
    } else {
        matching_.link(partner, node);
    }
}

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::unlink(const Side& from, std::uint32_t node, std::uint32_t partner)
{
    if (&from == &rows_) {
        matching_.unlink(node, partner);
    } else {
        matching_.unlink(partner, node);
    }
}

template class ShortestAugmentingPaths<Offers32, false>;
template class ShortestAugmentingPaths<Offers32, true>;
template class ShortestAugmentingPaths<Offers64, false>;
template class ShortestAugmentingPaths<Offers64, true>;
template class ShortestAugmentingPaths<Matrix, false>;
template class ShortestAugmentingPaths<Matrix, true>;

}  // namespace befriend
