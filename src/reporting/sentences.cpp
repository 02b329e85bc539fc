#include "model/formatted.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include <befriend/reporting/sentences.hpp>

#include <algorithm>

namespace befriend {
namespace {

std::string sentences_of(const std::vector<Rule>& rules)
{
    std::string text;
    for (const Rule rule : rules) {
        if (!text.empty()) text += ' ';
        text += sentence_of(rule);
    }
    return text;
}

}  // namespace

std::string sentence_of(const WaitingChild& waiting, const Policy& policy)
{
    const auto volunteers = [](std::size_t number) { return counted(number, "volunteer", "volunteers"); };
    switch (waiting.reason) {
        case WaitingReason::rule:
            if (waiting.rules.front() == Rule::objection || waiting.rules.front() == Rule::service)
                return std::string(sentence_of(waiting.rules.front()));  // of the child: no volunteer matters
            return formatted("{} in the way for {}: {}",
                             waiting.rules.size() == 1 ? "Only one thing stands" : "Two things stand",
                             volunteers(waiting.volunteers), sentences_of(waiting.rules));
        case WaitingReason::below_minimum:
            return formatted("{} could visit, but no pair earns the {} points that the policy asks for.",
                             volunteers(waiting.eligible), with_commas(policy.minimum_points));
        case WaitingReason::needed_elsewhere:
            return waiting.eligible == 1
                       ? "1 volunteer could visit, and is proposed to another child."
                       : formatted("{} could visit, and all of them are proposed to other children.",
                                   volunteers(waiting.eligible));
        case WaitingReason::several_rules:
        case WaitingReason::no_volunteers:
            return sentence_of(waiting.reason, waiting.rules);
    }
    return {};
}

std::string sentence_of(WaitingReason reason, const std::vector<Rule>& rules)
{
    switch (reason) {
        case WaitingReason::rule:
            return sentences_of(rules);
        case WaitingReason::several_rules:
            return "Three things or more stand in the way for every volunteer.";
        case WaitingReason::no_volunteers:
            return "There is no volunteer in this round.";
        case WaitingReason::below_minimum:
            return "Volunteers could visit, but no pair earns the points that the policy asks for.";
        case WaitingReason::needed_elsewhere:
            return "Volunteers could visit, and all of them are proposed to other children.";
    }
    return {};
}

std::string sentence_of(UnusedReason reason, const std::vector<Rule>& rules)
{
    switch (reason) {
        case UnusedReason::not_ready:
            return "Not ready yet. " + sentences_of(rules);
        case UnusedReason::no_children:
            return "No child is waiting.";
        case UnusedReason::rule:
            return "For most children this stands in the way: " + sentences_of(rules);
        case UnusedReason::several_rules:
            return "Three things or more stand in the way for every child.";
        case UnusedReason::below_minimum:
            return "No pair earns the points that the policy asks for.";
        case UnusedReason::children_elsewhere:
            return "Every child who could see this volunteer has a better place.";
    }
    return {};
}

std::string sentence_of(const NeededElsewhere& needed, const Round& round)
{
    std::vector<std::string> whom;
    for (const Ahead& ahead : needed.ahead)
        whom.push_back(formatted("{} ({})", round.children()[ahead.child].id.text(), why_ahead(ahead)));
    return formatted("{} would earn {} points, and is proposed to {}.",
                     round.volunteers()[needed.volunteer].id.text(), needed.points, joined(whom));
}

std::vector<std::string> sentences_of(const std::vector<Change>& changes, const Round& round)
{
    std::vector<std::string> sentences;
    for (auto from = changes.begin(); from != changes.end();) {
        const Rule rule = from->rule;
        const auto until =
            std::find_if(from, changes.end(), [&](const Change& change) { return change.rule != rule; });
        std::vector<std::string> volunteers;
        for (; from != until; ++from) {
            volunteers.push_back(round.volunteers()[from->other].id.text());
            if (from->further_m) volunteers.back() += formatted(" ({} more)", km_text(*from->further_m));
        }
        std::string_view lifted = change_of(rule);
        if (lifted.empty()) lifted = sentence_of(rule);
        lifted.remove_suffix(1);  // its full stop
        sentences.push_back(formatted("{}: {}.", lifted, joined(volunteers)));
    }
    return sentences;
}

}  // namespace befriend
