#include "model/check_round.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace befriend {
namespace {

/// The ids that a round knows, each kind in a space of its own.
class KnownIds {
public:
    KnownIds(const Tables& tables, RecordWatch& watch)
    {
        for (const Referral& child : tables.children) {
            if (!watch.next()) return;
            children.emplace(child.id.text());
            providers.emplace(child.provider);
        }
        for (const Volunteer& volunteer : tables.volunteers) {
            if (!watch.next()) return;
            volunteers.emplace(volunteer.id.text());
            providers.emplace(volunteer.provider);
        }
        for (const Coordinator& coordinator : tables.coordinators) {
            if (!watch.next()) return;
            coordinators.emplace(coordinator.id.text());
        }
        for (const ExistingMatch& match : tables.existing) {
            if (!watch.next()) return;
            matched_children.emplace(match.child.text());
            existing.emplace(match.child.text(), match.volunteer.text());
        }
    }

    std::set<std::string_view> children;
    std::set<std::string_view> matched_children;  ///< they are not on the waiting list
    std::set<std::string_view> volunteers;
    std::set<std::string_view> coordinators;
    std::set<std::string_view> providers;  ///< of children and volunteers
    std::set<std::pair<std::string_view, std::string_view>> existing;
};

class ReferenceCheck {
public:
    ReferenceCheck(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
        : tables_(tables), policy_(policy), findings_(findings), watch_(watch), known_(tables, watch)
    {
    }

    void check_people()
    {
        for (std::size_t i = 0; i < tables_.children.size() && watch_.next(); ++i) {
            const Referral& child = tables_.children[i];
            for (const Exclusion& exclusion : child.not_with)
                must_be_volunteer({Table::children, i, "not_with"}, exclusion.id);
            for (const Declined& declined : child.declined_before)
                should_be_volunteer({Table::children, i, "declined_before"}, declined.volunteer.text());
        }
        for (std::size_t i = 0; i < tables_.volunteers.size() && watch_.next(); ++i) {
            const Volunteer& volunteer = tables_.volunteers[i];
            for (const Exclusion& exclusion : volunteer.not_with) {
                if (!known_.matched_children.contains(exclusion.id))
                    must_be_child({Table::volunteers, i, "not_with"}, exclusion.id);
            }
            check_coordinator({Table::volunteers, i, "coordinator_id"}, volunteer.coordinator.text());
        }
    }

    /// The child of a running match is not on the waiting list; an existing adult need not be a volunteer.
    void check_existing()
    {
        for (std::size_t i = 0; i < tables_.existing.size() && watch_.next(); ++i) {
            if (tables_.existing[i].type == MatchType::iv)
                must_be_volunteer({Table::existing, i, "volunteer_id"}, tables_.existing[i].volunteer.text());
        }
    }

    /// A pin on a running match is a conflict, reported there. A block may also concern a child who has a
    /// match.
    void check_decisions()
    {
        for (std::size_t i = 0; i < tables_.pins.size() && watch_.next(); ++i) {
            const Pin& pin = tables_.pins[i];
            if (has_expired(pin, policy_)) continue;
            if (!known_.existing.contains({pin.child.text(), pin.volunteer.text()}))
                must_be_child({Table::pins, i, "child_id"}, pin.child.text());
            must_be_volunteer({Table::pins, i, "volunteer_id"}, pin.volunteer.text());
        }
        for (std::size_t i = 0; i < tables_.blocks.size() && watch_.next(); ++i) {
            const Block& block = tables_.blocks[i];
            if (has_expired(block, policy_)) continue;
            if (!known_.matched_children.contains(block.child.text()))
                must_be_child({Table::blocks, i, "child_id"}, block.child.text());
            must_be_volunteer({Table::blocks, i, "volunteer_id"}, block.volunteer.text());
        }
    }

    /// Children are matched and volunteers leave: nothing is wrong with a pair of people who are gone. When
    /// none is left of any pair, it is more likely another table.
    void check_earlier()
    {
        if (tables_.earlier.empty() || is_unread(Table::children) || is_unread(Table::volunteers)) return;
        for (const EarlierPair& pair : tables_.earlier) {
            if (!watch_.next()) return;
            if (known_.children.contains(pair.child.text()) ||
                known_.volunteers.contains(pair.volunteer.text()))
                return;
        }
        findings_.add(FaultCode::w_unknown_id, {Table::earlier, std::nullopt, {}},
                      "nobody in it is in this round");
    }

    /// A provider without anybody on either side shares nothing: a slip of the pen, or a service that is not
    /// in this round.
    void check_sharing()
    {
        if (is_unread(Table::children) || is_unread(Table::volunteers)) return;
        const auto& groups = policy_.service.sharing;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            for (std::size_t i = 0; i < groups[group].size(); ++i) {
                if (known_.providers.contains(groups[group][i])) continue;
                findings_.add(FaultCode::w_policy, {Table::policy, std::nullopt, "service.sharing"},
                              "no child and no volunteer has provider " + std::to_string(i + 1) +
                                  " of group " + std::to_string(group + 1));
            }
        }
    }

private:
    void must_be_child(Place place, std::string_view id)
    {
        if (id.empty() || known_.children.contains(id) || is_unread(Table::children)) return;
        findings_.add(FaultCode::e_unknown_id, place,
                      known_.volunteers.contains(id) ? "no child has this id; it exists on the other side"
                                                     : "no child has this id");
    }

    void must_be_volunteer(Place place, std::string_view id)
    {
        if (id.empty() || known_.volunteers.contains(id) || is_unread(Table::volunteers)) return;
        const bool is_child = known_.children.contains(id) || known_.matched_children.contains(id);
        findings_.add(
            FaultCode::e_unknown_id, place,
            is_child ? "no volunteer has this id; it exists on the other side" : "no volunteer has this id");
    }

    /// Volunteers leave, so an old name is worth a look and no more.
    void should_be_volunteer(Place place, std::string_view id)
    {
        if (id.empty() || known_.volunteers.contains(id) || is_unread(Table::volunteers)) return;
        findings_.add(FaultCode::w_unknown_id, place, "no volunteer has this id");
    }

    /// A round without a table of coordinators sets no caps, and any code will do.
    void check_coordinator(Place place, std::string_view id)
    {
        if (id.empty() || known_.coordinators.empty() || known_.coordinators.contains(id)) return;
        findings_.add(FaultCode::e_unknown_id, place, "no coordinator has this id");
    }

    /// Where a whole table could not be read, everybody in it is unknown, and saying so helps nobody.
    [[nodiscard]] bool is_unread(Table table) const { return findings_.unread({table, std::nullopt, {}}); }

    const Tables& tables_;
    const Policy& policy_;
    Findings& findings_;
    RecordWatch& watch_;
    KnownIds known_;
};

}  // namespace

void check_references(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    ReferenceCheck check(tables, policy, findings, watch);
    check.check_people();
    check.check_existing();
    check.check_decisions();
    check.check_earlier();
    check.check_sharing();
}

}  // namespace befriend
