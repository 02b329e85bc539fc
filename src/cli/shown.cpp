#include "cli/shown.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>

namespace befriend::cli {

std::string shown(std::string_view text)
{
    std::string result;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (!continues && ++characters > 64) return result + "...";
        const bool upper_control =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || upper_control) {
            constexpr std::string_view digits = "0123456789ABCDEF";
            const auto code = upper_control ? static_cast<unsigned char>(text[++i]) : byte;
            result += "\\x";
            result += digits[code >> 4U];
            result += digits[code & 15U];
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string json_line(const nlohmann::json& document)
{
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace befriend::cli
