#pragma once

#include "arguments.hpp"
#include "instance.hpp"

#include <string>

namespace befriend::peers {

/// The instance of a family by name, from the numbers that the family takes; families.cpp and adversarial.cpp
/// say which. Throws std::runtime_error for an unknown family or a missing number.
[[nodiscard]] NewInstance make(const std::string& family, Arguments& arguments);

/// Families on which some solver is known to be slow, each square and with an assignment of every row.
/// Every family takes `rows`, `degree` (edges a row, about; even) and `seed`.
/// @{
[[nodiscard]] NewInstance make_layered(Arguments& arguments);
[[nodiscard]] NewInstance make_constant_weight(Arguments& arguments);
[[nodiscard]] NewInstance make_geometric(Arguments& arguments);
[[nodiscard]] NewInstance make_one_column_for_all(Arguments& arguments);
[[nodiscard]] NewInstance make_all_ties(Arguments& arguments);
[[nodiscard]] NewInstance make_duplicate_rows(Arguments& arguments);
/// @}

}  // namespace befriend::peers
