// The columns of the small tables: coordinators, existing matches, and people's decisions about pairs.

#include "io/column.hpp"
#include "io/list_cells.hpp"
#include <befriend/model/relations.hpp>

#include <limits>

namespace befriend::io {
namespace {

constexpr std::int64_t most_int = std::numeric_limits<std::int32_t>::max();
using Count = WholeNumberCell<std::int32_t, 0, most_int>;

}  // namespace

template <>
const std::vector<ColumnOf<Coordinator>>& column_table<Coordinator>()
{
    using C = Coordinator;
    static const std::vector<ColumnOf<Coordinator>> columns{
        column<IdCell<CoordinatorId>, &C::id>({.name = "coordinator_id",
                                               .use = "key",
                                               .meaning = "the pseudonymous id of the coordinator",
                                               .missing = "error",
                                               .presence = Presence::required}),
        column<Count, &C::active_matches>({.name = "active_matches",
                                           .use = "H caseload",
                                           .meaning = "the most children seen at once by this coordinator's "
                                                      "volunteers",
                                           .missing = "no limit"}),
        column<Count, &C::new_introductions>({.name = "new_introductions",
                                              .use = "H caseload",
                                              .meaning = "the most new matches in this round",
                                              .missing = "no limit"}),
        column<DateCell, &C::from>({.name = "from",
                                    .use = "H caseload",
                                    .meaning = "the first day on which the two limits hold",
                                    .missing = "always"}),
        column<DateCell, &C::until>({.name = "until",
                                     .use = "H caseload",
                                     .meaning = "the last day on which the two limits hold",
                                     .missing = "always"}),
    };
    return columns;
}

template <>
const std::vector<ColumnOf<ExistingMatch>>& column_table<ExistingMatch>()
{
    using M = ExistingMatch;
    static const std::vector<ColumnOf<ExistingMatch>> columns{
        column<IdCell<ReferralId>, &M::child>({.name = "child_id",
                                               .use = "key, with volunteer_id",
                                               .meaning = "the child of a match that is running",
                                               .missing = "error",
                                               .presence = Presence::required}),
        column<IdCell<VolunteerId>, &M::volunteer>({.name = "volunteer_id",
                                                    .use = "key, with child_id",
                                                    .meaning = "the volunteer of that match",
                                                    .missing = "error",
                                                    .presence = Presence::required}),
        column<DateCell, &M::started_on>(
            {.name = "started_on", .use = "R", .meaning = "the day it began", .missing = "unknown"}),
        column<WordCell<MatchType>, &M::type>({.name = "type",
                                               .use = "R",
                                               .meaning =
                                                   "an Independent Visitor, or an adult the child already "
                                                   "trusted",
                                               .missing = "iv"}),
        column<VisitsCell, &M::visits>({.name = "visits_per_month",
                                        .use = "R",
                                        .meaning = "how many visits a month take place",
                                        .missing = "unknown"}),
    };
    return columns;
}

template <>
const std::vector<ColumnOf<PairDecision>>& column_table<PairDecision>()
{
    using D = PairDecision;
    static const std::vector<ColumnOf<PairDecision>> columns{
        column<IdCell<ReferralId>, &D::child>({.name = "child_id",
                                               .use = "key, with volunteer_id",
                                               .meaning = "the child of the pair that a person decided about",
                                               .missing = "error",
                                               .presence = Presence::required}),
        column<IdCell<VolunteerId>, &D::volunteer>({.name = "volunteer_id",
                                                    .use = "key, with child_id",
                                                    .meaning = "the volunteer of that pair",
                                                    .missing = "error",
                                                    .presence = Presence::required}),
        column<TextCell, &D::by>(
            {.name = "by", .use = "R", .meaning = "the role of who decided", .missing = "unknown"}),
        column<TextCell, &D::reason>({.name = "reason",
                                      .use = "R",
                                      .meaning = "why; never in the report unless asked for",
                                      .missing = "unknown"}),
        column<DateCell, &D::until>({.name = "until",
                                     .use = "H",
                                     .meaning = "the last day on which the decision holds",
                                     .missing = "always"}),
    };
    return columns;
}

template <>
const std::vector<ColumnOf<EarlierPair>>& column_table<EarlierPair>()
{
    using E = EarlierPair;
    static const std::vector<ColumnOf<EarlierPair>> columns{
        column<IdCell<ReferralId>, &E::child>({.name = "child_id",
                                               .use = "key",
                                               .meaning = "a child of an earlier proposal",
                                               .missing = "error",
                                               .presence = Presence::required}),
        column<IdCell<VolunteerId>, &E::volunteer>({.name = "volunteer_id",
                                                    .use = "S continuity",
                                                    .meaning = "the volunteer whom it proposed",
                                                    .missing = "error",
                                                    .presence = Presence::required}),
    };
    return columns;
}

}  // namespace befriend::io
