#include "model/check_round.hpp"

#include <algorithm>
#include <string_view>

namespace befriend {
namespace {

/// Whether the modes of a unit ask for something: one of them is not `either`, and they do not contradict
/// each other, which is a fault of its own.
bool binds(const std::vector<Referral>& children, const std::vector<std::size_t>& unit)
{
    const auto has = [&](UnitMode mode) {
        return std::any_of(unit.begin(), unit.end(),
                           [&](std::size_t child) { return children[child].unit_mode == mode; });
    };
    return has(UnitMode::same_adult) != has(UnitMode::separate_adults);
}

void check_units(const std::vector<Referral>& children, Findings& findings, RecordWatch& watch)
{
    Positions<std::string_view> units;
    for (std::size_t i = 0; i < children.size() && watch.next(); ++i) {
        if (!children[i].unit.empty()) units[children[i].unit].push_back(i);
    }
    for (const auto& [name, unit] : units) {
        if (!watch.next()) return;
        if (unit.size() < 2 || !binds(children, unit)) continue;
        for (const std::size_t child : unit)
            findings.add(FaultCode::e_unsupported, {Table::children, child, "unit_mode"},
                         "a unit of several children with same_adult or separate_adults is not solved yet");
    }
}

void check_known_adults(const std::vector<Referral>& children, Findings& findings, RecordWatch& watch)
{
    for (std::size_t i = 0; i < children.size() && watch.next(); ++i) {
        if (!children[i].known_adult.empty())
            findings.add(FaultCode::e_unsupported, {Table::children, i, "known_adult"}, "not solved yet");
    }
}

/// What the volunteers of one coordinator do now, and could do more.
struct Caseload {
    std::int64_t active = 0;
    std::int64_t room = 0;
};

std::map<CoordinatorId, Caseload> caseloads_of(const std::vector<Volunteer>& volunteers, RecordWatch& watch)
{
    std::map<CoordinatorId, Caseload> caseloads;
    for (const Volunteer& volunteer : volunteers) {
        if (!watch.next()) break;
        Caseload& caseload = caseloads[volunteer.coordinator];
        const std::int64_t load = std::max(volunteer.current_load, 0);
        caseload.active += load;
        if (volunteer.state == VolunteerState::available || volunteer.state == VolunteerState::matched)
            caseload.room += std::max<std::int64_t>(volunteer.capacity - load, 0);
    }
    return caseloads;
}

bool in_force(const Coordinator& coordinator, const Policy& policy) noexcept
{
    if (!policy.as_of) return true;
    return (!coordinator.from || *coordinator.from <= *policy.as_of) &&
           (!coordinator.until || *policy.as_of <= *coordinator.until);
}

/// A cap binds only if the round could go past it: no more matches than room, nor than children.
void check_coordinators(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    auto caseloads = caseloads_of(tables.volunteers, watch);
    for (std::size_t i = 0; i < tables.coordinators.size() && watch.next(); ++i) {
        const Coordinator& coordinator = tables.coordinators[i];
        if (coordinator.id.empty() || !in_force(coordinator, policy)) continue;
        const Caseload caseload = caseloads[coordinator.id];
        const auto most_new = std::min(caseload.room, static_cast<std::int64_t>(tables.children.size()));
        if (most_new == 0) continue;
        constexpr std::string_view rule = "a cap that this round could pass is not solved yet";
        if (coordinator.new_introductions && most_new > *coordinator.new_introductions)
            findings.add(FaultCode::e_unsupported, {Table::coordinators, i, "new_introductions"}, rule);
        if (coordinator.active_matches && caseload.active + most_new > *coordinator.active_matches)
            findings.add(FaultCode::e_unsupported, {Table::coordinators, i, "active_matches"}, rule);
    }
}

void check_tiers(const Policy& policy, Findings& findings)
{
    if (has_tier(policy, TierName::worst_off))
        findings.add(FaultCode::e_unsupported, {Table::policy, std::nullopt, "tiers"},
                     "worst_off is not solved yet");
}

}  // namespace

void check_unsolved(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    check_units(tables.children, findings, watch);
    check_known_adults(tables.children, findings, watch);
    check_coordinators(tables, policy, findings, watch);
    check_tiers(policy, findings);
}

}  // namespace befriend
