#pragma once

#include <cstddef>
#include <string_view>

namespace befriend::io {

// A place in a text, both from 1; columns count characters.
struct LineAndColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};

// The place of the byte at `offset`. O(offset).
[[nodiscard]] LineAndColumn place_in_text(std::string_view text, std::size_t offset) noexcept;

}  // namespace befriend::io
