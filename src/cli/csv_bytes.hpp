#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::cli {

// How the bytes of a CSV file stand for characters. Never guessed.
enum class Encoding : std::uint8_t { utf8, windows_1252 };

// The text of a CSV file in UTF-8, without its byte-order mark; none when the bytes are something else, with
// the fault that says what they look like.
[[nodiscard]] std::optional<std::string> text_of(std::string_view bytes, Encoding encoding, Table table,
                                                 std::vector<Fault>& faults);

// What bytes are that are no text of ours: `UTF-16`, `a spreadsheet or archive`; empty if they do not look
// so.
[[nodiscard]] std::string_view what_it_looks_like(std::string_view bytes) noexcept;

// The bytes behind a byte-order mark of UTF-8.
[[nodiscard]] std::string_view without_mark(std::string_view bytes) noexcept;

// The line of the byte at `offset`, from 1.
[[nodiscard]] std::size_t line_at(std::string_view bytes, std::size_t offset) noexcept;

}  // namespace befriend::cli
