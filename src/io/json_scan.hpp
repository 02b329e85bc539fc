#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace befriend::io {

inline constexpr std::size_t most_json_depth = 64;
inline constexpr std::size_t most_json_string = std::size_t{1} << 20;
inline constexpr std::size_t most_json_number = 1024;

// What makes a JSON text unfit for any parser: its bytes, or its size somewhere.
struct JsonFlaw {
    FaultCode code = FaultCode::e_encoding;
    std::string_view rule;
    std::size_t offset = 0;    // of the byte it shows at
    std::size_t readable = 0;  // bytes from the start that a parser may be given; at most `offset`
};

// The first flaw of `text`: not UTF-8, an escape of half a surrogate pair, deeper than 64 levels, a string or
// a number that is too long. One pass, constant memory, no recursion: it runs before the parser and stores
// nothing.
[[nodiscard]] std::optional<JsonFlaw> first_flaw(std::string_view text) noexcept;

}  // namespace befriend::io
