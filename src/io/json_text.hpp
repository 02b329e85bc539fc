#pragma once

#include <string>
#include <string_view>

namespace befriend::io {

// Appends `value` to `text` as a JSON string, quotes included (RFC 8259, section 7). All but quotes,
// backslashes and what lies below U+0020 stands as it is; a byte that is not UTF-8 becomes U+FFFD.
void append_json_string(std::string& text, std::string_view value);

// `value` as a JSON string.
[[nodiscard]] std::string json_string(std::string_view value);

}  // namespace befriend::io
