#pragma once

#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>

namespace befriend {

/// Asked now and then during long work, on the calling thread, with how much is done; `false` stops the work.
using KeepGoing = std::function<bool(std::size_t done, std::size_t total)>;

/// The best assignment of `problem`: tiers in strict lexicographic order, then `ties`. The one way in.
///
/// Exact in integers; the answer is unique but for equal sums of ties, the same for every order of rows,
/// columns and edges when the keys move with them. Every answer passes `first_violation` before it is called
/// optimal. Throws nothing but std::bad_alloc: a problem with a fault gives the status `refused`.
[[nodiscard]] Solution solve(const Problem& problem, const KeepGoing& keep_going = {});

/// The same for pairs that are not stored: the pairs and values are those that `solve` finds when they are.
///
/// Memory for the rows, the columns, and some dozens of pairs a row and a column, never for all pairs. The
/// source is asked for every row at least three times. Throws std::bad_alloc and what the source throws. A
/// source that breaks its word in the first pass gives the status `refused`, later `failed`.
/// Method: docs/methods/streamed.md.
[[nodiscard]] Solution solve(const StreamedProblem& problem, const KeepGoing& keep_going = {});

/// What the tier `ties` counts for assigning a row to a column: the top 40 bits of XXH3-64 over the two keys
/// (16 bytes, little endian, the row's first). So neither order of the file nor the alphabet favours anyone.
[[nodiscard]] std::uint64_t tie_weight(std::uint64_t row_key, std::uint64_t column_key) noexcept;

}  // namespace befriend
