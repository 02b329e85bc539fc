#include "model/check_round.hpp"
#include "model/record_check.hpp"

namespace befriend {
namespace {

void check_coordinator(const RecordCheck& record, const Coordinator& coordinator)
{
    record.id("coordinator_id", coordinator.id.text());
    record.at_least("active_matches", coordinator.active_matches, 0);
    record.at_least("new_introductions", coordinator.new_introductions, 0);
    record.date("from", coordinator.from);
    record.date("until", coordinator.until);
    if (coordinator.from && coordinator.until && *coordinator.until < *coordinator.from)
        record.add(FaultCode::e_range, "until", "before from");
}

void check_existing(const RecordCheck& record, const ExistingMatch& match)
{
    record.id("child_id", match.child.text());
    record.id("volunteer_id", match.volunteer.text());
    record.date("started_on", match.started_on);
    record.between("visits_per_month", match.visits, 25, 400);
}

void check_decision(const RecordCheck& record, const PairDecision& decision)
{
    record.id("child_id", decision.child.text());
    record.id("volunteer_id", decision.volunteer.text());
    record.text("by", decision.by);
    record.text("reason", decision.reason);
    record.date("until", decision.until);
}

void check_earlier(const RecordCheck& record, const EarlierPair& pair)
{
    record.id("child_id", pair.child.text());
    record.id("volunteer_id", pair.volunteer.text());
}

}  // namespace

void check_other_records(const Tables& tables, Findings& findings, RecordWatch& watch)
{
    for (std::size_t i = 0; i < tables.coordinators.size() && watch.next(); ++i)
        check_coordinator({findings, Table::coordinators, i}, tables.coordinators[i]);
    for (std::size_t i = 0; i < tables.existing.size() && watch.next(); ++i)
        check_existing({findings, Table::existing, i}, tables.existing[i]);
    for (std::size_t i = 0; i < tables.pins.size() && watch.next(); ++i)
        check_decision({findings, Table::pins, i}, tables.pins[i]);
    for (std::size_t i = 0; i < tables.blocks.size() && watch.next(); ++i)
        check_decision({findings, Table::blocks, i}, tables.blocks[i]);
    for (std::size_t i = 0; i < tables.earlier.size() && watch.next(); ++i)
        check_earlier({findings, Table::earlier, i}, tables.earlier[i]);
}

}  // namespace befriend
