#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace befriend {

/// The byte of `text`, counted from 0, where it stops being UTF-8; none if it never does. Overlong forms,
/// surrogates, characters above U+10FFFF and a sequence cut off at the end are not UTF-8. O(length).
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text) noexcept;

}  // namespace befriend
