#include "io/json_text.hpp"

#include "io/text.hpp"
#include "model/formatted.hpp"

#include <algorithm>

namespace befriend::io {
namespace {

bool is_escaped(char letter) noexcept
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

void append_escaped(std::string& text, char letter)
{
    constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
    constexpr std::string_view written = "\"\\bfnrt";
    if (const std::size_t at = escaped.find(letter); at != escaped.npos) {
        text += {'\\', written[at]};
    } else {
        text += formatted("\\u{:04x}", static_cast<unsigned>(letter));
    }
}

}  // namespace

void append_json_string(std::string& text, std::string_view value)
{
    text += '"';
    while (!value.empty()) {
        const std::size_t sound = first_invalid_byte(value).value_or(value.size());
        for (auto rest = value.substr(0, sound); !rest.empty();) {
            const auto end = std::find_if(rest.begin(), rest.end(), is_escaped);
            text.append(rest.begin(), end);
            if (end != rest.end()) append_escaped(text, *end);
            rest.remove_prefix(std::min(static_cast<std::size_t>(end - rest.begin()) + 1, rest.size()));
        }
        if (sound < value.size()) text += "\ufffd";
        value.remove_prefix(std::min(sound + 1, value.size()));
    }
    text += '"';
}

std::string json_string(std::string_view value)
{
    std::string text;
    append_json_string(text, value);
    return text;
}

}  // namespace befriend::io
