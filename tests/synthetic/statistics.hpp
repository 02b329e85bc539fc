#pragma once

#include <cstddef>
#include <vector>

namespace befriend::test {

/// The chance that a chi-square variable with `freedom` degrees is at least `value`.
double chi_square_tail(double value, double freedom);

/// Pearson's statistic of `counts` against `shares`, which add up to 1.
double chi_square(const std::vector<double>& counts, const std::vector<double>& shares);

/// The chance of a Kolmogorov-Smirnov distance at least as large as that of `values` from the uniform
/// distribution on [0, 1]. Stephens' correction; good from about 8 values.
double uniformity(std::vector<double> values);

/// Cramér's V of a table of counts; rows and columns without a count are left out.
double cramers_v(const std::vector<std::vector<double>>& table);

/// Whether `count` of `trials` lies in the interval that holds 999 of 1000 such counts when each trial
/// succeeds with chance `share` (normal, with half a count for continuity).
bool is_plausible(double count, double trials, double share);

}  // namespace befriend::test
