#pragma once

// In C++17, for LEMON's headers.

#include <cstdint>
#include <vector>

namespace befriend::test {

/// A pair and what it counts.
struct CountedPair {
    std::uint32_t row;
    std::uint32_t column;
    std::int64_t weight;
};

/// The largest total of an assignment, by LEMON's network simplex. No total may reach 2^61 in size.
[[nodiscard]] std::int64_t best_total_by_network_simplex(std::uint32_t rows,
                                                         const std::vector<std::int32_t>& capacity,
                                                         const std::vector<CountedPair>& pairs);

}  // namespace befriend::test
