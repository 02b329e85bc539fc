#pragma once

#include <span>
#include <string>
#include <string_view>

namespace befriend::io {

// `: did you mean volunteer_id?` with the known name nearest to `name`, or the empty text if none is near.
// Case, blanks and hyphens count for nothing; beyond that, a letter in three may differ.
[[nodiscard]] std::string did_you_mean(std::string_view name, std::span<const std::string_view> known);

}  // namespace befriend::io
