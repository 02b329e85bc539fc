#pragma once

#include "assignment/large_pages.hpp"
#include "assignment/shared_pass.hpp"
#include "assignment/unset_allocator.hpp"
#include "assignment/watch.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// An edge as the node at one end sees it.
template <typename Cost>
struct Offer {
    Cost cost;           ///< the largest weight of the tier less the edge's own: at least 0
    std::uint32_t node;  ///< the other end
};

template <typename Cost>
using OfferList = std::vector<Offer<Cost>, UnsetAllocator<Offer<Cost>>>;

/// The offers of all nodes of one side, each node's brought into order of cost only as far as somebody looks.
///
/// A list falls into chunks of 32, 32, 64, 128, ... offers. A chunk that has been asked for holds no cheaper
/// offer than those before it and no dearer one than those behind; within a chunk there is no order. Most
/// lists are never looked at beyond their first chunks, so sorting them would be the largest part of a solve.
/// A chunk of k offers costs O(length of the rest of the list) once.
/// R. Paredes, G. Navarro, "Optimal incremental sorting", ALENEX 2006.
template <typename Cost>
class Offers {
public:
    using cost_type = Cost;

    Offers() = default;
    /// The offers of node n are those from begin[n] to begin[n + 1] - 1.
    Offers(std::vector<std::uint64_t> begin, OfferList<Cost> offers);

    [[nodiscard]] std::size_t nodes() const { return degree_.size(); }
    [[nodiscard]] std::size_t degree(std::uint32_t node) const { return degree_[node]; }
    [[nodiscard]] std::uint64_t count() const;

    /// All offers of a node, in no order.
    [[nodiscard]] std::span<const Offer<Cost>> of(std::uint32_t node) const
    {
        return {offers_.data() + begin_[node], degree_[node]};
    }

    /// Asks memory for the first offers of a node, so that they are there when somebody looks soon.
    void fetch(std::uint32_t node) const { __builtin_prefetch(offers_.data() + begin_[node]); }

    /// All offers of a node.
    template <typename Visit>
    void visit_all(std::uint32_t node, Visit visit) const
    {
        for (const Offer<Cost>& offer : of(node))
            visit(offer);
    }

    /// Calls `visit(offer)` for the offers of a node, if `in_order` the cheapest chunks first, until
    /// `enough(cost)` of the least cost that is left. Returns how many it has seen, and tells `watch` what
    /// bringing them into order took beside that.
    template <typename Visit, typename Enough>
    std::size_t each(std::uint32_t node, bool in_order, Visit visit, Enough enough, Watch& watch)
    {
        if (!in_order) {
            visit_all(node, visit);
            return degree_[node];
        }
        std::size_t at = 0;
        while (at < degree_[node] && (at == 0 || !enough(offers_[begin_[node] + at - 1].cost))) {
            const auto next = chunk(node, at, watch);
            for (const Offer<Cost>& offer : next)
                visit(offer);
            at += next.size();
        }
        return at;
    }

    /// Takes out every offer of which `keep(node, offer)` is false; several threads may ask it at once.
    /// O(offers).
    template <typename Keep>
    void keep_if(Keep keep, Watch& watch);

private:
    static constexpr std::size_t first_chunk = 32;

    // The chunk that begins at position `from` of a node's list: 0, or where the chunk before it ended.
    [[nodiscard]] std::span<const Offer<Cost>> chunk(std::uint32_t node, std::size_t from, Watch& watch)
    {
        if (from >= ordered_[node]) order_next_chunk(node, watch);
        const std::size_t end = std::min<std::size_t>(end_of_chunk(from), degree_[node]);
        return {offers_.data() + begin_[node] + from, end - from};
    }

    static std::size_t end_of_chunk(std::size_t from) { return from == 0 ? first_chunk : 2 * from; }
    void order_next_chunk(std::uint32_t node, Watch& watch);

    std::vector<std::uint64_t> begin_;
    LargeVector<std::uint32_t> degree_;
    LargeVector<std::uint32_t> ordered_;  ///< where the last chunk that is in place ends
    OfferList<Cost> offers_;
};

/// The same edges as the other side sees them. O(offers + nodes), each list in ascending order of node.
template <typename Cost>
[[nodiscard]] Offers<Cost> transposed(const Offers<Cost>& offers, std::size_t other_nodes, Watch& watch);

template <typename Cost>
template <typename Keep>
void Offers<Cost>::keep_if(Keep keep, Watch& watch)
{
    work_in_blocks(nodes(), count(), watch, [&](Watch& own, std::size_t first, std::size_t end) {
        for (auto node = static_cast<std::uint32_t>(first); node < end && !own.stopped(); ++node) {
            Offer<Cost>* const list = offers_.data() + begin_[node];
            std::uint32_t kept = 0;
            for (std::uint32_t at = 0; at < degree_[node]; ++at) {
                const Offer<Cost> offer = list[at];
                list[kept] = offer;
                kept += keep(node, offer) ? 1U : 0U;
            }
            own.worked(degree_[node]);
            degree_[node] = kept;
            ordered_[node] = 0;
        }
    });
}

}  // namespace befriend
