#pragma once

#include <string_view>

namespace befriend::embedded {

/// The text of data/interests.toml, put here by the build.
extern const std::string_view interests_toml;

}  // namespace befriend::embedded
