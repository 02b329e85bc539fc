#pragma once

// Who lives in which square, and how much of it a table and a map may show.

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace befriend {

/// The lower left corner of a square on the British National Grid, in kilometres.
struct Square {
    std::int64_t east = 0;
    std::int64_t north = 0;
    friend auto operator<=>(const Square&, const Square&) = default;
};

/// Children with a proposal, children who keep waiting, volunteers.
inline constexpr std::size_t map_kinds = 3;

/// Everybody whose place is known, by 1 km square.
struct Homes {
    std::array<std::vector<Square>, map_kinds> of;  ///< one entry a person
    std::set<std::pair<Square, Square>> pairs;      ///< child and volunteer of a proposal
};

/// The people of one large square, and which of these counts may be shown.
struct SquareRow {
    std::string name;  ///< as on Ordnance Survey maps: `TQ` for 100 km, `TQ36` for 10 km
    Square corner;
    std::array<std::uint64_t, map_kinds> count{};
    std::array<bool, map_kinds> shown{};
};

/// People by large square, by name. Squares are 10 km wide, or 100 km if those were too many or too small to
/// show anything.
struct SquareTable {
    std::int64_t side_km = 10;
    std::vector<SquareRow> rows;
};
[[nodiscard]] SquareTable square_table(const Homes& homes);

/// What the map draws: a person's 1 km square only where the table shows how many of that kind the large
/// square has, a line only between two squares that are drawn, and the large squares with a hidden count.
/// So the map tells no count that the table hides.
struct MapMarks {
    std::array<std::set<Square>, map_kinds> of;
    std::set<std::pair<Square, Square>> pairs;
    std::vector<Square> hidden;  ///< corners of large squares
    std::int64_t side_km = 10;

    friend bool operator==(const MapMarks&, const MapMarks&) = default;
};
[[nodiscard]] MapMarks map_marks(const Homes& homes, const SquareTable& table);

}  // namespace befriend
