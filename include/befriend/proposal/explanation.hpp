#pragma once

#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace befriend {

/// Everything there is to say about one pair, proposed or not: why, or why not.
struct PairExplanation {
    std::size_t child = 0;  ///< positions in the round's tables
    std::size_t volunteer = 0;
    TagSet<Rule> broken;                   ///< every hard rule that excludes the pair; empty: eligible
    PerCriterion<std::int64_t> weights{};  ///< that count for this child: see `Scorer::weights_for`
    PairScore score;                       ///< also for a pair that is not eligible: what it would earn
    bool below_minimum = false;            ///< even the best case is below the policy's minimum points
    TagSet<OpenQuestion> ask_about;
    std::optional<std::int64_t> distance_m;  ///< straight; empty: a place is unknown
    std::int64_t limit_m = 0;                ///< the furthest this pair may live apart
};

/// Explains one pair of the round. O(children + volunteers): the rules of the whole round are prepared.
[[nodiscard]] PairExplanation explain_pair(const Round& round, std::size_t child, std::size_t volunteer);

}  // namespace befriend
