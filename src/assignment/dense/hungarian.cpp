// The Hungarian method for a tier of a small, thick graph: a council's waiting list.
//
// On so few nodes nothing pays that has to be prepared: lists in order of cost, heaps, auctions. The pairs of
// the scarce nodes, who bid, and the others, the objects, are laid out as a matrix of 32-bit costs that stays
// at hand, and every step goes over a whole row of it by vector instructions. A pair that is no edge is
// `missing`: dearer than all edges that a best assignment could give up for it.
//
// An object's price starts at 0 and only rises; a *total* is a cost and the price. First each bidder takes
// its best object at a price at which the second best would be as good, and whoever loses an object that way
// chooses again. That leaves few bidders without an object. From each of them goes Dijkstra's search over
// totals, to the nearest free object or to a bidder who may as well do without; prices then rise by what they
// are nearer than that, and the pairs along the path change.
//
// Invariants: an object that nobody has is free of charge; whoever has an object has it at its best total; no
// bidder does without at less than that. So they prove each other best (docs/methods/assignment.md).
//
// O(bidders * objects) a search, at most one a bidder. H. Kuhn, Naval Research Logistics Quarterly 2 (1955)
// 83-97; R. Jonker, A. Volgenant, Computing 38 (1987) 325-340 ("augmenting row reduction").

#include "assignment/dense/hungarian.hpp"

#include "assignment/dense/lanes.hpp"
#include "assignment/dense/pairs.hpp"
#include "assignment/dense/rows.hpp"

#include <boost/align/aligned_allocator.hpp>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <utility>
#include <vector>

namespace befriend {
namespace {

constexpr std::size_t most_pairs = std::size_t{1} << 14;
constexpr std::size_t pairs_an_edge = 16;
constexpr std::uint32_t nobody = DensePairs::nobody;
constexpr std::int32_t endless = DenseRows::endless;

// No path of edges is longer than `longest`, and no bidder does without at more: so a shortest path is at
// most twice as long. A bidder's best total is at most the cost of an edge and a price, so that beyond a
// missing pair every distance is above that; and below 2^30.
constexpr std::int32_t longest = std::int32_t{1} << 26;
constexpr std::int64_t highest = std::int64_t{1} << 28;  // price
constexpr std::int32_t missing = std::int32_t{1} << 29;

constexpr std::size_t reductions = 3;  // a bidder, by experiment

// Lanes that lie across two lines of cache would take twice as long.
using Aligned = std::vector<std::int32_t, boost::alignment::aligned_allocator<std::int32_t, bytes_of_lanes>>;

class Hungarian {
public:
    /// `outside` is the total at which each bidder does without, `endless` if it must have an object.
    Hungarian(std::vector<std::int32_t> outside, std::size_t objects, std::int64_t highest_price)
        : pairs(outside.size(), objects),
          best(outside.size()),
          price((objects + lanes - 1) / lanes * lanes),
          outside_(std::move(outside)),
          highest_price_(highest_price),
          cost_(best.size() * price.size(), missing),
          label_(price.size()),
          final_(price.size()),
          parent_(price.size()),
          distance_(best.size())
    {
        reached_.reserve(best.size());
        for (std::size_t bidder = 0; bidder < best.size(); ++bidder)
            best[bidder] = std::min(outside_[bidder], 0);
    }

    /// Of each object to a bidder; `missing` until it is set.
    std::int32_t* costs(std::uint32_t bidder) { return cost_.data() + bidder * price.size(); }

    /// False if a price would be too high.
    [[nodiscard]] bool solve()
    {
        reduce();
        for (std::uint32_t bidder = 0; bidder < best.size(); ++bidder) {
            if (pairs.column_of_row[bidder] != nobody || best[bidder] == outside_[bidder]) continue;
            if (!search(bidder)) return false;
        }
        return true;
    }

    DensePairs pairs;                // the rows are the bidders
    std::vector<std::int32_t> best;  // the least total of each bidder, not above `outside`
    Aligned price;

private:
    struct BestTwo {
        std::int32_t best;
        std::int32_t second;
        std::uint32_t object;
    };

    [[nodiscard]] BestTwo best_two(std::uint32_t bidder) const;
    void reduce();
    [[nodiscard]] bool search(std::uint32_t root);
    void reach(std::uint32_t bidder, std::int32_t distance);
    [[nodiscard]] std::uint32_t nearest() const;
    [[nodiscard]] bool shift(std::int32_t shortest);

    std::vector<std::int32_t> outside_;
    std::int64_t highest_price_;
    Aligned cost_;  // bidder by bidder, each filled up to whole lanes

    // The tree of the search at hand.
    Aligned label_;                       // of objects, the least distance known
    Aligned final_;                       // of objects: all bits of a label if that is final, else 0
    Aligned parent_;                      // the bidder before an object on its path
    std::vector<std::uint32_t> reached_;  // bidders
    std::vector<std::int32_t> distance_;  // of those
    std::int32_t way_out_ = endless;      // the least distance at which somebody does without
    std::uint32_t who_ = nobody;          // that is
};

// Of equal objects the first, however many lanes there are.
Hungarian::BestTwo Hungarian::best_two(std::uint32_t bidder) const
{
    const std::int32_t* const cost = cost_.data() + bidder * price.size();
    Lanes best_total = Lanes{} + endless;
    Lanes second = best_total;
    Lanes best_at{};
    Lanes here{};
    number(here);
    for (std::size_t at = 0; at < price.size(); at += lanes) {
        Lanes total;
        Lanes prices;
        load(total, cost + at);
        load(prices, price.data() + at);
        total += prices;
        const Lanes worse = total < best_total ? best_total : total;
        second = worse < second ? worse : second;
        best_at = total < best_total ? here : best_at;
        best_total = total < best_total ? total : best_total;
        here += static_cast<std::int32_t>(lanes);
    }
    const std::int32_t least = least_of(best_total);
    const std::int32_t object = least_of(best_total == least ? best_at : Lanes{} + endless);
    return {least, least_of(best_at == object ? second : best_total), static_cast<std::uint32_t>(object)};
}

// Each bidder in turn takes its best object, and whoever loses it that way the next, unless no price rises.
void Hungarian::reduce()
{
    std::size_t left = reductions * best.size();
    for (std::uint32_t first = 0; first < best.size(); ++first) {
        std::uint32_t bidder = first;
        while (bidder != nobody && left > 0) {
            --left;
            const BestTwo found = best_two(bidder);
            const std::int32_t second = std::min(found.second, outside_[bidder]);
            best[bidder] = std::min(found.best, second);
            if (found.best >= outside_[bidder] || second >= missing) break;
            if (found.best == second && pairs.row_of_column[found.object] != nobody) break;
            if (std::int64_t{price[found.object]} + second - found.best > highest_price_) break;
            price[found.object] += second - found.best;
            best[bidder] = second;
            bidder = pairs.give(found.object, bidder);
        }
    }
}

bool Hungarian::search(std::uint32_t root)
{
    std::fill(label_.begin(), label_.end(), endless);
    std::fill(final_.begin(), final_.end(), 0);
    reached_.clear();
    way_out_ = endless;
    reach(root, 0);
    while (true) {
        const std::uint32_t object = nearest();
        const std::int32_t distance = label_[object];
        const bool ends_outside = way_out_ <= distance;
        if (!ends_outside && pairs.row_of_column[object] != nobody) {
            final_[object] = endless;
            reach(pairs.row_of_column[object], distance);
            continue;
        }
        assert(ends_outside || object < pairs.row_of_column.size());
        if (!shift(std::min(way_out_, distance))) return false;
        if (ends_outside) {
            pairs.flip_path_without(who_, parent_, root);
        } else {
            pairs.flip_path(object, parent_, root);
        }
        return true;
    }
}

// A bidder has its distance: label all objects from there.
void Hungarian::reach(std::uint32_t bidder, std::int32_t distance)
{
    reached_.push_back(bidder);
    distance_[bidder] = distance;
    const std::int32_t start = distance - best[bidder];
    if (outside_[bidder] != endless && start + outside_[bidder] < way_out_) {
        way_out_ = start + outside_[bidder];
        who_ = bidder;
    }
    const std::int32_t* const cost = cost_.data() + bidder * price.size();
    const Lanes from = Lanes{} + static_cast<std::int32_t>(bidder);
    for (std::size_t at = 0; at < price.size(); at += lanes) {
        Lanes total;
        Lanes prices;
        Lanes label;
        Lanes parent;
        load(total, cost + at);
        load(prices, price.data() + at);
        load(label, label_.data() + at);
        load(parent, parent_.data() + at);
        total += prices + start;
        const Lanes nearer = total < label;
        store(nearer ? total : label, label_.data() + at);
        store(nearer ? from : parent, parent_.data() + at);
    }
}

// The first of the nearest objects whose label is not final.
std::uint32_t Hungarian::nearest() const
{
    Lanes least = Lanes{} + endless;
    Lanes least_at{};
    Lanes here{};
    number(here);
    for (std::size_t at = 0; at < price.size(); at += lanes) {
        Lanes label;
        Lanes is_final;
        load(label, label_.data() + at);
        load(is_final, final_.data() + at);
        label |= is_final;
        least_at = label < least ? here : least_at;
        least = label < least ? label : least;
        here += static_cast<std::int32_t>(lanes);
    }
    const Lanes first = least == least_of(least) ? least_at : Lanes{} + endless;
    return static_cast<std::uint32_t>(least_of(first));
}

// Dijkstra's rule: what is nearer than the end by some length moves by that length.
bool Hungarian::shift(std::int32_t shortest)
{
    for (const std::uint32_t bidder : reached_)
        best[bidder] += shortest - distance_[bidder];
    std::int32_t dearest = 0;
    for (std::size_t object = 0; object < price.size(); ++object) {
        price[object] += final_[object] != 0 ? shortest - label_[object] : 0;
        dearest = std::max(dearest, price[object]);
    }
    return dearest <= highest_price_;
}

// Whether every node has one place, and all that must be full are scarce.
bool fits(const Offers32& offers, const Nodes& nodes, const std::vector<bool>& scarce)
{
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        if (offers.degree(node) == 0) continue;
        if (nodes.capacity[node] != 1 || (!scarce[node] && nodes.must[node] != 0)) return false;
    }
    return true;
}

// The scarce nodes of one side, with the others of the other. Calls `link(bidder, object)` for the pairs.
template <typename Link>
bool solve_half(const Offers32& offers, const std::vector<bool>& scarce, std::int64_t largest,
                std::int64_t highest_price, Nodes& bidders, Nodes& objects, Link link)
{
    std::vector<std::uint32_t> node_of;
    std::vector<std::int32_t> outside;
    node_of.reserve(bidders.size());
    outside.reserve(bidders.size());
    for (std::uint32_t node = 0; node < bidders.size(); ++node) {
        if (!scarce[node] || offers.degree(node) == 0) continue;
        node_of.push_back(node);
        outside.push_back(bidders.must[node] != 0 ? endless : static_cast<std::int32_t>(largest));
    }
    if (node_of.empty()) return true;
    Hungarian hungarian(std::move(outside), objects.size(), std::min(highest_price, highest));
    for (std::uint32_t bidder = 0; bidder < node_of.size(); ++bidder) {
        std::int32_t* const costs = hungarian.costs(bidder);
        for (const Offer<std::uint32_t>& offer : offers.of(node_of[bidder]))
            costs[offer.node] = static_cast<std::int32_t>(offer.cost);
    }
    if (!hungarian.solve()) return false;
    for (std::uint32_t bidder = 0; bidder < node_of.size(); ++bidder) {
        bidders.dual[node_of[bidder]] = largest - hungarian.best[bidder];
        const std::uint32_t object = hungarian.pairs.column_of_row[bidder];
        if (object == nobody) continue;
        objects.dual[object] = hungarian.price[object];
        link(node_of[bidder], object);
    }
    return true;
}

}  // namespace

bool solve_hungarian(const Graph<Offers32>& graph, const Scarce& scarce, Nodes& rows, Nodes& columns,
                     Matching& matching, std::int64_t highest_price, Watch& watch)
{
    const std::size_t all_pairs = rows.size() * columns.size();
    const auto nodes = static_cast<std::int64_t>(rows.size() + columns.size());
    if (all_pairs > most_pairs || all_pairs > pairs_an_edge * graph.rows.count()) return false;
    if (graph.spread * nodes >= longest || std::abs(graph.largest) > longest) return false;
    if (!fits(graph.rows, rows, scarce.rows) || !fits(graph.columns, columns, scarce.columns)) return false;
    watch.worked(all_pairs);
    return solve_half(graph.rows, scarce.rows, graph.largest, highest_price, rows, columns,
                      [&](std::uint32_t row, std::uint32_t column) { matching.link(row, column); }) &&
           solve_half(graph.columns, scarce.columns, graph.largest, highest_price, columns, rows,
                      [&](std::uint32_t column, std::uint32_t row) { matching.link(row, column); });
}

}  // namespace befriend
