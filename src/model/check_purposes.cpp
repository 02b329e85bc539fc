#include "model/check_round.hpp"

namespace befriend {
namespace {

/// One fault for the column, if any record has a value there: the policy decides about columns, not about
/// people.
template <class Record, class HasValue>
void refuse(Findings& findings, Table table, const std::vector<Record>& records, std::string_view field,
            HasValue has_value, std::string_view rule, RecordWatch& watch)
{
    for (const Record& record : records) {
        if (!watch.next()) return;
        if (has_value(record)) return findings.add(FaultCode::e_policy, {table, std::nullopt, field}, rule);
    }
}

constexpr std::string_view needs_wish = "special-category data: the policy states no purposes.child_wish";
constexpr std::string_view needs_monitoring =
    "special-category data: the policy states no purposes.equality_monitoring";
constexpr std::string_view needs_either =
    "special-category data: the policy states neither purposes.child_wish nor purposes.equality_monitoring";

constexpr auto has_religion = [](const auto& person) { return person.religion.known(); };
constexpr auto has_ethnic_group = [](const auto& person) { return person.ethnic_group.known(); };

}  // namespace

void check_purposes(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    const bool for_wish = !policy.purposes.child_wish.empty();
    const bool for_monitoring = !policy.purposes.equality_monitoring.empty();
    const auto& children = tables.children;
    const auto& volunteers = tables.volunteers;

    if (!for_monitoring)
        refuse(findings, Table::children, children, "ethnic_group", has_ethnic_group, needs_monitoring,
               watch);
    if (!for_wish) {
        const auto wants_culture = [](const Referral& child) { return !child.culture.wanted.empty(); };
        const auto wants_faith = [](const Referral& child) { return !child.faith.wanted.empty(); };
        const auto has_cultures = [](const Volunteer& volunteer) { return volunteer.cultures.known(); };
        refuse(findings, Table::children, children, "culture_wanted", wants_culture, needs_wish, watch);
        refuse(findings, Table::children, children, "religion_wanted", wants_faith, needs_wish, watch);
        refuse(findings, Table::volunteers, volunteers, "cultures", has_cultures, needs_wish, watch);
    }
    if (!for_wish && !for_monitoring) {
        refuse(findings, Table::children, children, "religion", has_religion, needs_either, watch);
        refuse(findings, Table::volunteers, volunteers, "religion", has_religion, needs_either, watch);
        refuse(findings, Table::volunteers, volunteers, "ethnic_group", has_ethnic_group, needs_either,
               watch);
    }
}

}  // namespace befriend
