#pragma once

#include "assignment/large_pages.hpp"
#include "assignment/matching.hpp"
#include "assignment/shore.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// Makes the weight of the tier at hand as large as a face allows.
template <typename Lists, bool flat>
class ShortestAugmentingPaths {
    using Cost = typename Lists::cost_type;

public:
    /// Borrows all but `weight` and `looks`: how often searches from one node look at an offer, on average,
    /// before those that are left begin together. Nobody is assigned. The duals of nodes that are not scarce
    /// are at least their reserve unless they must be full.
    ShortestAugmentingPaths(const Shore<Lists>& rows, const Shore<Lists>& columns,
                            Weight<typename Lists::cost_type, flat> weight, std::int64_t looks,
                            Matching& matching, Watch& watch);

    /// Sets the duals of scarce nodes to their best edges, and takes tight edges: first those of a draft,
    /// which has a column or none for each row.
    void begin(const std::vector<std::uint32_t>& draft);

    /// Searches from every node that is not settled. Then the duals and the pairs prove each other best.
    void settle();

    /// Whether some searches had to begin together, because paths were long.
    [[nodiscard]] bool were_long() const { return were_long_; }

private:
    static constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
    static constexpr std::size_t steps_of_root = 16;  // to put it in order
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    // One side as the searches see it.
    struct Side {
        Side(const Shore<Lists>& of, const Matching::Seats& seats_of);
        [[nodiscard]] bool settled(std::uint32_t node) const;
        [[nodiscard]] std::vector<std::uint32_t> unsettled(bool scarce, Watch& watch) const;
        void find_least_dual(Watch& watch);

        Shore<Lists> shore;
        const Matching::Seats& seats;
        std::int64_t least_dual = 0;  // of the neighbours of scarce nodes of the other side
        LargeVector<std::int64_t> distance;
        LargeVector<std::uint32_t> parent;  // the node of the other side before this one on the path
    };

    // Nearer labels count as larger, so that the nearest is on top of a heap.
    struct Label {
        std::int64_t distance;
        std::uint32_t node;
        bool operator<(const Label& other) const { return distance > other.distance; }
    };

    void raise_to_best_edges(Side& from, const Side& to, const std::vector<std::uint32_t>& draft);
    void take_tight_edges(Side& from, const Side& to);
    void settle(Side& from, Side& to, bool scarce);

    void search(Side& from, Side& to, std::uint32_t root);
    void search_from_all(Side& from, Side& to, std::span<const std::uint32_t> roots);
    void grow_tree(Side& from, Side& to, std::span<const std::uint32_t> roots);
    [[nodiscard]] bool find_tight_path(Side& from, Side& to, std::uint32_t root);
    void reach(Side& from, Side& to, std::uint32_t node, std::int64_t distance);
    void label_along(const Side& from, Side& to, std::uint32_t node);
    [[nodiscard]] std::optional<Label> nearest();
    void shift_duals(Side& from, Side& to) const;
    void flip_path(const Side& from, const Side& to, std::uint32_t root);
    void forget_tree(Side& from, Side& to);

    void link(const Side& from, std::uint32_t node, std::uint32_t partner);
    void unlink(const Side& from, std::uint32_t node, std::uint32_t partner);

    Weight<typename Lists::cost_type, flat> weight_;
    std::int64_t looks_;
    Matching& matching_;
    Watch& watch_;
    Side rows_;
    Side columns_;

    // The tree of the search at hand.
    std::vector<std::uint32_t> reached_;   // nodes of the root's side, their distances final
    std::vector<std::uint32_t> labelled_;  // nodes of the other side
    std::vector<std::uint32_t> ready_;     // labelled nodes at distance `level_`, the least there is
    std::vector<Label> heap_;              // labelled nodes further away; an outdated label does no harm
    std::int64_t looks_left_ = 0;          // at offers, until searches begin together
    bool were_long_ = false;
    std::int64_t level_ = 0;
    std::int64_t best_ = 0;  // the length of the shortest path known
    std::uint32_t end_ = 0;  // where it ends:
    bool end_has_room_ =
        false;  // at a node of the other side with room, or at one of the root's, to be dropped
};

}  // namespace befriend
