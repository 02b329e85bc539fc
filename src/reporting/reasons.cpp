#include "reporting/reasons.hpp"

#include "model/formatted.hpp"
#include "reporting/plain_words.hpp"
#include <befriend/reporting/summary.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace befriend {
namespace {

struct Says {
    std::string_view for_it;
    std::string_view against_it;
};

Says words_of(Criterion criterion)
{
    switch (criterion) {
        case Criterion::interests:
            return {"shared likes", "different likes"};
        case Criterion::background:
            return {"wishes met", "wishes not met"};
        case Criterion::age:
            return {"ages that suit", "ages that do not suit"};
        case Criterion::travel:
            return {"easy to reach", "far to travel"};
        case Criterion::availability:
            return {"free times in common", "few free times in common"};
    }
    return {};
}

// What is unknown when a criterion is; the same words as for the question that a rule asks about it.
std::string_view what_to_ask(Criterion criterion)
{
    switch (criterion) {
        case Criterion::interests:
            return "interests";
        case Criterion::background:
            return "volunteer’s background";
        case Criterion::age:
            return "preferred ages";
        case Criterion::travel:
            return label_of(OpenQuestion::distance);
        case Criterion::availability:
            return label_of(OpenQuestion::slots);
    }
    return {};
}

}  // namespace

std::string why_ahead(const Ahead& ahead)
{
    if (ahead.pinned) return "a person asked for it";
    if (!ahead.tier) return "just as good, drawn by lot";
    if (*ahead.tier == TierName::most_children) return "so that more children have a volunteer";
    return formatted("ahead on “{}”", label_of(*ahead.tier));
}

std::string phrase_of(const Alternative& alternative, const Round& round)
{
    if (alternative.proposed_to.empty()) return "free";
    std::vector<std::string> ids;
    for (const std::size_t child : alternative.proposed_to)
        ids.push_back(round.children()[child].id.text());
    return "for " + joined(ids) + (alternative.has_room ? ", has room" : "");
}

Balance balance_of(const PairScore& score)
{
    Balance balance;
    for (const Criterion criterion : all_criteria) {
        const CriterionScore& part = score.criteria[static_cast<std::size_t>(criterion)];
        if (!part.applicable || part.worth_asking()) continue;
        if (part.value >= speaks_for) balance.for_it.push_back(words_of(criterion).for_it);
        if (part.value <= speaks_against) balance.against_it.push_back(words_of(criterion).against_it);
    }
    return balance;
}

std::vector<OpenQuestion> listed(TagSet<OpenQuestion> questions)
{
    std::vector<OpenQuestion> list;
    for (std::size_t at = 0; at < open_question_count; ++at) {
        if (questions.has(static_cast<OpenQuestion>(at))) list.push_back(static_cast<OpenQuestion>(at));
    }
    return list;
}

std::vector<std::string> worth_asking(const ProposedMatch& match)
{
    std::vector<std::string> labels;
    for (const OpenQuestion question : listed(match.ask_about))
        labels.emplace_back(label_of(question));
    for (const Criterion criterion : all_criteria) {
        if (!match.score.criteria[static_cast<std::size_t>(criterion)].worth_asking()) continue;
        const std::string_view label = what_to_ask(criterion);
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.emplace_back(label);
    }
    return labels;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at > 0) text += at + 1 == parts.size() ? " and " : ", ";
        text += parts[at];
    }
    return text;
}

std::string age_and_wait(const Referral& child, Date as_of)
{
    const auto years = child.age ? static_cast<std::uint64_t>(std::max(0, age_on(*child.age, as_of))) : 0;
    return formatted("Age {}, waited {}", years, months_text(calendar_months_waited(child, as_of)));
}

std::string apart(const Referral& child, const Volunteer& volunteer)
{
    if (!child.location || !volunteer.location) return "distance not known";
    return km_text(distance_m(*child.location, *volunteer.location)) + " apart";
}

Date waiting_from(const Referral& child) noexcept
{
    return child.waiting_since ? *child.waiting_since : child.referred_on.value_or(Date{});
}

std::vector<std::size_t> longest_first(const Round& round, const std::vector<std::size_t>& child_of)
{
    std::vector<std::size_t> order(child_of.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(waiting_from(round.children()[child_of[a]]), child_of[a]) <
               std::pair(waiting_from(round.children()[child_of[b]]), child_of[b]);
    });
    return order;
}

}  // namespace befriend
