#pragma once

#include <befriend/assignment/problem.hpp>

#include <cstdint>

namespace befriend {

/// What edge `edge`, of row `row`, counts in tier `tier`; the number of tiers stands for `ties`.
/// Precondition: no fault.
[[nodiscard]] std::int64_t edge_weight(const Problem& problem, std::size_t tier, std::uint32_t row,
                                       std::uint64_t edge) noexcept;

}  // namespace befriend
