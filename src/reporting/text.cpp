#include "model/formatted.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include "reporting/text_table.hpp"
#include <befriend/reporting/summary.hpp>
#include <befriend/reporting/text.hpp>

#include <algorithm>

namespace befriend {
namespace {

std::string waited_of(const Round& round, std::size_t child)
{
    return months_text(calendar_months_waited(round.children()[child], round.as_of()));
}

std::string notes_of(const ProposedMatch& match)
{
    std::vector<std::string> notes;
    if (match.state == ProposalState::ask_first) notes.emplace_back("ask the child first");
    if (match.pinned) notes.emplace_back("a person asked for it");
    if (match.decided_by_tie) notes.emplace_back("drawn by lot");
    return joined(notes);
}

std::string proposed_table(const Round& round, const Proposal& proposal)
{
    std::vector<std::size_t> child_of;
    for (const ProposedMatch& match : proposal.proposed)
        child_of.push_back(match.child);
    TextTable table({{"Waited"}, {"Child"}, {"Volunteer"}, {"Points", Align::right}, {"Note"}});
    for (const std::size_t at : longest_first(round, child_of)) {
        const ProposedMatch& match = proposal.proposed[at];
        table.add({waited_of(round, match.child), round.children()[match.child].id.text(),
                   round.volunteers()[match.volunteer].id.text(),
                   with_commas(std::int64_t{match.score.points}), notes_of(match)});
    }
    return table.text();
}

std::string waiting_table(const Round& round, const Proposal& proposal)
{
    std::vector<std::size_t> child_of;
    for (const WaitingChild& waiting : proposal.waiting)
        child_of.push_back(waiting.child);
    TextTable table({{"Waited"}, {"Child"}, {"Why"}});
    for (const std::size_t at : longest_first(round, child_of)) {
        const WaitingChild& waiting = proposal.waiting[at];
        table.add({waited_of(round, waiting.child), round.children()[waiting.child].id.text(),
                   sentence_of(waiting, round.policy())});
    }
    return table.text();
}

}  // namespace

std::string text_of(const Round& round, const Proposal& proposal)
{
    const Summary all = summary_of(round, proposal);
    std::string text = formatted("Proposals for {}\n", long_date(round.as_of()));
    if (all.proposed > 0) text += "\nProposed\n" + proposed_table(round, proposal);
    if (all.waiting > 0) text += "\nKeep waiting\n" + waiting_table(round, proposal);
    text += formatted("\nProposed: {} of {}, {} to ask first. Keep waiting: {}.\n", with_commas(all.proposed),
                      counted(all.children, "child", "children"), with_commas(all.ask_first),
                      with_commas(all.waiting));
    text += formatted("Volunteers: {}, {} ready, {} proposed, {} unused.\n", with_commas(all.volunteers),
                      with_commas(all.ready), with_commas(all.used), with_commas(all.unused));
    if (all.median_points)
        text += formatted("Half of the proposals earn {} points or more of 1,000.\n",
                          with_commas(std::int64_t{*all.median_points}));
    text += "befriend proposes. People decide, and a child may always say no.\n";
    return text;
}

}  // namespace befriend
