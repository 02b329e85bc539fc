#pragma once

#include "assignment/face.hpp"
#include "assignment/matching.hpp"
#include "assignment/watch.hpp"

namespace befriend {

/// Makes the weight of the tier as large as the face allows: fills `matching`, which is empty at first, and
/// the duals of `face`. From the first step to the last the duals are feasible, also when `watch` stops the
/// work early.
void assign_by_shortest_augmenting_paths(Face& face, Matching& matching, Watch& watch);

}  // namespace befriend
