#pragma once

#include <befriend/model/policy_keys.hpp>

#include <optional>
#include <string>

namespace befriend::io {

// The value of a key in a policy, written on one line; nothing for a date that is not set.
[[nodiscard]] std::optional<std::string> toml_value(const PolicyKey& key, const Policy& policy);
[[nodiscard]] std::optional<std::string> json_value(const PolicyKey& key, const Policy& policy);

// The allowed values of a key, for people; empty where any will do.
[[nodiscard]] std::string allowed_of(const PolicyKey& key);

}  // namespace befriend::io
