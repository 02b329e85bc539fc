#include "proposal/obstacles.hpp"
#include "proposal/reasons.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
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
    explicit Changes(const std::vector<NearMiss>& near_misses)
    {
        std::array<std::size_t, rule_count> count{};
        for (const NearMiss& miss : near_misses)
            if (const auto rule = only_rule(miss)) ++count[*rule];
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            if (change_of(static_cast<Rule>(rule)).empty()) count[rule] = 0;
            begin_[rule + 1] = begin_[rule] + count[rule];
        }
        volunteers_.resize(begin_.back());
        auto next = begin_;
        for (const NearMiss& miss : near_misses) {
            const auto rule = only_rule(miss);
            if (rule && count[*rule] > 0) volunteers_[next[*rule]++] = miss.volunteer;
        }
    }

    /// By rule, then by volunteer.
    [[nodiscard]] std::vector<Change> shown(std::size_t child, const MatchingFacts& facts)
    {
        const std::array<std::size_t, rule_count> kept = dealt();
        std::vector<Change> changes;
        for (std::size_t rule = 0; rule < rule_count; ++rule) {
            if (kept[rule] == 0) continue;
            const Volunteers of_rule = std::span(volunteers_).subspan(begin_[rule], count_of(rule));
            for (const std::uint32_t volunteer : best_of(of_rule, kept[rule], child, facts.scorer))
                changes.push_back(change_for(child, volunteer, static_cast<Rule>(rule), facts));
        }
        return changes;
    }

private:
    using Volunteers = std::span<std::uint32_t>;

    [[nodiscard]] static std::optional<std::size_t> only_rule(const NearMiss& miss)
    {
        if (miss.broken.empty()) return std::nullopt;
        const Rule rule = first_rule(miss.broken);
        return miss.broken == TagSet<Rule>{rule} ? std::optional(static_cast<std::size_t>(rule))
                                                 : std::nullopt;
    }

    [[nodiscard]] std::size_t count_of(std::size_t rule) const { return begin_[rule + 1] - begin_[rule]; }

    // How many changes each rule has a place for: one goes to each rule in turn.
    [[nodiscard]] std::array<std::size_t, rule_count> dealt() const
    {
        std::array<std::size_t, rule_count> places{};
        std::size_t left = WaitingChild::most_changes;
        for (bool any = true; any && left > 0;) {
            any = false;
            for (std::size_t rule = 0; rule < rule_count && left > 0; ++rule) {
                if (places[rule] == count_of(rule)) continue;
                ++places[rule];
                --left;
                any = true;
            }
        }
        return places;
    }

    // The `most` with the most points, ties by position, in the order of positions.
    static Volunteers best_of(Volunteers volunteers, std::size_t most, std::size_t child,
                              const Scorer& scorer)
    {
        std::sort(volunteers.begin(), volunteers.end());
        if (most == volunteers.size()) return volunteers;
        std::vector<Scorer::Brief> briefs(volunteers.size());
        scorer.briefs(child, volunteers, briefs);
        std::vector<std::pair<Points, std::uint32_t>> ranked;
        ranked.reserve(volunteers.size());
        for (std::size_t i = 0; i < volunteers.size(); ++i)
            ranked.emplace_back(-briefs[i].points, volunteers[i]);
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end());
        for (std::size_t i = 0; i < most; ++i)
            volunteers[i] = ranked[i].second;
        std::sort(volunteers.begin(), volunteers.begin() + static_cast<std::ptrdiff_t>(most));
        return volunteers.first(most);
    }

    std::array<std::size_t, rule_count + 1> begin_{};  // of each rule; then the end
    std::vector<std::uint32_t> volunteers_;            // by rule, whom it alone keeps from the child
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
    std::vector<NearMiss> near_misses;
    considered.near_misses(child, most, near_misses);
    if (waiting.eligible == 0) {
        for (const NearMiss& miss : near_misses)
            obstacles.add(miss.broken);
    }
    waiting.what_would_change_it = Changes(near_misses).shown(child, facts);

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
