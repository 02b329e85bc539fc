#include "cli/csv_out.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <csv.h>

// Source of the list: OWASP ASVS 4.0.3, requirement 5.3.10; CWE-1236.

namespace befriend::cli {
namespace {

constexpr std::array<std::string_view, 4> full_width{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};  // = + - @

bool starts_a_formula(std::string_view text)
{
    constexpr std::string_view before =
        " \"'\u00A0";  // the two bytes of a hard blank start nothing else here
    if (!text.empty() && static_cast<unsigned char>(text.front()) < 0x20) return true;
    const std::size_t start = text.find_first_not_of(before);
    if (start == text.npos) return false;
    const std::string_view rest = text.substr(start);
    const auto begins = [&](std::string_view sign) { return rest.starts_with(sign); };
    return static_cast<unsigned char>(rest.front()) < 0x20 ||
           std::string_view("=+-@").find(rest.front()) != rest.npos ||
           std::any_of(full_width.begin(), full_width.end(), begins);
}

}  // namespace

void CsvWriter::row(std::span<const CsvCell> cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text_ += ',';
        append(cells[i]);
    }
    text_ += "\r\n";
}

void CsvWriter::append(const CsvCell& cell)
{
    if (cell.is_number) {
        text_ += cell.text;
        return;
    }
    const bool guarded = !raw_ && starts_a_formula(cell.text);
    if (!guarded && cell.text.find_first_of(",\"\r\n") == cell.text.npos) {
        text_ += cell.text;
        return;
    }
    const std::string content = (guarded ? "'" : "") + cell.text;
    const std::size_t start = text_.size();
    text_.resize(start + 2 * content.size() + 2);
    text_.resize(start + csv_write(&text_[start], text_.size() - start, content.data(), content.size()));
}

}  // namespace befriend::cli
