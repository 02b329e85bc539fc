#include "reporting/html_values.hpp"

#include <algorithm>
#include <string_view>

namespace befriend {
namespace {

Values piece(std::string_view plain, std::string_view whole)
{
    Values values{Values::type::object};
    values.set("plain", std::string(plain));
    values.set("whole", whole.empty() ? Values(false) : Values(std::string(whole)));
    return values;
}

}  // namespace

Values pieces_of(std::string_view text, std::size_t on_first_line)
{
    constexpr std::string_view around = "(),.:;";
    Values pieces{Values::type::list};
    std::size_t told = 0;  // of the text, by the pieces so far
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t until = std::min(text.find(' ', from), text.size());
        const std::string_view word = text.substr(from, until - from);
        if (until > on_first_line && word.find('-') != std::string_view::npos) {
            const std::size_t first = from + word.find_first_not_of(around);
            const std::size_t last = from + word.find_last_not_of(around);
            pieces.push_back(piece(text.substr(told, first - told), text.substr(first, last + 1 - first)));
            told = last + 1;
        }
        from = until + 1;
    }
    if (told < text.size()) pieces.push_back(piece(text.substr(told), {}));
    return pieces;
}

}  // namespace befriend
