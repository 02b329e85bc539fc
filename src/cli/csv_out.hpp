#pragma once

#include <concepts>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace befriend::cli {

// A cell to be written: text, which a spreadsheet must never take for a formula, or a number of ours, which
// stays bare.
struct CsvCell {
    CsvCell(std::string cell) : text(std::move(cell)) {}
    CsvCell(std::string_view cell) : text(cell) {}
    CsvCell(const char* cell) : text(cell) {}
    CsvCell(std::integral auto number) : text(std::to_string(number)), is_number(true) {}

    std::string text;
    bool is_number = false;
};

// CSV for spreadsheets, by RFC 4180: byte-order mark, CR LF, fields quoted where they must be.
//
// A cell of text that a spreadsheet could take for a formula gets an apostrophe in front, unless `raw`: one
// that begins, perhaps after blanks or quotes, with = + - @, their full-width forms, or a control character.
class CsvWriter {
public:
    explicit CsvWriter(bool raw) : raw_(raw) {}

    void row(std::span<const CsvCell> cells);
    void row(std::initializer_list<CsvCell> cells) { row(std::span(cells.begin(), cells.size())); }

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    void append(const CsvCell& cell);

    bool raw_;
    std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace befriend::cli
