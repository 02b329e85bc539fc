#pragma once

#include "cli/named_problem.hpp"
#include "cli/problem_faults.hpp"

#include <string>
#include <string_view>

namespace befriend::cli {

// Reads an assignment problem in the format of the first DIMACS challenge:
//
//     c a comment
//     p asn NODES ARCS
//     n ID               a source: a row of the problem. All other nodes are its columns
//     a SRC DST COST     a pair of a source and another node
//
// The problem line is above all node lines, those above all arc lines. A node goes by its number. With a
// fault the problem means nothing. O(length + pairs log(longest row)), without memory of its own for a line.
[[nodiscard]] NamedProblem read_dimacs(std::string_view text, const std::string& file, ProblemFaults& faults);

}  // namespace befriend::cli
