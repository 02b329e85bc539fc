#include "reporting/group_outcomes.hpp"
#include "reporting/reasons.hpp"
#include <befriend/model/location.hpp>
#include <befriend/reporting/summary.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace befriend {
namespace {

constexpr std::array<std::int64_t, 5> month_bands{0, 3, 6, 12, 18};
constexpr std::array<std::int64_t, 10> point_bands{0, 100, 200, 300, 400, 500, 600, 700, 800, 900};
constexpr std::array<std::int64_t, 6> km_bands{0, 5, 10, 15, 20, 25};

std::vector<Band> banded(std::span<const std::int64_t> from, const std::vector<std::int64_t>& values)
{
    std::vector<Band> bands;
    for (std::size_t at = 0; at < from.size(); ++at) {
        Band& band = bands.emplace_back();
        band.from = from[at];
        if (at + 1 < from.size()) band.below = from[at + 1];
    }
    for (const std::int64_t value : values) {
        const auto after = std::upper_bound(from.begin() + 1, from.end(), value);
        ++bands[static_cast<std::size_t>(after - from.begin()) - 1].count;
    }
    return bands;
}

template <class Count, class Key, class Make>
std::vector<Count> most_first(const std::map<Key, std::uint64_t>& counts, Make make)
{
    std::vector<std::pair<Key, std::uint64_t>> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::vector<Count> list;
    for (const auto& [key, count] : sorted)
        list.push_back(make(key, count));
    return list;
}

void count_people(const Round& round, const Proposal& proposal, Summary& summary)
{
    const Eligibility eligibility(round);
    summary.children = round.children().size();
    summary.proposed = proposal.proposed.size();
    summary.waiting = proposal.waiting.size();
    if (summary.children > 0)
        summary.coverage_percent = static_cast<std::int64_t>(summary.proposed * 100 / summary.children);
    summary.volunteers = round.volunteers().size();
    for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer)
        if (eligibility.of_volunteer(volunteer).empty()) ++summary.ready;
    std::set<std::size_t> used;
    for (const ProposedMatch& match : proposal.proposed) {
        used.insert(match.volunteer);
        if (match.state == ProposalState::ask_first) ++summary.ask_first;
        if (match.decided_by_tie) ++summary.decided_by_tie;
    }
    summary.used = used.size();
    summary.unused = proposal.unused.size();
}

void measure_waiting(const Round& round, const Proposal& proposal, Summary& summary)
{
    std::vector<std::int64_t> proposed;
    std::vector<std::int64_t> waiting;
    const auto months = [&](std::size_t child) {
        return calendar_months_waited(round.children()[child], round.as_of());
    };
    for (const ProposedMatch& match : proposal.proposed)
        proposed.push_back(months(match.child));
    for (const WaitingChild& child : proposal.waiting)
        waiting.push_back(months(child.child));
    summary.months_proposed = banded(month_bands, proposed);
    summary.months_waiting = banded(month_bands, waiting);
    summary.median_months_proposed = median_of(proposed);
    summary.median_months_waiting = median_of(waiting);
}

void measure_proposals(const Round& round, const Proposal& proposal, Summary& summary)
{
    std::vector<std::int64_t> points;
    std::vector<std::int64_t> km;
    for (const ProposedMatch& match : proposal.proposed) {
        points.push_back(match.score.points);
        const auto& from = round.children()[match.child].location;
        const auto& to = round.volunteers()[match.volunteer].location;
        if (from && to)
            km.push_back(distance_m(*from, *to) / 1000);
        else
            ++summary.distance_unknown;
    }
    summary.points = banded(point_bands, points);
    summary.distances_km = banded(km_bands, km);
    if (const auto median = median_of(points)) summary.median_points = static_cast<Points>(*median);
}

void count_reasons(const Proposal& proposal, Summary& summary)
{
    std::map<std::pair<WaitingReason, std::vector<Rule>>, std::uint64_t> waiting;
    std::map<std::pair<UnusedReason, std::vector<Rule>>, std::uint64_t> unused;
    std::map<OpenQuestion, std::uint64_t> questions;
    for (const WaitingChild& child : proposal.waiting)
        ++waiting[{child.reason, child.rules}];
    for (const UnusedVolunteer& volunteer : proposal.unused)
        ++unused[{volunteer.reason, volunteer.rules}];
    for (const ProposedMatch& match : proposal.proposed) {
        for (const OpenQuestion question : listed(match.ask_about))
            ++questions[question];
    }
    summary.reasons = most_first<ReasonCount>(waiting, [](const auto& key, std::uint64_t count) {
        return ReasonCount{key.first, key.second, count};
    });
    summary.unused_reasons = most_first<UnusedCount>(unused, [](const auto& key, std::uint64_t count) {
        return UnusedCount{key.first, key.second, count};
    });
    summary.questions = most_first<QuestionCount>(
        questions, [](OpenQuestion question, std::uint64_t count) { return QuestionCount{question, count}; });
}

}  // namespace

Summary summary_of(const Round& round, const Proposal& proposal)
{
    Summary summary;
    count_people(round, proposal, summary);
    measure_waiting(round, proposal, summary);
    measure_proposals(round, proposal, summary);
    count_reasons(proposal, summary);
    summary.groups = group_outcomes(round, proposal);
    return summary;
}

std::int64_t calendar_months_waited(const Referral& child, Date date) noexcept
{
    return whole_months(waiting_from(child), date);
}

}  // namespace befriend
