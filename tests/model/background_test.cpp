#include "catch2.hpp"
#include <befriend/model/background.hpp>

#include <algorithm>
#include <map>

namespace befriend::test {

TEST_CASE("background: each code belongs to its broad group", "[model][example]")
{
    CHECK(broad_group("asian") == BroadGroup::asian);
    CHECK(broad_group("white_and_black_caribbean") == BroadGroup::mixed);
    CHECK(broad_group("roma") == BroadGroup::white);
    CHECK(broad_group("arab") == BroadGroup::other);
    CHECK(broad_group("BCRB") == BroadGroup::black);
    CHECK(broad_group("CHNE") == BroadGroup::asian);
    CHECK(broad_group("GROM") == broad_group("WROM"));
    CHECK(broad_group("MOTH") == BroadGroup::mixed);
    CHECK(broad_group("BOTH") == BroadGroup::black);
}

TEST_CASE("background: no answer and no known code have no broad group", "[model][example]")
{
    CHECK_FALSE(broad_group("REFU").has_value());
    CHECK_FALSE(broad_group("NOBT").has_value());
    CHECK_FALSE(broad_group("wbri").has_value());
    CHECK_FALSE(broad_group("").has_value());
}

TEST_CASE("background: the lists have the sizes that their sources state", "[model][example]")
{
    // 5 broad groups; 19 of TS021: 5 Asian, 3 Black, 4 Mixed, 5 White, 2 other; 20 of the SSDA903 list and
    // GROM.
    const auto codes = ethnic_group_codes();
    REQUIRE(codes.size() == 5 + 19 + 20 + 1);
    std::map<BroadGroup, int> in_census;
    for (const auto code : codes.subspan(5, 19))
        ++in_census[broad_group(code).value()];
    CHECK(in_census == std::map<BroadGroup, int>{{BroadGroup::asian, 5},
                                                 {BroadGroup::black, 3},
                                                 {BroadGroup::mixed, 4},
                                                 {BroadGroup::white, 5},
                                                 {BroadGroup::other, 2}});
    std::vector<std::string_view> sorted(codes.begin(), codes.end());
    std::sort(sorted.begin(), sorted.end());
    CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    CHECK(religion_words().size() == 8);
}

TEST_CASE("background: the code of a broad group names that group", "[model][example]")
{
    for (const auto& [group, word] : words_of<BroadGroup>()) {
        CHECK(to_text(group) == word);
        CHECK(broad_group(word) == group);
    }
}

TEST_CASE("background: a wish that nobody asked about is of no strength", "[model][example]")
{
    Wish wish;
    CHECK_FALSE(wish.is(Strength::none));
    wish.strength = Strength::must;
    CHECK(wish.is(Strength::must));
    CHECK_FALSE(wish.is(Strength::prefer));
}

}  // namespace befriend::test
