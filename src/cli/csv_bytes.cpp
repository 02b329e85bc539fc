#include "cli/csv_bytes.hpp"

#include <befriend/io/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace befriend::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The first bytes of what people send in place of a CSV file: zip (also XLSX and ODS), gzip, PDF, XLS.
constexpr std::array<std::string_view, 5> other_formats{"PK\x03\x04"sv, "PK\x05\x06"sv, "\x1F\x8B"sv,
                                                        "%PDF-"sv, "\xD0\xCF\x11\xE0"sv};

bool looks_like_utf16(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
    // Without a mark: every other byte of plain letters is NUL.
    const std::string_view start = bytes.substr(0, std::min<std::size_t>(bytes.size(), 64));
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < start.size(); ++i)
        nuls[i % 2] += start[i] == '\0' ? 1U : 0U;
    const std::size_t pairs = start.size() / 2;
    return pairs >= 2 && std::max(nuls[0], nuls[1]) >= pairs - pairs / 4 && std::min(nuls[0], nuls[1]) == 0;
}

Fault encoding_fault(Table table, std::string rule)
{
    Fault fault;
    fault.code = FaultCode::e_encoding;
    fault.table = table;
    fault.rule = std::move(rule);
    return fault;
}

Fault byte_fault(Table table, std::string_view bytes, std::size_t offset, std::string_view rule)
{
    Fault fault =
        encoding_fault(table, std::string(rule) + ", at byte " + std::to_string(offset + 1) + " of the file");
    fault.line = line_at(bytes, offset);
    return fault;
}

// The characters of 0x80 to 0x9F; 0 where the code page has none. Source: Unicode, CP1252.TXT.
constexpr std::array<char16_t, 32> upper_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                              0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& text, char16_t character)
{
    const unsigned code = character;
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | (code >> 12U));
        text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

std::optional<std::string> from_windows_1252(std::string_view bytes, Table table, std::vector<Fault>& faults)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool upper = byte >= 0x80 && byte < 0xA0;
        const char16_t character = upper ? upper_1252[byte - 0x80U] : static_cast<char16_t>(byte);
        if (upper && character == 0) {
            faults.push_back(byte_fault(table, bytes, i, "not Windows-1252"));
            return std::nullopt;
        }
        append_utf8(text, character);
    }
    return text;
}

}  // namespace

std::string_view what_it_looks_like(std::string_view bytes) noexcept
{
    if (looks_like_utf16(bytes)) return "UTF-16";
    const auto starts = [&](std::string_view mark) { return bytes.starts_with(mark); };
    return std::any_of(other_formats.begin(), other_formats.end(), starts) ? "a spreadsheet or archive" : "";
}

std::string_view without_mark(std::string_view bytes) noexcept
{
    return bytes.substr(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
}

std::size_t line_at(std::string_view bytes, std::size_t offset) noexcept
{
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(offset);
    return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

std::optional<std::string> text_of(std::string_view bytes, Encoding encoding, Table table,
                                   std::vector<Fault>& faults)
{
    if (const std::string_view looks = what_it_looks_like(bytes); !looks.empty()) {
        const std::string advice = looks == "UTF-16" ? ": save it as CSV in UTF-8" : ": save as CSV";
        faults.push_back(encoding_fault(table, "looks like " + std::string(looks) + advice));
        return std::nullopt;
    }
    const bool marked = bytes.starts_with(byte_order_mark);
    if (encoding == Encoding::windows_1252 && !marked) return from_windows_1252(bytes, table, faults);
    if (const auto at = first_invalid_byte(bytes)) {
        faults.push_back(byte_fault(table, bytes, *at, "not UTF-8"));
        return std::nullopt;
    }
    return std::string(without_mark(bytes));
}

}  // namespace befriend::cli
