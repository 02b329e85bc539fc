#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace befriend {

/// What `formatted` does, with its values in one list.
[[nodiscard]] std::string formatted_from(fmt::string_view text, fmt::format_args values);

/// `text` with the values in place of its braces, checked when it is compiled: `fmt::format`, generated once.
/// fmt is header-only here, so a file that called it directly would hold all of it, and half of the time to
/// compile the file would go there.
template <typename... Values>
[[nodiscard]] std::string formatted(fmt::format_string<Values...> text, Values&&... values)
{
    return formatted_from(text, fmt::make_format_args(values...));
}

/// The parts in their order, with `separator` between them.
template <typename Parts>
[[nodiscard]] std::string separated(const Parts& parts, std::string_view separator)
{
    std::string text;
    std::string_view before;
    for (const std::string_view part : parts) {
        text.append(before).append(part);
        before = separator;
    }
    return text;
}

}  // namespace befriend
