#pragma once

#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/scoring/points.hpp>

#include <cstdint>

namespace befriend {

/// Whether the two can meet as often as the child would like.
///
/// The scarcer of two parts: common slots against what the visits wanted need (`slots_for_one_visit` times
/// the visits a month, rounded up), and visits offered against visits wanted. Each is cut at full points, so
/// having few slots of one's own is not rewarded and having many to spare is not either. A part of which
/// something is unknown earns the neutral share. One visit a month is wanted unless the child says otherwise.
///
/// Example: one visit a month that needs 4 slots, 2 in common, one visit offered: the lesser of 500 and 1000.
class SharedAvailability {
public:
    /// Numbers from a checked policy.
    SharedAvailability(const AvailabilityNumbers& numbers, Points neutral) noexcept
        : numbers_(numbers), neutral_(neutral)
    {
    }

    /// Constant time.
    [[nodiscard]] CriterionScore score(const Referral& child, const Volunteer& volunteer) const noexcept;

    /// The visits that the child wants, in hundredths a month: 25 to 400.
    [[nodiscard]] static std::int64_t visits_wanted(const Referral& child) noexcept;

    /// The common slots that they need for full points: 1 to 168.
    [[nodiscard]] std::int64_t slots_needed(const Referral& child) const noexcept;

private:
    AvailabilityNumbers numbers_;
    Points neutral_;
};

}  // namespace befriend
