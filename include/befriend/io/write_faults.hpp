#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace befriend {

/// What faults are about: the input of a call, or the arguments of the call itself.
enum class FaultsOf : std::uint8_t { input, call };

/// Faults for programs, as JSON in canonical form: names sorted, one fault a line, LF.
///
///     {"errors": 1, "faults": [{"code": "E_RANGE", "field": "capacity", "number": 8, "record": 12,
///      "rule": "below 0", "table": "volunteers"}], "schema_version": 1, "warnings": 0}
///
/// `number` is the value of the code. `line`, `column`, `other_record` and `other_table` stand where they are
/// known. Of a call, `argument` (the fault's field) and `position` (its record) stand in place of the table,
/// the record and the field.
[[nodiscard]] std::string faults_json(const std::vector<Fault>& faults, FaultsOf of);

}  // namespace befriend
