#pragma once

#include <befriend/model/interests.hpp>
#include <befriend/model/policy.hpp>

#include <Eigen/Core>

#include <cstdint>

namespace befriend {

/// Rows are people, columns the terms of the vocabulary, both in their order.
using InterestMatrix = Eigen::Matrix<std::int32_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// How far liking one term counts for another, in thousandths: 1000 on the diagonal, `broader_share` between
/// a term and its broader term, `sibling_share` between two terms of the same broader term, else 0.
/// Symmetric.
[[nodiscard]] InterestMatrix relation_of(const Vocabulary& vocabulary, const InterestNumbers& numbers);

/// The profiles of people with these `grades` (0 where they say nothing; `stated` tells 0 and nothing apart
/// by being 1 or 0): grades x relation, cut at +-1000 where nothing is stated, 1000 x grade where something
/// is.
[[nodiscard]] InterestMatrix profiles_of(const InterestMatrix& grades, const InterestMatrix& stated,
                                         const InterestMatrix& relation);

}  // namespace befriend
