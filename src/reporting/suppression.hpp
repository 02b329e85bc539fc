#pragma once

#include <cstdint>
#include <vector>

namespace befriend {

/// A table of counts whose rows are groups and whose columns are outcomes that exclude one another. The sum
/// of each column is known to everybody.
using Counts = std::vector<std::vector<std::uint64_t>>;

/// Which cells may be shown: one row a group, and in each row one entry a column and, last, the row's sum.
using Shown = std::vector<std::vector<bool>>;

inline constexpr std::uint64_t least_shown = 5;

/// Hides every count and every row sum from 1 to just under `least_shown`, and as many others as it takes
/// until none of those can be worked out from what is shown and the column sums, unless the column sums alone
/// give it away. A zero concerns nobody and may be shown. Precondition: all rows have the same length.
[[nodiscard]] Shown shown_cells(const Counts& counts);

}  // namespace befriend
