#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::cli {

// Lines of cells for a terminal, each column as wide as it must be.
class TextColumns {
public:
    // The first `names` columns hold names, which stand to the left; the others numbers, to the right.
    TextColumns(std::size_t names, std::initializer_list<std::string_view> header);

    void add(std::string cell);
    [[nodiscard]] bool has_rows() const noexcept { return cells_.size() > width_.size(); }
    [[nodiscard]] std::string text() const;

private:
    std::size_t names_;
    std::vector<std::size_t> width_;
    std::vector<std::string> cells_;
};

}  // namespace befriend::cli
