#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace befriend {

/// A pseudonymous id. Two ids of different kinds never compare, so a child is never taken for a volunteer.
///
/// ASCII letters, digits, `-`, `_` and `.`, 1 to 64 characters, neither `.` nor `..`; the readers and `Round`
/// check that. Ordered by bytes.
template <class Kind>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string text_;
};

using ReferralId = Id<struct ReferralKind>;        ///< one child on the waiting list
using VolunteerId = Id<struct VolunteerKind>;      ///< one volunteer, couple or pair
using CoordinatorId = Id<struct CoordinatorKind>;  ///< one coordinator

}  // namespace befriend
