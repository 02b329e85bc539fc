#pragma once

#include <span>
#include <string>
#include <string_view>

namespace befriend {

/// `: did you mean volunteer_id?` with the known name nearest to `name`, or the empty text if none is near.
/// Case, blanks and hyphens count for nothing; beyond that, a letter in three may differ. Of equally near
/// names the first. O(known names x length squared); a name of more than 64 bytes is near to none.
[[nodiscard]] std::string did_you_mean(std::string_view name, std::span<const std::string_view> known);

}  // namespace befriend
