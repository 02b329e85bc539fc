#pragma once

#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/streamed_problem.hpp>

#include <cstdint>
#include <optional>

namespace befriend {

/// The conditions of `first_violation`.
enum class Condition : std::uint8_t { sizes, pairs, feasible, tight, unpriced, totals };

/// A condition that does not hold, and where.
struct Violation {
    Condition condition;
    std::uint64_t at;  ///< a row (sizes, pairs, tight), an edge (feasible), a row or rows() + a column
                       ///< (unpriced), a tier (totals)
};

/// The first condition that fails of those that prove `solution` optimal for `problem`; none when proved.
///
///   (sizes)     arrays have their sizes, and no dual is larger than 2^61 in size, so that no sum overflows
/// With u(r), v(c) and w(e) the vectors over all tiers and ties, compared lexicographically:
///   (pairs)     every assigned row uses an edge of its own; no column holds more rows than its capacity
///   (feasible)  u(r) >= 0, v(c) >= 0, and u(r) + v(c) >= w(e) on every edge e from r to c
///   (tight)     u(r) + v(c) = w(e) on every assigned edge
///   (unpriced)  u(r) = 0 for an unassigned row, v(c) = 0 for a column with room
///   (totals)    `value` is what the pairs sum to, and `bound` equals it
/// Then for any assignment the sum of w is at most sum u(r) + sum capacity(c) v(c), which `solution` reaches:
/// linear programming duality over an ordered group. Precondition: `problem` has no fault. Shares no code
/// with the solver. O(edges * tiers).
[[nodiscard]] std::optional<Violation> first_violation(const Problem& problem, const Solution& solution);

/// The same for pairs that are not stored, in one pass over all of them. Of (feasible), `at` is row *
/// columns() + column. A row for which the source breaks its word, or gives weights of 2^62 or more in size,
/// violates (pairs). Throws what the source throws. O(pairs * tiers) time, O((rows + columns) * tiers)
/// memory.
[[nodiscard]] std::optional<Violation> first_violation(const StreamedProblem& problem,
                                                       const Solution& solution);

}  // namespace befriend
