#pragma once

#include "cli/named_problem.hpp"
#include "cli/problem_faults.hpp"

#include <string>
#include <string_view>

namespace befriend::cli {

// Reads a problem from JSON, an object of
//
//     schema_version  1
//     weights         a list of {"row": name, "column": name, "weight": whole number}
//     capacities      a list of {"column": name, "capacity": whole number}; may be left out
//     pins            a list of {"row": name, "column": name}; may be left out
//     rows, columns   lists of names, for those that no pair has; may be left out
//
// A name is a text or a whole number, which is the same as its digits. With a fault the problem means
// nothing.
[[nodiscard]] NamedProblem read_problem_json(std::string_view text, const std::string& file,
                                             ProblemFaults& faults);

}  // namespace befriend::cli
