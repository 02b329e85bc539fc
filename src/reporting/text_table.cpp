#include "reporting/text_table.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t margin = 2;

// Columns on a terminal: one a code point is enough for the words that we write.
std::size_t width_of(std::string_view text)
{
    const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

}  // namespace

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

void TextTable::add(std::vector<std::string> cells)
{
    assert(cells.size() == columns_.size() && "a row has one cell a column");
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::string> headings;
    std::vector<std::size_t> widths;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        headings.push_back(columns_[at].heading);
        widths.push_back(width_of(headings.back()));
        for (const auto& row : rows_)
            widths[at] = std::max(widths[at], width_of(row[at]));
    }
    std::string text = line(headings, widths);
    for (const auto& row : rows_)
        text += line(row, widths);
    return text;
}

std::string TextTable::line(const std::vector<std::string>& cells,
                            const std::vector<std::size_t>& widths) const
{
    std::string text;
    std::size_t indent = margin;
    text.append(margin, ' ');
    for (std::size_t at = 0; at + 1 < cells.size(); ++at) {
        const std::string padding(widths[at] - width_of(cells[at]), ' ');
        text += columns_[at].align == Align::right ? padding + cells[at] : cells[at] + padding;
        text += "  ";
        indent += widths[at] + 2;
    }
    text += wrapped(cells.back(), indent);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

std::string wrapped(std::string_view text, std::size_t indent)
{
    std::string lines;
    std::size_t used = indent;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!lines.empty()) {
            const bool fits = used + 1 + width_of(word) <= line_width;
            lines += fits ? " " : "\n" + std::string(indent, ' ');
            used = fits ? used + 1 : indent;
        }
        lines += word;
        used += width_of(word);
    }
    return lines;
}

}  // namespace befriend
