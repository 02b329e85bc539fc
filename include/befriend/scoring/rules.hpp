#pragma once

#include <befriend/model/rule.hpp>

#include <optional>
#include <string_view>

namespace befriend {

/// The stable code of a rule, for instance `declined_before`.
[[nodiscard]] std::string_view code_of(Rule rule) noexcept;

/// The rule with this code, if there is one.
[[nodiscard]] std::optional<Rule> rule_with(std::string_view code) noexcept;

/// Why the rule excludes a pair, in one plain sentence: "The child objects to having a visitor."
[[nodiscard]] std::string_view sentence_of(Rule rule) noexcept;

/// What single change would lift it, in one plain sentence: "The volunteer agrees to travel further."
/// Empty for the rules that nobody should try to lift: objection, excluded, declined_before.
[[nodiscard]] std::string_view change_of(Rule rule) noexcept;

}  // namespace befriend
