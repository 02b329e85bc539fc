#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/reporting/summary.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace befriend {

/// What the round did for each group of each characteristic, small counts hidden.
[[nodiscard]] std::vector<GroupTable> group_outcomes(const Round& round, const Proposal& proposal);

/// The largest value that at least half of `values` reach or pass; none of an empty list.
template <class T>
[[nodiscard]] std::optional<T> median_of(std::vector<T> values)
{
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace befriend
