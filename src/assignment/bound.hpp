#pragma once

#include "assignment/fault.hpp"
#include "assignment/graph.hpp"
#include "assignment/nodes.hpp"
#include <befriend/assignment/problem.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// As many tiers as a solution has: those of the problem, and `ties` if it is on.
[[nodiscard]] inline std::size_t tiers_with_ties(const Problem& problem)
{
    return problem.tiers.size() + (problem.ties ? 1 : 0);
}

/// No assignment counts more, tier by tier: as many pairs as there can be, each of the largest weight.
[[nodiscard]] std::vector<std::int64_t> bounds_by_weights(const Problem& problem,
                                                          const CheckedProblem& checked);

/// The same of a problem whose weights nobody has looked at, if it has no fault.
[[nodiscard]] std::vector<std::int64_t> bounds_of_unchecked(const Problem& problem);

/// Sets the duals of rows so that they and those of columns are feasible, if a column's dual is below its
/// reserve only where it must be full. In a few milliseconds, for somebody waits: once so many edges are
/// looked at, the other rows take a dual that would do for any edge.
template <typename Lists>
void price_rows(const Graph<Lists>& graph, bool flat, Nodes& rows, const Nodes& columns);

/// No assignment counts more in the tier at hand: what feasible duals say.
[[nodiscard]] WideSum bound_by_duals(const Nodes& rows, const Nodes& columns);

}  // namespace befriend
