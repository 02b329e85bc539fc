#pragma once

#include <optional>
#include <string>

#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>

namespace befriend {

/// The first condition that fails of those that prove `solution` optimal for `problem`, in words; none when proved.
///
/// With u(r), v(c) and w(e) the vectors over all tiers and ties, compared lexicographically:
///   (pairs)     every assigned row uses an edge of its own; no column holds more rows than its capacity
///   (feasible)  u(r) >= 0, v(c) >= 0, and u(r) + v(c) >= w(e) on every edge e from r to c
///   (tight)     u(r) + v(c) = w(e) on every assigned edge
///   (unpriced)  u(r) = 0 for an unassigned row, v(c) = 0 for a column with room
///   (totals)    `value` is what the pairs sum to, and `bound` equals it
/// Then for any assignment the sum of w is at most sum u(r) + sum capacity(c) v(c), which `solution` reaches:
/// linear programming duality over an ordered group. Shares no code with the solver. O(edges * tiers).
[[nodiscard]] std::optional<std::string> first_violation(const Problem& problem, const Solution& solution);

}  // namespace befriend
