#pragma once

#include "scoring/block_kernel.hpp"
#include <befriend/model/location.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

struct Volunteer;

/// Some volunteers by where they live, so that the way is worked out only to those who live near a child:
/// the others earn nothing by it.
class TravelGrid {
public:
    /// At most 65,536 volunteers. No child's way is longer than `furthest_m` and earns points. O(volunteers).
    TravelGrid(std::span<const Volunteer> volunteers, std::int64_t furthest_m);

    /// The points of the way from the child's place, which is known, to every volunteer who has one; 0 for
    /// the others. `points` has one a volunteer. O(rows of cells + volunteers around), and a pass over
    /// `points`.
    void set_points(const block::Kernel& kernel, const block::ChildNumbers& child,
                    std::span<std::uint16_t> points) const noexcept;

private:
    struct Resident {
        Location place;
        std::uint32_t volunteer;
    };

    [[nodiscard]] std::size_t cell_of(const Location& place) const noexcept;

    Location origin_;  // the south-west corner
    std::int32_t side_m_ = 1;
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<std::uint32_t>
        begin_;                        // of each cell, row after row from the south-west; one more than cells
    std::vector<Resident> residents_;  // by cell
};

}  // namespace befriend
