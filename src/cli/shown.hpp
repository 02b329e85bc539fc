#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace befriend::cli {

// Text of somebody else's, such as a header or the name of a file, for a terminal: control characters as
// \x1B, and cut after 64 characters.
[[nodiscard]] std::string shown(std::string_view text);

// `document` in one line, its end included. A byte that is not UTF-8, which the name of a file may hold,
// becomes U+FFFD.
[[nodiscard]] std::string json_line(const nlohmann::json& document);

}  // namespace befriend::cli
