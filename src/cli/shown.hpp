#pragma once

#include <string>
#include <string_view>

namespace befriend::cli {

// Text of somebody else's, such as a header or the name of a file, for a terminal: control characters as
// \x1B, and cut after 64 characters.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace befriend::cli
