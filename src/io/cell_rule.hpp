#pragma once

#include <befriend/io/columns.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::io {

// What the grammar of a cell says about itself: for the JSON Schema, the data dictionary and the JSON reader.
struct CellRule {
    JsonShape shape = JsonShape::text;
    std::string allowed = {};                  // for people
    std::vector<std::string_view> words = {};  // every word there is, if the list is closed
    std::string pattern = {};                  // else: ECMA-262, for the whole value or the whole of one item
    std::optional<std::int64_t> least = {};    // of a number
    std::optional<std::int64_t> most = {};     // of a number
    std::vector<std::string_view> absent = {};  // words that stand for no value: unknown, not_asked, declined
    std::optional<std::string_view> empty =
        {};  // of a list: the cell that says there is none; nothing: no such cell
    bool free_text = false;
    bool is_date = false;
};

// `a, b, c`.
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);

}  // namespace befriend::io
