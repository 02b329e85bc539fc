#include <befriend/proposal/explanation.hpp>

namespace befriend {

PairExplanation explain_pair(const Round& round, std::size_t child, std::size_t volunteer)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    PairExplanation pair;
    pair.child = child;
    pair.volunteer = volunteer;
    pair.broken = eligibility.broken(child, volunteer);
    pair.weights = scorer.weights_for(child);
    pair.score = scorer.score(child, volunteer);
    pair.below_minimum = pair.score.high < round.policy().minimum_points;
    pair.ask_about = eligibility.open_questions(child, volunteer);
    pair.limit_m = eligibility.limit_m(child, volunteer);
    const auto& home = round.children()[child].location;
    const auto& place = round.volunteers()[volunteer].location;
    if (home && place) pair.distance_m = distance_m(*home, *place);
    return pair;
}

}  // namespace befriend
