#pragma once

#include "synthetic/shares.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// Who people are, in thousandths; an empty text is "not known". docs/methods/synthetic.md names the sources
// in full; "assumption" marks what has none.

namespace befriend::synthetic {

/// A word of the data dictionary, or empty for a value that is not known.
using Code = std::string_view;

/// Children looked after in England on 31 March 2024. Department for Education, 2024.
inline constexpr Shares<Code, 6> children_of_2024{
    {{"white", 710}, {"mixed", 110}, {"black", 70}, {"asian", 50}, {"other", 50}, {"", 10}}};

/// White 8 of 100 who wait, as a press report of 2019 had it; the others in the ratio of 2024. Doubtful: a
/// stress.
inline constexpr Shares<Code, 6> children_of_press_2019{
    {{"white", 80}, {"mixed", 361}, {"black", 230}, {"asian", 165}, {"other", 164}, {"", 0}}};

/// White 50 of 100 (assumption); the others in the ratio of 2024.
inline constexpr Shares<Code, 6> children_tilted{
    {{"white", 500}, {"mixed", 193}, {"black", 123}, {"asian", 87}, {"other", 87}, {"", 10}}};

/// Adults in England and Wales, not volunteers. Census 2021; "other" is the remainder.
inline constexpr Shares<Code, 5> adults_of_2021{
    {{"white", 817}, {"asian", 93}, {"black", 40}, {"mixed", 29}, {"other", 21}}};

/// Religion in England and Wales, also of children who do not seek asylum (assumption). Census 2021; how
/// "other or no answer", 70, divides is an assumption. Empty: prefers not to say.
inline constexpr Shares<Code, 9> religions{{{"christian", 462},
                                            {"none", 372},
                                            {"muslim", 65},
                                            {"hindu", 17},
                                            {"sikh", 9},
                                            {"jewish", 5},
                                            {"buddhist", 5},
                                            {"other", 6},
                                            {"", 59}}};

/// Where a child who seeks asylum alone comes from, and what follows from it. All assumptions.
struct Heritage {
    Code culture;   ///< as the child names it
    Code language;  ///< ISO 639-3
    Code ethnic_group;
    std::uint32_t muslim;     ///< thousandths
    std::uint32_t christian;  ///< thousandths
    Code otherwise;           ///< the religion of the rest
};

inline constexpr Shares<Heritage, 7> heritages{{{{"sudanese", "ara", "black", 950, 30, "none"}, 220},
                                                {{"kurdish", "kur", "other", 900, 20, "none"}, 210},
                                                {{"afghan", "prs", "asian", 980, 0, "none"}, 200},
                                                {{"eritrean", "tir", "black", 300, 680, "none"}, 160},
                                                {{"vietnamese", "vie", "asian", 0, 150, "buddhist"}, 90},
                                                {{"albanian", "sqi", "white", 600, 250, "none"}, 70},
                                                {{"ethiopian", "amh", "black", 350, 620, "none"}, 50}}};

/// The ethnic groups that `heritages` add up to, in the order of the tables above.
[[nodiscard]] constexpr Shares<Code, 6> children_seeking_asylum() noexcept
{
    Shares<Code, 6> groups = children_of_2024;
    for (Share<Code>& group : groups) {
        group.weight = 0;
        for (const Share<Heritage>& heritage : heritages) {
            if (heritage.value.ethnic_group == group.value) group.weight += heritage.weight;
        }
    }
    return groups;
}

/// Gender of children. 57 of 100 are boys: Department for Education, 2024; "other" and not known:
/// assumptions.
inline constexpr Shares<Code, 4> genders_of_children{{{"male", 570}, {"female", 420}, {"other", 5}, {"", 5}}};
inline constexpr Shares<Code, 4> genders_where_boys_wait{
    {{"male", 700}, {"female", 290}, {"other", 5}, {"", 5}}};
/// 95 of 100 unaccompanied asylum-seeking children are boys (2022).
inline constexpr Shares<Code, 4> genders_of_children_seeking_asylum{
    {{"male", 950}, {"female", 50}, {"other", 0}, {"", 0}}};

/// Gender of volunteers (assumption: a quarter are men; where boys wait 15 of 100).
inline constexpr Shares<Code, 4> genders_of_volunteers{
    {{"female", 740}, {"male", 250}, {"other", 5}, {"", 5}}};
inline constexpr Shares<Code, 4> genders_where_few_men_offer{
    {{"female", 840}, {"male", 150}, {"other", 5}, {"", 5}}};

/// Languages beside English, of volunteers and of children who do not seek asylum. Assumption.
inline constexpr Shares<Code, 16> further_languages{{{"pol", 130},
                                                     {"fra", 110},
                                                     {"ron", 90},
                                                     {"urd", 90},
                                                     {"pan", 80},
                                                     {"spa", 80},
                                                     {"ara", 70},
                                                     {"por", 60},
                                                     {"ben", 60},
                                                     {"guj", 50},
                                                     {"som", 50},
                                                     {"bfi", 40},
                                                     {"kur", 30},
                                                     {"prs", 25},
                                                     {"sqi", 20},
                                                     {"vie", 15}}};

static_assert(is_whole(children_of_2024) && is_whole(children_of_press_2019) && is_whole(children_tilted));
static_assert(is_whole(adults_of_2021) && is_whole(religions) && is_whole(heritages));
static_assert(is_whole(children_seeking_asylum()), "a heritage names a group that no table has");
static_assert(is_whole(genders_of_children) && is_whole(genders_where_boys_wait));
static_assert(is_whole(genders_of_children_seeking_asylum) && is_whole(genders_of_volunteers));
static_assert(is_whole(genders_where_few_men_offer) && is_whole(further_languages));

}  // namespace befriend::synthetic
