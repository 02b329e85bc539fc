#pragma once

#include "cli/input_file.hpp"
#include <befriend/model/invalid_input.hpp>
#include <befriend/proposal/run_record.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace befriend::cli {

// What one table must hold: how many records, and the sums of some of its columns.
struct ExpectedTable {
    std::optional<std::int64_t> records;
    std::map<std::string, std::int64_t> control_totals;
};

// Control counts by role, from the run.json of an earlier run or from whoever exported the files.
using ExpectedCounts = std::map<Table, ExpectedTable>;

// Reads counts: the member `inputs` of a JSON object, as run.json has it. Of it `role`, `records` and
// `control_totals` are looked at. Throws `Failure` for a file that is something else.
[[nodiscard]] ExpectedCounts read_counts(const InputFile& file);

// Adds a fault with both counts for each table that has another number of records, or another sum in a
// column, than expected. With `records_only` the sums are left out: those of a table with faults mean
// nothing.
void check_counts(const ExpectedCounts& expected, const std::vector<InputRecord>& inputs, bool records_only,
                  std::vector<Fault>& faults);

}  // namespace befriend::cli
