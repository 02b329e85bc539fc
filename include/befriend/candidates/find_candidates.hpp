#pragma once

#include <befriend/candidates/candidate_graph.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>

namespace befriend {

/// Every candidate pair of a round. A pair is below the minimum only if its `high` is.
///
/// Volunteers without their clearances are set aside at once; the others are found through cells of a grid
/// whose size follows how far they travel, so that on a large list a child meets only volunteers of the own
/// pool of providers, and of these only the ones around. Equal to testing every pair, which the tests do.
///
/// `keep_going` is asked every few hundred children with how many are done; `false` ends the search, and so
/// does a pair beyond `most_pairs`: no result. O(pairs met x length of their lists).
[[nodiscard]] std::optional<CandidateGraph> find_candidates(
    const Round& round, const Eligibility& eligibility, const Scorer& scorer,
    const std::function<bool(std::size_t done, std::size_t total)>& keep_going = {},
    std::size_t most_pairs = std::numeric_limits<std::size_t>::max());

}  // namespace befriend
