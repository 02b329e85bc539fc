#include "io/write_proposal_records.hpp"

#include "reporting/reasons.hpp"
#include <befriend/model/words.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/rules.hpp>

#include <string_view>

namespace befriend::io {
namespace {

using nlohmann::json;

// The code and the sentence of a rule or a question.
template <class Coded>
json coded(Coded value)
{
    return {{"code", code_of(value)}, {"sentence", sentence_of(value)}};
}

std::string_view state_of(ProposalState state)
{
    return state == ProposalState::ask_first ? "ask_first" : "proposed";
}

json criteria(const PairScore& score)
{
    json by_name = json::object();
    for (std::size_t i = 0; i < all_criteria.size(); ++i) {
        const CriterionScore& part = score.criteria[i];
        json& shown = by_name[std::string(to_text(all_criteria[i]))];
        if (!part.applicable) continue;
        shown = {{"contribution", score.contributions[i]},
                 {"possible", score.possible[i]},
                 {"value", part.value},
                 {"low", part.low},
                 {"high", part.high}};
    }
    return by_name;
}

}  // namespace

json ProposalRecords::operator()(const ProposedMatch& match) const
{
    json record = score(match.score);
    record.update({{"child", child(match.child)},
                   {"volunteer", volunteer(match.volunteer)},
                   {"state", state_of(match.state)},
                   {"pinned", match.pinned},
                   {"decided_by_tie", match.decided_by_tie},
                   {"ask_about", questions(match.ask_about)},
                   {"next_best", each(match.next_best)}});
    return record;
}

json ProposalRecords::operator()(const WaitingChild& waiting) const
{
    return {
        {"child", child(waiting.child)},
        {"reason", {{"code", code_of(waiting.reason)}, {"sentence", sentence_of(waiting, round_.policy())}}},
        {"rules", rules(waiting.rules)},
        {"volunteers", waiting.volunteers},
        {"eligible", waiting.eligible},
        {"needed_elsewhere", each(waiting.needed_elsewhere)},
        {"what_would_change_it", each(waiting.what_would_change_it)}};
}

json ProposalRecords::operator()(const UnusedVolunteer& unused) const
{
    return {{"volunteer", volunteer(unused.volunteer)},
            {"reason",
             {{"code", code_of(unused.reason)}, {"sentence", sentence_of(unused.reason, unused.rules)}}},
            {"rules", rules(unused.rules)},
            {"eligible", unused.eligible}};
}

json ProposalRecords::operator()(const Alternative& alternative) const
{
    return {{"volunteer", volunteer(alternative.volunteer)},
            {"points", alternative.points},
            {"proposed_to", children(alternative.proposed_to)},
            {"has_room", alternative.has_room}};
}

json ProposalRecords::operator()(const NeededElsewhere& needed) const
{
    return {{"volunteer", volunteer(needed.volunteer)},
            {"points", needed.points},
            {"proposed_to", each(needed.ahead)}};
}

json ProposalRecords::operator()(const Ahead& ahead) const
{
    const std::string_view tier = ahead.tier ? to_word(*ahead.tier) : "tie";
    return {{"child", child(ahead.child)}, {"ahead_on", ahead.pinned ? "pin" : tier}};
}

json ProposalRecords::operator()(const Change& change) const
{
    json record{{"volunteer", volunteer(change.other)},
                {"rule", code_of(change.rule)},
                {"sentence", change_of(change.rule)}};
    if (change.further_m) record["further_m"] = *change.further_m;
    return record;
}

json ProposalRecords::operator()(const TierTotal& total) const
{
    return {{"objective", to_word(total.tier)}, {"total", total.total}};
}

json ProposalRecords::score(const PairScore& score)
{
    return {
        {"points", score.points}, {"low", score.low}, {"high", score.high}, {"criteria", criteria(score)}};
}

json ProposalRecords::rules(const std::vector<Rule>& broken)
{
    json list = json::array();
    for (const Rule rule : broken)
        list.push_back(coded(rule));
    return list;
}

json ProposalRecords::rules(TagSet<Rule> broken)
{
    json list = json::array();
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (broken.has(static_cast<Rule>(i))) list.push_back(coded(static_cast<Rule>(i)));
    }
    return list;
}

json ProposalRecords::questions(TagSet<OpenQuestion> open)
{
    json list = json::array();
    for (std::size_t i = 0; i < open_question_count; ++i) {
        const auto question = static_cast<OpenQuestion>(i);
        if (open.has(question)) list.push_back(coded(question));
    }
    return list;
}

json ProposalRecords::children(const std::vector<std::size_t>& positions) const
{
    json list = json::array();
    for (const std::size_t position : positions)
        list.push_back(child(position));
    return list;
}

}  // namespace befriend::io
