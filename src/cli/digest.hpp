#pragma once

#include <string>
#include <string_view>

namespace befriend::cli {

// SHA-256 of `bytes` as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace befriend::cli
