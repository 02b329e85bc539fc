#pragma once

#include "assignment/offers.hpp"
#include "assignment/watch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace befriend {

/// The weights of all pairs, where the caller has them: given, or given as costs, of the opposite sign.
struct MatrixWeights {
    const std::int64_t* given;
    bool are_costs;
    std::int64_t largest;  ///< no weight is larger

    /// `largest` less the weight at a position.
    [[nodiscard]] std::int64_t cost(std::size_t at) const
    {
        return are_costs ? largest + given[at] : largest - given[at];
    }
};

/// The offers of one side of a problem in which every row may have every column: the weights stay where they
/// are.
///
/// As `Offers`, in the same words. The cheapest offers of a node are copied once somebody asks for offers in
/// order: few are looked at beyond them. Offers of equal cost are in the order of their nodes.
class Matrix {
public:
    using cost_type = std::int64_t;

    /// The weight of `node` and `other` is at the position node * step + other * other_step. Borrows the
    /// weights.
    Matrix(const MatrixWeights& weights, std::size_t nodes, std::size_t step, std::size_t others,
           std::size_t other_step)
        : weights_(weights),
          step_(step),
          others_(static_cast<std::uint32_t>(others)),
          other_step_(other_step),
          cheapest_(nodes)
    {
    }

    [[nodiscard]] std::size_t nodes() const { return cheapest_.size(); }
    [[nodiscard]] std::size_t degree(std::uint32_t) const { return others_; }
    [[nodiscard]] const MatrixWeights& weights() const { return weights_; }
    [[nodiscard]] std::uint64_t count() const { return nodes() * std::uint64_t{others_}; }

    /// Calls `visit(offer)` for the offers of a node, if `in_order` the cheapest chunks first, until
    /// `enough(cost)` of the least cost that is left. Returns how many it has seen, and tells `watch` what
    /// bringing them into order took beside that.
    template <typename Visit, typename Enough>
    std::size_t each(std::uint32_t node, bool in_order, Visit visit, Enough enough, Watch& watch)
    {
        if (!in_order) {
            visit_all(node, visit);
            return others_;
        }
        const std::vector<Offer<std::int64_t>>& cheapest = cheapest_[node];
        std::size_t at = 0;
        while (at < others_ && (at == 0 || !enough(cheapest[at - 1].cost))) {
            const std::size_t end = std::min<std::size_t>(at == 0 ? first_chunk : 4 * at, others_);
            if (end > cheapest.size()) {
                add_chunk(node, end - at);
                watch.worked(others_);
            }
            for (; at < end; ++at)
                visit(cheapest[at]);
        }
        return at;
    }

    /// Nothing: a whole row is too long to be asked for early.
    void fetch(std::uint32_t) const {}

    /// All offers of a node.
    template <typename Visit>
    void visit_all(std::uint32_t node, Visit visit) const
    {
        const std::size_t begin = node * step_;
        for (std::uint32_t other = 0; other < others_; ++other)
            visit(Offer<std::int64_t>{weights_.cost(begin + other * other_step_), other});
    }

private:
    static constexpr std::size_t first_chunk = 48;

    static bool is_before(const Offer<std::int64_t>& a, const Offer<std::int64_t>& b)
    {
        return a.cost != b.cost ? a.cost < b.cost : a.node < b.node;
    }

    // Adds the `count` cheapest offers that are not there yet, the dearest of them last. Collects what may be
    // among them, and keeps the cheapest whenever there are too many.
    void add_chunk(std::uint32_t node, std::size_t count)
    {
        std::vector<Offer<std::int64_t>>& cheapest = cheapest_[node];
        const bool is_first = cheapest.empty();
        const Offer<std::int64_t> last = is_first ? Offer<std::int64_t>{} : cheapest.back();
        std::vector<Offer<std::int64_t>> kept;
        kept.reserve(2 * count + first_chunk);
        std::int64_t below = std::numeric_limits<std::int64_t>::max();
        const auto keep_cheapest = [&] {
            const auto dearest = kept.begin() + static_cast<std::ptrdiff_t>(count - 1);
            std::nth_element(kept.begin(), dearest, kept.end(), is_before);
            kept.resize(count);
            below = kept.back().cost;
        };
        visit_all(node, [&](const Offer<std::int64_t>& offer) {
            if (offer.cost >= below || (!is_first && !is_before(last, offer))) return;
            kept.push_back(offer);
            if (kept.size() == kept.capacity()) keep_cheapest();
        });
        keep_cheapest();
        cheapest.insert(cheapest.end(), kept.begin(), kept.end());
    }

    MatrixWeights weights_;
    std::size_t step_;
    std::uint32_t others_;
    std::size_t other_step_;
    std::vector<std::vector<Offer<std::int64_t>>>
        cheapest_;  // the dearest of them last; empty before anybody asks
};

}  // namespace befriend
