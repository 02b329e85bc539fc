#pragma once

#include <befriend/io/table_reader.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

#include <string_view>
#include <vector>

namespace befriend {

/// Reads a table from JSON: an array of objects, or `{"schema_version": 1, "records": [...]}`.
///
/// Values are the texts of the cells; numbers and flags also stand as JSON numbers and true or false, lists
/// also as arrays of strings, unknown also as null or a member left out. Whole numbers are exact and never
/// pass through floating point. Like `TableReader`, it never throws about input and keeps positions. After a
/// syntax error the rest of the text is not read. At most 64 levels deep, a string at most 1 MiB. O(length).
void read_json_table(Table table, std::string_view json, const ReadOptions& options, Tables& into,
                     std::vector<Fault>& faults);

}  // namespace befriend
