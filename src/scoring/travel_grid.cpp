// Cells half as wide as the furthest way that earns points, in rows from west to east: all who may be near a
// child live in a few rows, in each of which they follow one another. They are collected into blocks for the
// kernel, and their points are put where they belong.

#include "scoring/travel_grid.hpp"

#include <befriend/model/volunteer.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace befriend {
namespace {

using block::lanes;

constexpr std::int64_t most_cells_across = 64;

// The places of some volunteers, and who they are.
struct Around {
    std::size_t count = 0;
    alignas(64) std::array<std::int32_t, lanes> easting;
    alignas(64) std::array<std::int32_t, lanes> northing;
    std::array<std::uint32_t, lanes> volunteer;
};

// Writes the points of those collected, and forgets them.
void put_points(const block::Kernel& kernel, const block::ChildNumbers& child, Around& around,
                std::span<std::uint16_t> points)
{
    alignas(64) std::array<std::uint16_t, lanes> found;
    const std::size_t groups = (around.count + block::group - 1) / block::group;
    for (std::size_t i = around.count; i < groups * block::group; ++i) {
        around.easting[i] = child.easting;
        around.northing[i] = child.northing;
    }
    kernel.travel(around.easting.data(), around.northing.data(), child, groups, found.data());
    for (std::size_t i = 0; i < around.count; ++i)
        points[around.volunteer[i]] = found[i];
    around.count = 0;
}

}  // namespace

TravelGrid::TravelGrid(std::span<const Volunteer> volunteers, std::int64_t furthest_m)
{
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    Location corner{-1, -1};  // the north-east one
    Location origin{most, most};
    for (const Volunteer& volunteer : volunteers) {
        if (!volunteer.location) continue;
        const Location& place = *volunteer.location;
        origin = {std::min(origin.easting, place.easting), std::min(origin.northing, place.northing)};
        corner = {std::max(corner.easting, place.easting), std::max(corner.northing, place.northing)};
    }
    if (corner.easting < 0) return;
    origin_ = origin;
    const std::int64_t across =
        std::max(corner.easting - origin_.easting, corner.northing - origin_.northing);
    side_m_ = static_cast<std::int32_t>(std::max((furthest_m + 1) / 2, across / most_cells_across) + 1);
    columns_ = static_cast<std::size_t>((corner.easting - origin_.easting) / side_m_ + 1);
    rows_ = static_cast<std::size_t>((corner.northing - origin_.northing) / side_m_ + 1);
    begin_.assign(columns_ * rows_ + 1, 0);
    for (const Volunteer& volunteer : volunteers)
        if (volunteer.location) ++begin_[cell_of(*volunteer.location) + 1];
    for (std::size_t cell = 1; cell < begin_.size(); ++cell)
        begin_[cell] += begin_[cell - 1];
    residents_.resize(begin_.back());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::size_t i = 0; i < volunteers.size(); ++i)
        if (volunteers[i].location)
            residents_[next[cell_of(*volunteers[i].location)]++] = {*volunteers[i].location,
                                                                    static_cast<std::uint32_t>(i)};
}

std::size_t TravelGrid::cell_of(const Location& place) const noexcept
{
    return static_cast<std::size_t>((place.northing - origin_.northing) / side_m_) * columns_ +
           static_cast<std::size_t>((place.easting - origin_.easting) / side_m_);
}

void TravelGrid::set_points(const block::Kernel& kernel, const block::ChildNumbers& child,
                            std::span<std::uint16_t> points) const noexcept
{
    std::fill(points.begin(), points.end(), std::uint16_t{0});
    const auto first_of = [&](std::int32_t middle, std::int32_t origin) {
        return static_cast<std::size_t>(std::max(middle - child.furthest_m - origin, 0) / side_m_);
    };
    const auto end_of = [&](std::int32_t middle, std::int32_t origin, std::size_t most) {
        const std::int32_t last = middle + child.furthest_m - origin;
        return last < 0 ? 0 : std::min(static_cast<std::size_t>(last / side_m_) + 1, most);
    };
    const std::size_t first_column = first_of(child.easting, origin_.easting);
    const std::size_t end_column = end_of(child.easting, origin_.easting, columns_);
    const std::size_t end_row = end_of(child.northing, origin_.northing, rows_);
    if (first_column >= end_column) return;
    Around around;
    for (std::size_t row = first_of(child.northing, origin_.northing); row < end_row; ++row) {
        const std::uint32_t end = begin_[row * columns_ + end_column];
        for (std::uint32_t i = begin_[row * columns_ + first_column]; i < end; ++i) {
            const Resident& resident = residents_[i];
            around.easting[around.count] = resident.place.easting;
            around.northing[around.count] = resident.place.northing;
            around.volunteer[around.count] = resident.volunteer;
            if (++around.count == lanes) put_points(kernel, child, around, points);
        }
    }
    if (around.count > 0) put_points(kernel, child, around, points);
}

}  // namespace befriend
