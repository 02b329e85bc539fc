#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include "scoring/random_round.hpp"
#include <befriend/candidates/find_candidates.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

CandidateGraph candidates_of(const Round& round)
{
    return find_candidates(round, Eligibility(round), Scorer(round)).value();
}

// The definition: every pair is tested.
CandidateGraph every_pair_tested(const Round& round)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    CandidateGraph graph;
    graph.volunteers = round.volunteers().size();
    graph.row_begin.push_back(0);
    graph.eligible_of_volunteer.assign(graph.volunteers, 0);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        std::uint32_t eligible = 0;
        for (std::size_t volunteer = 0; volunteer < graph.volunteers; ++volunteer) {
            if (!eligibility.broken(child, volunteer).empty()) continue;
            ++eligible;
            ++graph.eligible_of_volunteer[volunteer];
            const PairScore score = scorer.score(child, volunteer);
            if (score.high < round.policy().minimum_points) continue;
            graph.volunteer.push_back(static_cast<std::uint32_t>(volunteer));
            graph.points.push_back(score.points);
        }
        graph.eligible.push_back(eligible);
        graph.row_begin.push_back(graph.volunteer.size());
    }
    return graph;
}

void check_same(const CandidateGraph& found, const CandidateGraph& expected)
{
    CHECK(found.row_begin == expected.row_begin);
    CHECK(found.volunteer == expected.volunteer);
    CHECK(found.points == expected.points);
    CHECK(found.volunteers == expected.volunteers);
    CHECK(found.eligible == expected.eligible);
    CHECK(found.eligible_of_volunteer == expected.eligible_of_volunteer);
}

// Whether a volunteer at `home` who travels `limit` is found by a child at `place`, all else being fine.
bool finds(Location place, Location home, std::int64_t limit)
{
    GivenPair pair;
    pair.child.location = place;
    pair.volunteer.location = home;
    pair.volunteer.furthest_m = limit;
    return candidates_of(pair.round()).pairs() == 1;
}

}  // namespace

TEST_CASE("find_candidates: equal to testing every pair", "[candidates][oracle]")
{
    const auto seed = GENERATE(range(0U, 200U));
    CAPTURE(seed);
    const Round round = random_round(seed, seed % 17, seed % 13).round();
    check_same(candidates_of(round), every_pair_tested(round));
}

TEST_CASE("find_candidates: equal to testing every pair of a national list", "[candidates][oracle]")
{
    const auto seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    RandomRound given = random_round(3 * seed, 150, 250);
    Dice dice(seed);
    for (auto* location : {&given.tables.children[0].location, &given.tables.volunteers[0].location})
        *location = Location{0, most_northing};
    for (Volunteer& volunteer : given.tables.volunteers) {
        if (volunteer.location && dice.chance(50)) {
            volunteer.location = Location{static_cast<std::int32_t>(dice.below(most_easting)) + 1'000,
                                          static_cast<std::int32_t>(dice.below(most_northing))};
            volunteer.location->easting = std::min(volunteer.location->easting, most_easting);
        }
    }
    const Round round = given.round();
    const CandidateGraph found = candidates_of(round);
    CHECK(found.pairs() > 0);
    check_same(found, every_pair_tested(round));
}

TEST_CASE("find_candidates: a volunteer is found to the last metre, across every border of cells",
          "[candidates][property]")
{
    const auto limit = GENERATE(0, 1, 999, 1'000, 1'001, 1'999, 2'000, 3'999, 4'000, 31'999, 32'000, 65'536);
    const auto border = GENERATE(0, 1'000, 64'000, 128'000, 131'072, 256'000);
    CAPTURE(limit, border);
    for (const std::int32_t offset : {-1, 0, 1}) {
        const std::int32_t x = 300'000 + border + offset;
        const Location child{x, 600'000 + border - offset};
        const std::int32_t y = child.northing;
        for (const Location home :
             {Location{x + limit, y}, Location{x - limit, y}, Location{x, y + limit}, Location{x, y - limit}})
            CHECK(finds(child, home, limit));
        for (const Location home : {Location{x + limit + 1, y}, Location{x - limit - 1, y},
                                    Location{x, y + limit + 1}, Location{x, y - limit - 1}})
            CHECK_FALSE(finds(child, home, limit));
    }
}

TEST_CASE("find_candidates: from one end of the grid to the other", "[candidates][example]")
{
    const Location south_west{181, 0};
    const Location north_east{most_easting, most_northing};
    CHECK(finds(south_west, north_east, 2'000'000));
    CHECK(finds(north_east, south_west, 2'000'000));
    CHECK_FALSE(finds(south_west, north_east, 1'400'000));
}

TEST_CASE("find_candidates: without a place a volunteer may be anywhere, and so may a child",
          "[candidates][example]")
{
    GivenPair pair;
    pair.volunteer.location.reset();
    CHECK(candidates_of(pair.round()).pairs() == 1);
    pair.child.location.reset();
    CHECK(candidates_of(pair.round()).pairs() == 1);
    pair.volunteer.location = Location{0, 1'000};
    CHECK(candidates_of(pair.round()).pairs() == 1);
    pair.volunteer.provider = "other";
    CHECK(candidates_of(pair.round()).pairs() == 0);
}

TEST_CASE("find_candidates: a pair is below the minimum only if its best case is", "[candidates][example]")
{
    GivenPair pair;
    pair.policy.weights = {0, 0, 0, 100, 0};
    pair.policy.travel = {0, 10'000, 25'000, 50'000};  // 3 km: 700 points
    pair.policy.minimum_points = 700;
    CHECK(candidates_of(pair.round()).pairs() == 1);
    pair.policy.minimum_points = 701;
    const CandidateGraph below = candidates_of(pair.round());
    CHECK(below.pairs() == 0);
    CHECK(below.eligible == std::vector<std::uint32_t>{1});
    pair.child.location.reset();  // 500 points, at best 1000
    pair.policy.minimum_points = 1000;
    CHECK(candidates_of(pair.round()).pairs() == 1);
}

TEST_CASE("find_candidates: an empty side gives an empty graph", "[candidates][example]")
{
    const GivenPair pair;
    const Round no_children({{}, {pair.volunteer}, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
    CHECK(candidates_of(no_children).children() == 0);
    const Round no_volunteers({{pair.child}, {}, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
    CHECK(candidates_of(no_volunteers).row_begin == std::vector<std::uint64_t>{0, 0});
    CHECK(candidates_of(Round({}, pair.policy, pair.vocabulary)).row_begin == std::vector<std::uint64_t>{0});
}

TEST_CASE("find_candidates: stops when told, and says how far it is", "[candidates][example]")
{
    const Round round = random_round(1, 600, 3).round();
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    std::vector<std::size_t> asked;
    const auto until = [&asked](std::size_t most) {
        return [&asked, most](std::size_t done, std::size_t total) {
            CHECK(total == 600);
            asked.push_back(done);
            return asked.size() < most;
        };
    };
    CHECK_FALSE(find_candidates(round, eligibility, scorer, until(1)).has_value());
    CHECK(asked == std::vector<std::size_t>{0});
    CHECK(find_candidates(round, eligibility, scorer, until(100)).has_value());
    // On the way the first thread asks, before each batch but the first; now and then it takes no other.
    bool stopped = false;
    for (int tries = 0; tries < 1000 && !stopped; ++tries) {
        asked.clear();
        stopped = !find_candidates(round, eligibility, scorer, until(2)).has_value();
    }
    CHECK(stopped);
}

TEST_CASE("find_candidates: stopped before the first child or after the last, it has no result",
          "[candidates][property]")
{
    const std::size_t times = GENERATE(1U, 3U);
    const std::size_t children = 1'100 * times;
    CAPTURE(children);
    const Round round = random_round(11, children, children).round();
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    std::vector<std::size_t> asked;
    REQUIRE(find_candidates(round, eligibility, scorer, [&](std::size_t done, std::size_t total) {
        CHECK(total == children);
        asked.push_back(done);
        return true;
    }));
    CHECK(std::is_sorted(asked.begin(), asked.end()));
    for (const std::size_t at : {std::size_t{0}, children}) {
        const auto questions = static_cast<std::size_t>(std::count(asked.begin(), asked.end(), at));
        CHECK(questions >= times);
        for (std::size_t last = 0; last < questions; ++last) {
            std::size_t seen = 0;
            CHECK_FALSE(find_candidates(round, eligibility, scorer, [&](std::size_t done, auto) {
                return done != at || seen++ != last;
            }));
            CHECK(seen == last + 1);
        }
    }
}
