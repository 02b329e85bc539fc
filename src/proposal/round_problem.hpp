#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>
#include <befriend/candidates/candidate_graph.hpp>
#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace befriend {

/// A round in the words of the optimiser: children are rows, volunteers columns, candidates edges.
///
/// Pins are taken out first: a pinned child's row has no edge, and the volunteer's capacity is one less. A
/// volunteer with room for more children than may require experience, and candidates enough to pass that
/// limit, has two columns: the volunteer's own, for the others, and one behind all own columns, for anybody,
/// with the limit as its capacity. At most `limit` children who require experience fit, and any set of
/// children that keeps limit and room fits, so nothing is lost.
///
/// Under the tier `volunteers_waiting` a volunteer's benefit counts once, with whichever child comes first.
/// One who has a benefit and room for several children has a last column for one child, which alone counts
/// it. A place for anybody goes there, if there is one: then a set of children that fits still fits, with any
/// of them in that column.
class RoundProblem {
public:
    /// Borrows both. O(children + volunteers + pairs).
    RoundProblem(const Round& round, const CandidateGraph& candidates);

    /// The same, unless `keep_going` says no. It is asked every few thousand people, or a hundred thousand
    /// pairs.
    [[nodiscard]] static std::optional<RoundProblem> prepared(const Round& round,
                                                              const CandidateGraph& candidates,
                                                              const KeepGoing& keep_going);

    /// Borrows this object.
    [[nodiscard]] Problem problem() const;

    [[nodiscard]] std::size_t volunteer_of(std::uint32_t column) const noexcept
    {
        return volunteer_of_column_[column];
    }
    [[nodiscard]] const std::vector<std::size_t>& volunteer_of_column() const noexcept
    {
        return volunteer_of_column_;
    }

    /// The volunteer to whom the child is pinned, if any.
    [[nodiscard]] std::optional<std::size_t> pin_of(std::size_t child) const noexcept;

    /// What the tier `ties` counts for the pair.
    [[nodiscard]] std::uint64_t tie_of(std::size_t child, std::size_t volunteer) const noexcept
    {
        return tie_weight(row_key_[child], column_key_[volunteer]);
    }

    /// What a child's place counts in the tier `waiting`.
    [[nodiscard]] std::int64_t waiting_benefit_of(std::size_t child) const noexcept
    {
        return waiting_[child];
    }

    /// What a volunteer who is given at least one child counts in the tier `volunteers_waiting`.
    [[nodiscard]] std::int64_t benefit_of_volunteer(std::size_t volunteer) const noexcept
    {
        return volunteer_benefit_[volunteer];
    }

    /// Whether the pair is one of the earlier proposal, and so counts 1 in the tier `continuity`.
    [[nodiscard]] bool is_of_earlier_proposal(std::size_t child, std::size_t volunteer) const noexcept
    {
        return earlier_of_[child] == volunteer;
    }

private:
    static constexpr std::uint32_t nobody = Solution::unassigned;

    // Of no use once `watch` has stopped.
    RoundProblem(const Round& round, const CandidateGraph& candidates, Watch& watch);

    void add_benefits(Watch& watch);
    void find_earlier_pairs(Watch& watch);
    void take_out_pins(Watch& watch);
    [[nodiscard]] std::vector<std::int32_t> high_need_candidates(Watch& watch) const;
    void add_columns(Watch& watch);
    void add_first_places();
    [[nodiscard]] std::size_t most_edges() const;
    void add_rows(Watch& watch);
    void add_continuity(Watch& watch);
    [[nodiscard]] bool counts(TierName name) const noexcept;
    void add_keys(Watch& watch);

    const Round* round_;
    const CandidateGraph* candidates_;
    std::vector<std::uint32_t> pin_of_;         // one a child, or `nobody`
    std::vector<std::int32_t> capacity_;        // one a column
    std::vector<std::int32_t> high_need_left_;  // one a volunteer
    std::vector<std::uint32_t> shared_column_;  // one a volunteer: the column for anybody
    std::vector<std::uint32_t> first_column_;   // one a volunteer: that of the benefit alone, or `nobody`
    std::vector<std::size_t> volunteer_of_column_;
    std::vector<std::uint64_t> row_begin_;
    std::vector<std::uint32_t> column_;
    std::vector<std::int64_t> points_;
    std::vector<std::int64_t> waiting_;
    std::vector<std::int64_t> volunteer_benefit_;  // one a volunteer
    std::vector<std::int64_t> column_benefit_;     // one a column, if the tier is named
    std::vector<std::uint32_t> earlier_of_;        // one a child: the volunteer proposed before, or `nobody`
    std::vector<std::int64_t> continuity_;  // one an edge, if the tier is named and there is one to keep
    std::vector<std::uint64_t> row_key_;
    std::vector<std::uint64_t> column_key_;
};

/// Whether a child counts against a volunteer's limit on high needs.
[[nodiscard]] inline bool is_high_need(const Referral& child) noexcept
{
    return child.requires_of_visitor.has(Requirement::experienced);
}

}  // namespace befriend
