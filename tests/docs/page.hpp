#pragma once

#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::test {

/// The text of a page of the project, by its path from the root.
inline std::string page(const std::string& path)
{
    std::ifstream stream(std::string(BEFRIEND_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// What stands between `open` and the next `close`, each time.
inline std::vector<std::string> between(const std::string& text, std::string_view open,
                                        std::string_view close)
{
    std::vector<std::string> parts;
    for (std::size_t at = text.find(open); at != std::string::npos;) {
        const std::size_t begin = at + open.size();
        const std::size_t end = text.find(close, begin);
        if (end == std::string::npos) break;
        parts.push_back(text.substr(begin, end - begin));
        at = text.find(open, end + close.size());
    }
    return parts;
}

/// What a text in Markdown shows as code.
inline std::vector<std::string> quoted_in(const std::string& text)
{
    return between(text, "`", "`");
}

/// A line of a table in Markdown.
inline std::string row(std::initializer_list<std::string_view> cells)
{
    std::string line = "|";
    for (const std::string_view cell : cells)
        line.append(" ").append(cell).append(" |");
    return line + "\n";
}

/// A text as code in Markdown; nothing for nothing.
inline std::string code(std::string_view text)
{
    return text.empty() ? "" : "`" + std::string(text) + "`";
}

}  // namespace befriend::test
