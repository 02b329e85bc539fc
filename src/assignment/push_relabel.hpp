#pragma once

#include "assignment/large_pages.hpp"
#include "assignment/nodes.hpp"
#include "assignment/offers.hpp"
#include "assignment/watch.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace befriend {

/// Fills the places of one side, the active one, as far as can be: maximum matching by push-relabel.
///
/// Each free place of an active node looks for a seat on the other, passive side. Every taken seat has a
/// label, no larger than the number of evictions that lead from it to a free seat (whose label is 0). A free
/// place takes the seat with the least label m1 that it can reach, evicts whoever held it, and the seat's
/// label rises to m2 + 1, where m2 is the second least label that it saw. Who is evicted looks again. Labels
/// that have become poor are set anew now and then by one breadth-first search from all free seats; a place
/// that sees no seat with a label can never be filled and gives up. A node with several seats keeps them in a
/// heap by label.
///
/// O(sqrt(n) m) for n nodes and m edges if labels are set anew often enough; commonly a few passes over the
/// edges. A. Goldberg, R. Kennedy, SIAM Journal on Discrete Mathematics 10 (1997) 551-572 ("double push",
/// global relabelling). K. Kaya, J. Langguth, F. Manne, B. Uçar, Computers & Operations Research 40 (2013)
/// 1266-1275 (bipartite graphs).
template <typename Cost>
class PushRelabel {
public:
    PushRelabel(const Offers<Cost>& active, const Offers<Cost>& passive, const Nodes& active_nodes,
                const Nodes& passive_nodes, Watch& watch)
        : active_(active),
          passive_(passive),
          active_capacity_(active_nodes.capacity),
          capacity_(passive_nodes.capacity),
          watch_(watch),
          free_places_(active_nodes.capacity),
          first_(passive.nodes() + 1),
          taken_(passive.nodes()),
          least_label_(passive.nodes())
    {
        for (std::uint32_t node = 0; node < passive.nodes(); ++node) {
            first_[node + 1] = first_[node] + std::min<std::uint64_t>(capacity_[node], passive.degree(node));
            least_label_[node] = capacity_[node] > 0 ? 0 : unreached;
        }
        watch_.worked(passive.nodes());
        seats_.resize(first_.back());
        watch_.worked(seats_.size());
        next_seat_.resize(first_.back());
        watch_.worked(seats_.size());
        node_of_seat_.reserve(first_.back());
        for (std::uint32_t node = 0; node < passive.nodes(); ++node)
            node_of_seat_.insert(node_of_seat_.end(), first_[node + 1] - first_[node], node);
        watch_.worked(seats_.size());
    }

    void take(std::uint32_t active, std::uint32_t passive)
    {
        seats_[first_[passive] + taken_[passive]++] = {1, active};
        least_label_[passive] = taken_[passive] < capacity_[passive] ? 0 : 1;
        --free_places_[active];
        watch_.worked(steps_of_seat);
    }

    void run()
    {
        std::vector<std::uint32_t> looking;
        for (std::uint32_t node = 0; node < active_.nodes(); ++node)
            looking.insert(looking.end(), std::min<std::size_t>(free_places_[node], active_.degree(node)),
                           node);
        for (std::uint32_t node = 0; node < active_.nodes(); ++node)
            if (free_places_[node] > active_.degree(node)) unfilled_.push_back(node);
        watch_.worked(2 * active_.nodes());
        push_all(std::move(looking));
    }

    // The cover: the passive nodes that alternating paths reach from the places that cannot be filled, and
    // the active nodes that they do not reach.
    void set_duals(Nodes& active, Nodes& passive)
    {
        std::fill(active.dual.begin(), active.dual.end(), 1);
        std::fill(passive.dual.begin(), passive.dual.end(), 0);
        watch_.worked(active.size() + passive.size());
        std::vector<std::uint32_t> queue;
        const auto reach = [&](std::uint32_t node) {
            if (active.dual[node] == 1) queue.push_back(node);
            active.dual[node] = 0;
        };
        for (std::uint32_t node = 0; node < active.size(); ++node)
            if (active_.degree(node) == 0) active.dual[node] = 0;
        for (const std::uint32_t node : unfilled_)
            reach(node);
        for (std::size_t at = 0; at < queue.size() && !watch_.stopped(); ++at) {
            for (const Offer<Cost>& offer : active_.of(queue[at])) {
                if (passive.dual[offer.node] == 1) continue;
                passive.dual[offer.node] = 1;
                for (const Seat& seat : seats_of(offer.node))
                    reach(seat.holder);
            }
            watch_.worked(active_.degree(queue[at]));
        }
    }

    template <typename Visit>
    void each_pair(Visit visit) const
    {
        for (std::uint32_t node = 0; node < passive_.nodes() && !watch_.stopped(); ++node) {
            for (const Seat& seat : seats_of(node))
                visit(seat.holder, node);
            watch_.worked(steps_of_seat);
        }
    }

private:
    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t steps_of_seat = 4;  // its holder is anywhere in memory
    static constexpr std::uint64_t no_seat = std::numeric_limits<std::uint64_t>::max();

    struct Seat {
        std::uint32_t label;
        std::uint32_t holder;  // an active node

        // Least label on top of a heap.
        bool operator<(const Seat& other) const { return label > other.label; }
    };

    struct Choice {
        std::uint32_t node = nobody;
        std::uint32_t least = unreached;         // the label of the seat
        std::uint32_t second_least = unreached;  // of all other seats in reach
    };

    [[nodiscard]] std::span<const Seat> seats_of(std::uint32_t node) const
    {
        return {seats_.data() + first_[node], taken_[node]};
    }
    [[nodiscard]] bool has_room(std::uint32_t node) const { return least_label_[node] == 0; }

    // The second least label on a full node: of the top of a heap's children.
    [[nodiscard]] std::uint32_t second_label(std::uint32_t node) const
    {
        const auto seats = seats_of(node);
        std::uint32_t second = unreached;
        for (std::size_t child = 1; child <= 2 && child < seats.size(); ++child)
            second = std::min(second, seats[child].label);
        return second;
    }

    // A node with several places takes no seat that it has. The choice compiles to conditional moves: which
    // of two labels is less cannot be predicted.
    [[nodiscard]] Choice choice(std::uint32_t node) const
    {
        const bool may_hold = active_capacity_[node] > 1;
        Choice choice;
        for (const Offer<Cost>& offer : active_.of(node)) {
            if (may_hold && holds_top(node, offer.node)) continue;
            const std::uint32_t label = least_label_[offer.node];
            const bool better = label < choice.least;
            const std::uint32_t worse = better ? choice.least : label;
            choice.second_least = worse < choice.second_least ? worse : choice.second_least;
            choice.least = better ? label : choice.least;
            choice.node = better ? offer.node : choice.node;
        }
        if (choice.node == nobody) return choice;
        if (has_room(choice.node)) return {choice.node, 0, 0};
        if (taken_[choice.node] > 1)
            choice.second_least = std::min(choice.second_least, second_label(choice.node));
        return choice;
    }

    [[nodiscard]] bool holds_top(std::uint32_t active, std::uint32_t passive) const
    {
        return !has_room(passive) && seats_[first_[passive]].holder == active;
    }

    // Labels are set anew when enough pushes have been made to pay for it.
    void push_all(std::vector<std::uint32_t> looking)
    {
        const std::size_t pushes_between = (active_.nodes() + passive_.nodes()) / 4 + 1;
        if (!looking.empty() && !watch_.stopped()) set_labels();
        std::vector<std::uint32_t> evicted;
        for (std::size_t pushes = 0; !looking.empty() && !watch_.stopped(); looking.swap(evicted)) {
            evicted.clear();
            for (const std::uint32_t node : looking) {
                if (watch_.stopped()) return;
                if (++pushes % pushes_between == 0) set_labels();
                const std::uint32_t out = push(node);
                if (out != nobody) evicted.push_back(out);
            }
        }
    }

    // Finds a seat for a free place of an active node. Returns who was evicted, or nobody.
    std::uint32_t push(std::uint32_t node)
    {
        const Choice seat = choice(node);
        watch_.worked(active_.degree(node));
        if (seat.node == nobody) {
            unfilled_.push_back(node);
            return nobody;
        }
        Seat* const begin = seats_.data() + first_[seat.node];
        const std::uint32_t label = seat.second_least == unreached ? unreached : seat.second_least + 1;
        std::uint32_t evicted = nobody;
        if (has_room(seat.node)) {
            ++taken_[seat.node];
        } else {
            evicted = begin->holder;
            std::pop_heap(begin, begin + taken_[seat.node]);
        }
        begin[taken_[seat.node] - 1] = {label, node};
        std::push_heap(begin, begin + taken_[seat.node]);
        least_label_[seat.node] = taken_[seat.node] < capacity_[seat.node] ? 0 : begin->label;
        return evicted;
    }

    // Sets every label to the number of evictions that lead to a free seat: breadth first from the nodes with
    // room. A level is searched from its nodes, or from the nodes not reached yet, whichever has fewer
    // offers. S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first search", SC 2012.
    void set_labels()
    {
        list_seats();
        Levels levels(*this);
        for (std::uint32_t label = 1; !levels.frontier.empty() && !watch_.stopped(); ++label)
            levels.next(label);
        for (std::uint32_t node = 0; node < passive_.nodes() && !watch_.stopped(); ++node) {
            if (taken_[node] == 0) continue;
            Seat* const begin = seats_.data() + first_[node];
            std::make_heap(begin, begin + taken_[node]);
            if (!has_room(node)) least_label_[node] = begin->label;
        }
        watch_.worked(passive_.nodes());
    }

    struct Levels {
        explicit Levels(PushRelabel& push_relabel)
            : of(push_relabel),
              offers_of_rest(of.active_.count()),
              reached_active(of.active_.nodes()),
              reached_passive(of.passive_.nodes())
        {
            for (std::uint32_t node = 0; node < reached_passive.size(); ++node) {
                reached_passive[node] = of.has_room(node);
                if (reached_passive[node]) frontier.push_back(node);
            }
            for (std::uint32_t node = 0; node < reached_active.size(); ++node)
                if (of.active_.degree(node) > 0) rest.push_back(node);
            of.watch_.worked(reached_active.size() + reached_passive.size());
        }

        void next(std::uint32_t label)
        {
            found.clear();
            if (offers_of_frontier() < offers_of_rest / 8) {
                from_frontier();
            } else {
                from_rest();
            }
            frontier.clear();
            for (const std::uint32_t active : found)
                for (std::uint64_t seat = of.seat_of_[active]; seat != no_seat; seat = of.next_seat_[seat])
                    give(seat, label);
        }

        void from_frontier()
        {
            for (const std::uint32_t node : frontier) {
                for (const Offer<Cost>& offer : of.passive_.of(node)) {
                    if (!reached_active[offer.node]) found.push_back(offer.node);
                    reached_active[offer.node] = true;
                }
                of.watch_.worked(of.passive_.degree(node));
            }
        }

        void from_rest()
        {
            std::vector<std::uint32_t> left;
            offers_of_rest = 0;
            for (const std::uint32_t node : rest) {
                if (reached_active[node]) continue;
                const auto offers = of.active_.of(node);
                const bool reached = std::any_of(offers.begin(), offers.end(), [&](const Offer<Cost>& offer) {
                    return reached_passive[offer.node] != 0;
                });
                (reached ? found : left).push_back(node);
                offers_of_rest += reached ? 0 : offers.size();
                reached_active[node] = reached;
                of.watch_.worked(offers.size());
            }
            rest.swap(left);
        }

        void give(std::uint64_t seat, std::uint32_t label)
        {
            const std::uint32_t node = of.node_of_seat_[seat];
            of.seats_[seat].label = label;
            if (!reached_passive[node]) frontier.push_back(node);
            reached_passive[node] = true;
        }

        [[nodiscard]] std::uint64_t offers_of_frontier() const
        {
            std::uint64_t count = 0;
            for (const std::uint32_t node : frontier)
                count += of.passive_.degree(node);
            return count;
        }

        PushRelabel& of;
        std::uint64_t offers_of_rest;
        std::vector<std::uint8_t> reached_active;
        std::vector<std::uint8_t> reached_passive;
        std::vector<std::uint32_t> frontier;  // passive nodes reached last
        std::vector<std::uint32_t> rest;      // active nodes not reached yet, and some that are
        std::vector<std::uint32_t> found;     // active nodes reached at this level
    };

    // Takes the labels off the taken seats, and lists them by their holders.
    void list_seats()
    {
        seat_of_.assign(active_.nodes(), no_seat);
        for (std::uint32_t node = 0; node < passive_.nodes() && !watch_.stopped(); ++node) {
            for (std::uint64_t seat = first_[node]; seat < first_[node] + taken_[node]; ++seat) {
                seats_[seat].label = unreached;
                next_seat_[seat] = std::exchange(seat_of_[seats_[seat].holder], seat);
            }
            watch_.worked(steps_of_seat);
        }
    }

    const Offers<Cost>& active_;
    const Offers<Cost>& passive_;
    const std::vector<std::uint32_t>& active_capacity_;
    const std::vector<std::uint32_t>& capacity_;  // of passive nodes
    Watch& watch_;
    std::vector<std::uint32_t> free_places_;  // of active nodes, before `run`
    LargeVector<std::uint64_t> first_;        // a passive node's first seat
    LargeVector<std::uint32_t> taken_;  // how many of its seats are taken; when all are, they are a heap
    LargeVector<Seat> seats_;
    LargeVector<std::uint32_t> node_of_seat_;
    LargeVector<std::uint64_t> seat_of_;      // an active node's first seat, where labels are set
    LargeVector<std::uint64_t> next_seat_;    // of the same holder
    LargeVector<std::uint32_t> least_label_;  // of a passive node's seats; 0 if it has room
    std::vector<std::uint32_t> unfilled_;     // active nodes that keep room
};

}  // namespace befriend
