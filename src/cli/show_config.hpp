#pragma once

#include "cli/options.hpp"

#include <string>

namespace befriend::cli {

// Every key of the policy in force, with its value and where that came from: `option`, `policy`, `today` or
// `default`.
[[nodiscard]] std::string config_text(const InputOptions& options, bool as_json);

}  // namespace befriend::cli
