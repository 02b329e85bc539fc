// The top of the page: the round in one sentence, what to decide today, and whom to call first.

#include "model/formatted.hpp"
#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include <befriend/reporting/html.hpp>

#include <algorithm>
#include <set>

namespace befriend {
namespace {

constexpr std::size_t most_rows = 25;   // of a list to decide on today; the cards have all
constexpr std::size_t most_calls = 10;  // children named beside one question

std::vector<std::size_t> with_state(const Page& page, ProposalState state)
{
    std::vector<std::size_t> list;
    for (const std::size_t at : page.cases.proposed) {
        if (page.proposal.proposed[at].state == state) list.push_back(at);
    }
    return list;
}

Values row_of(const Page& page, const ProposedMatch& match)
{
    const Referral& child = page.round.children()[match.child];
    return object_of({{"child", child.id.text()},
                      {"waited", months_text(calendar_months_waited(child, page.round.as_of()))},
                      {"volunteer", page.round.volunteers()[match.volunteer].id.text()},
                      {"points", with_commas(std::int64_t{match.score.points})},
                      {"open", std::to_string(match.ask_about.size())}});
}

Values list_to_decide(const Page& page, ProposalState state, std::uint64_t number)
{
    const bool ask = state == ProposalState::ask_first;
    std::vector<std::size_t> shown = with_state(page, state);
    const bool cut = shown.size() > most_rows;
    if (cut) shown.resize(most_rows);

    Values list = object_of({{"title", ask ? "Ask the child first" : "Ready to introduce"}});
    std::string sentence;
    if (number == 0)
        sentence = ask ? "No child has to be asked first." : "No proposal is ready to introduce.";
    else if (ask)
        sentence = formatted("Nobody has asked {} yet whether a visitor is wanted.",
                             counted(number, "child", "children"));
    else
        sentence = formatted("{} to show a volunteer’s profile to.",
                             number == 1 ? "1 child" : counted(number, "child", "children"));
    if (cut || shown.size() < number) sentence += formatted(" These {} have waited longest.", shown.size());
    if (number > 0) sentence += " “Calls” counts what is still to ask.";
    list.set("sentence", sentence);
    set_list(list, "rows",
             list_of(shown, [&](std::size_t at) { return row_of(page, page.proposal.proposed[at]); }));
    return list;
}

Values call_of(const Page& page, const QuestionCount& asked)
{
    std::vector<std::string> ids;
    for (const std::size_t at : page.cases.proposed) {
        const ProposedMatch& match = page.proposal.proposed[at];
        if (match.ask_about.has(asked.question)) ids.push_back(page.round.children()[match.child].id.text());
    }
    if (ids.size() > most_calls) ids.resize(most_calls);
    const std::uint64_t left = asked.proposals - ids.size();
    Values call = object_of({{"question", std::string(sentence_of(asked.question))}});
    call.set("children", list_of(ids, [&](const std::string& id) {
                 return object_of({{"id", id}, {"comma", &id == &ids.back() && left == 0 ? "" : ","}});
             }));
    if (left > 0) call.set("more", formatted("and {} more", with_commas(left)));
    return call;
}

}  // namespace

Cases cases_of(const Round& round, const Proposal& proposal)
{
    std::vector<std::size_t> child_of;
    for (const ProposedMatch& match : proposal.proposed)
        child_of.push_back(match.child);
    for (const WaitingChild& waiting : proposal.waiting)
        child_of.push_back(waiting.child);

    Cases cases;
    cases.shortened = round.children().size() > most_children_in_full;
    std::size_t shown = 0;
    for (const std::size_t at : longest_first(round, child_of)) {
        const bool is_proposed = at < proposal.proposed.size();
        if (cases.shortened && shown >= most_cases) {
            if (!is_proposed || !proposal.proposed[at].decided_by_tie || cases.ties >= most_cases) continue;
            ++cases.ties;
        }
        ++shown;
        if (is_proposed)
            cases.proposed.push_back(at);
        else
            cases.waiting.push_back(at - proposal.proposed.size());
    }
    return cases;
}

void add_headline(const Page& page, Values& values)
{
    const Summary& all = page.summary;
    const std::uint64_t ready = all.proposed - all.ask_first;
    values.set("date", long_date(page.round.as_of()));
    values.set("headline",
               all.proposed == 0
                   ? formatted("No volunteer can be proposed to any of {} waiting today.",
                               counted(all.children, "child", "children"))
                   : formatted("A volunteer is proposed to {} of {} waiting.{}", with_commas(all.proposed),
                               counted(all.children, "child", "children"),
                               all.ask_first == 0 ? ""
                                                  : formatted(" {} must be asked first.",
                                                              counted(all.ask_first, "child", "children"))));
    values.set(
        "tiles",
        list_of(std::vector<std::pair<const char*, std::uint64_t>>{{"Ready to introduce", ready},
                                                                   {"Ask the child first", all.ask_first},
                                                                   {"Keep waiting", all.waiting},
                                                                   {"Volunteers not used", all.unused}},
                [](const auto& tile) {
                    return object_of({{"label", tile.first}, {"number", with_commas(tile.second)}});
                }));
    if (!page.cases.shortened) return;
    const std::string ties =
        page.cases.ties == 0 ? ""
                             : formatted(", and {} more whose proposal was drawn by lot", page.cases.ties);
    values.set("shortened", object_of({{"longest", std::to_string(most_cases)}, {"ties", ties}}));
}

void add_today(const Page& page, Values& values)
{
    const std::uint64_t ask_first = page.summary.ask_first;
    Values lists{Values::type::list};
    lists.push_back(list_to_decide(page, ProposalState::proposed, page.summary.proposed - ask_first));
    lists.push_back(list_to_decide(page, ProposalState::ask_first, ask_first));
    values.set("today", lists);
    values.set("calls_sentence",
               page.summary.questions.empty()
                   ? "Nothing is open that a rule would need to know."
                   : "These facts are missing. A rule would read them, so ask before anyone meets.");
    set_list(values, "calls", list_of(page.summary.questions, [&](const QuestionCount& asked) {
                 return call_of(page, asked);
             }));
}

}  // namespace befriend
