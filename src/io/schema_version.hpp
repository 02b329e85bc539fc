#pragma once

#include <befriend/model/invalid_input.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace befriend::io {

inline constexpr std::string_view schema_version = "1";

// What is wrong with a `schema_version` whose value has these digits; empty digits: it is missing or no
// number.
[[nodiscard]] std::optional<Fault> version_fault(Table table, std::string_view digits);

}  // namespace befriend::io
