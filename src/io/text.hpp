#pragma once

#include "io/cell_faults.hpp"
#include <befriend/io/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::io {

inline constexpr std::size_t most_id_bytes = 64;
inline constexpr std::size_t most_free_text_bytes = 4096;
inline constexpr std::size_t most_cell_bytes = 65'536;

// Whether the first bytes are those of UTF-16, with or without its mark.
[[nodiscard]] bool looks_like_utf16(std::string_view text) noexcept;

// How many characters `text` has; for text that is not UTF-8, bytes.
[[nodiscard]] std::size_t characters_in(std::string_view text) noexcept;

// What was found in place of a value, without the value: `(text, 7 characters)`.
[[nodiscard]] std::string found(std::string_view cell);

// Whether a cell of a code, number, date or list may be looked at: UTF-8, no control characters, no blanks
// around it, not too long. Says what is wrong if not.
[[nodiscard]] bool is_sound_code(std::string_view cell, CellFaults& faults);

// The same for free text: anything but NUL, up to 4 KiB; warns of characters that change the direction of
// writing.
[[nodiscard]] bool is_sound_text(std::string_view cell, CellFaults& faults);

// The items between the semicolons of `cell`; none, with a fault, if one is empty, has blanks around it or
// comes twice.
[[nodiscard]] std::optional<std::vector<std::string_view>> split_items(std::string_view cell,
                                                                       CellFaults& faults);

// A whole number in the one form that is accepted: digits without leading zeros, perhaps after `-`.
[[nodiscard]] std::optional<std::int64_t> read_integer(std::string_view cell, std::int64_t least,
                                                       std::int64_t most, CellFaults& faults);

// Hundredths from a number with at most two places.
[[nodiscard]] std::optional<std::int32_t> read_hundredths(std::string_view cell, std::int32_t least,
                                                          std::int32_t most, CellFaults& faults);
[[nodiscard]] std::string write_hundredths(std::int32_t hundredths);

// Letters, digits, `-`, `_` and `.`, 1 to 64 characters.
[[nodiscard]] bool is_id(std::string_view text, CellFaults& faults);

[[nodiscard]] bool are_digits(std::string_view text) noexcept;

// Whether all characters of `text` are among ASCII letters, digits and `extra`.
[[nodiscard]] bool is_made_of(std::string_view text, std::string_view extra) noexcept;

// A name for people, safe to print: control characters and invalid bytes escaped, cut at 64 bytes.
[[nodiscard]] std::string shown(std::string_view name);

}  // namespace befriend::io
