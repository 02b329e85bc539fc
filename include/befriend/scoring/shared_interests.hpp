#pragma once

#include <befriend/model/round.hpp>
#include <befriend/scoring/points.hpp>

#include <cstddef>
#include <memory>

namespace befriend {

class RecordWatch;
struct InterestProfiles;

/// What the two like, and dislike, in common.
///
/// The child's profile p(t) over the terms of the vocabulary is 1000 x grade for a term that the child grades
/// (`activities_no` is grade -2), and for the others what related terms suggest: the sum of grade x share
/// over the graded terms, with `broader_share` between a term and its broader term and `sibling_share`
/// between two terms of the same broader term, cut at one plain like or dislike (+-1000). With v(t) the
/// volunteer's grades,
///     s = base + gain x sum p(t) v(t) / sum 2000 |grade|     rounded to nearest, cut at 0 and 1000.
/// Shared dislikes count, opposite tastes subtract. A volunteer who gains an interest that the child likes
/// never scores less. Unknown if either has stated nothing.
///
/// Source: the idea of counting related tags in part is the "generalised vector space model" (Wong, Ziarko,
/// Wong, SIGIR 1985); that shared dislikes matter, Raposa et al. 2019, "Birds of a feather".
class SharedInterests {
public:
    /// O(children x terms x grades); keeps 2 bytes a child and term. Of no use once `watch` is stopped.
    SharedInterests(const Round& round, RecordWatch& watch);
    ~SharedInterests();
    SharedInterests(SharedInterests&&) noexcept;
    SharedInterests& operator=(SharedInterests&&) noexcept;

    /// O(interests of the volunteer).
    [[nodiscard]] CriterionScore score(std::size_t child, std::size_t volunteer) const noexcept;

    /// What is compared, in numbers.
    [[nodiscard]] const InterestProfiles& profiles() const noexcept { return *profiles_; }

private:
    std::unique_ptr<const InterestProfiles> profiles_;
};

}  // namespace befriend
