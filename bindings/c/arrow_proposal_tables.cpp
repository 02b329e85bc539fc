#include "arrow_proposal_tables.hpp"

#include "arguments.hpp"
#include <befriend/candidates/find_candidates.hpp>
#include <befriend/reporting/sentences.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/rules.hpp>
#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace befriend::c {
namespace {

using Columns = std::vector<ArrowOutColumn>;

// What the tables of one proposal share.
class ProposalTable : public ArrowTable {
public:
    ProposalTable(const befriend_proposal& of, Columns columns)
        : round_(of.round), proposal_(of.kept), columns_(std::move(columns))
    {
    }

    Columns columns() const override { return columns_; }

protected:
    [[nodiscard]] const Round& round() const noexcept { return *round_; }
    [[nodiscard]] const Proposal& proposal() const noexcept { return *proposal_; }
    [[nodiscard]] const std::string& child(std::size_t at) const { return round_->children()[at].id.text(); }
    [[nodiscard]] const std::string& volunteer(std::size_t at) const
    {
        return round_->volunteers()[at].id.text();
    }

private:
    std::shared_ptr<const Round> round_;
    std::shared_ptr<const Proposal> proposal_;
    Columns columns_;
};

std::vector<std::string> codes_of(const std::vector<Rule>& rules)
{
    std::vector<std::string> codes;
    for (const Rule rule : rules)
        codes.emplace_back(code_of(rule));
    return codes;
}

std::vector<std::string> codes_of(TagSet<OpenQuestion> questions)
{
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < open_question_count; ++at) {
        const auto question = static_cast<OpenQuestion>(at);
        if (questions.has(question)) codes.emplace_back(code_of(question));
    }
    return codes;
}

std::string joined(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        text += (text.empty() ? "" : " ") + sentence;
    return text;
}

class Proposals final : public ProposalTable {
public:
    explicit Proposals(const befriend_proposal& of) : ProposalTable(of, its_columns()) {}
    std::size_t rows() const override { return proposal().proposed.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const ProposedMatch& match = proposal().proposed[row];
        to.text(child(match.child));
        to.text(volunteer(match.volunteer));
        to.text(match.state == ProposalState::ask_first ? "ask_first" : "proposed");
        to.flag(match.pinned);
        to.flag(match.decided_by_tie);
        to.number(match.score.points);
        to.number(match.score.low);
        to.number(match.score.high);
        to.number(static_cast<std::int64_t>(match.eligible));
        for (std::size_t at = 0; at < all_criteria.size(); ++at) {
            if (match.score.criteria[at].applicable) {
                to.number(match.score.contributions[at]);
            } else {
                to.null();
            }
        }
        to.list(codes_of(match.ask_about));
    }

private:
    static Columns its_columns()
    {
        Columns columns{
            {"child_id", ArrowOut::text}, {"volunteer_id", ArrowOut::text},   {"state", ArrowOut::text},
            {"pinned", ArrowOut::flag},   {"decided_by_tie", ArrowOut::flag}, {"points", ArrowOut::int32},
            {"low", ArrowOut::int32},     {"high", ArrowOut::int32},          {"eligible", ArrowOut::int64}};
        for (const Criterion criterion : all_criteria)
            columns.push_back({std::string(to_text(criterion)), ArrowOut::int32});
        columns.push_back({"ask_about", ArrowOut::list});
        return columns;
    }
};

class Waiting final : public ProposalTable {
public:
    explicit Waiting(const befriend_proposal& of)
        : ProposalTable(of, {{"child_id", ArrowOut::text},
                             {"reason", ArrowOut::text},
                             {"sentence", ArrowOut::text},
                             {"rules", ArrowOut::list},
                             {"volunteers", ArrowOut::int64},
                             {"eligible", ArrowOut::int64},
                             {"needed_elsewhere", ArrowOut::text},
                             {"what_would_change_it", ArrowOut::text}})
    {
    }
    std::size_t rows() const override { return proposal().waiting.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const WaitingChild& waiting = proposal().waiting[row];
        std::vector<std::string> elsewhere;
        for (const NeededElsewhere& needed : waiting.needed_elsewhere)
            elsewhere.push_back(sentence_of(needed, round()));
        to.text(child(waiting.child));
        to.text(code_of(waiting.reason));
        to.text(sentence_of(waiting, round().policy()));
        to.list(codes_of(waiting.rules));
        to.number(static_cast<std::int64_t>(waiting.volunteers));
        to.number(static_cast<std::int64_t>(waiting.eligible));
        to.text(joined(elsewhere));
        to.text(joined(sentences_of(waiting.what_would_change_it, round())));
    }
};

class Unused final : public ProposalTable {
public:
    explicit Unused(const befriend_proposal& of)
        : ProposalTable(of, {{"volunteer_id", ArrowOut::text},
                             {"reason", ArrowOut::text},
                             {"sentence", ArrowOut::text},
                             {"rules", ArrowOut::list},
                             {"eligible", ArrowOut::int64}})
    {
    }
    std::size_t rows() const override { return proposal().unused.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const UnusedVolunteer& unused = proposal().unused[row];
        to.text(volunteer(unused.volunteer));
        to.text(code_of(unused.reason));
        to.text(sentence_of(unused.reason, unused.rules));
        to.list(codes_of(unused.rules));
        to.number(static_cast<std::int64_t>(unused.eligible));
    }
};

class Reasons final : public ProposalTable {
public:
    explicit Reasons(const befriend_proposal& of)
        : ProposalTable(of, {{"child_id", ArrowOut::text},
                             {"volunteer_id", ArrowOut::text},
                             {"criterion", ArrowOut::text},
                             {"state", ArrowOut::text},
                             {"score", ArrowOut::int32},
                             {"weight", ArrowOut::int64},
                             {"contribution", ArrowOut::int32},
                             {"possible", ArrowOut::int32}}),
          scorer_(round())
    {
    }
    std::size_t rows() const override { return proposal().proposed.size() * all_criteria.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const ProposedMatch& match = proposal().proposed[row / all_criteria.size()];
        const std::size_t at = row % all_criteria.size();
        const CriterionScore& score = match.score.criteria[at];
        const bool is_known = score.applicable && !score.worth_asking();
        to.text(child(match.child));
        to.text(volunteer(match.volunteer));
        to.text(to_text(all_criteria[at]));
        to.text(is_known ? "known" : score.applicable ? "unknown" : "not_applicable");
        number_if(is_known, score.value, to);
        to.number(scorer_.weights_for(match.child)[at]);
        number_if(score.applicable, match.score.contributions[at], to);
        number_if(score.applicable, match.score.possible[at], to);
    }

private:
    static void number_if(bool is_there, Points points, ArrowRow& to)
    {
        if (!is_there) return to.null();
        to.number(points);
    }

    Scorer scorer_;
};

class Alternatives final : public ProposalTable {
public:
    explicit Alternatives(const befriend_proposal& of)
        : ProposalTable(of, {{"child_id", ArrowOut::text},
                             {"rank", ArrowOut::int32},
                             {"volunteer_id", ArrowOut::text},
                             {"points", ArrowOut::int32},
                             {"has_room", ArrowOut::flag},
                             {"proposed_to", ArrowOut::list}})
    {
        for (const ProposedMatch& match : proposal().proposed) {
            for (std::size_t rank = 0; rank < match.next_best.size(); ++rank)
                rows_.emplace_back(&match, rank);
        }
    }
    std::size_t rows() const override { return rows_.size(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const auto& [match, rank] = rows_[row];
        const Alternative& next = match->next_best[rank];
        std::vector<std::string> others;
        for (const std::size_t other : next.proposed_to)
            others.push_back(child(other));
        to.text(child(match->child));
        to.number(static_cast<std::int64_t>(rank + 1));
        to.text(volunteer(next.volunteer));
        to.number(next.points);
        to.flag(next.has_room);
        to.list(others);
    }

private:
    std::vector<std::pair<const ProposedMatch*, std::size_t>> rows_;
};

class Candidates final : public ProposalTable {
public:
    explicit Candidates(const befriend_proposal& of)
        : ProposalTable(of, {{"child_id", ArrowOut::text},
                             {"volunteer_id", ArrowOut::text},
                             {"points", ArrowOut::int32},
                             {"proposed", ArrowOut::flag}}),
          graph_(find_candidates(round(), Eligibility(round()), Scorer(round())).value()),
          proposed_(graph_.children(), nobody)
    {
        for (const ProposedMatch& match : proposal().proposed)
            proposed_[match.child] = match.volunteer;
    }
    std::size_t rows() const override { return graph_.pairs(); }
    void write(std::size_t row, ArrowRow& to) const override
    {
        const auto after = std::upper_bound(graph_.row_begin.begin(), graph_.row_begin.end(), row);
        const auto of = static_cast<std::size_t>(after - graph_.row_begin.begin()) - 1;
        to.text(child(of));
        to.text(volunteer(graph_.volunteer[row]));
        to.number(graph_.points[row]);
        to.flag(proposed_[of] == graph_.volunteer[row]);
    }

private:
    static constexpr auto nobody = static_cast<std::size_t>(-1);

    CandidateGraph graph_;
    std::vector<std::size_t> proposed_;  // to each child
};

}  // namespace

std::unique_ptr<const ArrowTable> arrow_table(const befriend_proposal& proposal, befriend_table table)
{
    switch (table) {
        case BEFRIEND_PROPOSALS:
            return std::make_unique<const Proposals>(proposal);
        case BEFRIEND_WAITING:
            return std::make_unique<const Waiting>(proposal);
        case BEFRIEND_UNUSED:
            return std::make_unique<const Unused>(proposal);
        case BEFRIEND_REASONS:
            return std::make_unique<const Reasons>(proposal);
        case BEFRIEND_ALTERNATIVES:
            return std::make_unique<const Alternatives>(proposal);
        case BEFRIEND_CANDIDATES:
            return std::make_unique<const Candidates>(proposal);
        default:
            throw Misuse{FaultCode::e_arg, "table",
                         "no table of a proposal has this number; they have 11 to 16"};
    }
}

}  // namespace befriend::c
