#pragma once

#include <befriend/model/invalid_input.hpp>

#include <string>

namespace befriend {

/// The JSON Schema (2020-12) of a table of records or of the policy. Empty for `vocabulary` and `areas`.
///
/// It is no stricter than the readers: what they refuse because two fields or two records disagree is not in
/// it.
[[nodiscard]] std::string json_schema(Table table);

}  // namespace befriend
