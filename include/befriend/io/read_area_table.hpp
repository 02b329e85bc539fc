#pragma once

#include <befriend/io/area_table.hpp>
#include <befriend/model/invalid_input.hpp>

#include <string_view>
#include <vector>

namespace befriend {

/// Reads where outcodes lie: JSON or TOML with one key an outcode and its easting and northing in whole
/// metres, for instance `{"M1": [384500, 397900]}`. At most 1 MiB.
///
/// Never throws about input: a key that is no outcode, an outcode twice, and a value that is no point on the
/// British National Grid are added to `faults`, each with its key.
[[nodiscard]] AreaTable read_area_table(std::string_view text, std::vector<Fault>& faults);

}  // namespace befriend
