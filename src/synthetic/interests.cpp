#include "synthetic/interests.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace befriend::synthetic {

namespace {

constexpr std::uint32_t tastes_not_recorded = 100;
constexpr std::uint32_t out_of_the_question = 80;
constexpr std::int32_t fewest_interests = 4;
constexpr std::int32_t most_interests = 8;
constexpr std::size_t enough_known_tags = 20;

// Assumption: more are liked than disliked.
constexpr Shares<std::int32_t, 5> grades{{{2, 350}, {1, 400}, {0, 50}, {-1, 120}, {-2, 80}}};
static_assert(is_whole(grades));

struct Popularity {
    std::string_view tag;
    std::array<std::uint32_t, 3> weight;  // under 12, teenage, adult
};

// The leaf terms of data/interests.toml. Assumption.
constexpr std::array<Popularity, 41> popularity{{
    {"football", {90, 100, 60}},   {"basketball", {20, 40, 15}},   {"rugby", {20, 20, 20}},
    {"cricket", {15, 20, 20}},     {"tennis", {15, 15, 25}},       {"swimming", {80, 50, 50}},
    {"cycling", {60, 40, 50}},     {"skating", {40, 35, 8}},       {"climbing", {25, 20, 20}},
    {"gym", {5, 60, 50}},          {"martial_arts", {25, 35, 15}}, {"horse_riding", {25, 20, 10}},
    {"walking", {20, 20, 90}},     {"camping", {30, 20, 30}},      {"fishing", {20, 20, 20}},
    {"gardening", {15, 8, 50}},    {"dogs", {60, 50, 60}},         {"drawing", {70, 50, 25}},
    {"crafts", {60, 25, 40}},      {"photography", {10, 25, 30}},  {"writing", {15, 20, 20}},
    {"fashion", {15, 50, 20}},     {"singing", {30, 35, 20}},      {"playing_music", {20, 30, 25}},
    {"dance", {50, 45, 30}},       {"drama", {25, 25, 20}},        {"video_games", {90, 100, 30}},
    {"board_games", {45, 25, 45}}, {"coding", {20, 20, 15}},       {"cars", {30, 35, 20}},
    {"trains", {20, 8, 10}},       {"reading", {40, 30, 80}},      {"science", {25, 15, 20}},
    {"history", {15, 12, 35}},     {"languages", {8, 12, 20}},     {"cooking", {30, 40, 70}},
    {"baking", {50, 45, 50}},      {"cinema", {60, 80, 70}},       {"shopping", {15, 60, 30}},
    {"bowling", {40, 40, 20}},     {"volunteering", {2, 8, 25}},
}};

std::vector<bool> leaves(const Vocabulary& vocabulary)
{
    std::vector<bool> is_leaf(vocabulary.terms().size(), true);
    for (std::size_t term = 0; term < is_leaf.size(); ++term) {
        if (const auto broader = vocabulary.broader(term)) is_leaf[*broader] = false;
    }
    return is_leaf;
}

}  // namespace

InterestMenu::InterestMenu(const Vocabulary& vocabulary)
{
    const std::vector<bool> is_leaf = leaves(vocabulary);
    for (const auto& [word, weight] : popularity) {
        const auto term = vocabulary.find(word);
        if (!term || !is_leaf[*term]) continue;
        for (std::size_t age = 0; age < by_age_.size(); ++age)
            by_age_[age].push_back({vocabulary.terms()[*term].tag, weight[age]});
    }
    if (by_age_[0].size() >= enough_known_tags) return;
    for (auto& menu : by_age_) {
        menu.clear();
        for (std::size_t term = 0; term < is_leaf.size(); ++term) {
            if (is_leaf[term]) menu.push_back({vocabulary.terms()[term].tag, 1});
        }
    }
}

Tastes InterestMenu::tastes(Age age, Draws& draws) const
{
    Tastes made;
    std::vector<Share<std::string_view>> left = by_age_[static_cast<std::size_t>(age)];
    const auto take = [&] {
        const std::string_view tag = pick(draws, std::span<const Share<std::string_view>>(left));
        std::erase_if(left, [&](const auto& share) { return share.value == tag; });
        return std::string(tag);
    };
    if (draws.chance(tastes_not_recorded)) return made;
    for (auto count = draws.between(fewest_interests, most_interests); count > 0 && !left.empty(); --count) {
        std::string tag = take();
        made.interests.push_back({std::move(tag), pick(draws, grades)});
    }
    if (draws.chance(out_of_the_question) && !left.empty()) made.activities_no.push_back(take());
    return made;
}

}  // namespace befriend::synthetic
