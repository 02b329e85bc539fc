// The columns of `children`, in the order of the data dictionary.

#include "io/column.hpp"
#include "io/list_cells.hpp"
#include "io/stated_columns.hpp"
#include <befriend/model/referral.hpp>

#include <limits>

namespace befriend::io {
namespace {

using R = Referral;
using Columns = std::vector<ColumnOf<Referral>>;
using Religions = ListCell<PlainItem<ReligionCell>, NoneIs::an_item>;
using Genders = ListCell<PlainItem<GenderCell>>;
constexpr std::int64_t most_int = std::numeric_limits<std::int32_t>::max();

Columns who()
{
    return {
        column<IdCell<ReferralId>, &R::id>({.name = "child_id",
                                            .use = "key",
                                            .meaning = "the pseudonymous id of the child *(assumption)*",
                                            .missing = "error",
                                            .presence = Presence::required}),
        column<CodeCell, &R::provider>({.name = "provider_id",
                                        .use = "H pool limits, R",
                                        .meaning = "the service that holds the referral",
                                        .missing = "the default provider"}),
        column<AuthorityCell, &R::placing_authority>({.name = "placing_la",
                                                      .use = "R",
                                                      .meaning = "the authority that placed the child",
                                                      .missing = "unknown"}),
        column<DateCell, &R::referred_on>({.name = "referred_on",
                                           .use = "S waiting, R",
                                           .meaning = "the day of the referral",
                                           .missing = "error: must be known",
                                           .presence = Presence::required}),
        column<DateCell, &R::waiting_since>({.name = "waiting_since",
                                             .use = "S waiting",
                                             .meaning = "the day from which waiting counts",
                                             .missing = "the same as referred_on"}),
        column<WordCell<ReferralSource>, &R::source>({.name = "referral_source",
                                                      .use = "R",
                                                      .meaning = "who asked for a visitor",
                                                      .missing = "unknown"}),
        column<WordCell<Consent>, &R::consent>(
            {.name = "consent",
             .use = "H: objects is never matched; not_yet_asked is proposed as ask_first only",
             .meaning = "what the child says to having a visitor",
             .missing = "not_yet_asked"}),
        age_years_column<R, 0, 25>({.name = "age_years",
                                    .use = "H the volunteer's range; S",
                                    .meaning = "the age in whole years on the date of the round",
                                    .missing = "error unless birth_month is given",
                                    .presence = Presence::one_of_the_age}),
        birth_month_column<R>({.name = "birth_month",
                               .use = "H the volunteer's range; S",
                               .meaning =
                                   "the month of birth, never the day; the birthday counts from the first of "
                                   "the month",
                               .missing = "error unless age_years is given",
                               .presence = Presence::one_of_the_age}),
        column<WordCell<Cohort>, &R::cohort>({.name = "cohort",
                                              .use = "H policy, R",
                                              .meaning = "by which right the child has a visitor",
                                              .missing = "looked_after"}),
        column<DateCell, &R::eligible_until>({.name = "eligible_until",
                                              .use = "H horizon",
                                              .meaning = "the last day on which visits can take place",
                                              .missing = "the policy's age for the cohort (18, 21 or 25)"}),
    };
}

Columns background()
{
    return {
        column<GenderCell, &R::gender>({.name = "gender",
                                        .alias = "sex",
                                        .use = "H with the volunteer's limit; R",
                                        .meaning = "the gender, or sex, as recorded",
                                        .missing = "unknown"}),
        column<Genders, &R::visitor_gender, &Wish::wanted>(
            {.name = "visitor_gender_wanted",
             .use = "H if must, S if prefer",
             .meaning = "the genders that the child wants of a visitor",
             .missing = "no wish"}),
        column<WordCell<Strength>, &R::visitor_gender, &Wish::strength>(
            {.name = "visitor_gender_strength",
             .use = "H if must, S if prefer",
             .meaning = "how much that wish matters",
             .missing = "not asked: no limit, flagged"}),
        column<EthnicGroupCell, &R::ethnic_group>({.name = "ethnic_group",
                                                   .use = "R; S only with culture_wanted",
                                                   .meaning =
                                                       "a code of ons-2021, of its five broad groups or of "
                                                       "ssda903-2024; GROM is read as WROM, REFU "
                                                       "as declined, NOBT as unknown",
                                                   .missing = "unknown",
                                                   .special_category = true}),
        column<ListCell<GroupItem>, &R::culture, &Wish::wanted>(
            {.name = "culture_wanted",
             .use = "S or H",
             .meaning = "the groups that the child names for a visitor, or codes of ethnic_group",
             .missing = "no wish",
             .special_category = true}),
        column<WordCell<Strength>, &R::culture, &Wish::strength>({.name = "culture_strength",
                                                                  .use = "S or H",
                                                                  .meaning = "how much that wish matters",
                                                                  .missing = "not asked: no wish, flagged"}),
        column<ReligionCell, &R::religion>(
            {.name = "religion",
             .use = "R; S only with religion_wanted",
             .meaning = "the religion, by the words of the 2021 census; not_answered is read as declined",
             .missing = "unknown",
             .special_category = true}),
        column<Religions, &R::faith, &Wish::wanted>({.name = "religion_wanted",
                                                     .use = "S or H",
                                                     .meaning =
                                                         "the religions that the child wants of a visitor; "
                                                         "none is a visitor without one",
                                                     .missing = "no wish",
                                                     .special_category = true}),
        column<WordCell<Strength>, &R::faith, &Wish::strength>({.name = "religion_strength",
                                                                .use = "S or H",
                                                                .meaning = "how much that wish matters",
                                                                .missing = "not asked: no wish, flagged"}),
        column<ListCell<LanguageItem>, &R::languages>(
            {.name = "languages",
             .use = "H or S",
             .meaning = "the languages the child speaks",
             .missing = "English is assumed *(assumption)* and flagged"}),
        column<WordCell<Strength>, &R::needs_language>(
            {.name = "needs_language",
             .use = "H if must, S if prefer",
             .meaning = "how much it matters that the visitor speaks one of the languages other than English",
             .missing = "not asked: no wish"}),
    };
}

Columns visits()
{
    return {
        column<ListCell<GradedItem>, &R::interests>({.name = "interests",
                                                     .use = "S",
                                                     .meaning = "what the child likes and dislikes",
                                                     .missing = "unknown, never dislike"}),
        column<ListCell<TagItem>, &R::activities_no>(
            {.name = "activities_no",
             .use = "S",
             .meaning = "what the child does not want to do; counts as an interest of grade -2",
             .missing = "none"}),
        column<WeekCell, &R::slots>({.name = "slots",
                                     .use = "H least overlap; S",
                                     .meaning = "when visits can take place",
                                     .missing = "unknown: never a veto, flagged"}),
        column<VisitsCell, &R::visits_wanted>({.name = "visits_wanted_per_month",
                                               .use = "S",
                                               .meaning = "how many visits a month the child wants",
                                               .missing = "1"}),
        column<SetCell<ContactMode, EmptySet::refused>, &R::contact_modes>(
            {.name = "contact_modes",
             .use = "H; widens the distance limit",
             .meaning = "how visits can take place",
             .missing = "in_person"}),
        easting_column<R>({.name = "easting",
                           .use = "H limit, S",
                           .meaning = "metres east on the British National Grid; with northing",
                           .missing = "distance unknown: flagged, never a veto"}),
        northing_column<R>({.name = "northing",
                            .use = "H limit, S",
                            .meaning = "metres north on the British National Grid; with easting",
                            .missing = "distance unknown: flagged, never a veto"}),
        area_column<R>({.name = "area",
                        .use = "H limit, S",
                        .meaning =
                            "instead of easting and northing: looked up in the table of areas that the user "
                            "names; one that is not there is unknown",
                        .missing = "distance unknown: flagged, never a veto"}),
    };
}

Columns home()
{
    return {
        column<WordCell<PlacementType>, &R::placement_type>({.name = "placement_type",
                                                             .use = "R",
                                                             .meaning = "the kind of home the child lives in",
                                                             .missing = "unknown"}),
        column<WordCell<PlacementStability>, &R::placement_stability>(
            {.name = "placement_stability",
             .use = "R",
             .meaning = "whether the child may move",
             .missing = "unknown"}),
        column<SetCell<HomeTag>, &R::home_conditions>(
            {.name = "home_conditions",
             .use = "H with the volunteer's allergies",
             .meaning = "animals and smoking in the child's home *(assumption)*",
             .missing = "unknown: ask"}),
        column<SetCell<HomeTag>, &R::allergies>({.name = "allergies",
                                                 .use = "H with the volunteer's pets and smoking",
                                                 .meaning = "what the child cannot be near *(assumption)*",
                                                 .missing = "unknown: ask",
                                                 .special_category = true}),
        column<SetCell<AccessNeed>, &R::access_needs>(
            {.name = "access_needs",
             .use = "H",
             .meaning = "what a visitor must be ready for; a need, never a diagnosis *(assumption)*",
             .missing = "unknown: ask",
             .special_category = true}),
        column<SetCell<Requirement>, &R::requires_of_visitor>(
            {.name = "requires",
             .use = "H",
             .meaning = "what the child's team requires of a visitor",
             .missing = "nothing"}),
        column<CodeCell, &R::unit>({.name = "unit_id",
                                    .use = "H",
                                    .meaning = "the sibling group, one code for all of it",
                                    .missing = "alone"}),
        column<WordCell<UnitMode>, &R::unit_mode>({.name = "unit_mode",
                                                   .use = "H",
                                                   .meaning = "whether the group wants the same visitor",
                                                   .missing = "either"}),
    };
}

Columns history()
{
    return {
        column<IdCell<std::string>, &R::known_adult>(
            {.name = "known_adult",
             .use = "pinned",
             .meaning = "an adult the child already trusts: a volunteer's id, or external",
             .missing = "none"}),
        column<ListCell<ExclusionItem>, &R::not_with>(
            {.name = "not_with",
             .use = "H",
             .meaning = "volunteers whom the child must not be matched with",
             .missing = "none"}),
        column<ListCell<DeclinedItem>, &R::declined_before>(
            {.name = "declined_before",
             .use = "H",
             .meaning = "volunteers whom the child has declined",
             .missing = "none"}),
        column<WholeNumberCell<std::int32_t, 0, most_int>, &R::previous_matches>(
            {.name = "previous_matches",
             .use = "R",
             .meaning = "how many matches have ended",
             .missing = "0"}),
        column<DateCell, &R::previous_match_ended>({.name = "previous_match_ended",
                                                    .use = "R",
                                                    .meaning = "the day the last of them ended",
                                                    .missing = "unknown"}),
        column<CodeCell, &R::previous_match_reason>({.name = "previous_match_reason",
                                                     .use = "R",
                                                     .meaning = "the code of the reason",
                                                     .missing = "unknown"}),
        column<SetCell<Priority>, &R::priority>({.name = "priority",
                                                 .use = "S tier: adds months of waiting",
                                                 .meaning = "why the child should not wait as long as others",
                                                 .missing = "none"}),
        column<AgeRangeCell, &R::visitor_age_wanted>({.name = "visitor_age_wanted",
                                                      .use = "S",
                                                      .meaning = "the age that the child wants of a visitor "
                                                                 "*(assumption)*",
                                                      .missing = "no wish"}),
        column<WordCell<TopCriterion>, &R::top_criterion>({.name = "top_criterion",
                                                           .use = "S doubles a weight",
                                                           .meaning = "what the child says matters most",
                                                           .missing = "none"}),
    };
}

}  // namespace

template <>
const std::vector<ColumnOf<Referral>>& column_table<Referral>()
{
    static const Columns columns = [] {
        Columns all;
        for (const Columns& part : {who(), background(), visits(), home(), history()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return columns;
}

}  // namespace befriend::io
