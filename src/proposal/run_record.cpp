#include <befriend/model/words.hpp>
#include <befriend/proposal/run_record.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/version.hpp>

namespace befriend {

void add_outcomes(const Round& round, const Proposal& proposal, RunRecord& record)
{
    const Policy& policy = round.policy();
    record.befriend_version = version();
    record.policy_version = policy.version;
    record.approved_by = policy.approved_by;
    record.as_of = round.as_of();
    record.seed = policy.seed;
    record.children = round.children().size();
    record.volunteers = round.volunteers().size();
    record.candidate_pairs = proposal.candidate_pairs;
    record.proposed = proposal.proposed.size();
    record.waiting = proposal.waiting.size();
    record.unused = proposal.unused.size();
    record.status = "optimal";
    record.certified = proposal.certificate.valid;

    const Eligibility eligibility(round);
    for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer)
        record.volunteers_ready += eligibility.of_volunteer(volunteer).empty() ? 1U : 0U;
    for (const ProposedMatch& match : proposal.proposed)
        record.ask_first += match.state == ProposalState::ask_first ? 1U : 0U;
    for (const TierTotal& total : proposal.totals)
        record.totals.emplace_back(to_word(total.tier), total.total);
    for (const Fault& warning : round.warnings())
        ++record.warnings[std::string(to_text(warning.code))];
}

}  // namespace befriend
