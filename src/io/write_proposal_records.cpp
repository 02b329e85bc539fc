#include "io/write_proposal_records.hpp"

#include "reporting/reasons.hpp"
#include <befriend/model/words.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/rules.hpp>

#include <algorithm>
#include <string_view>

namespace befriend::io {
namespace {

std::string_view state_of(ProposalState state)
{
    return state == ProposalState::ask_first ? "ask_first" : "proposed";
}

std::string_view ahead_on(const Ahead& ahead)
{
    if (ahead.pinned) return "pin";
    return ahead.tier ? to_word(*ahead.tier) : "tie";
}

// In the order of their names.
PerCriterion<Criterion> criteria_by_name()
{
    PerCriterion<Criterion> sorted = all_criteria;
    std::sort(sorted.begin(), sorted.end(), [](Criterion a, Criterion b) { return to_text(a) < to_text(b); });
    return sorted;
}

}  // namespace

void ProposalRecords::operator()(const ProposedMatch& match) const
{
    json_.begin_object()
        .list("ask_about", listed(match.ask_about), *this)
        .member("child", child(match.child))
        .member("criteria", [&] { criteria(match.score); })
        .member("decided_by_tie", match.decided_by_tie)
        .member("high", match.score.high)
        .member("low", match.score.low)
        .list("next_best", match.next_best, *this)
        .member("pinned", match.pinned)
        .member("points", match.score.points)
        .member("state", state_of(match.state))
        .member("volunteer", volunteer(match.volunteer))
        .end_object();
}

void ProposalRecords::operator()(const WaitingChild& waiting) const
{
    const std::string sentence = sentence_of(waiting, round_.policy());
    json_.begin_object()
        .member("child", child(waiting.child))
        .member("eligible", waiting.eligible)
        .list("needed_elsewhere", waiting.needed_elsewhere, *this)
        .member("reason", [&] { coded(code_of(waiting.reason), sentence); })
        .list("rules", waiting.rules, *this)
        .member("volunteers", waiting.volunteers)
        .list("what_would_change_it", waiting.what_would_change_it, *this)
        .end_object();
}

void ProposalRecords::operator()(const UnusedVolunteer& unused) const
{
    const std::string sentence = sentence_of(unused.reason, unused.rules);
    json_.begin_object()
        .member("eligible", unused.eligible)
        .member("reason", [&] { coded(code_of(unused.reason), sentence); })
        .list("rules", unused.rules, *this)
        .member("volunteer", volunteer(unused.volunteer))
        .end_object();
}

void ProposalRecords::operator()(const Alternative& alternative) const
{
    json_.begin_object()
        .member("has_room", alternative.has_room)
        .member("points", alternative.points)
        .list("proposed_to", alternative.proposed_to,
              [this](std::size_t position) { json_.value(child(position)); })
        .member("volunteer", volunteer(alternative.volunteer))
        .end_object();
}

void ProposalRecords::operator()(const NeededElsewhere& needed) const
{
    json_.begin_object()
        .member("points", needed.points)
        .list("proposed_to", needed.ahead, *this)
        .member("volunteer", volunteer(needed.volunteer))
        .end_object();
}

void ProposalRecords::operator()(const Ahead& ahead) const
{
    json_.begin_object().member("ahead_on", ahead_on(ahead)).member("child", child(ahead.child)).end_object();
}

void ProposalRecords::operator()(const Change& change) const
{
    json_.begin_object();
    if (change.further_m) json_.member("further_m", *change.further_m);
    json_.member("rule", code_of(change.rule))
        .member("sentence", change_of(change.rule))
        .member("volunteer", volunteer(change.other))
        .end_object();
}

void ProposalRecords::operator()(const TierTotal& total) const
{
    json_.begin_object().member("objective", to_word(total.tier)).member("total", total.total).end_object();
}

void ProposalRecords::operator()(const PairScore& score) const
{
    json_.begin_object()
        .member("criteria", [&] { criteria(score); })
        .member("high", score.high)
        .member("low", score.low)
        .member("points", score.points)
        .end_object();
}

void ProposalRecords::operator()(Rule rule) const
{
    coded(code_of(rule), sentence_of(rule));
}

void ProposalRecords::operator()(OpenQuestion question) const
{
    coded(code_of(question), sentence_of(question));
}

void ProposalRecords::coded(std::string_view code, std::string_view sentence) const
{
    json_.begin_object().member("code", code).member("sentence", sentence).end_object();
}

// Each criterion by name, null where it does not apply to the child.
void ProposalRecords::criteria(const PairScore& score) const
{
    json_.begin_object();
    for (const Criterion criterion : criteria_by_name()) {
        const auto at = static_cast<std::size_t>(criterion);
        const CriterionScore& part = score.criteria[at];
        if (!part.applicable) {
            json_.member(to_text(criterion), nullptr);
            continue;
        }
        json_.member(to_text(criterion), [&] {
            json_.begin_object()
                .member("contribution", score.contributions[at])
                .member("high", part.high)
                .member("low", part.low)
                .member("possible", score.possible[at])
                .member("value", part.value)
                .end_object();
        });
    }
    json_.end_object();
}

}  // namespace befriend::io
