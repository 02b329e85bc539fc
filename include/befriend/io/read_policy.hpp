#pragma once

#include <befriend/model/invalid_input.hpp>
#include <befriend/model/policy.hpp>

#include <string_view>
#include <vector>

namespace befriend {

/// Reads a policy: TOML, or JSON with the same keys when the first character is `{`. Keys that the text
/// leaves out keep the defaults of the built-in policy; docs/policy.md lists all keys.
///
/// Throws `InvalidInput` with every fault: unknown keys with the nearest known one, wrong types, ranges, and
/// syntax errors with line and column. At most 1 MiB.
[[nodiscard]] Policy read_policy(std::string_view text);

/// The same, adding to `faults` instead of throwing. Where a key is faulty, its default stays.
[[nodiscard]] Policy read_policy(std::string_view text, std::vector<Fault>& faults);

/// Which keys the text of a policy gives, such as `travel.easy_m`, in the order of `policy_keys()`; the
/// others keep their defaults. None from a text that is no TOML or JSON, of which `read_policy` says what is
/// wrong.
[[nodiscard]] std::vector<std::string_view> keys_given(std::string_view text);

}  // namespace befriend
