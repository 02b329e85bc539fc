#pragma once

#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// The cleared volunteers of a round by grid cell, so that a child meets those around and no others.
///
/// A volunteer who travels far needs large cells, one who does not small ones: volunteers are in classes,
/// class k reaching at most 2^k km, each with its own grid of cells as wide as its reach. Whoever can reach a
/// child then lives in one of the nine cells around, in each class. Without a place a volunteer may be
/// anywhere.
class Nearby {
public:
    Nearby(const Round& round, const Eligibility& eligibility);

    /// Writes to `found` every cleared volunteer of the child's pool who may be near enough, each once: none
    /// who is within reach is left out, some beyond it are in. O(classes x log volunteers + found).
    void around(std::size_t child, std::vector<std::uint32_t>& found) const;

private:
    struct Cell {
        std::uint32_t pool;
        std::int32_t reach_class;  // -1: without a place
        std::int32_t x;
        std::int32_t y;
        friend auto operator<=>(const Cell&, const Cell&) = default;
    };
    struct Entry {
        Cell cell;
        std::uint32_t volunteer;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    void add_range(const Cell& first, const Cell& last, std::vector<std::uint32_t>& found) const;

    const Round* round_;
    const Eligibility* eligibility_;
    std::vector<Entry> entries_;  // sorted
    std::int32_t classes_ = 0;
};

}  // namespace befriend
