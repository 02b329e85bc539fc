#include "proposal/obstacles.hpp"
#include "proposal/reasons.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace befriend {
namespace {

constexpr std::size_t best_shown = 3;

// The first tier in which `ahead` counts more than `child` with the same volunteer; none if only ties tell
// them apart.
std::optional<TierName> first_tier_ahead(std::size_t ahead, std::size_t child, std::size_t volunteer,
                                         const MatchingFacts& facts)
{
    for (const TierName tier : facts.round.policy().tiers) {
        if (tier == TierName::waiting &&
            facts.problem.waiting_benefit_of(ahead) > facts.problem.waiting_benefit_of(child)) {
            return tier;
        }
        if (tier == TierName::points &&
            facts.scorer.brief(ahead, volunteer).points > facts.scorer.brief(child, volunteer).points) {
            return tier;
        }
    }
    return std::nullopt;
}

std::vector<NeededElsewhere> needed_elsewhere(std::size_t child, const MatchingFacts& facts)
{
    std::vector<NeededElsewhere> needed;
    for (const auto& [volunteer, points] : facts.best_candidates(child, best_shown)) {
        NeededElsewhere& entry = needed.emplace_back(NeededElsewhere{volunteer, points, {}});
        for (const std::size_t other : facts.children_of[volunteer]) {
            if (!facts.could_replace(child, other, volunteer)) continue;
            const bool pinned = facts.problem.pin_of(other).has_value();
            const auto tier = pinned ? std::nullopt : first_tier_ahead(other, child, volunteer, facts);
            entry.ahead.push_back({other, tier, pinned});
        }
    }
    return needed;
}

// At most `most_changes`: the change with the most points for each rule first, then each rule's second, and
// so on.
class Changes {
public:
    void add(const Change& change, Points points) { all_.push_back({change, points}); }

    [[nodiscard]] std::vector<Change> chosen()
    {
        const auto rule_of = [](const Ranked& one) { return static_cast<std::size_t>(one.change.rule); };
        std::sort(all_.begin(), all_.end(), [&](const Ranked& a, const Ranked& b) {
            return std::tuple(rule_of(a), -a.points, a.change.other) <
                   std::tuple(rule_of(b), -b.points, b.change.other);
        });
        std::array<std::size_t, rule_count> place{};
        for (Ranked& one : all_)
            one.place = place[rule_of(one)]++;
        std::sort(all_.begin(), all_.end(), [&](const Ranked& a, const Ranked& b) {
            return std::tuple(a.place, rule_of(a)) < std::tuple(b.place, rule_of(b));
        });
        all_.resize(std::min(all_.size(), WaitingChild::most_changes));
        std::sort(all_.begin(), all_.end(), [&](const Ranked& a, const Ranked& b) {
            return std::tuple(rule_of(a), a.change.other) < std::tuple(rule_of(b), b.change.other);
        });
        std::vector<Change> changes;
        for (const Ranked& one : all_)
            changes.push_back(one.change);
        return changes;
    }

private:
    struct Ranked {
        Change change;
        Points points;
        std::size_t place = 0;  // among the changes of its rule
    };
    std::vector<Ranked> all_;
};

Change change_for(std::size_t child, std::size_t volunteer, Rule rule, const MatchingFacts& facts)
{
    Change change{volunteer, rule, {}};
    if (rule == Rule::distance) {
        change.further_m = distance_m(*facts.round.children()[child].location,
                                      *facts.round.volunteers()[volunteer].location) -
                           facts.eligibility.limit_m(child, volunteer);
    }
    return change;
}

}  // namespace

WaitingChild why_waiting(std::size_t child, const MatchingFacts& facts, const Considered& considered)
{
    WaitingChild waiting;
    waiting.child = child;
    waiting.eligible = facts.candidates.eligible[child];

    Obstacles obstacles;
    Changes changes;
    for (const std::uint32_t volunteer : considered.for_child(child)) {
        const TagSet<Rule> broken = facts.eligibility.broken_but_few(child, volunteer, Obstacles::most);
        obstacles.add(broken);
        if (broken.size() != 1) continue;
        const Rule rule = rules_in(broken).front();
        if (change_of(rule).empty()) continue;
        changes.add(change_for(child, volunteer, rule, facts), facts.scorer.brief(child, volunteer).points);
    }
    waiting.what_would_change_it = changes.chosen();

    if (facts.round.volunteers().empty()) {
        waiting.reason = WaitingReason::no_volunteers;
    } else if (!facts.candidates.volunteers_of(child).empty()) {
        waiting.reason = WaitingReason::needed_elsewhere;
        waiting.needed_elsewhere = needed_elsewhere(child, facts);
    } else if (waiting.eligible > 0) {
        waiting.reason = WaitingReason::below_minimum;
    } else {
        Obstacles::Main main = obstacles.main();
        waiting.reason = main.rules.empty() ? WaitingReason::several_rules : WaitingReason::rule;
        waiting.rules = std::move(main.rules);
        waiting.volunteers = main.others;
    }
    return waiting;
}

}  // namespace befriend
