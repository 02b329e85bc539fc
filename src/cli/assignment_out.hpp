#pragma once

#include "cli/named_problem.hpp"
#include <befriend/assignment/assign.hpp>

#include <string>

namespace befriend::cli {

// An answer for programs: status, pairs, totals, and the duals of all rows and columns in the order in which
// it names them. Keys sorted, one pair a line.
[[nodiscard]] std::string assignment_json(const NamedProblem& problem, const Assignment& answer,
                                          const AssignOptions& options);

// The pairs alone: row, column, weight.
[[nodiscard]] std::string assignment_csv(const NamedProblem& problem, const Assignment& answer, bool raw);

// The pairs, the duals that are not 0, and what the answer comes to, for people.
[[nodiscard]] std::string assignment_text(const NamedProblem& problem, const Assignment& answer,
                                          const AssignOptions& options);

// What the answer comes to, in one line.
[[nodiscard]] std::string in_one_line(const NamedProblem& problem, const Assignment& answer,
                                      const AssignOptions& options);

}  // namespace befriend::cli
