#pragma once

#include "assignment/large_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// Rows, or columns, and their duals in the tier at hand.
///
/// Where a tier weighs nodes only (`flat`), an edge's weight is the sum of its ends' weights. The solver then
/// takes every edge as 0 and keeps each dual less its node's weight: `reserve` is minus that weight, else it
/// is 0.
struct Nodes {
    std::vector<std::uint32_t> capacity;  ///< a row's is 1
    std::vector<std::uint32_t> degree;    ///< edges in the problem
    std::vector<std::uint8_t> must;       ///< full in every assignment that is best in the tiers before
    LargeVector<std::int64_t> dual;       ///< at least `reserve` unless `must`
    LargeVector<std::int64_t> reserve;    ///< the dual of a node that is not full

    [[nodiscard]] std::size_t size() const { return capacity.size(); }

    /// Whether a node may keep room, at this dual.
    [[nodiscard]] bool may_have_room(std::uint32_t node) const
    {
        return must[node] == 0 && dual[node] == reserve[node];
    }
};

}  // namespace befriend
