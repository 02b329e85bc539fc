#pragma once

#include "assignment/face.hpp"
#include "assignment/matching.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace befriend {

/// Makes the weight of the tier at hand as large as the core of a face allows.
class ShortestAugmentingPaths {
public:
    /// Borrows all three. The duals of `face` are feasible and tight on the pairs of `matching`, or `begin`
    /// makes them so.
    ShortestAugmentingPaths(Face& face, Matching& matching, Watch& watch);

    /// Sets the duals of one side to its best edges, and takes the tight edges that are free.
    void begin();

    /// Searches from every node that is not settled. Then the duals and the pairs prove each other best.
    void settle();

private:
    // One side as the searches see it.
    struct Shore {
        Shore(Side& of, const Matching::Seats& seats_of);
        [[nodiscard]] bool settled(std::uint32_t node) const;

        Side& side;
        const Matching::Seats& seats;
        std::vector<std::int64_t> distance;
        std::vector<std::uint32_t> parent;  // the node of the other side before this one on the path
    };

    // Nearer labels count as larger, so that the nearest is on top of a heap.
    struct Label {
        std::int64_t distance;
        std::uint32_t node;
        bool operator<(const Label& other) const { return distance > other.distance; }
    };

    void raise_to_best_edges(Shore& from, const std::vector<bool>& scarce);
    void take_tight_edges(Shore& from, const Shore& to);
    void settle(Shore& from, Shore& to);
    [[nodiscard]] static std::vector<std::uint32_t> unsettled(const Shore& from);

    void search(Shore& from, Shore& to, std::uint32_t root);
    void reach(Shore& from, Shore& to, std::uint32_t node, std::int64_t distance);
    void label_along(const Shore& from, Shore& to, std::uint32_t node);
    [[nodiscard]] std::optional<Label> nearest();
    void shift_duals(Shore& from, Shore& to) const;
    void flip_path(const Shore& from, const Shore& to, std::uint32_t root);
    void forget_tree(Shore& from, Shore& to);

    void link(const Shore& from, std::uint32_t node, std::uint32_t partner);
    void unlink(const Shore& from, std::uint32_t node, std::uint32_t partner);

    Face& face_;
    Matching& matching_;
    Watch& watch_;
    Shore rows_;
    Shore columns_;

    // The tree of the search at hand.
    std::vector<std::uint32_t> reached_;   // nodes of the root's side, their distances final
    std::vector<std::uint32_t> labelled_;  // nodes of the other side
    std::vector<std::uint32_t> ready_;     // labelled nodes at distance `level_`, the least there is
    std::vector<Label> heap_;              // labelled nodes further away; an outdated label does no harm
    std::int64_t level_ = 0;
    std::int64_t best_ = 0;  // the length of the shortest path known
    std::uint32_t end_ = 0;  // where it ends:
    bool end_has_room_ =
        false;  // at a node of the other side with room, or at one of the root's, to be dropped
};

}  // namespace befriend
