#include "proposal/considered.hpp"

#include "catch2.hpp"
#include "proposal/naive_reasons.hpp"
#include "scoring/random_round.hpp"

#include <algorithm>
#include <utility>

using namespace befriend;
using namespace befriend::test;

namespace {

// A volunteer and the rules that are broken.
using Miss = std::pair<std::uint32_t, TagSet<Rule>>;

// Those of the definition who break at most `most` rules.
std::vector<Miss> expected_for(const Round& round, const Eligibility& eligibility, std::size_t child,
                               int most)
{
    std::vector<Miss> expected;
    for (const std::size_t i : considered_volunteers(round, child)) {
        const TagSet<Rule> broken = eligibility.broken(child, i);
        if (broken.size() <= most) expected.emplace_back(static_cast<std::uint32_t>(i), broken);
    }
    return expected;
}

std::vector<Miss> found_for(const Considered& considered, std::size_t child, int most)
{
    std::vector<NearMiss> found{{7, {}}};  // what was there goes
    considered.near_misses(child, static_cast<std::size_t>(most), found);
    std::vector<Miss> misses;
    for (const NearMiss& one : found)
        misses.emplace_back(one.volunteer, one.broken);
    std::sort(misses.begin(), misses.end(), [](const Miss& a, const Miss& b) { return a.first < b.first; });
    return misses;
}

void check_considered(const Round& round)
{
    const Eligibility eligibility(round);
    const Considered considered(round, eligibility);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        for (const int most : {0, 1, 2, 5}) {
            CAPTURE(child, most);
            CHECK((found_for(considered, child, most) == expected_for(round, eligibility, child, most)));
        }
    }
}

Location anywhere(Dice& dice)
{
    return {static_cast<std::int32_t>(dice.below(most_easting + 1)),
            static_cast<std::int32_t>(dice.below(most_northing + 1))};
}

}  // namespace

TEST_CASE("Considered: the near misses of the definition, in a county", "[proposal][oracle]")
{
    const auto seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    check_considered(random_round(seed, 12, seed % 5 == 0 ? 20 : 40 + 3 * seed).round());
}

TEST_CASE("Considered: the near misses of the definition, however far the nearest are", "[proposal][oracle]")
{
    const auto seed = GENERATE(range(100U, 130U));
    CAPTURE(seed);
    RandomRound given = random_round(seed, 12, 30 + 5 * (seed % 30));
    Dice dice(seed);
    for (Referral& child : given.tables.children) {
        child.location = anywhere(dice);
        if (dice.chance(20)) child.location = Location{1'000, dice.chance(50) ? 0 : most_northing};
    }
    for (Volunteer& volunteer : given.tables.volunteers) {
        if (dice.chance(70)) volunteer.location = anywhere(dice);
        if (dice.chance(20))
            volunteer.location = Location{most_easting, most_northing / 2};  // as far as others
    }
    check_considered(given.round());
}
