#pragma once

#include <befriend/io/area_table.hpp>
#include <befriend/model/round.hpp>

#include <optional>
#include <string_view>

namespace befriend {

/// The texts of a round. The texts are only looked at during the call.
struct RoundText {
    std::string_view children = {};    ///< JSON
    std::string_view volunteers = {};  ///< JSON
    std::optional<std::string_view> coordinators = std::nullopt;
    std::optional<std::string_view> existing = std::nullopt;
    std::optional<std::string_view> pins = std::nullopt;
    std::optional<std::string_view> blocks = std::nullopt;
    std::optional<std::string_view> earlier = std::nullopt;
    std::string_view policy = {};                               ///< TOML or JSON; it must give `as_of`
    std::optional<std::string_view> vocabulary = std::nullopt;  ///< TOML; none: the built-in one
    const AreaTable* areas = nullptr;                           ///< none: every `area` is unknown
};

/// Reads and checks a whole round. Throws `InvalidInput` with the faults of all texts at once.
///
/// Example: `const Round round = read_round({.children = c, .volunteers = v, .policy = p});`
[[nodiscard]] Round read_round(const RoundText& text);

}  // namespace befriend
