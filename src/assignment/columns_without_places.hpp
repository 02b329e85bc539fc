#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>

namespace befriend {

/// Gives the columns of capacity 0, which are on no face, the least prices that their edges allow, where all
/// other duals are final. O(edges * tiers) if there are any.
void price_columns_without_places(const Problem& problem, Solution& solution, Watch& watch);

}  // namespace befriend
