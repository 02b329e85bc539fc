#include "proposal/obstacles.hpp"
#include "proposal/reasons.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

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
        if (tier == TierName::continuity && facts.problem.is_of_earlier_proposal(ahead, volunteer) &&
            !facts.problem.is_of_earlier_proposal(child, volunteer)) {
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

// The volunteers one rule away, of whom at most `most_changes` are shown: the one with the most points for
// each rule first, then each rule's second, and so on.
class Changes {
public:
    void add(Rule rule, std::uint32_t volunteer)
    {
        if (!change_of(rule).empty()) volunteers_[static_cast<std::size_t>(rule)].push_back(volunteer);
    }

    /// By rule, then by volunteer.
    [[nodiscard]] std::vector<Change> shown(std::size_t child, const MatchingFacts& facts)
    {
        const std::array<std::size_t, rule_count> kept = dealt();
        std::vector<Change> changes;
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            keep_best(volunteers_[rule], kept[rule], child, facts.scorer);
            for (const std::uint32_t volunteer : volunteers_[rule])
                changes.push_back(change_for(child, volunteer, static_cast<Rule>(rule), facts));
        }
        return changes;
    }

private:
    using Volunteers = std::vector<std::uint32_t>;

    // How many changes each rule has a place for: one goes to each rule in turn.
    [[nodiscard]] std::array<std::size_t, rule_count> dealt() const
    {
        std::array<std::size_t, rule_count> places{};
        std::size_t left = WaitingChild::most_changes;
        for (bool any = true; any && left > 0;) {
            any = false;
            for (std::size_t rule = 0; rule < rule_count && left > 0; ++rule) {
                if (places[rule] == volunteers_[rule].size()) continue;
                ++places[rule];
                --left;
                any = true;
            }
        }
        return places;
    }

    // Keeps the `most` with the most points, ties by position, in the order of positions.
    static void keep_best(Volunteers& volunteers, std::size_t most, std::size_t child, const Scorer& scorer)
    {
        std::sort(volunteers.begin(), volunteers.end());
        if (most > 0 && most < volunteers.size()) {
            std::vector<Scorer::Brief> briefs(volunteers.size());
            scorer.briefs(child, volunteers, briefs);
            std::vector<std::pair<Points, std::uint32_t>> ranked;
            for (std::size_t i = 0; i < volunteers.size(); ++i)
                ranked.emplace_back(-briefs[i].points, volunteers[i]);
            std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most),
                              ranked.end());
            for (std::size_t i = 0; i < most; ++i)
                volunteers[i] = ranked[i].second;
        }
        volunteers.resize(most);
        std::sort(volunteers.begin(), volunteers.end());
    }

    std::array<Volunteers, rule_count> volunteers_;  // by rule, whom it alone keeps from the child
};

}  // namespace

WaitingChild why_waiting(std::size_t child, const MatchingFacts& facts, const Considered& considered)
{
    WaitingChild waiting;
    waiting.child = child;
    waiting.eligible = facts.candidates.eligible[child];

    // Two rules at once matter only where nobody is eligible.
    const std::size_t most = waiting.eligible > 0 ? 1 : Obstacles::most;
    Obstacles obstacles;
    Changes changes;
    for (const std::uint32_t volunteer : considered.for_child(child)) {
        const TagSet<Rule> broken = facts.eligibility.broken_but_few(child, volunteer, most);
        if (broken.size() == 1) changes.add(first_rule(broken), volunteer);
        if (waiting.eligible == 0) obstacles.add(broken);
    }
    waiting.what_would_change_it = changes.shown(child, facts);

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
