// The columns of `volunteers`, in the order of the data dictionary.

#include "io/column.hpp"
#include "io/list_cells.hpp"
#include "io/stated_columns.hpp"
#include <befriend/model/volunteer.hpp>

#include <limits>

namespace befriend::io {
namespace {

using V = Volunteer;
using Columns = std::vector<ColumnOf<Volunteer>>;
constexpr std::int64_t most_int = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t most_travel_m = 2'000'000;
using Count = WholeNumberCell<std::int32_t, 0, most_int>;
using Metres = WholeNumberCell<std::int64_t, 0, most_travel_m>;
using Miles = WholeNumberCell<std::int64_t, 0, most_travel_m / 1609>;
using Pets = SetCell<HomeTag, EmptySet::allowed, 3>;  // all but smoking

Columns who()
{
    return {
        column<IdCell<VolunteerId>, &V::id>(
            {.name = "volunteer_id",
             .use = "key",
             .meaning = "the pseudonymous id of the volunteer, couple or pair",
             .missing = "error",
             .presence = Presence::required}),
        column<CodeCell, &V::provider>({.name = "provider_id",
                                        .use = "H",
                                        .meaning = "the service that the volunteer belongs to",
                                        .missing = "the default provider"}),
        column<WordCell<VolunteerUnit>, &V::unit>({.name = "unit",
                                                   .use = "H",
                                                   .meaning = "one adult, or two who visit together",
                                                   .missing = "single"}),
        column<WordCell<VolunteerState>, &V::state>({.name = "state",
                                                     .use = "H: available, or matched with room left",
                                                     .meaning = "where the volunteer stands",
                                                     .missing = "error: must be known",
                                                     .presence = Presence::required}),
    };
}

Columns clearance()
{
    return {
        column<DateCell, &V::dbs_on>({.name = "dbs_on",
                                      .use = "H with the policy's expiry",
                                      .meaning = "the day of the enhanced DBS check",
                                      .missing = "not cleared: never matched"}),
        column<FlagCell, &V::references_ok>({.name = "references_ok",
                                             .use = "H",
                                             .meaning = "whether the references are good",
                                             .missing = "not cleared: never matched"}),
        column<DateCell, &V::panel_approved_until>({.name = "panel_approved_until",
                                                    .use = "H",
                                                    .meaning = "the last day of the panel's approval",
                                                    .missing = "not cleared: never matched"}),
        column<ListCell<TrainingItem>, &V::training>(
            {.name = "training",
             .use = "H with the child's requires and the policy's expiry",
             .meaning = "the trainings completed",
             .missing = "none"}),
        column<WordCell<Independence>, &V::independent>(
            {.name = "independent",
             .use = "H",
             .meaning =
                 "whether the volunteer is free of ties to the authority (employee, partner of one, elected "
                 "member)",
             .missing = "check: a person decides"}),
    };
}

Columns background()
{
    return {
        age_years_column<V, 18, 90>({.name = "age_years",
                                     .use = "H policy; S",
                                     .meaning = "the age in whole years on the date of the round",
                                     .missing = "error unless birth_month is given",
                                     .presence = Presence::one_of_the_age}),
        birth_month_column<V>({.name = "birth_month",
                               .use = "H policy; S",
                               .meaning =
                                   "the month of birth, never the day; the birthday counts from the first of "
                                   "the month",
                               .missing = "error unless age_years is given",
                               .presence = Presence::one_of_the_age}),
        column<GenderCell, &V::gender>({.name = "gender",
                                        .alias = "sex",
                                        .use = "H and S with the child's wish",
                                        .meaning = "the gender, or sex, as the volunteer states it",
                                        .missing = "unknown: fails only a must"}),
        column<EthnicGroupCell, &V::ethnic_group>(
            {.name = "ethnic_group",
             .use = "H and S only when the child asks; R",
             .meaning = "a code of ons-2021, of its five broad groups or of ssda903-2024; GROM is read as "
                        "WROM, REFU "
                        "as declined, NOBT as unknown",
             .missing = "unknown: cannot meet a must, lowers nothing else",
             .special_category = true}),
        column<ListCell<GroupItem>, &V::cultures>(
            {.name = "cultures",
             .use = "H and S only when the child asks",
             .meaning = "the groups that the volunteer belongs to",
             .missing = "unknown: cannot meet a must, lowers nothing else",
             .special_category = true}),
        column<ReligionCell, &V::religion>(
            {.name = "religion",
             .use = "H and S only when the child asks",
             .meaning = "the religion, by the words of the 2021 census; not_answered is read as declined",
             .missing = "unknown: cannot meet a must, lowers nothing else",
             .special_category = true}),
        column<ListCell<LanguageItem>, &V::languages>(
            {.name = "languages",
             .use = "H and S only when the child asks",
             .meaning = "the languages the volunteer speaks",
             .missing = "English is assumed *(assumption)* and flagged"}),
    };
}

Columns visits()
{
    return {
        column<ListCell<GradedItem>, &V::interests>({.name = "interests",
                                                     .use = "S",
                                                     .meaning = "what the volunteer likes and dislikes",
                                                     .missing = "unknown, never dislike"}),
        column<ListCell<TagItem>, &V::activities_no>(
            {.name = "activities_no",
             .use = "S",
             .meaning = "what the volunteer does not want to do; counts as an interest of grade -2",
             .missing = "none"}),
        column<WeekCell, &V::slots>({.name = "slots",
                                     .use = "H least overlap; S",
                                     .meaning = "when the volunteer is free",
                                     .missing = "unknown: never a veto, flagged"}),
        column<VisitsCell, &V::most_visits>({.name = "max_visits_per_month",
                                             .use = "S",
                                             .meaning = "the most visits a month offered to one child",
                                             .missing = "unknown, flagged"}),
        column<SetCell<ContactMode, EmptySet::refused>, &V::contact_modes>(
            {.name = "contact_modes",
             .use = "H; widens the distance limit",
             .meaning = "how visits can take place",
             .missing = "in_person"}),
        column<DateCell, &V::available_from>({.name = "available_from",
                                              .use = "H",
                                              .meaning = "the first day the volunteer can start",
                                              .missing = "the date of the round"}),
        column<DateCell, &V::waiting_since>({.name = "waiting_since",
                                             .use = "S volunteers waiting",
                                             .meaning = "the day since which the volunteer waits for a child",
                                             .missing = "the date of the round"}),
        column<DateCell, &V::commitment_until>(
            {.name = "commitment_until",
             .use = "H horizon",
             .meaning = "the last day the volunteer has committed to",
             .missing = "the policy's months from the date of the round (12)"}),
        column<WholeNumberCell<std::int32_t, 1, 120>, &V::commitment_months>(
            {.name = "commitment_months",
             .use = "H horizon",
             .meaning = "instead of commitment_until: months from the date of the round",
             .missing = "the policy's months from the date of the round (12)"}),
    };
}

Columns place()
{
    return {
        easting_column<V>({.name = "easting",
                           .use = "H limit, S",
                           .meaning = "metres east on the British National Grid; with northing",
                           .missing = "distance unknown: flagged, never a veto"}),
        northing_column<V>({.name = "northing",
                            .use = "H limit, S",
                            .meaning = "metres north on the British National Grid; with easting",
                            .missing = "distance unknown: flagged, never a veto"}),
        area_column<V>({.name = "area",
                        .use = "H limit, S",
                        .meaning =
                            "instead of easting and northing: looked up in the table of areas that the user "
                            "names; one that is not there is unknown",
                        .missing = "distance unknown: flagged, never a veto"}),
        stated_column<V, Metres, &Stated::furthest_m>(
            {.name = "max_travel_m",
             .use = "H",
             .meaning = "the furthest straight distance to a child, in metres",
             .missing = "the policy's, flagged"},
            [](const Volunteer& record) {
                return record.furthest_m ? Metres::write(*record.furthest_m) : std::string();
            }),
        stated_column<V, Miles, &Stated::furthest_miles>(
            {.name = "max_travel_miles",
             .use = "H",
             .meaning = "instead of max_travel_m: miles, each read as 1609 metres",
             .missing = "the policy's, flagged"},
            [](const Volunteer&) { return std::string(); }),
    };
}

Columns limits()
{
    return {
        column<AgeRangeCell, &V::prefers_age>({.name = "prefers_age",
                                               .use = "S",
                                               .meaning = "the age of child preferred, within accepts_age "
                                                          "*(assumption)*",
                                               .missing = "no preference"}),
        column<AgeRangeCell, &V::accepts_age>({.name = "accepts_age",
                                               .use = "H",
                                               .meaning = "the age of child accepted",
                                               .missing = "every age of the policy"}),
        column<WordCell<TravelMode>, &V::travel>({.name = "travel",
                                                  .use = "H with no_lone_car",
                                                  .meaning = "how the volunteer travels *(assumption)*",
                                                  .missing = "public"}),
        column<FlagCell, &V::business_insurance>(
            {.name = "business_insurance",
             .use = "H with no_lone_car",
             .meaning = "whether the car is insured for visits *(assumption)*",
             .missing = "unknown"}),
        column<Pets, &V::pets>({.name = "pets",
                                .use = "H with the child's allergies",
                                .meaning = "animals in the volunteer's home *(assumption)*",
                                .missing = "unknown: ask"}),
        column<FlagCell, &V::smoker>({.name = "smoker",
                                      .use = "H with the child's allergies",
                                      .meaning = "whether the volunteer smokes *(assumption)*",
                                      .missing = "unknown: ask"}),
        column<SetCell<HomeTag>, &V::allergies>(
            {.name = "allergies",
             .use = "H with the child's home_conditions",
             .meaning = "what the volunteer cannot be near *(assumption)*",
             .missing = "unknown: ask",
             .special_category = true}),
        column<AcceptedGendersCell, &V::accepts_gender>({.name = "accepts_gender",
                                                         .use = "H",
                                                         .meaning = "the genders of children accepted",
                                                         .missing = "all"}),
        ColumnOf<Volunteer>{
            described({.name = "willing",
                       .use = "S and H",
                       .meaning = "the child's requirements and access needs that the volunteer is "
                                  "ready for",
                       .missing = "none of them"},
                      WillingCell::rule()),
            WillingCell::rule(),
            [](std::string_view cell, Draft<Volunteer>& draft, CellFaults& faults) {
                const auto willing = WillingCell::read(cell, faults);
                if (!willing) return;
                draft.record.willing = willing->requirements;
                draft.record.willing_access = willing->access;
            },
            [](const Volunteer& record) {
                const bool none = record.willing.empty() && record.willing_access.empty();
                return none ? std::string() : WillingCell::write({record.willing, record.willing_access});
            }},
    };
}

Columns caseload()
{
    return {
        column<Count, &V::capacity>({.name = "capacity",
                                     .use = "H",
                                     .meaning = "the most children the volunteer agreed to see at once",
                                     .missing = "1"}),
        column<Count, &V::current_load>({.name = "current_load",
                                         .use = "H",
                                         .meaning = "the children the volunteer sees now",
                                         .missing = "0"}),
        column<Count, &V::high_need_limit>(
            {.name = "high_need_limit",
             .use = "H",
             .meaning = "the most new children who require experienced *(assumption)*",
             .missing = "1"}),
        column<ListCell<ExclusionItem>, &V::not_with>({.name = "not_with",
                                                       .use = "H",
                                                       .meaning =
                                                           "children whom the volunteer must not be matched "
                                                           "with",
                                                       .missing = "none"}),
        column<IdCell<CoordinatorId>, &V::coordinator>({.name = "coordinator_id",
                                                        .use = "H caseload",
                                                        .meaning = "who looks after the volunteer",
                                                        .missing = "the pool"}),
    };
}

}  // namespace

template <>
const std::vector<ColumnOf<Volunteer>>& column_table<Volunteer>()
{
    static const Columns columns = [] {
        Columns all;
        for (const Columns& part :
             {who(), clearance(), background(), visits(), place(), limits(), caseload()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return columns;
}

}  // namespace befriend::io
