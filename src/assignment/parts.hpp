#pragma once

#include "assignment/face.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// The connected parts of a face, and the side of each with fewer places: searches begin there.
struct Parts {
    enum First : std::uint8_t { unknown, rows_first, columns_first };

    /// O(edges).
    explicit Parts(const Face& face);

    std::vector<First> of_row;
    std::vector<First> of_column;
};

}  // namespace befriend
