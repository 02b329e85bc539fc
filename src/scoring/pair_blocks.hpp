#pragma once

#include "scoring/block_kernel.hpp"
#include "scoring/child_numbers.hpp"
#include "scoring/interest_profiles.hpp"
#include "scoring/row_sums.hpp"
#include "scoring/travel_grid.hpp"
#include "scoring/wish_rows.hpp"
#include <befriend/scoring/scorer.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// The volunteers of a round in blocks and the numbers of every child, so that a kernel scores a child
/// against many volunteers at once, with the same points as one pair after the other.
///
/// Borrows what it is made of. Const calls may run together.
class PairBlocks {
public:
    /// `weights` are those of each child. O(children + volunteers x (terms + wishes)); keeps about 200 bytes
    /// a child and, a volunteer, 100 bytes, one a term of the vocabulary (if it has at most 256) and up to 64
    /// a row of wishes. Of no use once `watch` is stopped.
    PairBlocks(const Round& round, const StatedWishes& wishes, const InterestProfiles& interests,
               const std::vector<PerCriterion<std::int64_t>>& weights, RecordWatch& watch);

    /// Whether the child's numbers fit into 16 bits, as nearly all do: docs/methods/scoring.md lists what
    /// does not.
    [[nodiscard]] bool fits(std::size_t child) const noexcept { return children_[child].has_value(); }

    /// The points of the child with each of `volunteers`. Fastest where these follow one another.
    /// Precondition: `fits(child)`; `volunteers` ascend, and `briefs` is as long.
    void score(const block::Kernel& kernel, std::size_t child, std::span<const std::uint32_t> volunteers,
               std::span<Scorer::Brief> briefs) const noexcept;

private:
    struct Sheet;
    struct Task;

    void add_volunteers(const Round& round, RecordWatch& watch);
    void add_rows(const Round& round);
    void add_sheets(const Round& round, RecordWatch& watch);
    void score_block(Task& task, std::size_t first, std::size_t end) const noexcept;
    [[nodiscard]] const std::uint16_t* nearness_in_sheet(Task& task, std::size_t first) const noexcept;
    void score_picked(const Task& task, std::span<const std::uint32_t> picked) const noexcept;

    const InterestProfiles* interests_;
    WishRows rows_;
    std::vector<block::VolunteerBlock> blocks_;
    std::vector<BlockRow> block_rows_;  // of each block; empty: too many terms
    std::vector<TravelGrid> sheets_;
    std::vector<std::optional<block::ChildNumbers>> children_;
};

}  // namespace befriend
