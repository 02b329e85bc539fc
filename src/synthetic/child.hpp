#pragma once

#include "synthetic/household.hpp"
#include "synthetic/setting.hpp"
#include <befriend/model/referral.hpp>

#include <cstddef>

namespace befriend::synthetic {

/// The child at a position of a list of `children`, without what concerns single volunteers.
[[nodiscard]] Referral invented_child(const Setting& setting, std::size_t position, std::size_t children);

/// Gives the child its wishes for a visitor. Needs age, gender and languages.
void add_wishes(Referral& child, const Household& household, const Shape& shape, Draws draws);

}  // namespace befriend::synthetic
