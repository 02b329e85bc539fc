#pragma once

// What the kernels of scoring compute with: one child against a block of volunteers, in arrays of small
// numbers. No function of this header is called by a kernel, and none of the standard library: a kernel is
// compiled for one level of processors, and the linker must never keep its copy of something that others use.

#include "scoring/rule_kernel.hpp"

#include <cstddef>
#include <cstdint>

namespace befriend::block {

/// The volunteers of a block.
inline constexpr std::size_t lanes = 256;

/// They are scored in whole groups.
inline constexpr std::size_t group = 64;

/// At most so many wishes of a child, one an aspect, are scored.
inline constexpr std::size_t most_wishes = 4;

/// The answers of a row of wishes.
enum Answer : std::int8_t { not_met, met, not_known };

/// floor((slope * y + start) / divisor) for whole numbers 0 <= y <= some most, in 16 bits: an estimate by the
/// upper half of a product, which is right or one below, then the remainder, which tells the two apart.
/// `exact_quotient.hpp` makes it.
struct Quotient {
    std::uint16_t scale;
    std::uint16_t offset;
    std::uint16_t factor;
    std::uint16_t slope;
    std::uint16_t start;
    std::uint16_t divisor;
};

/// The same in three operations, where `short_quotient` finds the numbers: the upper half of
/// (slope * y + start) * factor.
struct ShortQuotient {
    std::uint16_t slope;
    std::uint16_t start;
    std::uint16_t factor;
};

/// Volunteers, an array a field. A mask is -1 where the volunteer has told what is behind it, else 0; then
/// the other numbers do not matter.
struct alignas(64) VolunteerBlock {
    std::int32_t easting[lanes];
    std::int32_t northing[lanes];
    std::int16_t place_known[lanes];
    std::int16_t prefers_least[lanes];  // ages
    std::int16_t prefers_most[lanes];
    std::int16_t prefers_known[lanes];
    std::int16_t age[lanes];
    std::uint16_t slots[3][lanes];  // 14 of the 42 each
    std::int16_t slots_known[lanes];
    std::int16_t visits[lanes];  // hundredths a month
    std::int16_t visits_known[lanes];
    std::int16_t interests_known[lanes];
};

/// Points of a criterion as the mean counts them: times the weight modulo 2^16, and the share in
/// sixty-fourths of a point.
struct Gap {
    std::uint16_t weighted;
    std::uint16_t part;
};

/// A child, with all that follows from the child and the policy alone. Masks as above.
struct ChildNumbers {
    std::int16_t neutral;
    // Interests: no points below `least_product`, no more beyond `most_product`. `gained` is of what
    // is beyond the least; `short_gained` of all, unless its factor is 0.
    std::int16_t least_product;
    std::int16_t most_product;
    Quotient gained;
    ShortQuotient short_gained;
    // Age.
    std::int16_t age;
    std::int16_t lost_a_year;
    std::int16_t most_years;  // outside; more make no difference
    bool wants_age;
    std::int16_t wanted_least;
    std::int16_t wanted_most;
    // Travel.
    std::int16_t place_known;
    std::int32_t easting;
    std::int32_t northing;
    std::int32_t furthest_m;
    std::int32_t stretch_m;
    Quotient nearness;
    // Availability.
    std::int16_t slots_known;
    std::uint16_t slots[3];
    std::int16_t slots_needed;
    std::int16_t visits_wanted;
    ShortQuotient slots_share;
    ShortQuotient visits_share;
    // Background: each wish earns its points, once or twice; of several, `wishes_mean` divides the sum.
    std::int16_t wishes;
    std::uint32_t wish_row[most_wishes];
    std::uint16_t wish_met[most_wishes];
    std::uint16_t wish_not_met[most_wishes];
    std::uint16_t wish_neutral[most_wishes];
    ShortQuotient wishes_mean;
    // The mean of the criteria, in their order: weights, and weights in shares of 65536.
    std::uint16_t weight[5];
    std::uint16_t share[5];
    std::uint16_t whole;
    std::uint16_t half;
    std::uint16_t half_share;  // in sixty-fourths of a point
    // What the highest points have beyond the points: where something of the volunteer is unknown, and with
    // every volunteer.
    Gap interests_gap;
    Gap age_gap;
    Gap place_gap;
    Gap child_gap;
    // 0, or floor(sum / whole) is floor(sum * short_factor / 2^(16 + short_shift)) for every sum of a pair.
    std::uint16_t short_factor;
    std::uint16_t short_shift;
};

/// Ends a list of rows.
inline constexpr std::uint32_t end_of_rows = 0xffff'ffff;

/// What is found of every pair before it is scored, an array each. A volunteer without a place has any
/// nearness.
struct PairRows {
    const std::uint16_t* products;    ///< of the interests
    const std::int8_t* common_slots;  ///< how many
    const std::uint16_t* nearness;    ///< the points of the way
    const std::int8_t* answers[most_wishes];
};

/// One compiled kernel. All lanes of a block, or its first `groups` x `group`.
struct Kernel {
    const char* level;

    /// Sums of rows in all lanes, level after level: twice the sums so far, and the rows of a list, less
    /// those of another. A row is its offset from `rows`. Precondition: the sums are at most 127 either way.
    void (*sum_rows)(const std::int8_t* rows, const std::uint32_t* offsets, std::size_t levels,
                     std::int8_t* sums);

    /// sums[i] += row[i] * factor modulo 2^16, in all lanes.
    void (*add_product)(const std::int8_t* row, std::uint16_t factor, std::uint16_t* sums);

    /// How many slots each volunteer has in common with the child.
    void (*count_slots)(const VolunteerBlock& volunteers, const ChildNumbers& child, std::size_t groups,
                        std::int8_t* counts);

    /// The points of the way from the child's place, which is known, to each of the places.
    void (*travel)(const std::int32_t* easting, const std::int32_t* northing, const ChildNumbers& child,
                   std::size_t groups, std::uint16_t* points);

    /// The points of each pair and the highest they could be, one after the other.
    void (*score)(const VolunteerBlock& volunteers, const ChildNumbers& child, std::size_t groups,
                  const PairRows& rows, std::int32_t* points_and_high);

    /// The rules that each volunteer breaks with the child, but for those that look through lists. `sharing`
    /// are the providers that share with the child's own. The lanes that break at most `most` and are not
    /// beyond twice the limit go to `few`, which has room for all, ascending.
    RuleCounts (*broken_rules)(const RuleBlock& volunteers, const ChildRules& child,
                               const std::uint32_t* sharing, std::size_t sharing_count, std::size_t most,
                               BrokenRules& to, std::uint32_t* few);
};

}  // namespace befriend::block
