#include "model/check_round.hpp"
#include "model/formatted.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace befriend {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <class Record>
Pair pair_of(const Record& record) noexcept
{
    return {record.child.text(), record.volunteer.text()};
}

/// Pins that hold, in the order as read. A pair that is pinned twice counts once: the repeat has its own
/// fault.
std::map<Pair, std::size_t> pins_that_hold(const Tables& tables, const Policy& policy, RecordWatch& watch)
{
    std::map<Pair, std::size_t> pins;
    for (std::size_t i = 0; i < tables.pins.size() && watch.next(); ++i) {
        const Pin& pin = tables.pins[i];
        if (!pin.child.empty() && !pin.volunteer.empty() && !has_expired(pin, policy))
            pins.emplace(pair_of(pin), i);
    }
    return pins;
}

void check_pins_against_blocks(const Tables& tables, const Policy& policy,
                               const std::map<Pair, std::size_t>& pins, Findings& findings,
                               RecordWatch& watch)
{
    for (std::size_t i = 0; i < tables.blocks.size() && watch.next(); ++i) {
        if (has_expired(tables.blocks[i], policy)) continue;
        const auto pin = pins.find(pair_of(tables.blocks[i]));
        if (pin != pins.end())
            findings.add(FaultCode::e_conflict, {Table::pins, pin->second, {}}, {Table::blocks, i, {}},
                         "the pair is pinned and blocked");
    }
}

void check_pins_of_a_child(const std::map<Pair, std::size_t>& pins, Findings& findings, RecordWatch& watch)
{
    Positions<std::string_view> of_child;
    for (const auto& [pair, record] : pins) {
        if (!watch.next()) return;
        of_child[pair.first].push_back(record);
    }
    for (auto& [child, records] : of_child) {
        if (!watch.next()) return;
        std::sort(records.begin(), records.end());
        for (std::size_t i = 1; i < records.size(); ++i)
            findings.add(FaultCode::e_conflict, {Table::pins, records[i], "child_id"},
                         {Table::pins, records.front(), "child_id"}, "two pins for one child");
    }
}

/// As `Volunteer::room`, for numbers that are not checked yet.
std::size_t room_of(const Volunteer& volunteer) noexcept
{
    const std::int32_t load = std::max(volunteer.current_load, 0);
    return volunteer.capacity > load ? static_cast<std::size_t>(volunteer.capacity - load) : 0;
}

void check_pins_of_a_volunteer(const Tables& tables, const std::map<Pair, std::size_t>& pins,
                               Findings& findings, RecordWatch& watch)
{
    Positions<std::string_view> of_volunteer;
    for (const auto& [pair, record] : pins) {
        if (!watch.next()) return;
        of_volunteer[pair.second].push_back(record);
    }
    for (std::size_t i = 0; i < tables.volunteers.size() && watch.next(); ++i) {
        const auto pinned = of_volunteer.find(tables.volunteers[i].id.text());
        const std::size_t room = room_of(tables.volunteers[i]);
        if (pinned == of_volunteer.end() || pinned->second.size() <= room) continue;
        const std::string rule =
            formatted("{} pins for a volunteer with room for {}", pinned->second.size(), room);
        for (const std::size_t record : pinned->second)
            findings.add(FaultCode::e_conflict, {Table::pins, record, "volunteer_id"},
                         {Table::volunteers, i, "capacity"}, rule);
    }
}

void check_existing(const Tables& tables, const std::map<Pair, std::size_t>& pins, Findings& findings,
                    RecordWatch& watch)
{
    std::map<std::string_view, std::size_t> waiting;
    for (std::size_t i = 0; i < tables.children.size() && watch.next(); ++i)
        waiting.emplace(tables.children[i].id.text(), i);
    for (std::size_t i = 0; i < tables.existing.size() && watch.next(); ++i) {
        const ExistingMatch& match = tables.existing[i];
        const auto child = waiting.find(match.child.text());
        if (!match.child.empty() && child != waiting.end())
            findings.add(FaultCode::e_conflict, {Table::existing, i, "child_id"},
                         {Table::children, child->second, "child_id"},
                         "the match is running and the child is on the waiting list");
        const auto pin = pins.find(pair_of(match));
        if (pin != pins.end())
            findings.add(FaultCode::e_conflict, {Table::existing, i, {}}, {Table::pins, pin->second, {}},
                         "the match is running and the pair is pinned");
    }
}

void check_expired(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    constexpr std::string_view rule = "before as_of, the date of the round: left out";
    for (std::size_t i = 0; i < tables.pins.size() && watch.next(); ++i) {
        if (has_expired(tables.pins[i], policy))
            findings.add(FaultCode::w_expired, {Table::pins, i, "until"}, rule);
    }
    for (std::size_t i = 0; i < tables.blocks.size() && watch.next(); ++i) {
        if (has_expired(tables.blocks[i], policy))
            findings.add(FaultCode::w_expired, {Table::blocks, i, "until"}, rule);
    }
}

/// Together and apart at once. Each child who wants the one is named with the first who wants the other.
void check_units(const Tables& tables, Findings& findings, RecordWatch& watch)
{
    std::map<std::string_view, std::size_t> together;
    for (std::size_t i = 0; i < tables.children.size() && watch.next(); ++i) {
        const Referral& child = tables.children[i];
        if (!child.unit.empty() && child.unit_mode == UnitMode::same_adult) together.emplace(child.unit, i);
    }
    for (std::size_t i = 0; i < tables.children.size() && watch.next(); ++i) {
        const Referral& child = tables.children[i];
        if (child.unit_mode != UnitMode::separate_adults) continue;
        const auto other = together.find(child.unit);
        if (other != together.end())
            findings.add(FaultCode::e_conflict, {Table::children, i, "unit_mode"},
                         {Table::children, other->second, "unit_mode"},
                         "separate_adults and same_adult within one unit");
    }
}

}  // namespace

void check_conflicts(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    const auto pins = pins_that_hold(tables, policy, watch);
    check_pins_against_blocks(tables, policy, pins, findings, watch);
    check_pins_of_a_child(pins, findings, watch);
    check_pins_of_a_volunteer(tables, pins, findings, watch);
    check_existing(tables, pins, findings, watch);
    check_expired(tables, policy, findings, watch);
    check_units(tables, findings, watch);
}

}  // namespace befriend
