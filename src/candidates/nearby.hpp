#pragma once

#include <befriend/model/location.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// Volunteers in blocks of neighbours, so that a child meets those around and few others.
///
/// A block has at most 64 volunteers of one pool, the square that holds them, and the furthest that any of
/// them reaches: a child who lives further from the square meets none of them. Those who reach about as far
/// are together, so that one who travels far does not make the neighbours' block wide. Without a place a
/// volunteer may be anywhere.
class Nearby {
public:
    /// The most volunteers of a block.
    static constexpr std::size_t block_size = 64;

    struct Resident {
        std::uint32_t volunteer = 0;
        std::uint32_t pool = 0;  ///< only volunteers of the pool asked for are found
        std::optional<Location> place;
        std::int64_t reach_m = 0;  ///< the furthest a child may live
    };

    /// O(n log n) for n residents.
    explicit Nearby(std::vector<Resident> residents);

    [[nodiscard]] std::size_t blocks() const noexcept { return blocks_.size(); }

    /// Whether anybody is of this pool.
    [[nodiscard]] bool has(std::uint32_t pool) const noexcept
    {
        return std::binary_search(pools_.begin(), pools_.end(), pool);
    }

    /// The volunteers of a block, each in one.
    [[nodiscard]] std::span<const std::uint32_t> volunteers_of(std::size_t block) const noexcept
    {
        return std::span(volunteers_).subspan(blocks_[block].first, blocks_[block].count);
    }

    /// Calls `use(block)` for every block of `pool` that may hold somebody near enough to `place`, ascending;
    /// for every block of the pool if there is no place: nobody within reach is left out. O(log pools +
    /// blocks of the pool).
    template <class Use>
    void each_block_around(std::uint32_t pool, const std::optional<Location>& place, Use use) const
    {
        const auto [first, end] = blocks_of(pool);
        for (std::size_t block = first; block < end; ++block)
            if (!place || blocks_[block].may_reach(*place)) use(block);
    }

private:
    struct Block {
        std::size_t first;
        std::size_t count;
        Location south_west;
        Location north_east;
        std::int64_t reach_m;
        bool anywhere;  // its volunteers have no place

        [[nodiscard]] bool may_reach(const Location& place) const noexcept
        {
            const Location nearest{std::clamp(place.easting, south_west.easting, north_east.easting),
                                   std::clamp(place.northing, south_west.northing, north_east.northing)};
            return anywhere || is_within(nearest, place, reach_m);
        }
    };
    struct Blocks {
        std::size_t first;
        std::size_t end;
    };

    [[nodiscard]] Blocks blocks_of(std::uint32_t pool) const noexcept;
    void add_block(std::span<const Resident> residents);

    std::vector<std::uint32_t> volunteers_;  // by block
    std::vector<Block> blocks_;              // by pool
    std::vector<std::uint32_t> pools_;       // ascending
    std::vector<std::size_t> begins_;        // of each of these the first block; then the end
};

}  // namespace befriend
