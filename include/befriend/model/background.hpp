#pragma once

#include <befriend/model/answer.hpp>
#include <befriend/model/words.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// How much a stated wish matters to the child.
enum class Strength : std::uint8_t {
    none,    ///< asked, and it does not matter
    prefer,  ///< scored, never a veto
    must,    ///< a hard rule
};

/// What the child wants of a visitor in one respect, and how much. Never inferred from who the child is.
/// `strength` missing means nobody asked: no wish, shown as a question.
struct Wish {
    std::vector<std::string> wanted;  ///< any of these will do
    Answer<Strength> strength;

    [[nodiscard]] bool is(Strength asked) const noexcept
    {
        return strength.known() && strength.value() == asked;
    }
    friend bool operator==(const Wish&, const Wish&) = default;
};

/// How well somebody speaks a language.
enum class Fluency : std::uint8_t { basic, conversational, fluent, native };

/// A language by its ISO 639-3 code, three lower-case letters, and how well it is spoken.
struct Language {
    std::string code;
    Fluency fluency = Fluency::fluent;  ///< a cell without a level means fluent
    friend bool operator==(const Language&, const Language&) = default;
};

/// The five broad groups of the 2021 census, for reports.
enum class BroadGroup : std::uint8_t { asian, black, mixed, white, other };

template <>
[[nodiscard]] std::span<const Word<Strength>> words_of<Strength>() noexcept;

template <>
[[nodiscard]] std::span<const Word<Fluency>> words_of<Fluency>() noexcept;

template <>
[[nodiscard]] std::span<const Word<BroadGroup>> words_of<BroadGroup>() noexcept;

/// Every code of an ethnic group that a table may hold: the five broad groups, the 19 groups of the 2021
/// census
/// (`ons-2021`: `bangladeshi`, `caribbean`, `roma` and so on), and the 20 codes of the looked-after children
/// return (`ssda903-2024`) with GROM, which some systems write for WROM.
///
/// Source: ONS, "Ethnic group" (TS021), 2021; Department for Education, SSDA903 guide, code list "Ethnic
/// origin".
[[nodiscard]] std::span<const std::string_view> ethnic_group_codes() noexcept;

/// The broad group of an ethnic-group code. None for a code that is in no list, and for REFU and NOBT, which
/// say why there is no answer. Chinese is Asian, as in the 2021 census.
[[nodiscard]] std::optional<BroadGroup> broad_group(std::string_view ethnic_group) noexcept;

/// The code of a broad group: `asian`, `black`, `mixed`, `white`, `other`.
[[nodiscard]] std::string_view to_text(BroadGroup group) noexcept;

/// The words for a religion, those of the 2021 census: `none`, `christian`, `buddhist`, `hindu`, `jewish`,
/// `muslim`, `sikh`, `other`.
[[nodiscard]] std::span<const std::string_view> religion_words() noexcept;

}  // namespace befriend
