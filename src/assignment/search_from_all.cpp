// Searches from all unsettled nodes of a side together, where searches from one after the other look at too
// much.
//
// With few distinct weights, or in long bands of nodes that know their neighbours only, the shortest path of
// each unsettled node leads past most of the others, all of about one length, and searches from one root
// after the other see the same nodes again and again. So a round grows one tree from all roots, as far as the
// nearest end, and moves the duals; then it looks for paths of tight edges from every root, past no node
// twice. It settles as many roots as it finds such paths, at least one, for one pass over the edges and one
// of Dijkstra's method.
//
// The invariants are those of shortest_augmenting_path.cpp. O(m log n) a round; at most one round a place to
// settle, commonly few.
// H. Gabow, R. Tarjan, SIAM Journal on Computing 18 (1989) 1013-1036 (one search from all free nodes);
// J. Hopcroft, R. Karp, SIAM Journal on Computing 2 (1973) 225-231 (many paths a round).

#include "assignment/graph.hpp"
#include "assignment/shortest_augmenting_path.hpp"

namespace befriend {

template <typename Lists, bool flat>
void ShortestAugmentingPaths<Lists, flat>::search_from_all(Side& from, Side& to,
                                                           std::span<const std::uint32_t> roots)
{
    grow_tree(from, to, roots);
    if (!watch_.stopped()) shift_duals(from, to);
    forget_tree(from, to);
    for (const std::uint32_t root : roots)
        while (!from.settled(root) && !watch_.stopped() && find_tight_path(from, to, root))
            flip_path(from, to, root);
    forget_tree(from, to);
}

// Whether tight edges lead from the root to an end, past no node that such a search has met since the tree
// was forgotten.
template <typename Lists, bool flat>
bool ShortestAugmentingPaths<Lists, flat>::find_tight_path(Side& from, Side& to, std::uint32_t root)
{
    const Nodes& nodes = from.shore.nodes;
    if (from.distance[root] == unreached) reached_.push_back(root);
    from.distance[root] = 0;
    end_ = nobody;
    ready_.assign(1, root);  // nodes of the root's side, to be looked at
    while (!ready_.empty() && end_ == nobody && !watch_.stopped()) {
        const std::uint32_t node = ready_.back();
        ready_.pop_back();
        if (node != root && nodes.may_have_room(node)) {
            end_ = node;
            end_has_room_ = false;
            break;
        }
        const std::size_t seen = each_offer<flat>(
            from.shore, node,
            [&](const Offer<Cost>& offer) {
                const std::uint32_t other = offer.node;
                const bool tight = nodes.dual[node] + to.shore.nodes.dual[other] == weight_(offer.cost);
                if (!tight || to.distance[other] != unreached || end_ != nobody) return;
                to.distance[other] = 0;
                to.parent[other] = node;
                labelled_.push_back(other);
                if (to.seats.has_room(other)) {
                    end_ = other;
                    end_has_room_ = true;
                }
                for (const std::uint32_t next : to.seats.partners(other)) {
                    if (from.distance[next] != unreached) continue;
                    from.distance[next] = 0;
                    from.parent[next] = other;
                    reached_.push_back(next);
                    ready_.push_back(next);
                }
            },
            [&](Cost cost) { return end_ != nobody || weight_(cost) - to.least_dual < nodes.dual[node]; },
            watch_);
        watch_.worked(seen);
    }
    ready_.clear();
    return end_ != nobody;
}

template void ShortestAugmentingPaths<Offers32, false>::search_from_all(Side&, Side&,
                                                                        std::span<const std::uint32_t>);
template void ShortestAugmentingPaths<Offers32, true>::search_from_all(Side&, Side&,
                                                                       std::span<const std::uint32_t>);
template void ShortestAugmentingPaths<Offers64, false>::search_from_all(Side&, Side&,
                                                                        std::span<const std::uint32_t>);
template void ShortestAugmentingPaths<Offers64, true>::search_from_all(Side&, Side&,
                                                                       std::span<const std::uint32_t>);
template void ShortestAugmentingPaths<Matrix, false>::search_from_all(Side&, Side&,
                                                                      std::span<const std::uint32_t>);
template void ShortestAugmentingPaths<Matrix, true>::search_from_all(Side&, Side&,
                                                                     std::span<const std::uint32_t>);

}  // namespace befriend
