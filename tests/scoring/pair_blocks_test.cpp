#include "scoring/pair_blocks.hpp"

#include "catch2.hpp"
#include "scoring/interest_profiles.hpp"
#include "scoring/kernel_levels.hpp"
#include "scoring/random_round.hpp"
#include "scoring/stated_wishes.hpp"
#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// A round with everything that blocks are made of.
struct Prepared {
    explicit Prepared(const Round& round)
        : watch(always, 1),
          scorer(round),
          wishes(round, watch),
          interests(round, watch),
          blocks(round, wishes, interests, weights_of(round), watch)
    {
    }

    [[nodiscard]] std::vector<PerCriterion<std::int64_t>> weights_of(const Round& round) const
    {
        std::vector<PerCriterion<std::int64_t>> weights;
        for (std::size_t child = 0; child < round.children().size(); ++child)
            weights.push_back(scorer.weights_for(child));
        return weights;
    }

    std::function<bool(std::size_t, std::size_t)> always;
    RecordWatch watch;
    Scorer scorer;
    StatedWishes wishes;
    InterestProfiles interests;
    PairBlocks blocks;
};

std::vector<std::uint32_t> all_volunteers(const Round& round)
{
    std::vector<std::uint32_t> all(round.volunteers().size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

// The pairs of which a kernel says something else than `brief`, as text; and how many were compared.
struct Comparison {
    std::vector<std::string> different;
    std::size_t pairs = 0;
};

void compare(const Prepared& prepared, std::size_t child, const std::vector<std::uint32_t>& volunteers,
             Comparison& comparison)
{
    if (!prepared.blocks.fits(child)) return;
    std::vector<Scorer::Brief> briefs(volunteers.size());
    for (const block::Kernel* kernel : block::runnable_kernels()) {
        std::fill(briefs.begin(), briefs.end(), Scorer::Brief{-1, -1});
        prepared.blocks.score(*kernel, child, volunteers, briefs);
        for (std::size_t i = 0; i < volunteers.size(); ++i) {
            const Scorer::Brief expected = prepared.scorer.brief(child, volunteers[i]);
            ++comparison.pairs;
            if (briefs[i].points == expected.points && briefs[i].high == expected.high) continue;
            comparison.different.push_back(
                std::string(kernel->level) + ": child " + std::to_string(child) + ", volunteer " +
                std::to_string(volunteers[i]) + ": " + std::to_string(briefs[i].points) + ", " +
                std::to_string(briefs[i].high) + " instead of " + std::to_string(expected.points) + ", " +
                std::to_string(expected.high));
        }
    }
}

}  // namespace

TEST_CASE("blocks: every kernel that runs here gives the points of the scalar criteria",
          "[scoring][property]")
{
    const auto seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    Dice dice(seed);
    const Round round = random_round(seed, 8, 1 + dice.below(700)).round();
    const Prepared prepared(round);
    Comparison comparison;
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        compare(prepared, child, all_volunteers(round), comparison);
        std::vector<std::uint32_t> some;
        const std::size_t percent = 1 + dice.below(60);
        for (const std::uint32_t volunteer : all_volunteers(round))
            if (dice.chance(percent)) some.push_back(volunteer);
        compare(prepared, child, some, comparison);
    }
    CHECK(comparison.different == std::vector<std::string>{});
}

TEST_CASE("blocks: where most of a sheet is asked for the points stay the same", "[scoring][property]")
{
    const auto seed = GENERATE(range(200U, 204U));
    CAPTURE(seed);
    Dice dice(seed);
    const std::size_t volunteers = seed % 2 == 0 ? 8'192 + dice.below(1'500) : 1'000 + dice.below(1'500);
    const Round round = random_round(seed, 3, volunteers).round();
    const Prepared prepared(round);
    Comparison comparison;
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        compare(prepared, child, all_volunteers(round), comparison);
        std::vector<std::uint32_t> most = all_volunteers(round);
        std::erase_if(most, [&](std::uint32_t) { return dice.chance(30); });
        compare(prepared, child, most, comparison);
    }
    CHECK(comparison.different == std::vector<std::string>{});
}

TEST_CASE("blocks: nearly every child of a random round fits into them", "[scoring]")
{
    std::size_t fitting = 0;
    std::size_t all = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Round round = random_round(seed, 8, 20).round();
        const Prepared prepared(round);
        all += round.children().size();
        for (std::size_t child = 0; child < round.children().size(); ++child)
            fitting += prepared.blocks.fits(child);
    }
    CAPTURE(fitting, all);
    CHECK(fitting * 10 > all * 9);
}

TEST_CASE("scorer: many volunteers at once get the points of one after the other", "[scoring][property]")
{
    const auto seed = GENERATE(range(100U, 130U));
    CAPTURE(seed);
    Dice dice(seed);
    RandomRound given = random_round(seed, 6, 1 + dice.below(300));
    // Numbers beyond 16 bits, of which each is now and then in the way.
    if (dice.chance(30)) given.policy.travel.furthest_m = 65'535 + static_cast<std::int64_t>(dice.below(2));
    if (dice.chance(20)) given.policy.travel.easy_m = 1 + static_cast<std::int64_t>(dice.below(60'000));
    given.policy.travel.furthest_m = std::max(given.policy.travel.furthest_m, given.policy.travel.easy_m + 1);
    if (dice.chance(30)) given.policy.interests.gain = static_cast<std::int64_t>(dice.below(2));
    if (dice.chance(10)) given.policy.weights = {0, 0, 0, 0, 0};
    if (dice.chance(10)) given.policy.weights = {1000, 1000, 1000, 1000, 1000};
    const Round round = given.round();
    const Scorer scorer(round);
    std::vector<std::uint32_t> volunteers;
    for (const std::uint32_t volunteer : all_volunteers(round))
        if (dice.chance(70)) volunteers.push_back(volunteer);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        std::vector<Scorer::Brief> briefs(volunteers.size());
        scorer.briefs(child, volunteers, briefs);
        std::size_t equal = 0;
        for (std::size_t i = 0; i < volunteers.size(); ++i) {
            const Scorer::Brief expected = scorer.brief(child, volunteers[i]);
            equal += briefs[i].points == expected.points && briefs[i].high == expected.high;
        }
        CHECK(equal == volunteers.size());
    }
}
