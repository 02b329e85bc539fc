#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace befriend {

/// Whole numbers from `from` to just under `below`, and how many fall there.
struct Band {
    std::int64_t from = 0;
    std::optional<std::int64_t> below;  ///< empty: no upper end
    std::uint64_t count = 0;

    friend bool operator==(const Band&, const Band&) = default;
};

/// How many children keep waiting for one reason.
struct ReasonCount {
    WaitingReason reason = WaitingReason::rule;
    std::vector<Rule> rules;  ///< of reason `rule`: one or two
    std::uint64_t children = 0;
};

/// How many volunteers are not used for one reason.
struct UnusedCount {
    UnusedReason reason = UnusedReason::rule;
    std::vector<Rule> rules;
    std::uint64_t volunteers = 0;
};

/// How many proposals leave a question open.
struct QuestionCount {
    OpenQuestion question = OpenQuestion::independence;
    std::uint64_t proposals = 0;
};

/// In what respect outcomes are compared. For reports only: none of them touches a score.
enum class Characteristic : std::uint8_t { ethnic_group, sex, age, access_needs, placement, cohort };

/// What the round did for one group. An empty count is hidden: it is 1 to 4, or such a one could be worked
/// out from it.
struct GroupOutcome {
    std::string group;                             ///< a code such as `asian`, `female`, `10-12`, `unknown`
    std::optional<std::uint64_t> start;            ///< waiting when the round began
    std::optional<std::uint64_t> median_eligible;  ///< volunteers a child; empty if `start` is hidden or 0
    std::optional<std::uint64_t> proposed;         ///< with a volunteer proposed
    std::optional<std::uint64_t> eligible_waits;   ///< keeps waiting although a volunteer is eligible
    std::optional<std::uint64_t> nobody_eligible;  ///< keeps waiting, and no volunteer is eligible
    std::optional<Points> median_points;           ///< of those proposed; empty if `proposed` is hidden or 0
};

/// Every group of one characteristic, in a fixed order, `unknown` last. `proposed`, `eligible_waits` and
/// `nobody_eligible` add up to `start`.
struct GroupTable {
    Characteristic characteristic = Characteristic::ethnic_group;
    std::vector<GroupOutcome> groups;
};

/// A round and its proposal in whole numbers.
///
/// A median is the largest value that at least half reach or pass. Months are whole calendar months from
/// `waiting_since` (or `referred_on`) to the date of the round, without what a priority adds.
struct Summary {
    std::uint64_t children = 0;
    std::uint64_t proposed = 0;         ///< of the children, `ask_first` among them
    std::uint64_t ask_first = 0;        ///< those who must be asked before anything else
    std::uint64_t waiting = 0;          ///< those who keep waiting
    std::int64_t coverage_percent = 0;  ///< proposed of a hundred children, rounded down; 0 without children

    std::uint64_t volunteers = 0;
    std::uint64_t ready = 0;  ///< with every clearance and room
    std::uint64_t used = 0;   ///< proposed to at least one child
    std::uint64_t unused = 0;

    std::vector<Band> months_proposed;  ///< 0, 3, 6, 12, 18 months and more
    std::vector<Band> months_waiting;   ///< the same bands
    std::optional<std::int64_t> median_months_proposed;
    std::optional<std::int64_t> median_months_waiting;
    std::vector<Band> points;  ///< of proposals, by hundreds; a full 1000 counts in the last
    std::optional<Points> median_points;
    std::vector<Band> distances_km;  ///< of proposals, by 5 km to 25 km and beyond, in metres div 1000
    std::uint64_t distance_unknown = 0;
    std::uint64_t decided_by_tie = 0;

    std::vector<ReasonCount> reasons;         ///< most children first
    std::vector<UnusedCount> unused_reasons;  ///< most volunteers first
    std::vector<QuestionCount> questions;     ///< most proposals first
    std::vector<GroupTable> groups;           ///< one a characteristic
};

/// The figures of a proposal. Precondition: `proposal` is of `round`. O(n log n) for n children and
/// volunteers.
[[nodiscard]] Summary summary_of(const Round& round, const Proposal& proposal);

/// Whole months that the child has waited on `date`, as the calendar has them.
[[nodiscard]] std::int64_t calendar_months_waited(const Referral& child, Date date) noexcept;

}  // namespace befriend
