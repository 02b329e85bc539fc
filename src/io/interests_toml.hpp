#pragma once

#include <string_view>

namespace befriend::io {

// The text of data/interests.toml, put here by the build: interests_toml.cpp.in.
extern const std::string_view interests_toml;

}  // namespace befriend::io
