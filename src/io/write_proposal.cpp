#include "io/json_writer.hpp"
#include "io/write_proposal_records.hpp"
#include "proposal/obstacles.hpp"
#include "reporting/reasons.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/explanation.hpp>

#include <algorithm>
#include <utility>

namespace befriend {

using Layout = io::JsonWriter::Layout;

std::string proposal_json(const Round& round, const Proposal& proposal)
{
    io::JsonWriter json;
    const io::ProposalRecords records(round, json);
    const auto write = [&round](io::JsonWriter& writer, const auto& record) {
        io::ProposalRecords(round, writer)(record);
    };
    json.begin_object(Layout::lines)
        .member("as_of", to_text(round.as_of()))
        .member("candidate_pairs", proposal.candidate_pairs)
        .member("independent_parts", proposal.independent_parts)
        .member("policy_version", round.policy().version)
        .lines_on_threads("proposed", proposal.proposed, write)
        .member("schema_version", 1)
        .member("seed", round.policy().seed)
        .lines("totals", proposal.totals, records)
        .lines_on_threads("unused", proposal.unused, write)
        .lines_on_threads("waiting", proposal.waiting, write)
        .end_object();
    return std::move(json).text();
}

std::string child_json(const Round& round, const Proposal& proposal, std::size_t child)
{
    io::JsonWriter json;
    const io::ProposalRecords records(round, json);
    const auto write_record_in = [&](const auto& list) {
        const auto is_child = [child](const auto& record) { return record.child == child; };
        const auto found = std::find_if(list.begin(), list.end(), is_child);
        if (found == list.end()) {
            json.value(nullptr);
        } else {
            records(*found);
        }
    };
    json.begin_object(Layout::lines)
        .member("child", records.child(child))
        .member("proposed", [&] { write_record_in(proposal.proposed); })
        .member("schema_version", 1)
        .member("waiting", [&] { write_record_in(proposal.waiting); })
        .end_object();
    return std::move(json).text();
}

std::string pair_json(const Round& round, const Proposal& proposal, std::size_t child, std::size_t volunteer)
{
    const auto& matches = proposal.proposed;
    const bool is_proposed = std::any_of(matches.begin(), matches.end(), [=](const ProposedMatch& match) {
        return match.child == child && match.volunteer == volunteer;
    });
    const PairExplanation pair = explain_pair(round, child, volunteer);
    io::JsonWriter json;
    const io::ProposalRecords records(round, json);
    json.begin_object(Layout::lines)
        .list("ask_about", listed(pair.ask_about), records)
        .member("below_minimum", pair.below_minimum)
        .member("child", records.child(child))
        .member("distance_m", pair.distance_m)
        .member("eligible", pair.broken.empty())
        .member("limit_m", pair.limit_m)
        .member("proposed", is_proposed)
        .list("rules", rules_in(pair.broken), records)
        .member("schema_version", 1)
        .member("score", [&] { records(pair.score); })
        .member("volunteer", records.volunteer(volunteer))
        .end_object();
    return std::move(json).text();
}

}  // namespace befriend
