#include <befriend/model/background.hpp>

#include <algorithm>
#include <array>

namespace befriend {
namespace {

struct EthnicGroup {
    std::string_view code;
    std::optional<BroadGroup> group;
};

constexpr EthnicGroup ethnic_groups[] = {
    // the five broad groups
    {"asian", BroadGroup::asian},
    {"black", BroadGroup::black},
    {"mixed", BroadGroup::mixed},
    {"white", BroadGroup::white},
    {"other", BroadGroup::other},
    // ons-2021
    {"bangladeshi", BroadGroup::asian},
    {"chinese", BroadGroup::asian},
    {"indian", BroadGroup::asian},
    {"pakistani", BroadGroup::asian},
    {"other_asian", BroadGroup::asian},
    {"african", BroadGroup::black},
    {"caribbean", BroadGroup::black},
    {"other_black", BroadGroup::black},
    {"white_and_asian", BroadGroup::mixed},
    {"white_and_black_african", BroadGroup::mixed},
    {"white_and_black_caribbean", BroadGroup::mixed},
    {"other_mixed", BroadGroup::mixed},
    {"british", BroadGroup::white},
    {"irish", BroadGroup::white},
    {"gypsy_or_irish_traveller", BroadGroup::white},
    {"roma", BroadGroup::white},
    {"other_white", BroadGroup::white},
    {"arab", BroadGroup::other},
    {"any_other", BroadGroup::other},
    // ssda903-2024
    {"WBRI", BroadGroup::white},
    {"WIRI", BroadGroup::white},
    {"WOTH", BroadGroup::white},
    {"WIRT", BroadGroup::white},
    {"WROM", BroadGroup::white},
    {"GROM", BroadGroup::white},
    {"MWBC", BroadGroup::mixed},
    {"MWBA", BroadGroup::mixed},
    {"MWAS", BroadGroup::mixed},
    {"MOTH", BroadGroup::mixed},
    {"AIND", BroadGroup::asian},
    {"APKN", BroadGroup::asian},
    {"ABAN", BroadGroup::asian},
    {"AOTH", BroadGroup::asian},
    {"BCRB", BroadGroup::black},
    {"BAFR", BroadGroup::black},
    {"BOTH", BroadGroup::black},
    {"CHNE", BroadGroup::asian},
    {"OOTH", BroadGroup::other},
    {"REFU", std::nullopt},
    {"NOBT", std::nullopt},
};

constexpr auto ethnic_codes = [] {
    std::array<std::string_view, std::size(ethnic_groups)> codes;
    std::transform(std::begin(ethnic_groups), std::end(ethnic_groups), codes.begin(),
                   [](const EthnicGroup& known) { return known.code; });
    return codes;
}();

constexpr std::string_view religions[] = {"none",   "christian", "buddhist", "hindu",
                                          "jewish", "muslim",    "sikh",     "other"};

}  // namespace

std::span<const std::string_view> ethnic_group_codes() noexcept
{
    return ethnic_codes;
}

std::optional<BroadGroup> broad_group(std::string_view ethnic_group) noexcept
{
    const auto* const found =
        std::find_if(std::begin(ethnic_groups), std::end(ethnic_groups),
                     [&](const EthnicGroup& known) { return known.code == ethnic_group; });
    return found == std::end(ethnic_groups) ? std::nullopt : found->group;
}

std::string_view to_text(BroadGroup group) noexcept
{
    return to_word(group);
}

std::span<const std::string_view> religion_words() noexcept
{
    return religions;
}

}  // namespace befriend
