#include "proposal/matching_facts.hpp"

#include <algorithm>

namespace befriend {

MatchingFacts::MatchingFacts(const Round& of_round, const Eligibility& of_eligibility,
                             const Scorer& of_scorer, const CandidateGraph& of_candidates,
                             const RoundProblem& of_problem, const Solution& solution)
    : round(of_round),
      eligibility(of_eligibility),
      scorer(of_scorer),
      candidates(of_candidates),
      problem(of_problem),
      volunteer_of(round.children().size()),
      children_of(round.volunteers().size())
{
    for (std::size_t child = 0; child < volunteer_of.size(); ++child) {
        const std::uint32_t column = solution.column_of_row[child];
        volunteer_of[child] = column == Solution::unassigned
                                  ? problem.pin_of(child)
                                  : std::optional<std::size_t>(problem.volunteer_of(column));
        if (volunteer_of[child]) children_of[*volunteer_of[child]].push_back(child);
    }
}

bool MatchingFacts::takes_one_more_high_need(std::size_t volunteer) const noexcept
{
    const auto& seen = children_of[volunteer];
    const auto high =
        std::count_if(seen.begin(), seen.end(), [&](std::size_t other) { return is_high(other); });
    return high < round.volunteers()[volunteer].high_need_limit;
}

bool MatchingFacts::has_room_for(std::size_t volunteer, std::size_t child) const noexcept
{
    const auto seen = static_cast<std::int64_t>(children_of[volunteer].size());
    if (seen >= round.volunteers()[volunteer].room()) return false;
    return !is_high(child) || takes_one_more_high_need(volunteer);
}

bool MatchingFacts::could_replace(std::size_t child, std::size_t other, std::size_t volunteer) const noexcept
{
    return !is_high(child) || is_high(other) || takes_one_more_high_need(volunteer);
}

std::vector<MatchingFacts::Ranked> MatchingFacts::best_candidates(std::size_t child, std::size_t most,
                                                                  std::optional<std::size_t> left_out) const
{
    const auto volunteers = candidates.volunteers_of(child);
    const auto points = candidates.points_of(child);
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < volunteers.size(); ++i) {
        if (volunteers[i] != left_out) ranked.push_back({volunteers[i], points[i]});
    }
    const auto tie = [&](std::size_t volunteer) { return problem.tie_of(child, volunteer); };
    const auto before = [&](const Ranked& a, const Ranked& b) {
        return a.points != b.points ? a.points > b.points : tie(a.volunteer) > tie(b.volunteer);
    };
    const std::size_t kept = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
                      before);
    ranked.resize(kept);
    return ranked;
}

}  // namespace befriend
