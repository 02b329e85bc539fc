#pragma once

#include <befriend/assignment/pair_source.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// Of the nodes of one side, the few pairs of each that weigh most, the tiers compared in their order.
///
/// What all pairs of a node have in common decides nothing and is left out. Equal pairs are told apart by a
/// rank of their own.
class BestPairs {
public:
    /// What a tier adds to the weight of a pair, seen from this side.
    struct Part {
        std::span<const std::int64_t> of_other;  ///< one weight a node of the other side, or empty
        bool edge;                               ///< whether the pair has a weight of its own
        std::size_t tier;
        std::size_t weight = 0;  ///< which of a pair's weights it is; set by BestPairs
    };

    /// `parts` has the tiers that tell pairs of a node apart, the most important first.
    BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts,
              std::vector<std::size_t> edge_tiers);

    /// The weight that pairs of a node need in `deciding()` to have a chance; equal may do.
    [[nodiscard]] std::span<const std::int64_t> needed() const { return needed_; }

    /// The first part, or none if nothing but the rank tells pairs apart.
    [[nodiscard]] const Part* deciding() const { return parts_.empty() ? nullptr : parts_.data(); }

    /// Lets in pair `at` of a batch, from `node` to `other`, if it is among the best. `rank(other)` breaks
    /// ties, the larger first. O(best) if it is let in.
    template <typename Rank>
    void offer(std::uint32_t node, std::uint32_t other, const PairBatch& batch, std::size_t at, Rank rank)
    {
        const std::size_t begin = node * best_;
        for (std::size_t i = 0; i < edge_tiers_.size(); ++i)
            offered_[i] = batch.weight[edge_tiers_[i]][at];
        if (filled_[node] < best_) {
            put(begin + filled_[node]++, other);
            if (filled_[node] == best_) find_worst(node, rank);
        } else if (is_worse(begin, other, offered_.data(), rank)) {
            put(begin, other);
            find_worst(node, rank);
        }
    }

    /// The other ends of a node's pairs, in no order.
    [[nodiscard]] std::span<const std::uint32_t> others(std::uint32_t node) const
    {
        return {other_.data() + node * best_, filled_[node]};
    }

    /// The weights of such a pair, one for each tier with weights of edges.
    [[nodiscard]] std::span<const std::int64_t> weights(std::uint32_t node, std::size_t at) const
    {
        return {weight_.data() + (node * best_ + at) * edge_tiers_.size(), edge_tiers_.size()};
    }

    void clear(std::uint32_t node);

private:
    void put(std::size_t slot, std::uint32_t other);
    [[nodiscard]] std::int64_t value(const Part& part, std::uint32_t other,
                                     const std::int64_t* weights) const;

    // Whether the pair in a slot weighs less than another one of the same node.
    template <typename Rank>
    [[nodiscard]] bool is_worse(std::size_t slot, std::uint32_t other, const std::int64_t* weights,
                                Rank rank) const
    {
        const std::int64_t* const own = weight_.data() + slot * edge_tiers_.size();
        for (const Part& part : parts_) {
            const std::int64_t mine = value(part, other_[slot], own);
            const std::int64_t its = value(part, other, weights);
            if (mine != its) return mine < its;
        }
        return rank(other_[slot]) < rank(other);
    }

    // Brings the worst pair of a full node to its first slot.
    template <typename Rank>
    void find_worst(std::uint32_t node, Rank rank)
    {
        const std::size_t begin = node * best_;
        std::size_t worst = begin;
        for (std::size_t slot = begin + 1; slot < begin + best_; ++slot)
            if (is_worse(slot, other_[worst], weight_.data() + worst * edge_tiers_.size(), rank))
                worst = slot;
        bring_to_front(begin, worst);
        if (!parts_.empty())
            needed_[node] = value(parts_.front(), other_[begin], weight_.data() + begin * edge_tiers_.size());
    }

    void bring_to_front(std::size_t front, std::size_t slot);

    std::size_t best_;
    std::vector<Part> parts_;
    std::vector<std::size_t> edge_tiers_;
    std::vector<std::uint32_t> filled_;
    std::vector<std::int64_t> needed_;
    std::vector<std::uint32_t> other_;   // `best_` a node
    std::vector<std::int64_t> weight_;   // of each of these, one for each tier with weights of edges
    std::vector<std::int64_t> offered_;  // the weights of the pair at hand
};

}  // namespace befriend
