#include "proposal/considered.hpp"

#include "catch2.hpp"
#include "proposal/naive_reasons.hpp"
#include "scoring/random_round.hpp"

#include <algorithm>

using namespace befriend;
using namespace befriend::test;

namespace {

// Those of the definition who break at most two rules by themselves.
std::vector<std::uint32_t> expected_for(const Round& round, const Eligibility& eligibility, std::size_t child)
{
    std::vector<std::uint32_t> expected;
    for (const std::size_t i : considered_volunteers(round, child))
        if (eligibility.of_volunteer(i).size() <= 2) expected.push_back(static_cast<std::uint32_t>(i));
    return expected;
}

void check_considered(const Round& round)
{
    const Eligibility eligibility(round);
    const Considered considered(round, eligibility);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        CAPTURE(child);
        std::vector<std::uint32_t> found = considered.for_child(child);
        std::sort(found.begin(), found.end());
        CHECK(found == expected_for(round, eligibility, child));
    }
}

Location anywhere(Dice& dice)
{
    return {static_cast<std::int32_t>(dice.below(most_easting + 1)),
            static_cast<std::int32_t>(dice.below(most_northing + 1))};
}

}  // namespace

TEST_CASE("Considered: those of the definition, in a county", "[proposal][oracle]")
{
    const auto seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    check_considered(random_round(seed, 12, seed % 5 == 0 ? 20 : 40 + 3 * seed).round());
}

TEST_CASE("Considered: those of the definition, however far the nearest are", "[proposal][oracle]")
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
