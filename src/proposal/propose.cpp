// Joins the steps: candidates, one assignment, and the reasons. The only place that speaks both languages,
// the coordinator's and the optimiser's.

#include "proposal/considered.hpp"
#include "proposal/matching_facts.hpp"
#include "proposal/optimal_ties.hpp"
#include "proposal/reasons.hpp"
#include "proposal/round_problem.hpp"
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t asked_every = 256;  // explanations between two questions whether to go on

void refuse_faulty_pins(const Round& round)
{
    std::vector<Fault> faults = pin_faults(round);
    if (has_error(faults)) throw InvalidInput(std::move(faults));
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

std::vector<TierTotal> totals_of(const MatchingFacts& facts)
{
    std::vector<TierTotal> totals;
    for (const TierName tier : facts.round.policy().tiers) {
        std::int64_t total = 0;
        for (std::size_t child = 0; child < facts.volunteer_of.size(); ++child) {
            const auto& volunteer = facts.volunteer_of[child];
            if (!volunteer) continue;
            total += tier == TierName::waiting  ? facts.problem.waiting_benefit_of(child)
                     : tier == TierName::points ? facts.scorer.brief(child, *volunteer).points
                                                : 1;
        }
        totals.push_back({tier, total});
    }
    return totals;
}

// Eligible children and candidates of each volunteer. The graph holds candidates only, so the eligible pairs
// below the minimum are looked for again, and only where a volunteer has no candidate at all.
std::vector<std::size_t> candidates_per_volunteer(const CandidateGraph& candidates)
{
    std::vector<std::size_t> count(candidates.volunteers, 0);
    for (const std::uint32_t volunteer : candidates.volunteer)
        ++count[volunteer];
    return count;
}

std::size_t eligible_children(std::size_t volunteer, const MatchingFacts& facts)
{
    if (!facts.eligibility.of_volunteer(volunteer).empty()) return 0;
    std::size_t count = 0;
    for (std::size_t child = 0; child < facts.round.children().size(); ++child) {
        count += facts.eligibility.eligible(child, volunteer);
    }
    return count;
}

// Adds every child and every unused volunteer to the proposal; false if the caller stops it.
bool explain_all(Proposal& proposal, const MatchingFacts& facts, const std::vector<bool>& by_tie,
                 const ProgressFn& progress)
{
    const Considered considered(facts.round, facts.eligibility);
    const std::vector<std::size_t> candidates = candidates_per_volunteer(facts.candidates);
    const std::size_t children = facts.volunteer_of.size();
    const std::size_t everybody = children + facts.children_of.size();
    for (std::size_t done = 0; done < everybody; ++done) {
        if (done % asked_every == 0 && progress && !progress(Phase::explanation, done, everybody))
            return false;
        if (done < children && facts.volunteer_of[done]) {
            proposal.proposed.push_back(proposed_match(done, by_tie[done], facts));
        } else if (done < children) {
            proposal.waiting.push_back(why_waiting(done, facts, considered));
        } else if (const std::size_t volunteer = done - children; facts.children_of[volunteer].empty()) {
            const std::size_t eligible = eligible_children(volunteer, facts);
            proposal.unused.push_back(why_unused(volunteer, eligible, candidates[volunteer], facts));
        }
    }
    return true;
}

Certificate certificate_of(Solution&& solution, const RoundProblem& problem)
{
    return {true, std::move(solution.value), std::move(solution.bound), std::move(solution.duals),
            problem.volunteer_of_column()};
}

}  // namespace

std::variant<Proposal, Stopped> propose(const Round& round, const ProgressFn& progress)
{
    refuse_faulty_pins(round);
    const auto goes_on = [&progress](Phase phase) -> KeepGoing {
        if (!progress) return {};
        return
            [&progress, phase](std::size_t done, std::size_t total) { return progress(phase, done, total); };
    };

    const Eligibility eligibility(round);
    const Scorer scorer(round);
    const auto candidates = find_candidates(round, eligibility, scorer, goes_on(Phase::candidates));
    if (!candidates) return Stopped{Phase::candidates, {}};

    const RoundProblem round_problem(round, *candidates);
    const Problem problem = round_problem.problem();
    Solution solution = solve(problem, goes_on(Phase::assignment));
    refuse_overflow(solution);
    if (solution.status == SolveStatus::stopped) return Stopped{Phase::assignment, std::move(solution.bound)};
    if (solution.status != SolveStatus::optimal) throw CertificateError();

    Proposal proposal;
    const MatchingFacts facts(round, eligibility, scorer, *candidates, round_problem, solution);
    const auto by_tie = decided_by_tie(problem, solution, round_problem.volunteer_of_column());
    if (!explain_all(proposal, facts, by_tie, progress)) {
        return Stopped{Phase::explanation, std::move(solution.bound)};
    }
    proposal.totals = totals_of(facts);
    proposal.candidate_pairs = candidates->pairs();
    proposal.independent_parts = count_components(*candidates);
    proposal.certificate = certificate_of(std::move(solution), round_problem);
    return proposal;
}

Proposal propose(const Round& round)
{
    return std::get<Proposal>(propose(round, ProgressFn{}));
}

}  // namespace befriend
