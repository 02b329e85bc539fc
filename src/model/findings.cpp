#include "model/findings.hpp"

#include <utility>

namespace befriend {

namespace {

Fault fault_at(Place place, FaultCode code, std::string_view rule)
{
    Fault fault;
    fault.code = code;
    fault.table = place.table;
    fault.record = place.record;
    fault.field = place.field;
    fault.rule = rule;
    return fault;
}

}  // namespace

Findings::Findings(std::vector<Fault> found, RecordWatch& watch)
{
    for (Fault& fault : found) {
        if (!watch.next()) return;
        if (!is_warning(fault.code)) unread_.emplace(fault.table, fault.record, fault.field);
        note(std::move(fault));
    }
}

void Findings::add(FaultCode code, Place place, std::string_view rule)
{
    if (!unread(place)) note(fault_at(place, code, rule));
}

void Findings::add(FaultCode code, Place place, Place other, std::string_view rule)
{
    if (unread(place)) return;
    Fault fault = fault_at(place, code, rule);
    fault.other = other.record;
    if (other.table != place.table) fault.other_table = other.table;
    note(std::move(fault));
}

void Findings::add(const std::vector<Fault>& faults)
{
    for (const Fault& fault : faults) {
        if (!unread({fault.table, fault.record, fault.field})) note(fault);
    }
}

bool Findings::unread(Place place) const
{
    if (unread_.empty()) return false;
    const std::string field(place.field);
    const std::optional<std::size_t> whole_table;
    return unread_.contains({place.table, place.record, field}) ||
           unread_.contains({place.table, place.record, {}}) ||
           unread_.contains({place.table, whole_table, field}) ||
           unread_.contains({place.table, whole_table, {}});
}

bool Findings::has_unread(Table table) const
{
    const auto first = unread_.lower_bound({table, std::nullopt, {}});
    return first != unread_.end() && std::get<Table>(*first) == table;
}

std::vector<Fault> Findings::all(RecordWatch& watch) &&
{
    std::vector<Fault> all;
    all.reserve(faults_.size());
    while (!faults_.empty() && watch.next())
        all.push_back(std::move(faults_.extract(faults_.begin()).value()));
    return all;
}

}  // namespace befriend
