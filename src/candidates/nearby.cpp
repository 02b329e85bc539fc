// Blocks of neighbours: those of a pool who reach about as far are cut into strips from west to east, each
// strip from south to north into blocks, so that the blocks are full and about square.
//
// S. T. Leutenegger, M. A. Lopez, J. Edgington, "STR: a simple and efficient algorithm for R-tree packing",
// Proceedings of the 13th International Conference on Data Engineering (1997) 497-506. Only the leaves of
// their tree are made: a child is compared with every square of the pool, a few hundred of them for all
// volunteers of England.

#include "candidates/nearby.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace befriend {
namespace {

using Resident = Nearby::Resident;
using Residents = std::span<Resident>;

constexpr std::int64_t smallest_reach_m = 1000;

// 0 without a place; else class k reaches less than 2^(k - 1) km.
std::int32_t class_of(const Resident& resident) noexcept
{
    if (!resident.place) return 0;
    std::int32_t reach_class = 1;
    for (std::int64_t reach_m = smallest_reach_m; reach_m <= resident.reach_m; reach_m *= 2)
        ++reach_class;
    return reach_class;
}

std::size_t parts(std::size_t size, std::size_t of_a_part) noexcept
{
    return (size + of_a_part - 1) / of_a_part;
}

// How many residents at the begin are of one pool and reach about as far: all of a class, and the next class
// as long as they do not fill a block.
std::size_t alike(Residents residents) noexcept
{
    const auto belongs = [&](std::size_t i) {
        const Resident& one = residents[i];
        if (one.pool != residents.front().pool) return false;
        if (one.place.has_value() != residents.front().place.has_value()) return false;
        return i < Nearby::block_size || class_of(one) == class_of(residents[i - 1]);
    };
    std::size_t count = 1;
    while (count < residents.size() && belongs(count))
        ++count;
    return count;
}

// Orders neighbours so that every `block_size` of them are a block.
void pack(Residents neighbours)
{
    std::sort(neighbours.begin(), neighbours.end(), [](const Resident& a, const Resident& b) {
        return std::tuple(a.place->easting, a.volunteer) < std::tuple(b.place->easting, b.volunteer);
    });
    const std::size_t blocks = parts(neighbours.size(), Nearby::block_size);
    const auto strips = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(blocks))));
    const std::size_t of_a_strip = parts(blocks, strips) * Nearby::block_size;
    for (std::size_t first = 0; first < neighbours.size(); first += of_a_strip) {
        const Residents strip = neighbours.subspan(first, std::min(of_a_strip, neighbours.size() - first));
        std::sort(strip.begin(), strip.end(), [](const Resident& a, const Resident& b) {
            return std::tuple(a.place->northing, a.volunteer) < std::tuple(b.place->northing, b.volunteer);
        });
    }
}

}  // namespace

Nearby::Nearby(std::vector<Resident> residents)
{
    std::sort(residents.begin(), residents.end(), [](const Resident& a, const Resident& b) {
        return std::tuple(a.pool, class_of(a), a.volunteer) < std::tuple(b.pool, class_of(b), b.volunteer);
    });
    for (Residents left = residents; !left.empty();) {
        const Residents neighbours = left.first(alike(left));
        left = left.subspan(neighbours.size());
        if (neighbours.front().place) pack(neighbours);
        if (pools_.empty() || pools_.back() != neighbours.front().pool) {
            pools_.push_back(neighbours.front().pool);
            begins_.push_back(blocks_.size());
        }
        for (std::size_t first = 0; first < neighbours.size(); first += block_size)
            add_block(neighbours.subspan(first, std::min(block_size, neighbours.size() - first)));
    }
    begins_.push_back(blocks_.size());
}

void Nearby::add_block(std::span<const Resident> residents)
{
    const Location first = residents.front().place.value_or(Location{});
    Block block{volunteers_.size(), residents.size(), first, first, 0, !residents.front().place};
    for (const Resident& one : residents) {
        const Location place = one.place.value_or(Location{});
        block.south_west = {std::min(block.south_west.easting, place.easting),
                            std::min(block.south_west.northing, place.northing)};
        block.north_east = {std::max(block.north_east.easting, place.easting),
                            std::max(block.north_east.northing, place.northing)};
        block.reach_m = std::max(block.reach_m, one.reach_m);
        volunteers_.push_back(one.volunteer);
    }
    blocks_.push_back(block);
}

Nearby::Blocks Nearby::blocks_of(std::uint32_t pool) const noexcept
{
    const auto found = std::lower_bound(pools_.begin(), pools_.end(), pool);
    if (found == pools_.end() || *found != pool) return {0, 0};
    const auto at = static_cast<std::size_t>(found - pools_.begin());
    return {begins_[at], begins_[at + 1]};
}

}  // namespace befriend
