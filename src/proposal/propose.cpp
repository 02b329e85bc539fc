// Joins the steps: candidates, one assignment, and the reasons. The only place that speaks both languages,
// the coordinator's and the optimiser's.

#include "assignment/watch.hpp"
#include "model/record_watch.hpp"
#include "parallel/fork_join.hpp"
#include "proposal/considered.hpp"
#include "proposal/matching_facts.hpp"
#include "proposal/optimal_ties.hpp"
#include "proposal/pin_faults.hpp"
#include "proposal/reasons.hpp"
#include "proposal/round_problem.hpp"
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace befriend {
namespace {

// Counts explanations, and asks now and then whether to go on.
class Steps {
public:
    Steps(const ProgressFn& progress, std::size_t total) : progress_(progress), total_(total) {}

    /// Before each explanation; false to stop.
    [[nodiscard]] bool next()
    {
        const bool go = done_ % asked_every != 0 || goes_on();
        ++done_;
        return go;
    }

    /// Before the explanation number `done`, where others are made at the same time; false to stop.
    [[nodiscard]] bool reaches(std::size_t done)
    {
        done_ = done;
        return goes_on();
    }

    /// Before other work that takes long; false to stop.
    [[nodiscard]] bool goes_on() const { return !progress_ || progress_(Phase::explanation, done_, total_); }

private:
    static constexpr std::size_t asked_every = 256;

    const ProgressFn& progress_;
    std::size_t total_;
    std::size_t done_ = 0;
};

// The hard rules of the round, which its pins keep; none when it was stopped.
std::optional<Eligibility> eligibility_of(const Round& round, const KeepGoing& goes_on)
{
    auto eligibility = Eligibility::prepared(round, goes_on);
    if (!eligibility) return std::nullopt;
    auto faults = pin_faults(round, *eligibility, goes_on);
    if (!faults) return std::nullopt;
    if (has_error(*faults)) throw InvalidInput(std::move(*faults));
    return eligibility;
}

void refuse_overflow(const Solution& solution)
{
    if (solution.status != SolveStatus::refused) return;
    Fault fault;
    fault.code = FaultCode::e_overflow;
    fault.table = Table::policy;
    fault.field = "waiting.benefit";
    fault.rule = "the sums of the objective could overflow: lower the largest benefit";
    throw InvalidInput({std::move(fault)});
}

constexpr std::uint64_t bytes_a_pair = 34;
constexpr std::uint64_t bytes_a_pair_of_continuity = 8;  // its weight

[[noreturn]] void refuse_size(const ProposeLimits& limits)
{
    Fault fault;
    fault.code = FaultCode::e_limit;
    fault.table = Table::children;
    fault.rule = "a run would take more than the limit of " + std::to_string(limits.max_bytes) +
                 " bytes: allow more, or split the list";
    throw InvalidInput({std::move(fault)});
}

// As many candidates as the limits leave room for.
std::size_t most_pairs(const Round& round, const ProposeLimits& limits)
{
    if (limits.max_bytes == 0) return std::numeric_limits<std::size_t>::max();
    const std::uint64_t people = forecast_bytes(round.children().size(), round.volunteers().size(), 0);
    if (limits.max_bytes < people) refuse_size(limits);
    const auto& tiers = round.policy().tiers;
    const bool keeps = std::find(tiers.begin(), tiers.end(), TierName::continuity) != tiers.end();
    return (limits.max_bytes - people) / (bytes_a_pair + (keeps ? bytes_a_pair_of_continuity : 0));
}

// Every candidate pair; none when `progress` stopped the search.
std::optional<CandidateGraph> candidates_of(const Round& round, const Eligibility& eligibility,
                                            const Scorer& scorer, const ProgressFn& progress,
                                            const ProposeLimits& limits)
{
    bool was_stopped = false;
    KeepGoing goes_on;
    if (progress) {
        goes_on = [&](std::size_t done, std::size_t total) {
            was_stopped = !progress(Phase::candidates, done, total);
            return !was_stopped;
        };
    }
    auto candidates = find_candidates(round, eligibility, scorer, goes_on, most_pairs(round, limits));
    if (!candidates && !was_stopped) refuse_size(limits);
    return candidates;
}

std::vector<Alternative> next_best(std::size_t child, const MatchingFacts& facts)
{
    std::vector<Alternative> alternatives;
    const auto most = static_cast<std::size_t>(facts.round.policy().alternatives);
    for (const auto& [volunteer, points] : facts.best_candidates(child, most, facts.volunteer_of[child])) {
        alternatives.push_back(
            {volunteer, points, facts.children_of[volunteer], facts.has_room_for(volunteer, child)});
    }
    return alternatives;
}

ProposedMatch proposed_match(std::size_t child, bool by_tie, const MatchingFacts& facts)
{
    ProposedMatch match;
    match.child = child;
    match.volunteer = *facts.volunteer_of[child];
    const bool agreed = facts.round.children()[child].consent == Consent::agrees;
    match.state = agreed ? ProposalState::proposed : ProposalState::ask_first;
    match.pinned = facts.problem.pin_of(child).has_value();
    match.decided_by_tie = by_tie && !match.pinned;
    match.score = facts.scorer.score(child, match.volunteer);
    match.ask_about = facts.eligibility.open_questions(child, match.volunteer);
    match.eligible = facts.candidates.eligible[child];
    match.next_best = next_best(child, facts);
    return match;
}

std::int64_t counted(TierName tier, std::size_t child, std::size_t volunteer, const MatchingFacts& facts)
{
    switch (tier) {
        case TierName::waiting:
            return facts.problem.waiting_benefit_of(child);
        case TierName::points:
            return facts.scorer.brief(child, volunteer).points;
        case TierName::continuity:
            return facts.problem.is_of_earlier_proposal(child, volunteer) ? 1 : 0;
        case TierName::volunteers_waiting:  // once, with the first child
            return facts.children_of[volunteer].front() == child
                       ? facts.problem.benefit_of_volunteer(volunteer)
                       : 0;
        case TierName::most_children:
        case TierName::worst_off:
            break;
    }
    return 1;
}

// Of no use once `watch` is stopped.
std::vector<TierTotal> totals_of(const MatchingFacts& facts, RecordWatch& watch)
{
    std::vector<TierTotal> totals;
    for (const TierName tier : facts.round.policy().tiers) {
        std::int64_t total = 0;
        for (std::size_t child = 0; child < facts.volunteer_of.size() && watch.next(); ++child) {
            const auto& volunteer = facts.volunteer_of[child];
            if (!volunteer) continue;
            total += counted(tier, child, *volunteer, facts);
        }
        totals.push_back({tier, total});
    }
    return totals;
}

std::vector<std::size_t> candidates_per_volunteer(const CandidateGraph& candidates)
{
    std::vector<std::size_t> count(candidates.volunteers, 0);
    for (const std::uint32_t volunteer : candidates.volunteer)
        ++count[volunteer];
    return count;
}

// Children by place, in strips from west to east. Those who live near one another consider the same
// volunteers: one after the other, they find them still in the processor's cache.
std::vector<std::size_t> by_place(const std::vector<Referral>& children)
{
    constexpr std::int32_t strip_m = 4'000;
    std::vector<std::tuple<std::int32_t, std::int32_t, std::size_t>> placed;
    for (std::size_t child = 0; child < children.size(); ++child) {
        const Location place = children[child].location.value_or(Location{});
        placed.emplace_back(place.easting / strip_m, place.northing, child);
    }
    std::sort(placed.begin(), placed.end());
    std::vector<std::size_t> order;
    for (const auto& [strip, northing, child] : placed)
        order.push_back(child);
    return order;
}

// Adds every child to the proposal, each at its place in the order of the round; false if stopped. Threads
// take blocks of children in turn, and the calling one asks between its own whether to go on.
bool explain_children(Proposal& proposal, const MatchingFacts& facts, const Considered& considered,
                      const std::vector<bool>& by_tie, Steps& steps)
{
    std::vector<std::size_t> at;  // of each child, in the one list or the other
    std::size_t proposed = 0;
    std::size_t waiting = 0;
    for (const auto& volunteer : facts.volunteer_of)
        at.push_back(volunteer ? proposed++ : waiting++);
    proposal.proposed.resize(proposed);
    proposal.waiting.resize(waiting);

    const auto explain = [&](std::size_t child) {
        if (facts.volunteer_of[child]) {
            proposal.proposed[at[child]] = proposed_match(child, by_tie[child], facts);
        } else {
            proposal.waiting[at[child]] = why_waiting(child, facts, considered);
        }
    };
    constexpr std::size_t block = 64;
    const std::vector<std::size_t> order = by_place(facts.round.children());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    parallel::fork_join(parallel::parts_of(order.size(), {.least = 4 * block}),
                        [&](const parallel::Part& part) {
                            for (std::size_t first = next.fetch_add(block); first < order.size() && !stopped;
                                 first = next.fetch_add(block)) {
                                if (part.number == 0 && !steps.reaches(first)) stopped = true;
                                const std::size_t end = std::min(first + block, order.size());
                                for (std::size_t i = first; i < end && !stopped; ++i)
                                    explain(order[i]);
                            }
                        });
    return !stopped && steps.reaches(order.size());
}

// Adds every unused volunteer to the proposal; false if stopped.
bool explain_unused(Proposal& proposal, const MatchingFacts& facts, Steps& steps)
{
    const std::vector<std::size_t> candidates = candidates_per_volunteer(facts.candidates);
    for (std::size_t volunteer = 0; volunteer < candidates.size(); ++volunteer) {
        if (!steps.next()) return false;
        if (facts.children_of[volunteer].empty())
            proposal.unused.push_back(why_unused(volunteer, candidates[volunteer], facts));
    }
    return true;
}

// Everything of the proposal but its certificate; none when it was stopped.
std::optional<Proposal> explained(const MatchingFacts& facts, const Problem& problem,
                                  const Solution& solution, const ProgressFn& progress)
{
    Steps steps(progress, facts.volunteer_of.size() + facts.children_of.size());
    const KeepGoing goes_on = [&](auto...) { return steps.goes_on(); };
    Watch watch(goes_on, 1);
    watch.ask();
    const auto by_tie = decided_by_tie(problem, solution, facts.problem.volunteer_of_column(), watch);
    if (watch.stopped()) return std::nullopt;
    const auto considered = Considered::prepared(facts.round, facts.eligibility, goes_on);
    if (!considered) return std::nullopt;
    const auto parts = count_components(facts.candidates, goes_on);
    if (!parts) return std::nullopt;
    Proposal proposal;
    proposal.candidate_pairs = facts.candidates.pairs();
    proposal.independent_parts = *parts;
    if (!explain_children(proposal, facts, *considered, by_tie, steps) ||
        !explain_unused(proposal, facts, steps))
        return std::nullopt;
    RecordWatch totals(goes_on, 1);
    proposal.totals = totals_of(facts, totals);
    if (!totals.finish_part()) return std::nullopt;
    return proposal;
}

Certificate certificate_of(Solution&& solution, const RoundProblem& problem)
{
    return {true, std::move(solution.value), std::move(solution.bound), std::move(solution.duals),
            problem.volunteer_of_column()};
}

}  // namespace

std::uint64_t forecast_bytes(std::size_t children, std::size_t volunteers, std::size_t pairs) noexcept
{
    constexpr std::uint64_t bytes_a_child = 1'425;
    constexpr std::uint64_t bytes_a_volunteer = 1'100;
    return bytes_a_child * children + bytes_a_volunteer * volunteers + bytes_a_pair * pairs;
}

// The last question comes before all that the steps took is given back, which nothing can stop.
std::variant<Proposal, Stopped> propose(const Round& round, const ProgressFn& progress,
                                        const ProposeLimits& limits)
{
    KeepGoing prepares;
    if (progress) prepares = [&](auto...) { return progress(Phase::candidates, 0, round.children().size()); };
    const auto eligibility = eligibility_of(round, prepares);
    if (!eligibility) return Stopped{Phase::candidates, {}};
    const auto scorer = Scorer::prepared(round, prepares);
    if (!scorer) return Stopped{Phase::candidates, {}};
    const auto candidates = candidates_of(round, *eligibility, *scorer, progress, limits);
    if (!candidates) return Stopped{Phase::candidates, {}};

    const std::size_t children = round.children().size();
    KeepGoing lays_out;
    if (progress) lays_out = [&](auto...) { return progress(Phase::candidates, children, children); };
    const auto round_problem = RoundProblem::prepared(round, *candidates, lays_out);
    if (!round_problem) return Stopped{Phase::candidates, {}};
    Problem problem = round_problem->problem();
    problem.threads = 0;  // as the steps before and after it
    KeepGoing goes_on;
    if (progress) goes_on = std::bind_front(std::cref(progress), Phase::assignment);
    Solution solution = solve(problem, goes_on);
    refuse_overflow(solution);
    if (solution.status == SolveStatus::stopped) return Stopped{Phase::assignment, std::move(solution.bound)};
    if (solution.status != SolveStatus::optimal) throw CertificateError();

    const MatchingFacts facts(round, *eligibility, *scorer, *candidates, *round_problem, solution);
    auto proposal = explained(facts, problem, solution, progress);
    if (!proposal) return Stopped{Phase::explanation, std::move(solution.bound)};
    proposal->certificate = certificate_of(std::move(solution), *round_problem);
    const std::size_t people = children + round.volunteers().size();
    if (progress && !progress(Phase::explanation, people, people))
        return Stopped{Phase::explanation, std::move(proposal->certificate.bound)};
    return std::move(*proposal);
}

Proposal propose(const Round& round)
{
    return std::get<Proposal>(propose(round, ProgressFn{}));
}

}  // namespace befriend
