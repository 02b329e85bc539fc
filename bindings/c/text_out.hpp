#pragma once

// Hands out a text in the caller's buffer.

#include "guarded.hpp"

#include <cstring>

namespace befriend::c {

struct Buffer {
    char* begin;
    std::size_t cap;
    std::size_t* needed;
};

// Copies what `text` returns, with a NUL behind it, or says how large the buffer must be.
template <class Text>
[[nodiscard]] befriend_status text_out(const Buffer& buffer, befriend_error** err, Text&& text) noexcept
{
    if (buffer.needed != nullptr) *buffer.needed = 0;
    return guarded(err, [&] {
        need_not_null(buffer.needed, "needed");
        if (buffer.cap > 0) need_not_null(buffer.begin, "buffer");
        const std::string made = std::forward<Text>(text)();
        *buffer.needed = made.size() + 1;
        if (buffer.begin == nullptr) return;
        if (buffer.cap <= made.size()) {
            throw Misuse{FaultCode::e_limit, "cap", "too small: *needed says how large the buffer must be"};
        }
        std::memcpy(buffer.begin, made.c_str(), made.size() + 1);
    });
}

}  // namespace befriend::c
