#include "proposal/proposal_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace befriend::test {
namespace {

std::string text_of(const std::vector<Rule>& rules)
{
    std::vector<std::string_view> codes;
    for (const Rule rule : rules)
        codes.push_back(code_of(rule));
    return fmt::format("[{}]", fmt::join(codes, " "));
}

std::string text_of(TagSet<OpenQuestion> questions)
{
    std::vector<std::string_view> codes;
    for (std::size_t i = 0; i < open_question_count; ++i) {
        if (questions.has(static_cast<OpenQuestion>(i)))
            codes.push_back(code_of(static_cast<OpenQuestion>(i)));
    }
    return fmt::format("[{}]", fmt::join(codes, " "));
}

std::string text_of(const PairScore& score)
{
    std::string text = fmt::format("{} {}-{}:", score.points, score.low, score.high);
    for (std::size_t i = 0; i < score.criteria.size(); ++i) {
        const CriterionScore& one = score.criteria[i];
        text += fmt::format(" {}({}-{} {}) {}/{}", one.value, one.low, one.high, one.applicable,
                            score.contributions[i], score.possible[i]);
    }
    return text;
}

std::string text_of(const ProposedMatch& match)
{
    std::string text = fmt::format("proposed {} {} {} {} {} | {} | {} |", match.child, match.volunteer,
                                   static_cast<int>(match.state), match.pinned, match.decided_by_tie,
                                   text_of(match.score), text_of(match.ask_about));
    for (const Alternative& next : match.next_best)
        text += fmt::format(" {} {} [{}] {};", next.volunteer, next.points, fmt::join(next.proposed_to, " "),
                            next.has_room);
    return text + "\n";
}

std::string text_of(const WaitingChild& waiting)
{
    std::string text = fmt::format("waiting {} {} {} {} {} |", waiting.child, code_of(waiting.reason),
                                   text_of(waiting.rules), waiting.volunteers, waiting.eligible);
    for (const NeededElsewhere& one : waiting.needed_elsewhere) {
        text += fmt::format(" {} {}:", one.volunteer, one.points);
        for (const Ahead& ahead : one.ahead)
            text += fmt::format(" {} {} {};", ahead.child, ahead.tier ? to_word(*ahead.tier) : "tie",
                                ahead.pinned);
    }
    text += " |";
    for (const Change& change : waiting.what_would_change_it)
        text += fmt::format(" {} {} {};", change.other, code_of(change.rule), change.further_m.value_or(-1));
    return text + "\n";
}

std::string text_of(const Certificate& certificate)
{
    std::string text =
        fmt::format("certificate {} [{}] [{}] [{}]\n", certificate.valid, fmt::join(certificate.value, " "),
                    fmt::join(certificate.bound, " "), fmt::join(certificate.volunteer_of_column, " "));
    for (const TierDuals& tier : certificate.duals)
        text += fmt::format("duals [{}] [{}]\n", fmt::join(tier.row, " "), fmt::join(tier.column, " "));
    return text;
}

}  // namespace

std::string text_without_certificate(const Proposal& proposal)
{
    std::string text;
    for (const ProposedMatch& match : proposal.proposed)
        text += text_of(match);
    for (const WaitingChild& waiting : proposal.waiting)
        text += text_of(waiting);
    for (const UnusedVolunteer& unused : proposal.unused)
        text += fmt::format("unused {} {} {} {}\n", unused.volunteer, code_of(unused.reason),
                            text_of(unused.rules), unused.eligible);
    for (const TierTotal& tier : proposal.totals)
        text += fmt::format("total {} {}\n", to_word(tier.tier), tier.total);
    return text + fmt::format("pairs {} parts {}\n", proposal.candidate_pairs, proposal.independent_parts);
}

std::string text_of(const Proposal& proposal)
{
    return text_without_certificate(proposal) + text_of(proposal.certificate);
}

}  // namespace befriend::test
