#pragma once

#include <befriend/assignment/pair_source.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

namespace befriend {

/// Of the nodes of one side, the few pairs of each that weigh most, the tiers compared in their order.
///
/// What all pairs of a node have in common decides nothing and is left out. Equal pairs are told apart by a
/// rank of their own, and then by the other end; so which pairs are best does not depend on the order in
/// which they come. A node has room for twice as many pairs as are to be kept; when that is full, a selection
/// leaves the better half, and says what a pair needs from then on. So a pair costs O(1) on average.
class BestPairs {
public:
    /// What a tier adds to the weight of a pair, seen from this side.
    struct Part {
        std::span<const std::int64_t> of_other;  ///< one weight a node of the other side, or empty
        bool edge;                               ///< whether the pair has a weight of its own
        std::size_t tier;
        std::size_t weight = 0;  ///< which of a pair's weights it is; set by BestPairs
    };

    static constexpr std::size_t most_best = 16;  ///< pairs that can be kept of a node

    /// `parts` has the tiers that tell pairs of a node apart, the most important first.
    BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts,
              std::vector<std::size_t> edge_tiers);

    /// The tiers that tell pairs apart.
    [[nodiscard]] std::span<const Part> parts() const { return parts_; }

    /// What a pair of each node has to weigh in these tiers, compared one after the other, to have a chance;
    /// equal may do.
    [[nodiscard]] std::span<const std::int64_t> needed(std::size_t part) const { return needed_[part]; }

    /// Says of a node that holds nothing yet that enough of its pairs weigh as much in one of these tiers,
    /// and all the same in those before.
    void expect(std::uint32_t node, std::size_t part, std::int64_t weight) { needed_[part][node] = weight; }

    /// Takes pair `at` of a batch, from `node` to `other`, unless as many better ones are there.
    /// `rank(other)` breaks ties, the larger first.
    template <typename Rank>
    void take(std::uint32_t node, std::uint32_t other, const PairBatch& batch, std::size_t at, Rank rank)
    {
        const std::size_t slot = node * slots() + filled_[node];
        other_[slot] = other;
        for (std::size_t i = 0; i < edge_tiers_.size(); ++i)
            weight_[slot * edge_tiers_.size() + i] = batch.weight[edge_tiers_[i]][at];
        keep_if_better(node, slot, rank);
    }

    /// Takes the pairs of a node that another one holds.
    template <typename Rank>
    void take_all(std::uint32_t node, const BestPairs& from, Rank rank)
    {
        for (std::size_t at = 0; at < from.filled_[node]; ++at) {
            const std::size_t slot = node * slots() + filled_[node];
            other_[slot] = from.others(node)[at];
            std::copy_n(from.weights(node, at).data(), edge_tiers_.size(),
                        weight_.data() + slot * edge_tiers_.size());
            keep_if_better(node, slot, rank);
        }
    }

    /// Leaves no more than the best pairs of a node.
    template <typename Rank>
    void keep_best(std::uint32_t node, Rank rank)
    {
        if (filled_[node] <= best_) return;
        if (!keep_by_weight(node)) {
            std::vector<std::size_t> order(filled_[node]);
            std::iota(order.begin(), order.end(), 0);
            const std::size_t begin = node * slots();
            const auto rest = order.begin() + static_cast<std::ptrdiff_t>(best_);
            std::nth_element(order.begin(), rest, order.end(), [&](std::size_t a, std::size_t b) {
                return is_better(begin + a, begin + b, rank);
            });
            std::copy(order.begin(), rest, kept_.begin());
            std::sort(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(best_));
        }
        leave_kept(node);
        find_border(node, rank);
    }

    /// The other ends of a node's pairs, in no order.
    [[nodiscard]] std::span<const std::uint32_t> others(std::uint32_t node) const
    {
        return {other_.data() + node * slots(), filled_[node]};
    }

    /// The weights of such a pair, one for each tier with weights of edges.
    [[nodiscard]] std::span<const std::int64_t> weights(std::uint32_t node, std::size_t at) const
    {
        return {weight_.data() + (node * slots() + at) * edge_tiers_.size(), edge_tiers_.size()};
    }

    void clear(std::uint32_t node);

private:
    static constexpr std::uint64_t nobody = std::numeric_limits<std::uint64_t>::max();

    [[nodiscard]] std::size_t slots() const { return 2 * best_; }

    // The pair in a node's next slot stays if it is among the best so far.
    template <typename Rank>
    void keep_if_better(std::uint32_t node, std::size_t slot, Rank rank)
    {
        if (!is_needed(node, slot, rank)) return;
        if (++filled_[node] == slots()) keep_best(node, rank);
    }

    // Looks at the pair to beat, which is out of the way in memory, only where weights are equal.
    template <typename Rank>
    [[nodiscard]] bool is_needed(std::uint32_t node, std::size_t slot, Rank rank) const
    {
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            const std::int64_t weight = value(parts_[part], slot);
            if (weight != needed_[part][node]) return weight > needed_[part][node];
        }
        return border_[node] == nobody || ranks_before(other_[slot], other_[border_[node]], rank);
    }

    // Nothing has been said yet about the size of weights, so a sum may wrap around: then the choice is poor.
    [[nodiscard]] std::int64_t value(const Part& part, std::size_t slot) const
    {
        const auto of_other =
            part.of_other.empty() ? 0 : static_cast<std::uint64_t>(part.of_other[other_[slot]]);
        const auto own =
            part.edge ? static_cast<std::uint64_t>(weight_[slot * edge_tiers_.size() + part.weight]) : 0;
        return static_cast<std::int64_t>(of_other + own);
    }

    // Whether the pair in a slot weighs more than another one of the same node.
    template <typename Rank>
    [[nodiscard]] bool is_better(std::size_t slot, std::size_t other, Rank rank) const
    {
        for (const Part& part : parts_) {
            const std::int64_t mine = value(part, slot);
            const std::int64_t its = value(part, other);
            if (mine != its) return mine > its;
        }
        return ranks_before(other_[slot], other_[other], rank);
    }

    template <typename Rank>
    [[nodiscard]] static bool ranks_before(std::uint32_t a, std::uint32_t b, Rank rank)
    {
        const auto rank_of_a = rank(a);
        const auto rank_of_b = rank(b);
        return rank_of_a != rank_of_b ? rank_of_a > rank_of_b : a < b;
    }

    // The worst pair of a node that has as many as are to be kept.
    template <typename Rank>
    void find_border(std::uint32_t node, Rank rank)
    {
        std::size_t worst = node * slots();
        for (std::size_t slot = worst + 1; slot < node * slots() + best_; ++slot)
            if (is_better(worst, slot, rank)) worst = slot;
        border_[node] = worst;
        for (std::size_t part = 0; part < parts_.size(); ++part)
            needed_[part][node] = value(parts_[part], worst);
    }

    // Chooses by weights alone, or cannot: equal ones stand on both sides of the border.
    [[nodiscard]] bool keep_by_weight(std::uint32_t node);
    void count_worse_than();
    void leave_kept(std::uint32_t node);

    std::size_t best_;
    std::vector<Part> parts_;
    std::vector<std::size_t> edge_tiers_;
    std::vector<std::uint32_t> filled_;
    std::vector<std::vector<std::int64_t>> needed_;  // by part
    std::vector<std::uint64_t> border_;  // the slot of the pair that a new one has to beat, or `nobody`
    std::vector<std::uint32_t> other_;   // `slots()` a node
    std::vector<std::int64_t> weight_;   // of each of these, one for each tier with weights of edges
    // Of the node at hand, by its slots:
    using BySlot = std::array<std::int64_t, 2 * most_best>;
    std::vector<BySlot> value_;                    // by part
    BySlot worse_than_;                            // how many others
    std::array<std::size_t, 2 * most_best> kept_;  // the slots to be kept, ascending; then anything
};

}  // namespace befriend
