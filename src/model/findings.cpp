#include "model/findings.hpp"

#include <utility>

namespace befriend {

Findings::Findings(std::vector<Fault> found) : faults_(std::move(found))
{
    for (const Fault& fault : faults_) {
        if (!is_warning(fault.code)) unread_.emplace(fault.table, fault.record, fault.field);
    }
}

void Findings::add(FaultCode code, Place place, std::string_view rule)
{
    if (unread(place)) return;
    Fault fault;
    fault.code = code;
    fault.table = place.table;
    fault.record = place.record;
    fault.field = place.field;
    fault.rule = rule;
    faults_.push_back(std::move(fault));
}

void Findings::add(FaultCode code, Place place, Place other, std::string_view rule)
{
    if (unread(place)) return;
    add(code, place, rule);
    faults_.back().other = other.record;
    if (other.table != place.table) faults_.back().other_table = other.table;
}

void Findings::add(const std::vector<Fault>& faults)
{
    for (const Fault& fault : faults) {
        if (!unread({fault.table, fault.record, fault.field})) faults_.push_back(fault);
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

std::vector<Fault> Findings::all() &&
{
    sort_faults(faults_);
    return std::move(faults_);
}

}  // namespace befriend
