#pragma once

#include <befriend/model/invalid_input.hpp>

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

}  // namespace befriend::cli
