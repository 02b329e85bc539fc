#include "io/place_in_text.hpp"

#include <algorithm>

namespace befriend::io {

LineAndColumn place_in_text(std::string_view text, std::size_t offset) noexcept
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = lines == 0 ? before : before.substr(before.rfind('\n') + 1);
    // Bytes that continue a character are not counted.
    const auto starts = std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0u) != 0x80u;
    });
    return {lines + 1, static_cast<std::size_t>(starts) + 1};
}

}  // namespace befriend::io
