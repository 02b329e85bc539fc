#include "assignment/dense/hungarian.hpp"

#include "assignment/lexicographic.hpp"
#include "catch2.hpp"
#include <befriend/assignment/certificate.hpp>

#include <array>
#include <cstdint>
#include <iterator>
#include <random>
#include <utility>
#include <vector>

using namespace befriend;

namespace {

constexpr std::int64_t high = std::int64_t{1} << 60;
constexpr std::int64_t largest_path = std::int64_t{1} << 26;  // the method's, in edges of the largest spread

// A graph of random edges, as the first tier that weighs them finds it: nobody must be full, and whoever is
// on the side with fewer nodes is scarce.
struct Small {
    Small(std::size_t of_rows, std::size_t of_columns, unsigned edges_in_ten, std::uint32_t spread)
        : scarce{std::vector<bool>(of_rows, of_rows <= of_columns),
                 std::vector<bool>(of_columns, of_rows > of_columns)}
    {
        std::mt19937_64 random(of_rows * 1000 + of_columns);
        std::vector<std::uint64_t> begin = {0};
        OfferList<std::uint32_t> offers;
        for (std::size_t row = 0; row < of_rows; ++row) {
            for (std::uint32_t column = 0; column < of_columns; ++column)
                if (random() % 10 < edges_in_ten)
                    offers.push_back({static_cast<std::uint32_t>(random() % (spread + 1)), column});
            begin.push_back(offers.size());
        }
        graph.rows = {std::move(begin), std::move(offers)};
        graph.columns = transposed(graph.rows, of_columns, watch);
        graph.largest = spread;
        graph.spread = spread;
        set(rows, graph.rows);
        set(columns, graph.columns);
    }

    static void set(Nodes& nodes, const Offers32& offers)
    {
        nodes.capacity.assign(offers.nodes(), 1);
        nodes.must.assign(offers.nodes(), 0);
        nodes.dual.assign(offers.nodes(), 0);
        nodes.reserve.assign(offers.nodes(), 0);
        for (std::uint32_t node = 0; node < offers.nodes(); ++node)
            nodes.degree.push_back(static_cast<std::uint32_t>(offers.degree(node)));
    }

    bool solve(std::int64_t highest_price = high)
    {
        Matching matching(rows, columns, watch);
        return solve_hungarian(graph, scarce, rows, columns, matching, highest_price, watch);
    }

    KeepGoing never_asked;
    Watch watch{never_asked, 1};
    Scarce scarce;
    Graph<Offers32> graph;
    Nodes rows;
    Nodes columns;
};

// Random weights from `least` on, most pairs first or not, and a tier on rows before or not.
struct Weighed {
    Weighed(std::size_t rows, std::size_t columns, std::int64_t spread, std::uint64_t seed)
        : row_weight(rows), capacity(columns, 1), random(seed)
    {
        const std::int64_t least = std::array{std::int64_t{0}, -spread, -spread / 2}[seed % 3];
        for (std::size_t row = 0; row < rows; ++row) {
            row_weight[row] = static_cast<std::int64_t>(random() % 3);
            for (std::uint32_t other = 0; other < columns; ++other) {
                if (random() % 8 < 1 + seed % 8) {
                    column.push_back(other);
                    weight.push_back(least + static_cast<std::int64_t>(
                                                 random() % (static_cast<std::uint64_t>(spread) + 1)));
                }
            }
            row_begin.push_back(column.size());
        }
        if (seed % 2 == 0) tiers.push_back({1, {}, {}, {}});
        if (seed % 5 == 0) tiers.push_back({0, row_weight, {}, {}});
        tiers.push_back({0, {}, {}, weight});
    }
    [[nodiscard]] Problem problem() const
    {
        Problem problem;
        problem.row_begin = row_begin;
        problem.column = column;
        problem.capacity = capacity;
        problem.tiers = tiers;
        return problem;
    }

    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
    std::vector<std::int64_t> row_weight;
    std::vector<std::int32_t> capacity;
    std::vector<Tier> tiers;
    std::mt19937_64 random;
};

}  // namespace

TEST_CASE("solve_hungarian: takes graphs that are small and thick, and no others", "[assignment]")
{
    CHECK(Small(80, 60, 3, 1000).solve());
    CHECK(Small(60, 80, 3, 1000).solve());
    CHECK(Small(1, 1, 10, 0).solve());
    CHECK(Small(128, 128, 3, 1000).solve());
    CHECK_FALSE(Small(128, 129, 3, 1000).solve());  // too large
    CHECK_FALSE(Small(80, 60, 0, 1000).solve());    // no edge

    CHECK(Small(0, 0, 3, 1000).solve());

    constexpr auto widest = static_cast<std::uint32_t>(largest_path / 140) + 1;
    CHECK(Small(80, 60, 3, widest - 1).solve());
    CHECK_FALSE(Small(80, 60, 3, widest).solve());
}

TEST_CASE("solve_hungarian: leaves several places, and who must be full without bidding, to others",
          "[assignment]")
{
    Small two_places(80, 60, 3, 1000);
    two_places.rows.capacity[7] = 2;
    CHECK_FALSE(two_places.solve());

    Small must(80, 60, 3, 1000);
    must.columns.must[7] = 1;  // it bids
    CHECK(must.solve());
    must.rows.must[7] = 1;
    CHECK_FALSE(must.solve());

    Small dear(80, 60, 3, 1000);
    dear.graph.largest = largest_path + 1;
    CHECK_FALSE(dear.solve());
}

TEST_CASE("solve_hungarian: gives up where a price would be too high", "[assignment]")
{
    CHECK_FALSE(Small(60, 60, 5, 1000).solve(0));
    CHECK(Small(60, 60, 5, 1000).solve(100'000));
}

TEST_CASE("solve_hungarian: small problems have the answer that large ones would have",
          "[assignment][property]")
{
    constexpr std::int64_t spreads[] = {0, 1, 30, 5000, largest_path / 200, largest_path};
    const auto spread = GENERATE_REF(from_range(std::begin(spreads), std::end(spreads)));
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CAPTURE(spread, seed);
        std::mt19937_64 random(seed);
        const std::size_t rows = 1 + random() % 128;
        const Weighed weighed(rows, 1 + random() % 128, spread, seed);
        const Problem problem = weighed.problem();

        const Solution small = solve_lexicographically(problem, {}, {});
        const Solution as_large = solve_lexicographically(problem, {}, {.hungarian = false});

        REQUIRE(first_violation(problem, small) == std::nullopt);
        CHECK(small.value == as_large.value);
        CHECK(small.column_of_row == as_large.column_of_row);
    }
}
