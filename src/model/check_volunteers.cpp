#include "model/check_person.hpp"
#include "model/check_round.hpp"
#include "model/record_check.hpp"

namespace befriend {
namespace {

/// Further than any two points of the grid are apart, and small enough to square.
constexpr std::int64_t most_travel_m = 2'000'000;

void check_clearance(const RecordCheck& record, const Volunteer& volunteer, std::optional<Date> as_of)
{
    record.known(volunteer.state.has_value(), {"state"});
    record.date_not_after("dbs_on", volunteer.dbs_on, as_of);
    record.date("panel_approved_until", volunteer.panel_approved_until);
    std::vector<std::string> trainings;
    for (const Training& training : volunteer.training) {
        record.date_not_after("training", training.on, as_of);
        trainings.push_back(std::string(to_word(training.kind)) +
                            (training.on ? ':' + to_text(*training.on) : ""));
    }
    record.no_repeats("training", std::move(trainings));
}

void check_time(const RecordCheck& record, const Volunteer& volunteer)
{
    record.between("max_visits_per_month", volunteer.most_visits, 25, 400);
    record.date("available_from", volunteer.available_from);
    record.date("commitment_until", volunteer.commitment_until);
    record.between("commitment_months", volunteer.commitment_months, 1, 120);
    if (volunteer.commitment_until && volunteer.commitment_months)
        record.add(FaultCode::e_conflict, "commitment_months", "give this or commitment_until, not both");
}

void check_preferences(const RecordCheck& record, const Volunteer& volunteer)
{
    if (volunteer.accepts_age) record.ages("accepts_age", *volunteer.accepts_age);
    if (volunteer.prefers_age.known()) {
        const AgeRange& prefers = volunteer.prefers_age.value();
        record.ages("prefers_age", prefers);
        const auto& accepts = volunteer.accepts_age;
        if (accepts && (prefers.least < accepts->least || prefers.most > accepts->most))
            record.add(FaultCode::e_range, "prefers_age", "must lie within accepts_age");
    }
    record.codes("accepts_gender", volunteer.accepts_gender);
    if (volunteer.cultures.known()) record.texts("cultures", volunteer.cultures.value());
    if (volunteer.pets.known() && volunteer.pets.value().has(HomeTag::smoking))
        record.add(FaultCode::e_schema, "pets", "must be one of dog, cat, other_animal");
}

void check_volunteer(const RecordCheck& record, const Volunteer& volunteer, const Policy& policy,
                     const Vocabulary* vocabulary)
{
    record.id("volunteer_id", volunteer.id.text());
    check_clearance(record, volunteer, policy.as_of);
    check_age(record, volunteer.age, policy.as_of, 18, 90);
    check_person(record, volunteer, policy.as_of, vocabulary);
    check_time(record, volunteer);
    check_preferences(record, volunteer);
    record.between("max_travel_m", volunteer.furthest_m, 0, most_travel_m);
    record.at_least("capacity", volunteer.capacity, 0);
    record.at_least("current_load", volunteer.current_load, 0);
    record.at_least("high_need_limit", volunteer.high_need_limit, 0);
    record.code("coordinator_id", volunteer.coordinator.text());
}

}  // namespace

void check_volunteers(const Tables& tables, const Policy& policy, const Vocabulary& vocabulary,
                      Findings& findings, RecordWatch& watch)
{
    const bool usable = !findings.has_unread(Table::vocabulary);
    for (std::size_t i = 0; i < tables.volunteers.size() && watch.next(); ++i)
        check_volunteer({findings, Table::volunteers, i}, tables.volunteers[i], policy,
                        usable ? &vocabulary : nullptr);
}

}  // namespace befriend
