#include "catch2.hpp"
#include <befriend/model/location.hpp>

#include <limits>
#include <random>

namespace befriend::test {
namespace {

__extension__ using Wide = unsigned __int128;

Wide square(std::int64_t value)
{
    const Wide magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
    return magnitude * magnitude;
}

/// Whether `metres` is the distance rounded down: its square is not above, that of the next number is.
bool is_distance(std::int64_t metres, Location from, Location to)
{
    const Wide exact =
        square(std::int64_t{from.easting} - to.easting) + square(std::int64_t{from.northing} - to.northing);
    return metres >= 0 && square(metres) <= exact && exact < square(metres + 1);
}

}  // namespace

TEST_CASE("location: the distance is straight and rounded down", "[model][example]")
{
    CHECK(distance_m({0, 0}, {0, 0}) == 0);
    CHECK(distance_m({0, 0}, {3000, 4000}) == 5000);
    CHECK(distance_m({3000, 4000}, {0, 0}) == 5000);
    CHECK(distance_m({0, 0}, {1, 1}) == 1);
    CHECK(distance_m({0, 0}, {2, 2}) == 2);
    CHECK(distance_m({532'000, 181'000}, {532'000, 180'999}) == 1);
}

TEST_CASE("location: the distance is exact at the ends of the numbers", "[model][example]")
{
    constexpr auto least = std::numeric_limits<std::int32_t>::min();
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    CHECK(distance_m({least, 0}, {most, 0}) == 4'294'967'295);
    const Location corners[] = {{least, least}, {least, most},    {most, most},   {most, least},
                                {0, 0},         {most, most - 1}, {least + 1, 0}, {0, most}};
    for (const Location from : corners) {
        for (const Location to : corners)
            CHECK(is_distance(distance_m(from, to), from, to));
    }
}

TEST_CASE("location: the distance squares back", "[model][property]")
{
    std::mt19937_64 random(GENERATE(range(0u, 100u)));
    for (int i = 0; i < 200; ++i) {
        // Shifted by a random amount, so that short and long ways both occur.
        const auto number = [&] {
            const auto bits = static_cast<std::uint32_t>(random());
            return static_cast<std::int32_t>(bits) >> (random() % 32);
        };
        const Location from{number(), number()};
        const Location to{number(), number()};
        if (is_distance(distance_m(from, to), from, to)) continue;
        CAPTURE(from.easting, from.northing, to.easting, to.northing);
        FAIL("not the distance rounded down");
    }
}

TEST_CASE("location: one step around a whole distance is not missed", "[model][property]")
{
    const auto k = GENERATE(range(1, 400));
    const Location to{3 * k * 5'000, 4 * k * 5'000 - 1};
    CHECK(is_distance(distance_m({0, 0}, to), {0, 0}, to));
    CHECK(distance_m({0, 0}, {3 * k, 4 * k}) == 5 * k);
}

TEST_CASE("location: within a limit is what the distance says", "[model][property]")
{
    std::mt19937_64 random(GENERATE(range(0u, 50u)));
    const auto number = [&](std::int32_t most) {
        return static_cast<std::int32_t>(random() % (static_cast<std::uint64_t>(most) + 1));
    };
    const Location from{number(most_easting), number(most_northing)};
    const Location to{number(most_easting), number(most_northing)};
    const std::int64_t metres = distance_m(from, to);
    CHECK(is_within(from, to, metres));
    CHECK_FALSE(is_within(from, to, metres - 1));
    CHECK(is_within(from, to, 2'000'000));
}

TEST_CASE("location: outputs show the south-west corner of the square", "[model][example]")
{
    CHECK(square_of({532'999, 181'000}) == Location{532'000, 181'000});
    CHECK(square_of({0, 999}) == Location{0, 0});
    CHECK(square_of({-1, -1000}) == Location{-1000, -1000});
    CHECK(square_of({-1001, std::numeric_limits<std::int32_t>::min()}) == Location{-2000, -2'147'483'000});
}

}  // namespace befriend::test
