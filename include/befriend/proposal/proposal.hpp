#pragma once

#include <befriend/assignment/solution.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace befriend {

/// Another volunteer whom this child could have.
struct Alternative {
    std::size_t volunteer = 0;  ///< position in the round's volunteers
    Points points = 0;
    std::vector<std::size_t>
        proposed_to;        ///< the children this volunteer is proposed to, by position; empty: none
    bool has_room = false;  ///< could see this child as well
};

/// Whether a proposed match may be introduced, or the child has to be asked first.
enum class ProposalState : std::uint8_t { proposed, ask_first };

/// A pair that befriend suggests. People decide; the child may always say no.
struct ProposedMatch {
    std::size_t child = 0;  ///< positions in the round's sorted tables
    std::size_t volunteer = 0;
    ProposalState state = ProposalState::proposed;
    bool pinned = false;  ///< a person asked for this pair
    bool decided_by_tie =
        false;  ///< another answer is as good on every named objective: the seeded tie-break chose
    PairScore score;
    TagSet<OpenQuestion> ask_about;
    std::size_t eligible = 0;  ///< how many volunteers are eligible
    std::vector<Alternative>
        next_best;  ///< other eligible volunteers, most points first, at most `policy.alternatives`
};

/// Why a child keeps waiting.
enum class WaitingReason : std::uint8_t {
    rule,           ///< no volunteer is eligible: `rules` is the only obstacle, or the only two, for the most
    several_rules,  ///< nor is any within two rules of being eligible
    no_volunteers,  ///< there is no volunteer at all
    below_minimum,  ///< eligible volunteers, and every pair is below the policy's minimum points
    needed_elsewhere,  ///< eligible volunteers, and every one is proposed to others
};

/// The code of a reason, for instance `needed_elsewhere`.
[[nodiscard]] std::string_view code_of(WaitingReason reason) noexcept;

/// A child to whom a volunteer is proposed instead, and the first objective in which that child is ahead.
struct Ahead {
    std::size_t child = 0;
    std::optional<TierName> tier;  ///< empty: nothing but the tie-break, or a pin
    bool pinned = false;
};

/// A volunteer who would suit a waiting child and is proposed to others.
struct NeededElsewhere {
    std::size_t volunteer = 0;
    Points points = 0;         ///< with the waiting child
    std::vector<Ahead> ahead;  ///< by child; only those whose place the waiting child could have
};

/// A single change that would make a volunteer eligible for a child, or a child for a volunteer.
struct Change {
    std::size_t other = 0;                  ///< the volunteer, or the child
    Rule rule = Rule::objection;            ///< the only one in the way
    std::optional<std::int64_t> further_m;  ///< for `distance`: how many metres beyond the limit
};

/// A child who keeps waiting, and why.
struct WaitingChild {
    std::size_t child = 0;
    WaitingReason reason = WaitingReason::rule;
    std::vector<Rule> rules;     ///< of reason `rule`: one or two, in the fixed order
    std::size_t volunteers = 0;  ///< of reason `rule`: for how many volunteers that is all that is in the way
    std::size_t eligible = 0;    ///< how many volunteers are eligible
    std::vector<NeededElsewhere> needed_elsewhere;  ///< the three best volunteers, most points first
    std::vector<Change> what_would_change_it;       ///< by rule, then by volunteer; at most `most_changes`

    static constexpr std::size_t most_changes = 5;
};

/// Why a volunteer is not used in this round.
enum class UnusedReason : std::uint8_t {
    not_ready,    ///< rules of the volunteer alone: state, clearances, room
    no_children,  ///< nobody is waiting
    rule,         ///< eligible for no child: `rules` is the only obstacle, or the only two, for the most
    several_rules,
    below_minimum,
    children_elsewhere,  ///< every child who could see this volunteer has a better place
};

/// The code of a reason, for instance `not_ready`.
[[nodiscard]] std::string_view code_of(UnusedReason reason) noexcept;

/// A volunteer with nobody proposed, and why.
struct UnusedVolunteer {
    std::size_t volunteer = 0;
    UnusedReason reason = UnusedReason::rule;
    std::vector<Rule> rules;
    std::size_t eligible = 0;  ///< how many children are eligible
};

/// What the pairs add up to on one objective.
struct TierTotal {
    TierName tier = TierName::most_children;
    std::int64_t total = 0;
};

/// The certificate in the words of the round: one price a child and a volunteer, and an objective.
struct Certificate {
    bool valid = false;                            ///< always true in a proposal that anybody sees
    std::vector<std::int64_t> value;               ///< one a tier and, last, ties
    std::vector<std::int64_t> bound;               ///< the same numbers: nothing better is possible
    std::vector<TierDuals> duals;                  ///< rows are children; columns are `volunteer_of_column`
    std::vector<std::size_t> volunteer_of_column;  ///< a volunteer may have up to three columns
};

/// The outcome of a round. Every child is in exactly one of `proposed` and `waiting`, and every volunteer
/// either in `proposed` or in `unused`. Each list is in the order of the round's tables.
struct Proposal {
    std::vector<ProposedMatch> proposed;
    std::vector<WaitingChild> waiting;
    std::vector<UnusedVolunteer> unused;
    std::vector<TierTotal> totals;      ///< in the policy's order
    std::size_t candidate_pairs = 0;    ///< eligible pairs at or above the minimum
    std::size_t independent_parts = 0;  ///< connected components of the candidates with at least one pair
    Certificate certificate;
};

}  // namespace befriend
