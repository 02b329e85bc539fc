#pragma once

#include "random.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace befriend::peers {

/// 0 to size - 1 in random order.
inline std::vector<std::uint32_t> permutation(std::size_t size, Random& random)
{
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t last = size; last-- > 1;)
        std::swap(order[last], order[random.below(last + 1)]);
    return order;
}

/// `row` filled up to `degree` columns drawn below `columns`, then ascending and without repeats, so a little
/// fewer.
inline void fill_up(std::vector<std::uint32_t>& row, std::size_t degree, std::size_t columns, Random& random)
{
    while (row.size() < degree)
        row.push_back(static_cast<std::uint32_t>(random.below(columns)));
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
}

}  // namespace befriend::peers
