#include "in_use.hpp"
#include "text_out.hpp"
#include "watch.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/model/words.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/reporting/html.hpp>
#include <befriend/reporting/text.hpp>

#include <variant>

namespace befriend::c {
namespace {

std::uint32_t number_of(Phase phase) noexcept
{
    switch (phase) {
        case Phase::candidates:
            return BEFRIEND_PHASE_CANDIDATES;
        case Phase::assignment:
            return BEFRIEND_PHASE_ASSIGNMENT;
        case Phase::explanation:
            return BEFRIEND_PHASE_EXPLANATION;
    }
    return 0;
}

std::string best_of(const Stopped& stopped, const Policy& policy)
{
    std::string best;
    for (std::size_t tier = 0; tier < policy.tiers.size() && tier < stopped.bound.size(); ++tier) {
        best += (tier == 0 ? "" : ", ") + std::string(to_word(policy.tiers[tier])) + " " +
                std::to_string(stopped.bound[tier]);
    }
    return best;
}

std::unique_ptr<befriend_proposal> propose(std::shared_ptr<const Round> round, Watch& watch,
                                           const ProposeLimits& limits)
{
    ProgressFn progress;
    if (watch.can_stop()) {
        progress = [&watch](Phase phase, std::size_t done, std::size_t total) {
            return watch.goes_on(number_of(phase), done, total);
        };
    }
    auto outcome = befriend::propose(*round, progress, limits);
    if (const auto* stopped = std::get_if<Stopped>(&outcome))
        throw watch.stopped("proposal", best_of(*stopped, round->policy()));
    return std::make_unique<befriend_proposal>(std::move(round), std::get<Proposal>(std::move(outcome)));
}

// What the caller of a round knows of the run.
RunRecord record_of(const befriend_round& round)
{
    RunRecord record;
    record.interface = round.interface;
    record.as_of_source = round.as_of_source;
    record.inputs = inputs_of(round);
    const auto digest = round.sha256.find("policy");
    if (digest != round.sha256.end()) record.policy_sha256 = digest->second;
    return record;
}

RunRecord record_of(const befriend_proposal& opened)
{
    RunRecord record = opened.record;
    add_outcomes(*opened.round, opened.proposal, record);
    return record;
}

std::string json_of(const befriend_proposal& opened, befriend_part part)
{
    if (part == BEFRIEND_PART_PROPOSAL) return proposal_json(*opened.round, opened.proposal);
    if (part == BEFRIEND_PART_CERTIFICATE) return certificate_json(*opened.round, opened.proposal);
    if (part == BEFRIEND_PART_RUN_RECORD) return run_record_json(record_of(opened));
    throw Misuse{FaultCode::e_arg, "part", "no part of a proposal has this number; they have 1 to 3"};
}

std::string report_of(const befriend_proposal& opened, befriend_report report)
{
    if (report == BEFRIEND_REPORT_HTML) return html_report(*opened.round, opened.proposal, record_of(opened));
    if (report == BEFRIEND_REPORT_TEXT) return text_of(*opened.round, opened.proposal);
    throw Misuse{FaultCode::e_arg, "report", "no report has this number; they have 1 and 2"};
}

template <class Id>
std::size_t position_of(const Round& round, const char* text, std::size_t size, const char* name)
{
    const auto position = round.find(Id(std::string(plain_text_in(text, size, name))));
    if (!position) throw Misuse{FaultCode::e_unknown_id, name, "not in the round"};
    return *position;
}

}  // namespace
}  // namespace befriend::c

using namespace befriend;

befriend_status befriend_propose(const befriend_round* round, const befriend_cancel* cancel,
                                 befriend_progress_fn progress, void* user, befriend_proposal** out,
                                 befriend_error** err)
{
    return c::guarded(out, err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        if (cancel != nullptr) c::need_kind(cancel, befriend_cancel::own_kind, "cancel");
        const c::InUse in_use(opened, "round");
        c::Watch watch(cancel, progress, user, opened.time_limit_ms);
        if (c::is_requested(cancel)) throw watch.stopped("proposal", {});
        auto made = c::propose(c::checked(opened, watch, "proposal"), watch,
                               {static_cast<std::uint64_t>(opened.max_bytes)});
        made->record = c::record_of(opened);
        return made;
    });
}

befriend_status befriend_proposal_get_json(const befriend_proposal* proposal, befriend_part part,
                                           char* buffer, size_t cap, size_t* needed, befriend_error** err)
{
    return c::text_out({buffer, cap, needed}, err,
                       [&] { return c::json_of(c::opened(proposal, "proposal"), part); });
}

befriend_status befriend_proposal_get_report(const befriend_proposal* proposal, befriend_report report,
                                             char* buffer, size_t cap, size_t* needed, befriend_error** err)
{
    return c::text_out({buffer, cap, needed}, err,
                       [&] { return c::report_of(c::opened(proposal, "proposal"), report); });
}

befriend_status befriend_proposal_explain_child(const befriend_proposal* proposal, const char* child_id,
                                                size_t child_id_size, char* buffer, size_t cap,
                                                size_t* needed, befriend_error** err)
{
    return c::text_out({buffer, cap, needed}, err, [&] {
        const befriend_proposal& opened = c::opened(proposal, "proposal");
        const Round& round = *opened.round;
        return child_json(round, opened.proposal,
                          c::position_of<ReferralId>(round, child_id, child_id_size, "child_id"));
    });
}

befriend_status befriend_proposal_explain_pair(const befriend_proposal* proposal, const char* child_id,
                                               size_t child_id_size, const char* volunteer_id,
                                               size_t volunteer_id_size, char* buffer, size_t cap,
                                               size_t* needed, befriend_error** err)
{
    return c::text_out({buffer, cap, needed}, err, [&] {
        const befriend_proposal& opened = c::opened(proposal, "proposal");
        const Round& round = *opened.round;
        const auto child = c::position_of<ReferralId>(round, child_id, child_id_size, "child_id");
        const auto volunteer =
            c::position_of<VolunteerId>(round, volunteer_id, volunteer_id_size, "volunteer_id");
        return pair_json(round, opened.proposal, child, volunteer);
    });
}

void befriend_proposal_free(befriend_proposal* proposal)
{
    if (c::is_ours(proposal)) delete proposal;
}
