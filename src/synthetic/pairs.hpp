#pragma once

#include "synthetic/setting.hpp"
#include <befriend/model/round.hpp>

namespace befriend::synthetic {

/// Adds what concerns single pairs, each with a volunteer of the child's own service: exclusions on either
/// side, volunteers whom a child has declined, blocks.
void add_pairs(const Setting& setting, Tables& tables);

}  // namespace befriend::synthetic
