#pragma once

#include "assignment/face.hpp"

#include <vector>

namespace befriend {

/// Which nodes are on the side where searches should begin.
struct Scarce {
    std::vector<bool> rows;
    std::vector<bool> columns;
};

/// In each connected part of the core, the side with fewer places. When the tier weighs one side only, that
/// side. O(edges of the core).
[[nodiscard]] Scarce scarce_nodes(const Face& face);

}  // namespace befriend
