#include "proposal/naive_reasons.hpp"

#include "proposal/brute_force_round.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace befriend::test {
namespace {

std::vector<Rule> rules_of(TagSet<Rule> set)
{
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (set.has(static_cast<Rule>(i))) rules.push_back(static_cast<Rule>(i));
    }
    return rules;
}

// The set of rules that is all that is in the way for the most; sets of one come before sets of two.
std::pair<std::vector<Rule>, std::size_t> main_obstacle(const std::vector<std::vector<Rule>>& broken)
{
    for (const std::size_t size : {1U, 2U}) {
        std::map<std::vector<Rule>, std::size_t> count;
        for (const auto& rules : broken) {
            if (rules.size() == size) ++count[rules];
        }
        // The first of the largest: a map is in the fixed order of rules.
        const auto most = std::max_element(count.begin(), count.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most != count.end()) return *most;
    }
    return {};
}

// The providers that a chain of sharing groups joins to this one.
std::set<std::string> pool_of(const std::string& provider, const Policy& policy)
{
    std::set<std::string> pool{provider};
    for (std::size_t before = 0; before != pool.size();) {
        before = pool.size();
        for (const auto& group : policy.service.sharing) {
            const bool joined = std::any_of(group.begin(), group.end(),
                                            [&](const auto& one) { return pool.count(one) != 0; });
            if (joined) pool.insert(group.begin(), group.end());
        }
    }
    return pool;
}

bool is_high_need_child(const Referral& child)
{
    return child.requires_of_visitor.has(Requirement::experienced);
}

// Whether `child` could have the place of `other` with the volunteer, as far as limits go.
bool could_replace(const Round& round, const std::vector<std::size_t>& seen, std::size_t volunteer,
                   std::size_t child, std::size_t other)
{
    if (!is_high_need_child(round.children()[child]) || is_high_need_child(round.children()[other]))
        return true;
    const auto experienced = std::count_if(
        seen.begin(), seen.end(), [&](std::size_t one) { return is_high_need_child(round.children()[one]); });
    return experienced < round.volunteers()[volunteer].high_need_limit;
}

// The first tier on which the two differ, where the other is ahead; none if they differ on none.
std::optional<TierName> tier_ahead(const Round& round, std::size_t volunteer, std::size_t child,
                                   std::size_t other)
{
    for (const TierName tier : round.policy().tiers) {
        if (worth(round, tier, other, volunteer) != worth(round, tier, child, volunteer)) return tier;
    }
    return {};
}

std::vector<NeededElsewhere> elsewhere(const Round& round, const Proposal& proposal, std::size_t child)
{
    const Scorer scorer(round);
    std::vector<NeededElsewhere> needed;
    const auto candidates = candidate_volunteers(round);
    for (const std::size_t volunteer : candidates[child])
        needed.push_back({volunteer, scorer.score(child, volunteer).points, {}});
    std::sort(needed.begin(), needed.end(), [&](const auto& a, const auto& b) {
        return std::pair(-a.points, -tie_of(round, child, a.volunteer)) <
               std::pair(-b.points, -tie_of(round, child, b.volunteer));
    });
    needed.resize(std::min<std::size_t>(needed.size(), 3));
    for (NeededElsewhere& one : needed) {
        std::vector<std::size_t> seen;
        std::set<std::size_t> pinned;
        for (const ProposedMatch& match : proposal.proposed) {
            if (match.volunteer != one.volunteer) continue;
            seen.push_back(match.child);
            if (match.pinned) pinned.insert(match.child);
        }
        for (const std::size_t other : seen) {
            if (!could_replace(round, seen, one.volunteer, child, other)) continue;
            const bool is_pinned = pinned.count(other) != 0;
            const auto tier = is_pinned ? std::nullopt : tier_ahead(round, one.volunteer, child, other);
            one.ahead.push_back({other, tier, is_pinned});
        }
    }
    return needed;
}

}  // namespace

std::vector<std::size_t> considered_volunteers(const Round& round, std::size_t child)
{
    const Eligibility eligibility(round);
    const Referral& record = round.children()[child];
    const std::set<std::string> pool = pool_of(record.provider, round.policy());
    std::vector<std::size_t> own_pool;
    std::vector<std::size_t> own_pool_without_place;
    std::vector<std::pair<std::int64_t, std::size_t>> nearest;
    std::set<std::size_t> found;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        const Volunteer& volunteer = round.volunteers()[i];
        if (pool.count(volunteer.provider) != 0) {
            own_pool.push_back(i);
            if (!volunteer.location) own_pool_without_place.push_back(i);
        }
        if (!volunteer.location || !record.location) continue;
        const std::int64_t metres = distance_m(*record.location, *volunteer.location);
        nearest.emplace_back(metres, i);
        if (metres <= 2 * eligibility.limit_m(child, i)) found.insert(i);
    }
    if (!record.location) {
        for (std::size_t i = 0; own_pool.empty() && i < round.volunteers().size(); ++i)
            found.insert(i);
        found.insert(own_pool.begin(), own_pool.end());
        return {found.begin(), found.end()};
    }
    if (found.size() < 50) {
        std::sort(nearest.begin(), nearest.end());
        for (std::size_t i = 0; i < nearest.size() && i < 50; ++i)
            found.insert(nearest[i].second);
    }
    found.insert(own_pool_without_place.begin(), own_pool_without_place.end());
    return {found.begin(), found.end()};
}

WaitingChild naive_waiting(const Round& round, const Proposal& proposal, std::size_t child)
{
    const Eligibility eligibility(round);
    WaitingChild waiting;
    waiting.child = child;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i)
        waiting.eligible += eligibility.broken(child, i).empty();
    std::vector<std::vector<Rule>> broken;
    for (const std::size_t i : considered_volunteers(round, child)) {
        broken.push_back(rules_of(eligibility.broken(child, i)));
        if (broken.back().size() != 1 || change_of(broken.back().front()).empty()) continue;
        Change change{i, broken.back().front(), {}};
        if (change.rule == Rule::distance)
            change.further_m =
                distance_m(*round.children()[child].location, *round.volunteers()[i].location) -
                eligibility.limit_m(child, i);
        waiting.what_would_change_it.push_back(change);
    }
    if (round.volunteers().empty()) {
        waiting.reason = WaitingReason::no_volunteers;
    } else if (!candidate_volunteers(round)[child].empty()) {
        waiting.reason = WaitingReason::needed_elsewhere;
        waiting.needed_elsewhere = elsewhere(round, proposal, child);
    } else if (waiting.eligible > 0) {
        waiting.reason = WaitingReason::below_minimum;
    } else {
        std::tie(waiting.rules, waiting.volunteers) = main_obstacle(broken);
        waiting.reason = waiting.rules.empty() ? WaitingReason::several_rules : WaitingReason::rule;
    }
    return waiting;
}

UnusedVolunteer naive_unused(const Round& round, std::size_t volunteer)
{
    const Eligibility eligibility(round);
    UnusedVolunteer unused;
    unused.volunteer = volunteer;
    std::vector<std::vector<Rule>> broken;
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        broken.push_back(rules_of(eligibility.broken(child, volunteer)));
        unused.eligible += broken.back().empty();
    }
    const auto candidates = candidate_volunteers(round);
    const bool is_candidate = std::any_of(candidates.begin(), candidates.end(), [&](const auto& of_child) {
        return std::find(of_child.begin(), of_child.end(), volunteer) != of_child.end();
    });
    if (const auto own = eligibility.of_volunteer(volunteer); !own.empty()) {
        unused.reason = UnusedReason::not_ready;
        unused.rules = rules_of(own);
    } else if (broken.empty()) {
        unused.reason = UnusedReason::no_children;
    } else if (is_candidate) {
        unused.reason = UnusedReason::children_elsewhere;
    } else if (unused.eligible > 0) {
        unused.reason = UnusedReason::below_minimum;
    } else {
        unused.rules = main_obstacle(broken).first;
        unused.reason = unused.rules.empty() ? UnusedReason::several_rules : UnusedReason::rule;
    }
    return unused;
}

}  // namespace befriend::test
