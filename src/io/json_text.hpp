#pragma once

#include <string>
#include <string_view>

namespace befriend::io {

// `text` as a JSON string, quotes included. Precondition: UTF-8.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace befriend::io
