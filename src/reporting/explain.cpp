// All about one child and all about one pair, for a terminal.

#include "model/formatted.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include "reporting/text_table.hpp"
#include <befriend/proposal/explanation.hpp>
#include <befriend/reporting/summary.hpp>
#include <befriend/reporting/text.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t most_volunteers = 5;

std::string bullet(std::string_view text)
{
    return formatted("  {}\n", wrapped(text, 2));
}

std::string points_of(const PairScore& score)
{
    std::string text = formatted("{} points of 1,000", with_commas(std::int64_t{score.points}));
    if (score.low != score.high) text += formatted(", {} to {} once all is known", score.low, score.high);
    return text;
}

std::string remarks_of(const ProposedMatch& match)
{
    std::string text;
    if (match.state == ProposalState::ask_first) text += bullet("Ask the child first.");
    if (match.pinned) text += bullet("A person asked for this pair.");
    if (match.decided_by_tie) text += bullet("Another answer is just as good. A drawn lot decided.");
    return text;
}

std::string proposal_text(const Round& round, const ProposedMatch& match)
{
    const auto list = [](const std::vector<std::string_view>& parts) {
        return parts.empty() ? std::string("none") : separated(parts, "; ");
    };
    const Balance balance = balance_of(match.score);
    std::string text = formatted("\nProposed: volunteer {}, {}.\n",
                                 round.volunteers()[match.volunteer].id.text(), points_of(match.score));
    text += remarks_of(match);
    text += bullet("For: " + list(balance.for_it));
    text += bullet("Against: " + list(balance.against_it));
    for (const OpenQuestion question : listed(match.ask_about))
        text += bullet(formatted("Ask: {}", sentence_of(question)));
    return text;
}

std::string waiting_text(const Round& round, const WaitingChild& waiting)
{
    std::string text = "\nKeeps waiting\n" + bullet(sentence_of(waiting, round.policy()));
    for (const NeededElsewhere& needed : waiting.needed_elsewhere)
        text += bullet(sentence_of(needed, round));
    if (!waiting.what_would_change_it.empty()) text += "\nWhat would change it\n";
    for (const std::string& sentence : sentences_of(waiting.what_would_change_it, round))
        text += bullet(sentence);
    return text;
}

std::string whereabouts_of(const Round& round, const Proposal& proposal, std::size_t child,
                           std::size_t volunteer)
{
    std::vector<std::string> ids;
    for (const ProposedMatch& match : proposal.proposed) {
        if (match.volunteer != volunteer) continue;
        ids.push_back(match.child == child ? "this child" : round.children()[match.child].id.text());
    }
    return ids.empty() ? "unused" : "proposed to " + joined(ids);
}

std::string best_volunteers(const Round& round, const Proposal& proposal, std::size_t child)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    std::vector<std::pair<Points, std::size_t>> best;
    for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
        if (eligibility.eligible(child, volunteer))
            best.emplace_back(-scorer.score(child, volunteer).points, volunteer);
    }
    if (best.empty()) return bullet("None is eligible.");
    std::sort(best.begin(), best.end());
    best.resize(std::min(best.size(), most_volunteers));
    TextTable table({{"Volunteer"}, {"Points", Align::right}, {"Now"}});
    for (const auto& [negative, volunteer] : best)
        table.add({round.volunteers()[volunteer].id.text(), with_commas(-std::int64_t{negative}),
                   whereabouts_of(round, proposal, child, volunteer)});
    return table.text();
}

std::string rules_text(TagSet<Rule> broken)
{
    if (broken.empty()) return "\nEligible. No rule stands in the way.\n";
    std::string text =
        formatted("\nNot eligible. {} in the way:\n",
                  counted(static_cast<std::uint64_t>(broken.size()), "rule stands", "rules stand"));
    for (std::size_t at = 0; at < rule_count; ++at) {
        const auto rule = static_cast<Rule>(at);
        if (broken.has(rule)) text += bullet(formatted("{}: {}", code_of(rule), sentence_of(rule)));
    }
    return text;
}

std::string score_text(const PairScore& score, const PerCriterion<std::int64_t>& weights)
{
    TextTable table({{"Criterion"},
                     {"Score", Align::right},
                     {"Weight", Align::right},
                     {"Earned", Align::right},
                     {"Possible", Align::right},
                     {"If all were known"}});
    for (const Criterion criterion : all_criteria) {
        const auto at = static_cast<std::size_t>(criterion);
        const CriterionScore& part = score.criteria[at];
        if (!part.applicable) {
            table.add(
                {std::string(label_of(criterion)), "-", "0", "0", "0", "does not count for this child"});
            continue;
        }
        table.add({std::string(label_of(criterion)), with_commas(std::int64_t{part.value}),
                   with_commas(weights[at]), with_commas(std::int64_t{score.contributions[at]}),
                   with_commas(std::int64_t{score.possible[at]}),
                   part.worth_asking() ? formatted("score {} to {}", part.low, part.high) : "known"});
    }
    return formatted("\n{}\n{}", points_of(score), table.text());
}

// What keeps the volunteer from a child who waits, or from one who has another proposal.
std::string taken_text(const Round& round, const Proposal& proposal, const PairExplanation& pair,
                       const ProposedMatch* match)
{
    const auto is_hers = [&](const WaitingChild& waiting) { return waiting.child == pair.child; };
    const auto waiting = std::find_if(proposal.waiting.begin(), proposal.waiting.end(), is_hers);
    if (waiting != proposal.waiting.end()) {
        for (const NeededElsewhere& needed : waiting->needed_elsewhere) {
            if (needed.volunteer == pair.volunteer)
                return bullet("The child keeps waiting.") + bullet(sentence_of(needed, round));
        }
    }
    const std::string whereabouts = whereabouts_of(round, proposal, pair.child, pair.volunteer);
    return bullet(match == nullptr
                      ? std::string("The child keeps waiting.")
                      : formatted("The child is proposed to {}, with {}.",
                                  round.volunteers()[match->volunteer].id.text(), points_of(match->score))) +
           bullet(formatted("The volunteer is {}.", whereabouts)) +
           bullet("Together, the proposals meet the aims of the policy best this way.");
}

// Whether the pair is proposed; for one that could be and is not, who is proposed to whom instead.
std::string outcome_text(const Round& round, const Proposal& proposal, const PairExplanation& pair)
{
    const auto is_hers = [&](const ProposedMatch& match) { return match.child == pair.child; };
    const auto match = std::find_if(proposal.proposed.begin(), proposal.proposed.end(), is_hers);
    if (match != proposal.proposed.end() && match->volunteer == pair.volunteer)
        return "\nProposed.\n" + remarks_of(*match);
    if (!pair.broken.empty()) return {};
    if (pair.below_minimum)
        return formatted("\nNot proposed.\n  The pair cannot earn the {} points that the policy asks for.\n",
                         with_commas(round.policy().minimum_points));
    return "\nNot proposed.\n" +
           taken_text(round, proposal, pair, match == proposal.proposed.end() ? nullptr : &*match);
}

}  // namespace

std::string text_of_child(const Round& round, const Proposal& proposal, std::size_t child)
{
    const Referral& referral = round.children()[child];
    std::string text =
        formatted("Child {}\n{}.\n", referral.id.text(), age_and_wait(referral, round.as_of()));
    const auto is_hers = [child](const auto& entry) { return entry.child == child; };
    const auto match = std::find_if(proposal.proposed.begin(), proposal.proposed.end(), is_hers);
    const auto waiting = std::find_if(proposal.waiting.begin(), proposal.waiting.end(), is_hers);
    if (match != proposal.proposed.end()) text += proposal_text(round, *match);
    if (waiting != proposal.waiting.end()) text += waiting_text(round, *waiting);
    return text + "\nVolunteers who fit best\n" + best_volunteers(round, proposal, child);
}

std::string text_of_pair(const Round& round, const Proposal& proposal, std::size_t child,
                         std::size_t volunteer)
{
    const PairExplanation pair = explain_pair(round, child, volunteer);
    const Referral& referral = round.children()[child];
    const Volunteer& other = round.volunteers()[volunteer];
    std::string text = formatted("Child {} and volunteer {}, {}\n", referral.id.text(), other.id.text(),
                                 apart(referral, other));
    text += rules_text(pair.broken);
    text += outcome_text(round, proposal, pair);
    text += score_text(pair.score, pair.weights);
    if (!pair.ask_about.empty()) text += "\nAsk about\n";
    for (const OpenQuestion question : listed(pair.ask_about))
        text += bullet(sentence_of(question));
    return text;
}

}  // namespace befriend
