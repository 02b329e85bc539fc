#include "proposal/obstacles.hpp"
#include "proposal/reasons.hpp"

namespace befriend {

UnusedVolunteer why_unused(std::size_t volunteer, std::size_t candidates, const MatchingFacts& facts)
{
    UnusedVolunteer unused;
    unused.volunteer = volunteer;
    unused.eligible = facts.candidates.eligible_of_volunteer[volunteer];
    if (const TagSet<Rule> own = facts.eligibility.of_volunteer(volunteer); !own.empty()) {
        unused.reason = UnusedReason::not_ready;
        unused.rules = rules_in(own);
    } else if (facts.round.children().empty()) {
        unused.reason = UnusedReason::no_children;
    } else if (candidates > 0) {
        unused.reason = UnusedReason::children_elsewhere;
    } else if (unused.eligible > 0) {
        unused.reason = UnusedReason::below_minimum;
    } else {
        Obstacles obstacles;
        for (std::size_t child = 0; child < facts.round.children().size(); ++child) {
            obstacles.add(facts.eligibility.broken_but_few(child, volunteer, Obstacles::most));
        }
        Obstacles::Main main = obstacles.main();
        unused.reason = main.rules.empty() ? UnusedReason::several_rules : UnusedReason::rule;
        unused.rules = std::move(main.rules);
    }
    return unused;
}

}  // namespace befriend
