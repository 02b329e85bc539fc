#pragma once

#include <befriend/model/policy.hpp>

#include <string>

namespace befriend {

/// The whole policy as TOML, every key in the order of `policy_keys()`; `read_policy` gives the same policy
/// back. With `commented`, each key has its meaning, unit, range and default above it.
[[nodiscard]] std::string write_policy_toml(const Policy& policy, bool commented);

/// The whole policy as JSON in canonical form: keys sorted, integers only, two blanks a level, LF. A date
/// that is not set is left out.
[[nodiscard]] std::string write_policy_json(const Policy& policy);

}  // namespace befriend
