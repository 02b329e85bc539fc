#pragma once

#include <befriend/scoring/points.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// The pairs worth considering: eligible, and at or above the policy's minimum points. Bipartite, in
/// compressed rows: the candidates of child c are the positions row_begin[c] to row_begin[c + 1] - 1.
struct CandidateGraph {
    std::vector<std::uint64_t> row_begin;  ///< children + 1 offsets, ascending, the first 0
    std::vector<std::uint32_t> volunteer;  ///< of each pair; ascending within a row
    std::vector<Points> points;            ///< of each pair
    std::size_t volunteers = 0;            ///< how many there are, with candidates or without
    std::vector<std::uint32_t>
        eligible;  ///< one a child: eligible volunteers, those below the minimum included
    std::vector<std::uint32_t> eligible_of_volunteer;  ///< one a volunteer: eligible children, likewise

    [[nodiscard]] std::size_t children() const noexcept
    {
        return row_begin.empty() ? 0 : row_begin.size() - 1;
    }
    [[nodiscard]] std::size_t pairs() const noexcept { return volunteer.size(); }

    /// The candidates of a child, and their points in the same order.
    [[nodiscard]] std::span<const std::uint32_t> volunteers_of(std::size_t child) const noexcept
    {
        return {volunteer.data() + row_begin[child], row_begin[child + 1] - row_begin[child]};
    }
    [[nodiscard]] std::span<const Points> points_of(std::size_t child) const noexcept
    {
        return {points.data() + row_begin[child], row_begin[child + 1] - row_begin[child]};
    }
};

}  // namespace befriend
