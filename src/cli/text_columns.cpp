#include "cli/text_columns.hpp"

#include <algorithm>
#include <utility>

namespace befriend::cli {
namespace {

std::size_t characters_in(std::string_view text) noexcept
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

TextColumns::TextColumns(std::size_t names, std::initializer_list<std::string_view> header)
    : names_(names), width_(header.size(), 0)
{
    for (const std::string_view name : header)
        add(std::string(name));
}

void TextColumns::add(std::string cell)
{
    std::size_t& width = width_[cells_.size() % width_.size()];
    width = std::max(width, characters_in(cell));
    cells_.push_back(std::move(cell));
}

std::string TextColumns::text() const
{
    std::string text;
    for (std::size_t at = 0; at < cells_.size(); ++at) {
        const std::size_t column = at % width_.size();
        const std::string blanks(width_[column] - characters_in(cells_[at]), ' ');
        text += "  ";
        text += column < names_ ? cells_[at] + blanks : blanks + cells_[at];
        if (column + 1 < width_.size()) continue;
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
    }
    return text;
}

}  // namespace befriend::cli
