#include <befriend/io/utf8.hpp>

#include <utf8proc.h>

namespace befriend {

std::optional<std::size_t> first_invalid_byte(std::string_view text) noexcept
{
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code = -1;
        const auto length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (length <= 0) return at;
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

}  // namespace befriend
