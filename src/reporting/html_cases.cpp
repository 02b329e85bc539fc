// One card a proposal and one a child who keeps waiting; volunteers who are not used.

#include "model/formatted.hpp"
#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include <befriend/reporting/html.hpp>

#include <algorithm>
#include <map>

namespace befriend {
namespace {

constexpr std::size_t most_unused = 50;  // volunteers named beside one reason
constexpr std::size_t on_a_phone = 24;   // letters that fit on one line of a card or a row

// What each criterion could give, as a style that many cards share. The first to come needs no class.
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
            std::string properties;
            for (std::size_t at = 0; at < possible.size(); ++at)
                properties += formatted("--{}:{};", possible_names[at], possible[at]);
            const Points most = *std::max_element(possible.begin(), possible.end());
            return object_of({{"selector", number == 0 ? "article ol" : formatted(".w{}", number)},
                              {"properties", properties + formatted("--m:{}", std::max(most, 1))}});
        });
    }

private:
    static constexpr std::string_view possible_names = "pqrst";  // as in report.css
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
        // Rounded apart, so that each adds up: what was earned can be one point more than what was possible.
        const Points possible = std::max(score.possible[at], score.contributions[at]);
        const bool counts = score.criteria[at].applicable;
        return object_of({{"label", std::string(label_of(criterion))},
                          {"earned", counts ? formatted("{} of {}", score.contributions[at], possible)
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

Values sentence(const std::string& text)
{
    Values values{Values::type::object};
    values.set("text", pieces_of(text, on_a_phone));
    return values;
}

Values next_best_of(const Round& round, const ProposedMatch& match)
{
    if (match.next_best.empty())
        return list_of(std::vector<std::string>{"nobody else is eligible"}, sentence);
    return list_of(match.next_best, [&](const Alternative& next) {
        return sentence(formatted("{} {}, {}", round.volunteers()[next.volunteer].id.text(),
                                  with_commas(std::int64_t{next.points}), phrase_of(next, round)));
    });
}

// `V-7, 612 points: proposed to C-4 and C-5 (ahead on “Longest wait”)`.
std::string phrase_of(const NeededElsewhere& needed, const Round& round)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
    for (const Ahead& ahead : needed.ahead) {
        const std::string why = why_ahead(ahead);
        const auto found = std::find_if(by_reason.begin(), by_reason.end(),
                                        [&](const auto& entry) { return entry.first == why; });
        auto& entry =
            found == by_reason.end() ? by_reason.emplace_back(why, std::vector<std::string>{}) : *found;
        entry.second.push_back(round.children()[ahead.child].id.text());
    }
    std::vector<std::string> whom;
    for (const auto& [why, ids] : by_reason)
        whom.push_back(formatted("{} ({})", joined(ids), why));
    return formatted("{}, {} points: proposed to {}", round.volunteers()[needed.volunteer].id.text(),
                     with_commas(std::int64_t{needed.points}), separated(whom, ", "));
}

Values card_of(const Round& round, const ProposedMatch& match, Shares& shares)
{
    const Referral& child = round.children()[match.child];
    const Volunteer& volunteer = round.volunteers()[match.volunteer];
    const PairScore& score = match.score;
    const Balance balance = balance_of(score);
    Values card =
        object_of({{"child", child.id.text()},
                   {"volunteer", volunteer.id.text()},
                   {"points", with_commas(std::int64_t{score.points})},
                   {"range", score.low == score.high ? "" : formatted(" ({} to {})", score.low, score.high)},
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

// What would change it where no single change of one pair would.
std::string change_for_all(const WaitingChild& waiting)
{
    if (waiting.reason == WaitingReason::rule && waiting.rules.front() == Rule::objection)
        return "Only the child can change this, and need not.";
    if (waiting.reason == WaitingReason::rule && waiting.rules.front() == Rule::service)
        return std::string(change_of(Rule::service));
    if (waiting.reason == WaitingReason::no_volunteers) return "A volunteer joins.";
    return "No single change would be enough.";
}

Values row_of(const Round& round, const WaitingChild& waiting)
{
    const Referral& child = round.children()[waiting.child];
    Values row = object_of({{"child", child.id.text()},
                            {"who", age_and_wait(child, round.as_of())},
                            {"reason", sentence_of(waiting, round.policy())}});
    row.set("elsewhere", list_of(waiting.needed_elsewhere, [&](const NeededElsewhere& needed) {
                return sentence(phrase_of(needed, round));
            }));
    std::vector<std::string> changes = sentences_of(waiting.what_would_change_it, round);
    if (changes.empty()) changes.push_back(change_for_all(waiting));
    row.set("changes", list_of(changes, sentence));
    return row;
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
    Values row{Values::type::object};
    row.set("text", pieces_of(joined(ids), 0));  // the column is narrow
    row.set("reason", sentence_of(unused.reason, unused.rules));
    row.set("number", with_commas(unused.volunteers));
    return row;
}

}  // namespace

void add_proposals(const Page& page, Values& values)
{
    Shares shares;
    set_list(values, "proposals", list_of(page.cases.proposed, [&](std::size_t at) {
                 return card_of(page.round, page.proposal.proposed[at], shares);
             }));
    values.set("shares", shares.styles());
}

void add_waiting(const Page& page, Values& values)
{
    values.set("waiting_sentence",
               page.summary.waiting == 0
                   ? std::string("Every child has a proposal.")
                   : formatted("{} without a proposal. Those who have waited longest come first.",
                               counted(page.summary.waiting, "child is", "children are")));
    const auto& shown = page.cases.waiting;
    values.set("any_elsewhere", Values(std::any_of(shown.begin(), shown.end(), [&](std::size_t at) {
                   return !page.proposal.waiting[at].needed_elsewhere.empty();
               })));
    set_list(values, "waiting", list_of(page.cases.waiting, [&](std::size_t at) {
                 return row_of(page.round, page.proposal.waiting[at]);
             }));
}

void add_unused(const Page& page, Values& values)
{
    const Summary& all = page.summary;
    values.set("unused_sentence",
               formatted("{} in this round. {} every clearance and room. {} proposed to a child.",
                         counted(all.volunteers, "volunteer is", "volunteers are"),
                         counted(all.ready, "has", "have"), counted(all.used, "is", "are")));
    set_list(values, "unused", list_of(all.unused_reasons, [&](const UnusedCount& unused) {
                 return unused_row(page, unused);
             }));
}

}  // namespace befriend
