#include "candidates/nearby.hpp"
#include <befriend/candidates/find_candidates.hpp>

#include <algorithm>

namespace befriend {
namespace {

// The volunteers with every clearance; nobody else is a candidate for anyone.
Nearby cleared_volunteers(const Round& round, const Eligibility& eligibility)
{
    std::vector<Nearby::Resident> cleared;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        if (!eligibility.of_volunteer(i).empty()) continue;
        cleared.push_back({static_cast<std::uint32_t>(i), eligibility.pool_of_volunteer(i),
                           round.volunteers()[i].location, eligibility.widest_limit_m(i)});
    }
    return Nearby(cleared);
}

}  // namespace

std::optional<CandidateGraph> find_candidates(const Round& round, const Eligibility& eligibility,
                                              const Scorer& scorer,
                                              const std::function<bool(std::size_t, std::size_t)>& keep_going,
                                              std::size_t most_pairs)
{
    constexpr std::size_t asked_every = 256;  // children
    const std::size_t children = round.children().size();
    const Points minimum = static_cast<Points>(round.policy().minimum_points);
    const Nearby nearby = cleared_volunteers(round, eligibility);

    CandidateGraph graph;
    graph.volunteers = round.volunteers().size();
    graph.row_begin.reserve(children + 1);
    graph.row_begin.push_back(0);
    graph.eligible.assign(children, 0);
    graph.eligible_of_volunteer.assign(graph.volunteers, 0);
    std::vector<std::uint32_t> met;
    for (std::size_t child = 0; child < children; ++child) {
        if (child % asked_every == 0 && keep_going && !keep_going(child, children)) return std::nullopt;
        if (eligibility.of_child(child).empty()) {
            nearby.around(eligibility.pool_of_child(child), round.children()[child].location, met);
            std::erase_if(met,
                          [&](std::uint32_t volunteer) { return !eligibility.eligible(child, volunteer); });
            std::sort(met.begin(), met.end());
            graph.eligible[child] = static_cast<std::uint32_t>(met.size());
            for (const std::uint32_t volunteer : met) {
                ++graph.eligible_of_volunteer[volunteer];
                const Scorer::Brief brief = scorer.brief(child, volunteer);
                if (brief.high < minimum) continue;
                graph.volunteer.push_back(volunteer);
                graph.points.push_back(brief.points);
            }
        }
        if (graph.pairs() > most_pairs) return std::nullopt;
        graph.row_begin.push_back(graph.volunteer.size());
    }
    return graph;
}

}  // namespace befriend
