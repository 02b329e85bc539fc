#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace befriend {

/// The word of each value of an enumeration, in order. One table serves readers, writers and schemas.
template <class E>
using Word = std::pair<E, std::string_view>;

/// Every value of `E` with the word that tables and policies use for it.
template <class E>
[[nodiscard]] std::span<const Word<E>> words_of() noexcept;

/// The word of `value`.
template <class E>
[[nodiscard]] std::string_view to_word(E value) noexcept
{
    for (const auto& [known, word] : words_of<E>()) {
        if (known == value) return word;
    }
    return {};
}

/// The value that `word` names, letter for letter.
template <class E>
[[nodiscard]] std::optional<E> from_word(std::string_view word) noexcept
{
    for (const auto& [value, known] : words_of<E>()) {
        if (known == word) return value;
    }
    return std::nullopt;
}

}  // namespace befriend
