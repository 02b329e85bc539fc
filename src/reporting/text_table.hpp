#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

enum class Align : std::uint8_t { left, right };

/// A table for a terminal: columns as wide as they need, the last one wrapped at 100 columns. Cells but for
/// the last are ASCII.
class TextTable {
public:
    struct Column {
        std::string heading;
        Align align = Align::left;
    };
    explicit TextTable(std::vector<Column> columns);

    /// Precondition: as many cells as columns.
    void add(std::vector<std::string> cells);

    /// The headings, then the rows, each line indented by two blanks.
    [[nodiscard]] std::string text() const;

private:
    [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                   const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// `text` broken between words, each line but the first after `indent` blanks, none beyond 100 columns but
/// where a single word is longer.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent);

}  // namespace befriend
