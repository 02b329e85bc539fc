// One card a proposal and one a child who keeps waiting; volunteers who are not used.

#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include <befriend/reporting/html.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace befriend {
namespace {

constexpr std::size_t most_unused = 50;  // volunteers named beside one reason

// The starts of the five parts of a bar, as a style that many cards share. The first to come needs no class.
class Shares {
public:
    std::size_t number_of(const PerCriterion<Points>& possible)
    {
        return numbers_.try_emplace(possible, numbers_.size()).first->second;
    }

    [[nodiscard]] Values styles() const
    {
        return list_of(numbers_, [](const auto& entry) {
            const auto& [possible, number] = entry;
            Values style =
                object_of({{"selector", number == 0 ? "article ol" : fmt::format(".w{}", number)}});
            Points start = 0;
            for (std::size_t at = 0; at + 1 < possible.size(); ++at) {
                start += possible[at];
                style.set(part_names[at], fmt::format("{}.{}", start / 10, start % 10));
            }
            return style;
        });
    }

private:
    static constexpr std::array<const char*, 4> part_names{"second", "third", "fourth", "fifth"};
    std::map<PerCriterion<Points>, std::size_t> numbers_;
};

std::string joined_views(const std::vector<std::string_view>& parts)
{
    if (parts.empty()) return "none";
    std::string text;
    for (const std::string_view part : parts) {
        if (!text.empty()) text += "; ";
        text += part;
    }
    return text;
}

Values parts_of(const PairScore& score)
{
    return list_of(all_criteria, [&](Criterion criterion) {
        const auto at = static_cast<std::size_t>(criterion);
        const bool counts = score.criteria[at].applicable;
        return object_of(
            {{"label", std::string(label_of(criterion))},
             {"earned", counts ? fmt::format("{} of {}", score.contributions[at], score.possible[at])
                               : std::string("does not count")}});
    });
}

Values flags_of(const ProposedMatch& match)
{
    std::vector<std::string> flags;
    if (match.state == ProposalState::ask_first) flags.emplace_back("Ask the child first.");
    if (match.pinned) flags.emplace_back("A person asked for this pair.");
    if (match.decided_by_tie) flags.emplace_back("Another answer is just as good. A drawn lot decided.");
    return list_of(flags, [](const std::string& flag) { return object_of({{"text", flag}}); });
}

Values next_best_of(const Round& round, const ProposedMatch& match)
{
    if (match.next_best.empty())
        return list_of(std::vector<std::string>{"nobody else is eligible"},
                       [](const std::string& text) { return object_of({{"text", text}}); });
    return list_of(match.next_best, [&](const Alternative& next) {
        return object_of({{"text", fmt::format("{} {}, {}", round.volunteers()[next.volunteer].id.text(),
                                               next.points, phrase_of(next, round))}});
    });
}

Values card_of(const Round& round, const ProposedMatch& match, Shares& shares)
{
    const Referral& child = round.children()[match.child];
    const Volunteer& volunteer = round.volunteers()[match.volunteer];
    const PairScore& score = match.score;
    const Balance balance = balance_of(score);
    Values card = object_of(
        {{"child", child.id.text()},
         {"volunteer", volunteer.id.text()},
         {"points", with_commas(std::int64_t{score.points})},
         {"range", score.low == score.high ? "" : fmt::format(" ({} to {})", score.low, score.high)},
         {"who", age_and_wait(child, round.as_of()) + ", " + apart(child, volunteer)},
         {"for", joined_views(balance.for_it)},
         {"against", joined_views(balance.against_it)}});
    constexpr std::array<const char*, 5> bar{"a", "b", "c", "d", "e"};
    for (std::size_t at = 0; at < bar.size(); ++at)
        card.set(bar[at], std::to_string(score.contributions[at]));
    const std::size_t number = shares.number_of(score.possible);
    card.set("shares", number == 0 ? Values(false) : Values(std::to_string(number)));
    card.set("parts", parts_of(score));
    card.set("flags", flags_of(match));
    card.set("next", next_best_of(round, match));
    const std::string asked = joined(worth_asking(match));
    card.set("ask", asked.empty() ? Values(false) : Values(asked));
    return card;
}

Values card_of(const Round& round, const WaitingChild& waiting)
{
    const Referral& child = round.children()[waiting.child];
    Values card = object_of({{"child", child.id.text()},
                             {"who", age_and_wait(child, round.as_of())},
                             {"reason", sentence_of(waiting, round.policy())}});
    set_list(card, "elsewhere", list_of(waiting.needed_elsewhere, [&](const NeededElsewhere& needed) {
                 return object_of({{"text", sentence_of(needed, round)}});
             }));
    set_list(card, "changes",
             list_of(sentences_of(waiting.what_would_change_it, round),
                     [](const std::string& text) { return object_of({{"text", text}}); }));
    return card;
}

Values unused_row(const Page& page, const UnusedCount& unused)
{
    std::vector<std::string> ids;
    for (const UnusedVolunteer& volunteer : page.proposal.unused) {
        if (volunteer.reason != unused.reason || volunteer.rules != unused.rules) continue;
        if (ids.size() < most_unused) ids.push_back(page.round.volunteers()[volunteer.volunteer].id.text());
    }
    const std::uint64_t left = unused.volunteers - ids.size();
    if (left > 0) ids.push_back(with_commas(left) + " more");
    return object_of({{"reason", sentence_of(unused.reason, unused.rules)},
                      {"number", with_commas(unused.volunteers)},
                      {"ids", joined(ids)}});
}

}  // namespace

void add_proposals(const Page& page, Values& values)
{
    Shares shares;
    values.set("proposals", list_of(page.cases.proposed, [&](std::size_t at) {
                   return card_of(page.round, page.proposal.proposed[at], shares);
               }));
    values.set("shares", shares.styles());
}

void add_waiting(const Page& page, Values& values)
{
    values.set("waiting_sentence",
               page.summary.waiting == 0
                   ? std::string("Every child has a proposal.")
                   : fmt::format("{} without a proposal. Those who have waited longest come first.",
                                 counted(page.summary.waiting, "child is", "children are")));
    values.set("waiting", list_of(page.cases.waiting, [&](std::size_t at) {
                   return card_of(page.round, page.proposal.waiting[at]);
               }));
}

void add_unused(const Page& page, Values& values)
{
    const Summary& all = page.summary;
    values.set("unused_sentence",
               fmt::format("{} in this round. {} every clearance and room. {} proposed to a child.",
                           counted(all.volunteers, "volunteer is", "volunteers are"),
                           counted(all.ready, "has", "have"), counted(all.used, "is", "are")));
    set_list(values, "unused", list_of(all.unused_reasons, [&](const UnusedCount& unused) {
                 return unused_row(page, unused);
             }));
}

}  // namespace befriend
