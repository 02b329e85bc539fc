#include "io/text.hpp"

#include "model/formatted.hpp"

#include <algorithm>
#include <charconv>
#include <utf8proc.h>

namespace befriend::io {
namespace {

struct Character {
    std::int32_t code;  // negative: not UTF-8
    std::size_t bytes;
};

Character character_at(std::string_view text, std::size_t at) noexcept
{
    utf8proc_int32_t code = -1;
    const auto* const first = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto bytes = utf8proc_iterate(first, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (bytes <= 0) return {-1, 1};
    return {code, static_cast<std::size_t>(bytes)};
}

// Calls `seen` with each character; `text` is UTF-8.
template <class Seen>
void for_each_character(std::string_view text, Seen seen)
{
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        seen(next.code);
        at += next.bytes;
    }
}

bool is_control(std::int32_t code) noexcept
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

bool changes_direction(std::int32_t code) noexcept
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
           code == 0x200f || code == 0x61c;
}

// Whether all characters are letters, digits, signs and spaces of ASCII, as in most cells: then nothing but
// the ends is left to look at.
bool is_plain(std::string_view text) noexcept
{
    unsigned char furthest = 0;  // from the blank. No way out of the loop, so that it looks at many at once
    for (const char letter : text)
        furthest = std::max(furthest, static_cast<unsigned char>(letter - ' '));
    return furthest <= '~' - ' ';
}

// Blanks of every width, and the marks that show as nothing.
bool is_blank(std::int32_t code) noexcept
{
    if (code < 0x80) return code == ' ';
    const auto category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_CF;
}

bool is_ascii(char letter) noexcept
{
    return static_cast<unsigned char>(letter) < 0x80;
}

bool has_blanks_around(std::string_view text)
{
    if (text.empty()) return false;
    if (is_ascii(text.front()) && is_ascii(text.back())) return text.front() == ' ' || text.back() == ' ';
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xc0) == 0x80)
        --last;  // to where the last character begins
    return is_blank(character_at(text, 0).code) || is_blank(character_at(text, last).code);
}

template <class Test>
bool has(std::string_view text, Test test)
{
    bool any = false;
    for_each_character(text, [&](std::int32_t code) { any = any || test(code); });
    return any;
}

bool has_repeat(const std::vector<std::string_view>& items)
{
    constexpr std::size_t few = 16;  // and so compared without a copy
    if (items.size() > few) {
        std::vector<std::string_view> sorted = items;
        std::sort(sorted.begin(), sorted.end());
        return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
    }
    for (auto item = items.begin(); item != items.end(); ++item)
        if (std::find(items.begin(), item, *item) != item) return true;
    return false;
}

bool is_digit(char letter) noexcept
{
    return letter >= '0' && letter <= '9';
}

bool is_utf8(std::string_view text, CellFaults& faults)
{
    const auto at = first_invalid_byte(text);
    if (!at) return true;
    faults.add(FaultCode::e_encoding, formatted("not UTF-8 from byte {} of the value", *at + 1));
    return false;
}

bool is_at_most(std::string_view text, std::size_t most, CellFaults& faults)
{
    if (text.size() <= most) return true;
    faults.add(FaultCode::e_limit, formatted("longer than {} bytes ({} bytes)", most, text.size()));
    return false;
}

std::string range(std::int64_t least, std::int64_t most)
{
    return formatted("allowed are {} to {}", least, most);
}

}  // namespace

bool looks_like_utf16(std::string_view text) noexcept
{
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
    return text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0');
}

std::size_t characters_in(std::string_view text) noexcept
{
    if (first_invalid_byte(text)) return text.size();
    std::size_t count = 0;
    for_each_character(text, [&](std::int32_t) { ++count; });
    return count;
}

std::string found(std::string_view cell)
{
    const std::size_t count = characters_in(cell);
    if (count == 0) return "(empty)";
    const std::string_view kind = are_digits(cell)                                       ? "digits"
                                  : cell.find_first_not_of("+-.0123456789") == cell.npos ? "digits and signs"
                                                                                         : "text";
    return formatted("({}, {} character{})", kind, count, count == 1 ? "" : "s");
}

bool is_sound_code(std::string_view cell, CellFaults& faults)
{
    if (!is_at_most(cell, most_cell_bytes, faults)) return false;
    if (!is_plain(cell)) {
        if (!is_utf8(cell, faults)) return false;
        if (has(cell, is_control) || has(cell, changes_direction)) {
            faults.add(FaultCode::e_encoding, "holds a control character");
            return false;
        }
    }
    if (has_blanks_around(cell)) {
        faults.add(FaultCode::e_schema, "blanks around the value");
        return false;
    }
    return true;
}

bool is_sound_text(std::string_view cell, CellFaults& faults)
{
    if (!is_at_most(cell, most_free_text_bytes, faults) || !is_utf8(cell, faults)) return false;
    if (cell.find('\0') != cell.npos) {
        faults.add(FaultCode::e_encoding, "holds a NUL character");
        return false;
    }
    if (has(cell, changes_direction)) {
        faults.add(FaultCode::w_text, "holds characters that change the direction of writing");
    }
    return true;
}

std::optional<std::vector<std::string_view>> split_items(std::string_view cell, CellFaults& faults)
{
    std::vector<std::string_view> items;
    items.reserve(8);  // which most lists do not exceed
    bool any_empty = false;
    bool any_blanks = false;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find(';', at), cell.size());
        const std::string_view item = cell.substr(at, end - at);
        any_empty = any_empty || item.empty();
        any_blanks = any_blanks || has_blanks_around(item);
        items.push_back(item);
        at = end + 1;
    }
    if (any_empty) {
        faults.add(FaultCode::e_schema, "an item of the list is empty");
        return std::nullopt;
    }
    if (any_blanks) {
        faults.add(FaultCode::e_schema, "blanks around an item of the list");
        return std::nullopt;
    }
    if (has_repeat(items)) {
        faults.add(FaultCode::e_schema, "an item of the list comes twice");
        return std::nullopt;
    }
    return items;
}

std::optional<std::int64_t> read_integer(std::string_view cell, std::int64_t least, std::int64_t most,
                                         CellFaults& faults)
{
    const std::string_view digits = cell.substr(cell.starts_with('-') ? 1 : 0);
    if (!are_digits(digits) || (digits.size() > 1 && digits[0] == '0')) {
        faults.add(FaultCode::e_number, "not a whole number " + found(cell));
        return std::nullopt;
    }
    std::int64_t value = 0;
    const bool fits = std::from_chars(cell.data(), cell.data() + cell.size(), value).ec == std::errc();
    if (!fits || value < least || value > most) {
        const bool below = fits ? value < least : cell[0] == '-';
        const std::string side = below ? formatted("below {}", least) : formatted("above {}", most);
        faults.add(FaultCode::e_range, formatted("{}: {}", side, range(least, most)));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int32_t> read_hundredths(std::string_view cell, std::int32_t least, std::int32_t most,
                                            CellFaults& faults)
{
    const std::size_t point = std::min(cell.find('.'), cell.size());
    const std::string_view places = point < cell.size() ? cell.substr(point + 1) : "0";
    const std::string_view whole = cell.substr(0, point);
    const std::string_view digits = whole.substr(whole.starts_with('-') ? 1 : 0);
    const bool leading_zero = digits.size() > 1 && digits[0] == '0';
    if (!are_digits(digits) || leading_zero || !are_digits(places) || places.size() > 2) {
        faults.add(FaultCode::e_number, "not a number with at most two places " + found(cell));
        return std::nullopt;
    }
    const std::string padded = std::string(digits) + std::string(places) + (places.size() == 1 ? "0" : "");
    std::int32_t value = 0;
    const bool fits = std::from_chars(padded.data(), padded.data() + padded.size(), value).ec == std::errc();
    if (!fits || whole.starts_with('-') || value < least || value > most) {
        faults.add(FaultCode::e_range,
                   formatted("allowed are {} to {}", write_hundredths(least), write_hundredths(most)));
        return std::nullopt;
    }
    return value;
}

std::string write_hundredths(std::int32_t hundredths)
{
    if (hundredths % 100 == 0) return std::to_string(hundredths / 100);
    if (hundredths % 10 == 0) return formatted("{}.{}", hundredths / 100, hundredths / 10 % 10);
    return formatted("{}.{:02}", hundredths / 100, hundredths % 100);
}

bool is_id(std::string_view text, CellFaults& faults)
{
    if (text.size() > most_id_bytes) {
        faults.add(FaultCode::e_limit, formatted("an id of more than {} characters", most_id_bytes));
        return false;
    }
    if (text.empty() || text == "." || text == ".." || !is_made_of(text, "-_.")) {
        faults.add(FaultCode::e_schema,
                   "not an id: letters A to Z and a to z, digits, '-', '_' and '.' only " + found(text));
        return false;
    }
    return true;
}

bool are_digits(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_made_of(std::string_view text, std::string_view extra) noexcept
{
    return std::all_of(text.begin(), text.end(), [&](char letter) {
        return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               extra.find(letter) != extra.npos;
    });
}

std::string shown(std::string_view name)
{
    std::string text;
    for (std::size_t at = 0; at < name.size() && text.size() < most_id_bytes;) {
        const Character next = character_at(name, at);
        if (next.code < 0 || is_control(next.code) || changes_direction(next.code)) {
            for (std::size_t byte = at; byte < at + next.bytes; ++byte)
                text += formatted("\\x{:02x}", static_cast<unsigned char>(name[byte]));
        } else {
            text += name.substr(at, next.bytes);
        }
        at += next.bytes;
    }
    return text;
}

}  // namespace befriend::io
