#pragma once

#include <befriend/model/policy.hpp>
#include <befriend/scoring/points.hpp>

#include <cstddef>

namespace befriend {

class StatedWishes;

/// The child's stated wishes for a visitor's gender, culture, faith and language, where the strength is
/// `prefer`.
///
/// A wish that is met earns full points, one that is known not to be met `not_met`, one that cannot be told
/// the neutral share. The criterion is their mean; the wish that the child says matters most counts twice.
/// Not applicable without a wish: befriend never infers one and never evens people out by who they are.
class SharedBackground {
public:
    /// Borrows the wishes. Numbers from a checked policy.
    SharedBackground(const StatedWishes& wishes, const BackgroundNumbers& numbers, Points neutral) noexcept
        : wishes_(&wishes), numbers_(numbers), neutral_(neutral)
    {
    }

    /// Whether the child has any wish that is scored.
    [[nodiscard]] bool applies(std::size_t child) const noexcept;

    /// O(length of the lists compared). `top` is what the child says matters most.
    [[nodiscard]] CriterionScore score(std::size_t child, std::size_t volunteer,
                                       TopCriterion top) const noexcept;

private:
    const StatedWishes* wishes_;
    BackgroundNumbers numbers_;
    Points neutral_;
};

}  // namespace befriend
