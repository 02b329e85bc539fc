#pragma once

#include <befriend/assignment/pair_source.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace befriend {

/// Of the nodes of one side, the few pairs of each that weigh most, the tiers compared in their order.
///
/// What all pairs of a node have in common decides nothing and is left out. Equal pairs are told apart by a
/// rank of their own, and then by the other end; so which pairs are best does not depend on the order in
/// which they come. A node has room for about twice as many as are to be kept: when it is full the better
/// half stays, and the worst of these says what others have to count.
class BestPairs {
public:
    /// What a tier adds to the weight of a pair, seen from this side.
    struct Part {
        std::span<const std::int64_t> of_other;  ///< one weight a node of the other side, or empty
        bool edge;                               ///< whether the pair has a weight of its own
        std::size_t tier;

        /// What the pair with position `at` in a batch counts; `other` is its end on the other side. Nothing
        /// has been said yet about the size of weights, so a sum may wrap around: then the choice is poor.
        [[nodiscard]] std::int64_t value(const PairBatch& batch, std::size_t at, std::uint32_t other) const
        {
            const auto own = edge ? static_cast<std::uint64_t>(batch.weight[tier][at]) : 0;
            return static_cast<std::int64_t>(own + value_of(other));
        }

        /// The weight that a pair has of its own, of what it counts.
        [[nodiscard]] std::int64_t own(std::int64_t value, std::uint32_t other) const
        {
            return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - value_of(other));
        }

    private:
        [[nodiscard]] std::uint64_t value_of(std::uint32_t other) const
        {
            return of_other.empty() ? 0 : static_cast<std::uint64_t>(of_other[other]);
        }
    };

    static constexpr std::size_t most_best = 16;  ///< pairs that can be kept of a node

    /// `parts` has the tiers that tell pairs of a node apart, the most important first.
    BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts);

    /// The tiers that tell pairs apart.
    [[nodiscard]] std::span<const Part> parts() const { return parts_; }

    /// What a pair of each node has to count in these tiers, compared one after the other, to have a chance;
    /// equal may do.
    [[nodiscard]] std::span<const std::int64_t> needed(std::size_t part) const { return needed_[part]; }

    /// Says of a node that holds nothing yet that enough of its pairs count as much in one of these tiers,
    /// and all the same in those before.
    void expect(std::uint32_t node, std::size_t part, std::int64_t value) { needed_[part][node] = value; }

    /// Takes the pair from `node` to `other`, which counts `value(part)`, unless as many better ones are
    /// known to be there. `rank(other)` breaks ties, the larger first.
    template <typename Value, typename Rank>
    void take(std::uint32_t node, std::uint32_t other, Value value, Rank rank)
    {
        if (!is_needed(node, other, value, rank)) return;
        const std::size_t at = slot(node, filled_[node]++);
        other_[at] = other;
        for (std::size_t part = 0; part < parts_.size(); ++part)
            value_[part][at] = value(part);
        if (filled_[node] == room_) keep_best(node, rank);
    }

    /// Takes the pairs of a node that another one holds.
    template <typename Rank>
    void take_all(std::uint32_t node, const BestPairs& from, Rank rank)
    {
        for (std::size_t at = 0; at < from.filled_[node]; ++at)
            take(
                node, from.others(node)[at], [&](std::size_t part) { return from.value(node, at, part); },
                rank);
    }

    /// Leaves a node no more pairs than are to be kept: the best of those it has taken.
    template <typename Rank>
    void keep_best(std::uint32_t node, Rank rank)
    {
        if (filled_[node] <= best_) return;
        const Split split = split_by_first_part(node);
        std::array<std::uint32_t, most_room> level;
        const auto end = positions(split.level, level.begin());
        const auto last = level.begin() + (static_cast<int>(best_) - std::popcount(split.above) - 1);
        std::nth_element(level.begin(), last, end,
                         [&](std::uint32_t a, std::uint32_t b) { return comes_before(node, a, b, rank); });
        std::uint32_t kept = split.above;
        for (auto at = level.begin(); at <= last; ++at)
            kept |= std::uint32_t{1} << *at;
        for (std::size_t part = 0; part < parts_.size(); ++part)
            needed_[part][node] = value(node, *last, part);
        worst_[node] = others(node)[*last];
        keep(node, kept);
    }

    /// The other ends of the pairs that a node holds, in no order.
    [[nodiscard]] std::span<const std::uint32_t> others(std::uint32_t node) const
    {
        return {other_.data() + slot(node, 0), filled_[node]};
    }

    /// What such a pair counts in one of the tiers.
    [[nodiscard]] std::int64_t value(std::uint32_t node, std::size_t at, std::size_t part) const
    {
        return value_[part][slot(node, at)];
    }

    void clear(std::uint32_t node);

private:
    static constexpr std::size_t most_room = 2 * most_best;
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    // Pairs of a node as bits: those among the best by their first part alone, and those that count the same
    // as the last of the best.
    struct Split {
        std::uint32_t above;
        std::uint32_t level;
    };

    [[nodiscard]] Split split_by_first_part(std::uint32_t node) const;

    // Only these pairs stay, in their order.
    void keep(std::uint32_t node, std::uint32_t pairs);

    [[nodiscard]] std::size_t slot(std::uint32_t node, std::size_t at) const { return room_ * node + at; }

    template <typename Out>
    static Out positions(std::uint32_t bits, Out out)
    {
        for (; bits != 0; bits &= bits - 1)
            *out++ = static_cast<std::uint32_t>(std::countr_zero(bits));
        return out;
    }

    template <typename Value, typename Rank>
    [[nodiscard]] bool is_needed(std::uint32_t node, std::uint32_t other, Value value, Rank rank) const
    {
        for (std::size_t part = 0; part < parts_.size(); ++part)
            if (const std::int64_t needed = needed_[part][node]; value(part) != needed)
                return value(part) > needed;
        return worst_[node] == nobody || ranks_before(other, worst_[node], rank);
    }

    // Of two pairs of a node.
    template <typename Rank>
    [[nodiscard]] bool comes_before(std::uint32_t node, std::size_t a, std::size_t b, Rank rank) const
    {
        for (std::size_t part = 0; part < parts_.size(); ++part)
            if (const std::int64_t of_a = value(node, a, part); of_a != value(node, b, part))
                return of_a > value(node, b, part);
        return ranks_before(others(node)[a], others(node)[b], rank);
    }

    template <typename Rank>
    [[nodiscard]] static bool ranks_before(std::uint32_t a, std::uint32_t b, Rank rank)
    {
        const auto rank_of_a = rank(a);
        const auto rank_of_b = rank(b);
        return rank_of_a != rank_of_b ? rank_of_a > rank_of_b : a < b;
    }

    std::size_t best_;
    std::size_t room_;  // pairs that a node can hold, a multiple of 8
    std::vector<Part> parts_;
    std::vector<std::uint32_t> filled_;
    std::vector<std::uint32_t> worst_;               // other end of the worst of the best, when that is known
    std::vector<std::vector<std::int64_t>> needed_;  // by part
    std::vector<std::uint32_t> other_;               // by slot
    std::vector<std::vector<std::int64_t>> value_;   // by part and slot
};

}  // namespace befriend
