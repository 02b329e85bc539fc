#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// How the value of a column stands in JSON.
enum class JsonShape : std::uint8_t {
    text,          ///< a string: the text of the cell
    whole_number,  ///< a number without point or exponent
    decimal,       ///< a number with at most two places
    flag,          ///< true or false, or the text of the cell
    list           ///< an array of strings, or the text of the cell
};

/// What stands in for a value in a column.
enum class Presence : std::uint8_t {
    optional,
    required,        ///< the column must be there, and no cell of it may be empty
    one_of_the_age,  ///< `age_years` or `birth_month`: one of the two must be there
};

/// One column of a table: a line of the data dictionary. The same table of columns drives readers, writers,
/// the JSON Schema and docs/data-dictionary.md.
struct Column {
    std::string_view name = {};
    std::string_view alias = {};    ///< a second name that is read alike; empty: none
    std::string_view use = {};      ///< H a hard rule, S the score, R reports only, `key`
    std::string_view meaning = {};  ///< with the mark *(assumption)* where no source stands behind it
    std::string_view missing = {};  ///< what an empty cell means
    std::string allowed = {};       ///< the allowed values, for people
    JsonShape shape = JsonShape::text;
    Presence presence = Presence::optional;
    bool special_category = false;  ///< UK GDPR art. 9: read only for a purpose that the policy states
    bool is_date = false;           ///< a day; its shape is text
    bool has_absent_words = false;  ///< a cell may say why there is no value: unknown, not_asked and the like
    std::optional<std::string_view> no_items = {};  ///< of a list: the cell that says there are none
};

/// The columns of a table of records, in the order in which writers put them. Empty for `policy`,
/// `vocabulary` and `areas`.
[[nodiscard]] std::vector<Column> columns_of(Table table);

}  // namespace befriend
