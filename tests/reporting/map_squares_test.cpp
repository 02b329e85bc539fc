#include "reporting/map_squares.hpp"

#include "catch2.hpp"
#include "reporting/suppression.hpp"

#include <algorithm>
#include <random>

namespace befriend {
namespace {

// People scattered over 30 km, some kinds rare, so that every table has numbers to hide.
Homes random_homes(std::uint32_t seed)
{
    std::mt19937 bits(seed);
    Homes homes;
    const auto square = [&] {
        return Square{520 + static_cast<std::int64_t>(bits() % 30),
                      150 + static_cast<std::int64_t>(bits() % 30)};
    };
    for (std::size_t kind = 0; kind < map_kinds; ++kind) {
        for (std::size_t left = bits() % 60; left > 0; --left)
            homes.of[kind].push_back(square());
    }
    for (const Square& child : homes.of[0]) {
        if (!homes.of[2].empty()) homes.pairs.emplace(child, homes.of[2][bits() % homes.of[2].size()]);
    }
    return homes;
}

bool lies_in(Square home, Square corner, std::int64_t side_km)
{
    return home.east >= corner.east && home.east < corner.east + side_km && home.north >= corner.north &&
           home.north < corner.north + side_km;
}

}  // namespace

TEST_CASE("map_squares: everybody is counted in one square, and no count from 1 to 4 is shown",
          "[reporting][property]")
{
    const auto seed = GENERATE(range(0u, 100u));
    CAPTURE(seed);
    const Homes homes = random_homes(seed);
    const SquareTable table = square_table(homes);
    for (std::size_t kind = 0; kind < map_kinds; ++kind) {
        std::uint64_t all = 0;
        for (const SquareRow& row : table.rows) {
            const auto inside = std::count_if(homes.of[kind].begin(), homes.of[kind].end(), [&](Square home) {
                return lies_in(home, row.corner, table.side_km);
            });
            CHECK(row.count[kind] == static_cast<std::uint64_t>(inside));
            CHECK((!row.shown[kind] || row.count[kind] == 0 || row.count[kind] >= least_shown));
            all += row.count[kind];
        }
        CHECK(all == homes.of[kind].size());
    }
}

TEST_CASE("map_squares: whom the table hides has no mark and no line", "[reporting][property]")
{
    const auto seed = GENERATE(range(0u, 100u));
    CAPTURE(seed);
    const Homes homes = random_homes(seed);
    const SquareTable table = square_table(homes);
    const MapMarks marks = map_marks(homes, table);
    for (const SquareRow& row : table.rows) {
        bool hides = false;
        for (std::size_t kind = 0; kind < map_kinds; ++kind) {
            const auto inside = std::count_if(marks.of[kind].begin(), marks.of[kind].end(), [&](Square home) {
                return lies_in(home, row.corner, table.side_km);
            });
            CHECK((inside > 0) == (row.shown[kind] && row.count[kind] > 0));
            hides = hides || !row.shown[kind];
        }
        CHECK(std::count(marks.hidden.begin(), marks.hidden.end(), row.corner) == (hides ? 1 : 0));
    }
    for (const auto& [child, volunteer] : marks.pairs) {
        CHECK(marks.of[0].count(child) == 1);
        CHECK(marks.of[2].count(volunteer) == 1);
    }
}

TEST_CASE("map_squares: a person in a hidden count may live anywhere in the large square",
          "[reporting][property]")
{
    const auto seed = GENERATE(range(0u, 100u));
    CAPTURE(seed);
    Homes homes = random_homes(seed);
    const SquareTable table = square_table(homes);
    const MapMarks before = map_marks(homes, table);
    for (const SquareRow& row : table.rows) {
        for (std::size_t kind = 0; kind < map_kinds; ++kind) {
            if (row.shown[kind]) continue;
            for (Square& home : homes.of[kind]) {
                if (lies_in(home, row.corner, table.side_km)) home = row.corner;
            }
        }
    }
    homes.pairs = before.pairs;  // the only lines of people who did not move
    CHECK(map_marks(homes, square_table(homes)) == before);
}

TEST_CASE("map_squares: large squares have the names of the Ordnance Survey", "[reporting][example]")
{
    Homes homes;
    homes.of[0].assign(6, {538, 167});  // Croydon's side of London
    homes.of[1].assign(5, {216, 771});  // Fort William
    homes.of[2].assign(7, {457, 1'208});
    const SquareTable table = square_table(homes);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.side_km == 10);
    CHECK(table.rows[0].name == "HP50");
    CHECK(table.rows[1].name == "NN17");
    CHECK(table.rows[2].name == "TQ36");
    CHECK(table.rows[2].corner == Square{530, 160});

    for (std::int64_t at = 0; at < 41; ++at)
        homes.of[1].push_back({10 * at, 400});
    CHECK(square_table(homes).side_km == 100);
    homes = {};
    homes.of[0].assign(4, {538, 167});
    CHECK(square_table(homes).side_km == 100);
    CHECK(square_table(homes).rows.front().name == "TQ");
}

}  // namespace befriend
