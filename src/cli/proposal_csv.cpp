#include "cli/proposal_csv.hpp"

#include "cli/csv_out.hpp"
#include <befriend/reporting/sentences.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace befriend::cli {
namespace {

constexpr std::array proposal_columns{
    "child_id",  "volunteer_id", "state", "pinned", "decided_by_tie", "points",    "low",      "high",
    "interests", "background",   "age",   "travel", "availability",   "ask_about", "next_best"};

std::string yes_or_no(bool flag)
{
    return flag ? "yes" : "no";
}

// `a;b;c`, as lists stand in the tables that befriend reads.
template <class Items, class TextOf>
std::string list_of(const Items& items, const TextOf& text_of)
{
    std::string text;
    for (const auto& item : items) {
        if (!text.empty()) text += ';';
        text += text_of(item);
    }
    return text;
}

std::string codes_of(const std::vector<Rule>& rules)
{
    return list_of(rules, [](Rule rule) { return std::string(code_of(rule)); });
}

std::string codes_of(TagSet<OpenQuestion> questions)
{
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < open_question_count; ++at) {
        const auto question = static_cast<OpenQuestion>(at);
        if (questions.has(question)) codes.emplace_back(code_of(question));
    }
    return list_of(codes, [](const std::string& code) { return code; });
}

std::vector<CsvCell> cells_of(const Round& round, const ProposedMatch& match)
{
    const auto volunteer = [&](std::size_t position) { return round.volunteers()[position].id.text(); };
    const PairScore& score = match.score;
    std::vector<CsvCell> cells{round.children()[match.child].id.text(),
                               volunteer(match.volunteer),
                               match.state == ProposalState::ask_first ? "ask_first" : "proposed",
                               yes_or_no(match.pinned),
                               yes_or_no(match.decided_by_tie),
                               score.points,
                               score.low,
                               score.high};
    for (std::size_t i = 0; i < all_criteria.size(); ++i)
        cells.push_back(score.criteria[i].applicable ? CsvCell(score.contributions[i]) : CsvCell(""));
    cells.push_back(codes_of(match.ask_about));
    cells.push_back(list_of(match.next_best, [&](const Alternative& next) {
        return volunteer(next.volunteer) + ":" + std::to_string(next.points);
    }));
    return cells;
}

std::string in_one_cell(const std::vector<std::string>& sentences)
{
    std::string cell;
    for (const std::string& sentence : sentences)
        cell += (cell.empty() ? "" : " ") + sentence;
    return cell;
}

}  // namespace

std::string proposals_csv(const Round& round, const Proposal& proposal, bool raw)
{
    CsvWriter csv(raw);
    csv.row(std::vector<CsvCell>(proposal_columns.begin(), proposal_columns.end()));
    for (const ProposedMatch& match : proposal.proposed)
        csv.row(cells_of(round, match));
    return std::move(csv).text();
}

std::string waiting_csv(const Round& round, const Proposal& proposal, bool raw)
{
    CsvWriter csv(raw);
    csv.row({"child_id", "reason", "sentence", "rules", "volunteers", "eligible", "needed_elsewhere",
             "what_would_change_it"});
    for (const WaitingChild& child : proposal.waiting) {
        std::vector<std::string> elsewhere;
        for (const NeededElsewhere& needed : child.needed_elsewhere)
            elsewhere.push_back(sentence_of(needed, round));
        csv.row({round.children()[child.child].id.text(), code_of(child.reason),
                 sentence_of(child, round.policy()), codes_of(child.rules), child.volunteers, child.eligible,
                 in_one_cell(elsewhere), in_one_cell(sentences_of(child.what_would_change_it, round))});
    }
    return std::move(csv).text();
}

std::string unused_csv(const Round& round, const Proposal& proposal, bool raw)
{
    CsvWriter csv(raw);
    csv.row({"volunteer_id", "reason", "sentence", "rules", "eligible"});
    for (const UnusedVolunteer& unused : proposal.unused) {
        csv.row({round.volunteers()[unused.volunteer].id.text(), code_of(unused.reason),
                 sentence_of(unused.reason, unused.rules), codes_of(unused.rules), unused.eligible});
    }
    return std::move(csv).text();
}

void skip_proposal_columns(std::vector<std::string>& ignored)
{
    ignored.insert(ignored.end(), proposal_columns.begin() + 2, proposal_columns.end());
}

}  // namespace befriend::cli
