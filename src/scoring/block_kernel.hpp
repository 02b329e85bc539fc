#pragma once

// What the kernels of scoring compute with: one child against a block of volunteers, in arrays of small
// numbers. No function of this header is called by a kernel, and none of the standard library: a kernel is
// compiled for one level of processors, and the linker must never keep its copy of something that others use.

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

/// A child, with all that follows from the child and the policy alone. Masks as above.
struct ChildNumbers {
    std::int16_t neutral;
    // Interests: no points below `least_product`, no more beyond `most_product`.
    std::int16_t interests_known;
    std::int16_t least_product;
    std::int16_t most_product;
    Quotient gained;
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
    Quotient slots_share;
    Quotient visits_share;
    // Background: each wish earns its points, once or twice; of several, `wishes_mean` divides the sum.
    std::int16_t wishes;
    std::uint32_t wish_row[most_wishes];
    std::uint16_t wish_met[most_wishes];
    std::uint16_t wish_not_met[most_wishes];
    std::uint16_t wish_neutral[most_wishes];
    Quotient wishes_mean;
    // The mean of the criteria, in their order: weights, and weights in shares of 65536.
    std::uint16_t weight[5];
    std::uint16_t share[5];
    std::uint16_t whole;
    std::uint16_t half;
    std::uint16_t half_share;  // in sixty-fourths of a point
    // 0, or floor(sum / whole) is floor(sum * short_factor / 2^(16 + short_shift)) for every sum of a pair.
    std::uint16_t short_factor;
    std::uint16_t short_shift;
};

/// The points of the pairs and the highest they could be.
struct alignas(64) BlockPoints {
    struct {
        std::int32_t points;
        std::int32_t high;
    } of[lanes];
};

/// One compiled kernel.
struct Kernel {
    const char* level;

    /// sums[i] += the four rows at i, in all lanes. Precondition: the sums are at most 127 either way.
    void (*add_rows)(const std::int8_t* const* rows, std::int8_t* sums);

    /// sums[i] += row[i] * factor modulo 2^16, in all lanes.
    void (*add_product)(const std::int8_t* row, std::uint16_t factor, std::uint16_t* sums);

    /// The first `groups` x `group` lanes. `products` are those of the interests, `answers` a row a wish.
    void (*score)(const VolunteerBlock& volunteers, const ChildNumbers& child, std::size_t groups,
                  const std::uint16_t* products, const std::int8_t* const* answers, BlockPoints& out);
};

}  // namespace befriend::block
