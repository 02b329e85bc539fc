#pragma once

#include <befriend/model/location.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace befriend {

/// Volunteers by grid cell, so that a child meets those around and no others.
///
/// A volunteer who travels far needs large cells, one who does not small ones: volunteers are in classes,
/// class k reaching less than 2^k km, each with its own grid of cells as wide as its reach. Whoever can reach
/// a child then lives in one of the nine cells around, in each class. Without a place a volunteer may be
/// anywhere.
class Nearby {
public:
    struct Resident {
        std::uint32_t volunteer = 0;
        std::uint32_t pool = 0;  ///< only volunteers of the pool asked for are found
        std::optional<Location> place;
        std::int64_t reach_m = 0;  ///< the furthest a child may live
    };

    explicit Nearby(const std::vector<Resident>& residents);

    /// Writes to `found` every volunteer of `pool` who may be near enough to `place`, each once: none within
    /// reach is left out, some beyond it are in; everybody of the pool if there is no place. O(classes x log
    /// volunteers + found).
    void around(std::uint32_t pool, const std::optional<Location>& place,
                std::vector<std::uint32_t>& found) const;

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
        Location place;
        std::int64_t reach_m;
        std::uint32_t volunteer;
    };

    // Calls `use` with every entry from the cell `first` to the cell `last`.
    template <class Use>
    void each_in(const Cell& first, const Cell& last, Use use) const;

    std::vector<Entry> entries_;  // by cell
    std::int32_t classes_ = 0;
};

}  // namespace befriend
