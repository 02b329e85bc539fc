#include "scoring/rule_blocks.hpp"

#include "catch2.hpp"
#include "scoring/random_round.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// Every kernel that runs here, and none: then pairs are looked at one by one.
std::vector<const block::Kernel*> all_ways()
{
    std::vector<const block::Kernel*> ways{nullptr};
    for (const block::Kernel* kernel : block::runnable_kernels())
        ways.push_back(kernel);
    return ways;
}

std::vector<std::uint32_t> shuffled_volunteers(const Round& round, Dice& dice)
{
    std::vector<std::uint32_t> volunteers(round.volunteers().size());
    for (std::uint32_t i = 0; i < volunteers.size(); ++i)
        volunteers[i] = i;
    for (std::size_t left = volunteers.size(); left > 1; --left)
        std::swap(volunteers[left - 1], volunteers[dice.below(left)]);
    return volunteers;
}

bool is_within_twice(const Round& round, const Eligibility& eligibility, std::size_t child,
                     std::size_t volunteer)
{
    const auto& home = round.children()[child].location;
    const auto& place = round.volunteers()[volunteer].location;
    return !home || !place || distance_m(*home, *place) <= 2 * eligibility.limit_m(child, volunteer);
}

// What blocks of `block_size` say, and what the rules do, of one child.
struct Answer {
    std::vector<std::pair<std::uint32_t, TagSet<Rule>>> few;
    std::size_t within_twice = 0;
    friend bool operator==(const Answer&, const Answer&) = default;
};

Answer by_blocks(const RuleBlocks& blocks, std::size_t count, std::size_t child, std::size_t most)
{
    Answer answer;
    std::vector<NearMiss> found;
    const RuleBlocks::Child numbers(blocks, child);
    for (std::size_t number = 0; number < count; ++number)
        answer.within_twice += blocks.add_few(numbers, number, most, found);
    for (const NearMiss& one : found)
        answer.few.emplace_back(one.volunteer, one.broken);
    return answer;
}

Answer by_rules(const Round& round, const Eligibility& eligibility,
                const std::vector<std::uint32_t>& volunteers, std::size_t child, std::size_t most)
{
    Answer answer;
    for (const std::uint32_t volunteer : volunteers) {
        if (!is_within_twice(round, eligibility, child, volunteer)) continue;
        ++answer.within_twice;
        const TagSet<Rule> broken = eligibility.broken(child, volunteer);
        if (static_cast<std::size_t>(broken.size()) <= most) answer.few.emplace_back(volunteer, broken);
    }
    return answer;
}

// Compares all children of a round in every way.
void check_blocks(const Round& round, std::uint64_t seed)
{
    Dice dice(seed);
    const Eligibility eligibility(round);
    const std::vector<std::uint32_t> volunteers = shuffled_volunteers(round, dice);
    const std::size_t block_size = 1 + dice.below(RuleBlocks::size);
    for (const block::Kernel* kernel : all_ways()) {
        CAPTURE(kernel != nullptr ? std::string(kernel->level) : "one by one", block_size);
        RuleBlocks blocks(eligibility, kernel);
        std::size_t count = 0;
        for (std::size_t first = 0; first < volunteers.size(); first += block_size, ++count)
            blocks.add(std::span(volunteers).subspan(first, std::min(block_size, volunteers.size() - first)));
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (const std::size_t most : {0U, 1U, 2U, 4U}) {
                CAPTURE(child, most);
                CHECK((by_blocks(blocks, count, child, most) ==
                       by_rules(round, eligibility, volunteers, child, most)));
            }
        }
    }
}

}  // namespace

TEST_CASE("rule blocks: every kernel that runs here finds what the rules say", "[scoring][property]")
{
    const auto seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    Dice dice(seed);
    RandomRound given = random_round(seed, 8, 1 + dice.below(200));
    given.policy.availability.least_common_slots = static_cast<std::int64_t>(dice.below(4));
    check_blocks(given.round(), seed);
}

TEST_CASE("rule blocks: a limit holds to the metre, however far it is", "[scoring][property]")
{
    const auto seed = GENERATE(range(100U, 120U));
    CAPTURE(seed);
    Dice dice(seed);
    RandomRound given = random_round(seed, 6, 90);
    constexpr std::int32_t east = 300'000;
    constexpr std::int32_t south = 1'000;
    const auto step = [&dice] { return static_cast<std::int32_t>(dice.below(3)); };
    for (Referral& child : given.tables.children)
        child.location = Location{east + step(), south};
    for (Volunteer& volunteer : given.tables.volunteers) {
        const std::int32_t metres = dice.of<std::int32_t>({1, 24'999, 65'536, most_northing - south - 2});
        volunteer.location = Location{east + step(), south + metres + step()};
        volunteer.furthest_m = dice.chance(50) ? metres : metres / 2;
    }
    check_blocks(given.round(), seed);
}

TEST_CASE("rule blocks: more genders than a word has bits", "[scoring][property]")
{
    const auto seed = GENERATE(range(200U, 210U));
    CAPTURE(seed);
    Dice dice(seed);
    RandomRound given = random_round(seed, 40, 90);
    const auto gender = [&dice] { return "g" + std::to_string(dice.below(50)); };
    for (Referral& child : given.tables.children)
        child.gender = gender();
    for (Volunteer& volunteer : given.tables.volunteers) {
        volunteer.accepts_gender.clear();
        for (std::size_t left = dice.below(30); left > 0; --left)
            volunteer.accepts_gender.push_back(gender());
        std::sort(volunteer.accepts_gender.begin(), volunteer.accepts_gender.end());
        volunteer.accepts_gender.erase(
            std::unique(volunteer.accepts_gender.begin(), volunteer.accepts_gender.end()),
            volunteer.accepts_gender.end());
    }
    check_blocks(given.round(), seed);
}
