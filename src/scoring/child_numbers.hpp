#pragma once

#include "scoring/block_kernel.hpp"
#include "scoring/interest_profiles.hpp"
#include "scoring/wish_rows.hpp"
#include <befriend/model/round.hpp>
#include <befriend/scoring/points.hpp>
#include <befriend/scoring/shared_availability.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

namespace befriend {

/// Slots 14 x third to 14 x third + 13 of a week.
[[nodiscard]] constexpr std::uint16_t third_of(Week week, std::size_t third) noexcept
{
    return static_cast<std::uint16_t>(week.slots >> 14 * third & 0x3fff);
}

/// Makes what a kernel reads of a child; remembers the quotients that children share.
class ChildNumbersMaker {
public:
    /// Borrows all four.
    ChildNumbersMaker(const Round& round, const StatedWishes& wishes, const InterestProfiles& interests,
                      const WishRows& rows);

    /// Nothing if 16 bits are not enough for this child, or a wish has no row.
    [[nodiscard]] std::optional<block::ChildNumbers> numbers_of(std::size_t child,
                                                                const PerCriterion<std::int64_t>& weights);

private:
    // Each writes its criterion, and says whether it fits.
    [[nodiscard]] bool set_interests(std::size_t child, block::ChildNumbers& to);
    [[nodiscard]] bool set_background(std::size_t child, block::ChildNumbers& to);
    void set_age(const Referral& child, block::ChildNumbers& to) const;
    [[nodiscard]] bool set_travel(const Referral& child, block::ChildNumbers& to) const;
    [[nodiscard]] bool set_availability(const Referral& child, block::ChildNumbers& to);

    void set_gaps(std::size_t child, block::ChildNumbers& to) const;

    // Writes the quotient, unless there is none.
    [[nodiscard]] bool set(block::ShortQuotient& to, std::int64_t slope, std::int64_t start,
                           std::int64_t divisor, std::int64_t most);

    using Division = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

    const Round& round_;
    const StatedWishes& wishes_;
    const InterestProfiles& interests_;
    const WishRows& rows_;
    SharedAvailability availability_;
    std::int64_t most_product_;  // of any pair, in the profiles' units
    std::optional<block::Quotient> nearness_;
    std::map<Division, std::optional<block::ShortQuotient>> known_;
};

}  // namespace befriend
