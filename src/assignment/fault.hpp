#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace befriend {

__extension__ typedef __int128 WideSum;  ///< a sum of a few 64-bit parts

inline constexpr std::uint64_t most_nodes = (std::uint64_t{1} << 31) - 1;

/// What the edges of a problem weigh in one tier; from 0 to 0 if there are none.
struct WeightRange {
    WideSum least = 0;
    WideSum most = 0;
};

/// What `first_fault` says, and what it has seen on its way.
struct CheckedProblem {
    std::optional<ProblemFault> fault;
    std::array<WeightRange, Problem::most_tiers> weights{};  ///< one a tier, if there is no fault
};

/// `first_fault` for a caller who may want to stop it: then nothing of what it returns counts.
[[nodiscard]] CheckedProblem check_problem(const Problem& problem, Watch& watch);

/// The first tier whose sums could overflow, if any. `spread`, one a tier and one for `ties` if it is on: the
/// largest weight of an edge less the smallest, 0 counted among them. The proof is in fault.cpp.
[[nodiscard]] std::optional<ProblemFault> overflow_fault(std::size_t rows,
                                                         std::span<const std::int32_t> capacity,
                                                         std::span<const WideSum> spread) noexcept;

/// The spread of `ties`.
inline constexpr WideSum tie_spread = std::int64_t{1} << 40;

}  // namespace befriend
