#include <befriend/io/utf8.hpp>

#include <cstdint>
#include <cstring>
#include <utf8proc.h>

namespace befriend {
namespace {

// Where the next byte is, from `at` on, that is not ASCII, or up to seven bytes before it.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept
{
    constexpr std::uint64_t upper_bits = 0x8080808080808080;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & upper_bits) != 0) break;
    }
    return at;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) noexcept
{
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            at = skip_ascii(text, at + 1);
            continue;
        }
        utf8proc_int32_t code = -1;
        const auto length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (length <= 0) return at;
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

}  // namespace befriend
