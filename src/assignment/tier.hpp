#pragma once

#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/parts.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>

namespace befriend {

/// What decides how a tier is solved, never what comes out. Tests turn things off to compare.
struct Limits {
    bool maximum_matching = true;  ///< a first tier that counts pairs by push-relabel, not by searches
    bool matrix = true;            ///< the weights of all pairs where they are, not in lists
    bool dense = true;             ///< a matrix in 32 bits, by vector instructions
    bool forced = true;            ///< pairs without a choice taken out where few edges are left
    bool strong_parts = true;      ///< after long searches, edges taken out that no best assignment has
    bool auction = true;           ///< prices by auction before the searches
    std::int64_t looks = 16;       ///< at an offer, on average, in searches from one node: then from all
    std::int64_t highest_price = std::int64_t{1} << 60;  ///< no auction goes beyond, nor parts: see fault.cpp
    bool alike = true;  ///< nothing solved where all edges weigh the same and pairs are counted before
    std::size_t many_nodes = std::size_t{1} << 18;  ///< rows and columns: then they get numbers of their own
    bool hungarian = true;  ///< a small, thick graph as a matrix, by the Hungarian method
};

/// Solves the tier at hand: `matching` leaves as a best assignment of the face, with optimal duals in the
/// nodes. The face has an assignment that fills every `must` node. `flat`: see `Nodes`. When `watch` stops,
/// nothing means anything but the duals, which are feasible: see `bound_by_duals`.
/// Returns whether some searches had to begin together, because paths along tight edges were long.
template <typename Lists>
bool solve_tier(Graph<Lists>& graph, bool flat, const Scarce& scarce, Nodes& rows, Nodes& columns,
                Matching& matching, const Limits& limits, Watch& watch);

}  // namespace befriend
