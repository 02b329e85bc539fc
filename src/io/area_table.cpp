#include "io/text.hpp"
#include <befriend/io/area_table.hpp>

#include <algorithm>

namespace befriend {
namespace {

bool are_capitals(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_outcode(std::string_view text)
{
    const std::size_t letters = std::min(text.find_first_of("0123456789"), text.size());
    const std::string_view district = text.substr(letters);
    if (letters < 1 || letters > 2 || !are_capitals(text.substr(0, letters))) return false;
    if (district.empty() || district.size() > 2) return false;
    const std::string_view last = district.substr(1);
    return last.empty() || io::are_digits(last) || are_capitals(last);
}

}  // namespace

std::optional<std::string> outcode_of(std::string_view area)
{
    std::string text(area);
    for (char& letter : text)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;

    const std::size_t inward = text.size() < 3 ? text.size() : text.size() - 3;
    std::string outcode = text;
    if (text.size() >= 5) {  // longer than any outcode: the last three characters are the inward code
        const std::string_view end = std::string_view(text).substr(inward);
        if (!io::are_digits(end.substr(0, 1)) || !are_capitals(end.substr(1))) return std::nullopt;
        outcode = text.substr(0, text[inward - 1] == ' ' ? inward - 1 : inward);
    }
    if (!is_outcode(outcode)) return std::nullopt;
    return outcode;
}

}  // namespace befriend
