#pragma once

#include <string_view>

namespace befriend {

/// The version of this library, for instance "0.1.0". The text lives as long as the program.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace befriend
