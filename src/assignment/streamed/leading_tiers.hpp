#pragma once

#include "assignment/certificate_conditions.hpp"
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// What the certificate of a streamed problem prepares before it looks at pairs. Nothing here is the
/// solver's.
namespace certificate {

[[nodiscard]] inline std::int64_t part(std::span<const std::int64_t> weights, std::uint64_t at)
{
    return weights.empty() ? 0 : weights[at];
}

/// As a number whose sums wrap around.
[[nodiscard]] inline std::uint64_t wrapped(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

struct Extremes {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

/// Of 0 if there are none.
[[nodiscard]] Extremes extremes_of(std::span<const std::int64_t> weights);

/// The duals of columns less their own weights, by tier, and how far these weights go.
struct ReducedColumns {
    ReducedColumns(const StreamedProblem& problem, const Solution& solution);

    std::vector<std::vector<std::uint64_t>> dual;
    std::vector<Extremes> weights;
};

/// The slacks of leading tiers in one number, for a quick look at a pair: above 0 it is in order.
///
/// If |s| <= S for the slack of a tier, it gets b bits with 2 S + 1 < 2^b; then all later tiers are below
/// half of what 1 counts in it, and the first tier that is not 0 decides the sign. S takes the duals as they
/// are, and weights of pairs that are not much larger; whoever looks at pairs finds out whether theirs are.
struct LeadingTiers {
    LeadingTiers(const StreamedProblem& problem, const Solution& solution, const ReducedColumns& columns);

    /// How many there are.
    [[nodiscard]] std::size_t size() const { return shift.size(); }

    std::vector<unsigned> shift;    ///< of each of these tiers
    std::vector<Wide> most_weight;  ///< the largest size of a pair's weight that it has bits for
    std::vector<std::uint64_t> of_column;
};

}  // namespace certificate
}  // namespace befriend
