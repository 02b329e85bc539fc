#pragma once

#include "cli/csv_table.hpp"
#include "cli/named_problem.hpp"
#include "cli/problem_faults.hpp"
#include "cli/problem_records.hpp"

#include <string>
#include <string_view>

namespace befriend::cli {

// Reads the records of one list from CSV, its columns in any order. What is wrong becomes a fault with its
// line. Beside the columns of a pin there may be `weight`, which is not read: the pairs of an answer can be
// pins.
void read_problem_csv(ProblemList list, std::string_view bytes, const std::string& file,
                      const CsvDialect& dialect, ProblemRecords& into, ProblemFaults& faults);

}  // namespace befriend::cli
