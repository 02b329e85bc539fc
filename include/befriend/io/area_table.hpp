#pragma once

#include <befriend/model/location.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace befriend {

/// Where each outcode lies, for records that give an `area` and no coordinates. befriend ships none: the
/// caller names one. Keys are outcodes in capitals (`M1`, `SW1A`), values a point in the middle of the area.
using AreaTable = std::map<std::string, Location, std::less<>>;

/// The outcode that `area` names: an outcode, or a unit postcode with or without its blank, in capitals or
/// small letters. None for anything else.
///
/// Example: `sw1a 1aa`, `SW1A1AA` and `SW1A` all give `SW1A`.
/// Source: Royal Mail, "Programmer's guide", the formats of a postcode.
[[nodiscard]] std::optional<std::string> outcode_of(std::string_view area);

}  // namespace befriend
