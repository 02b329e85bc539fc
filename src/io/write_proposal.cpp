#include "io/write_proposal_document.hpp"
#include "io/write_proposal_records.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/explanation.hpp>

#include <algorithm>
#include <utility>

namespace befriend {

std::string proposal_json(const Round& round, const Proposal& proposal)
{
    const io::ProposalRecords records(round);
    io::JsonDocument document;
    document.member("as_of", to_text(round.as_of()));
    document.member("candidate_pairs", proposal.candidate_pairs);
    document.member("independent_parts", proposal.independent_parts);
    document.member("policy_version", round.policy().version);
    document.list("proposed", proposal.proposed, records);
    document.member("schema_version", 1);
    document.member("seed", round.policy().seed);
    document.list("totals", proposal.totals, records);
    document.list("unused", proposal.unused, records);
    document.list("waiting", proposal.waiting, records);
    return std::move(document).text();
}

std::string child_json(const Round& round, const Proposal& proposal, std::size_t child)
{
    const io::ProposalRecords records(round);
    const auto is_child = [child](const auto& record) { return record.child == child; };
    const auto of_child = [&](const auto& list) {
        const auto found = std::find_if(list.begin(), list.end(), is_child);
        return found == list.end() ? nlohmann::json() : records(*found);
    };
    io::JsonDocument document;
    document.member("child", records.child(child));
    document.member("proposed", of_child(proposal.proposed));
    document.member("schema_version", 1);
    document.member("waiting", of_child(proposal.waiting));
    return std::move(document).text();
}

std::string pair_json(const Round& round, std::size_t child, std::size_t volunteer)
{
    const PairExplanation pair = explain_pair(round, child, volunteer);
    const io::ProposalRecords records(round);
    io::JsonDocument document;
    document.member("ask_about", records.questions(pair.ask_about));
    document.member("below_minimum", pair.below_minimum);
    document.member("child", records.child(child));
    document.member("distance_m", pair.distance_m ? nlohmann::json(*pair.distance_m) : nlohmann::json());
    document.member("eligible", pair.broken.empty());
    document.member("limit_m", pair.limit_m);
    document.member("rules", records.rules(pair.broken));
    document.member("schema_version", 1);
    document.member("score", records.score(pair.score));
    document.member("volunteer", records.volunteer(volunteer));
    return std::move(document).text();
}

}  // namespace befriend
