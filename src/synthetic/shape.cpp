#include "synthetic/shape.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace befriend::synthetic {

namespace {

using namespace std::chrono_literals;

constexpr Date day(std::chrono::year_month_day date)
{
    return Date(date);
}

// Invented, like those of the table; apart from it, so that neither is one of them.
constexpr std::array<Authority, 1> town{{{500, 250, 8, 1, 1}}};
constexpr std::array<Authority, 1> county{{{480, 300, 35, 1, 1}}};
constexpr std::span<const Authority> everywhere{authorities};
constexpr std::span<const Authority> where_children_wait = everywhere.first(authorities_with_a_list);

constexpr std::int32_t town_traffic = 250;   // 15 km/h as the crow flies (assumption)
constexpr std::int32_t country_roads = 400;  // 24 km/h (assumption)

// Of 30 volunteers 8 ready and 15 at panel: Croydon, 2021. The others are assumptions.
constexpr Shares<Stage, 6> croydon{{{Stage::ready, 7},
                                    {Stage::ready_and_seeing, 1},
                                    {Stage::trained, 15},
                                    {Stage::in_training, 5},
                                    {Stage::paused, 1},
                                    {Stage::left, 1}}};

// Of 24 volunteers 13 ready: a third of the 40 children who wait (assumption).
constexpr Shares<Stage, 8> usual{{{Stage::ready, 12},
                                  {Stage::ready_and_seeing, 1},
                                  {Stage::approved, 1},
                                  {Stage::trained, 5},
                                  {Stage::in_training, 2},
                                  {Stage::enquiring, 1},
                                  {Stage::paused, 1},
                                  {Stage::left, 1}}};

const std::array<Shape, 9>& shapes()
{
    static const std::array<Shape, 9> all{{
        {.preset = {"croydon-2021", "An urban authority: many volunteers at panel, few ready, short ways.",
                    30, 30},
         .as_of = day(2021y / 6 / 30),
         .territory = town,
         .metres_a_minute = town_traffic,
         .funnel = croydon,
         .care_leavers = 75},
        {.preset = {"county", "A large county: one volunteer ready for three children who wait, long ways.",
                    40, 24},
         .as_of = day(2024y / 3 / 31),
         .territory = county,
         .metres_a_minute = country_roads,
         .funnel = usual},
        {.preset = {"national-2019", "Every list in England at once, about 400 volunteers ready.", 1'202,
                    738},
         .as_of = day(2019y / 3 / 31),
         .territory = where_children_wait,
         .metres_a_minute = country_roads,
         .funnel = usual},
        {.preset = {"press-2019", "A stress: 92 of 100 children who wait are from ethnic minorities.", 1'202,
                    738},
         .as_of = day(2019y / 3 / 31),
         .territory = where_children_wait,
         .metres_a_minute = country_roads,
         .funnel = usual,
         .ethnic_groups = children_of_press_2019},
        {.preset = {"tilted", "A region where half of the children who wait are from ethnic minorities.", 150,
                    90},
         .as_of = day(2024y / 3 / 31),
         .territory = county,
         .metres_a_minute = country_roads,
         .funnel = usual,
         .ethnic_groups = children_tilted},
        {.preset = {"boys-wait", "70 of 100 children are boys, 15 of 100 volunteers are men.", 40, 24},
         .as_of = day(2024y / 3 / 31),
         .territory = county,
         .metres_a_minute = country_roads,
         .funnel = usual,
         .genders = genders_where_boys_wait,
         .volunteer_genders = genders_where_few_men_offer,
         .gender_wishes = gender_wishes_where_boys_wait},
        {.preset = {"referral-drought-2007", "Two volunteers ready for each child: referrals are short.", 40,
                    148},
         .as_of = day(2007y / 9 / 11),
         .territory = county,
         .metres_a_minute = country_roads,
         .funnel = usual},
        {.preset = {"uasc",
                    "Children who seek asylum alone; 60 of 100 need somebody who speaks their language.", 40,
                    24},
         .as_of = day(2022y / 3 / 31),
         .territory = town,
         .metres_a_minute = town_traffic,
         .funnel = usual,
         .seeking_asylum = 1000,
         .care_leavers = 150,
         .asylum_language = language_wishes_of_preset_uasc,
         .asylum_languages_spoken = 350},
        {.preset = {"empty", "Children wait and there is no volunteer at all.", 30, 0},
         .as_of = day(2019y / 3 / 31),
         .territory = county,
         .metres_a_minute = country_roads,
         .funnel = usual},
    }};
    return all;
}

}  // namespace

const Shape* shape_of(std::string_view preset) noexcept
{
    const auto& all = shapes();
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Shape& shape) { return shape.preset.name == preset; });
    return at == all.end() ? nullptr : &*at;
}

}  // namespace befriend::synthetic

const std::vector<befriend::Preset>& befriend::presets()
{
    static const std::vector<Preset> list = [] {
        std::vector<Preset> made;
        for (const synthetic::Shape& shape : synthetic::shapes())
            made.push_back(shape.preset);
        return made;
    }();
    return list;
}
