// The kernel of scoring: the code that `block_kernel_<level>.cpp` compile, each for its level of processors.
//
// Every loop goes over the lanes of a block and holds nothing but sums, products, shifts and minima of 16
// bits (32 and one square root for the way), so that g++ and clang turn it into vector instructions; the test
// "the kernels are vectorised" reads the compiler's word for each. Numbers wrap modulo 2^16 where the comment
// says so.
//
// The values are those of the scalar criteria, bit for bit: docs/methods/scoring.md, "Blocks", proves the
// divisions.
//
// A few cycles a pair.

#pragma once

#include "scoring/block_kernel.hpp"

namespace befriend::block::BEFRIEND_LEVEL {
namespace {

using I16 = std::int16_t;
using U16 = std::uint16_t;
using I32 = std::int32_t;
using U32 = std::uint32_t;

constexpr U16 full = 1000;

// The two value arrays of a criterion: what is unknown in the middle, and at its best.
struct alignas(64) Scores {
    U16 value[5][lanes];
    U16 high[5][lanes];
};

inline U16 sum(U16 a, U16 b)
{
    return static_cast<U16>(a + b);
}

inline U16 difference(U16 a, U16 b)
{
    return static_cast<U16>(a - b);
}

inline U16 product(U16 a, U16 b)
{
    return static_cast<U16>(U32{a} * b);
}

inline U16 upper_product(U16 a, U16 b)
{
    return static_cast<U16>(U32{a} * b >> 16);
}

inline I16 lesser(I16 a, I16 b)
{
    return a < b ? a : b;
}

inline I16 greater(I16 a, I16 b)
{
    return a > b ? a : b;
}

inline U16 chosen(I16 mask, U16 if_set, U16 if_not)
{
    return static_cast<U16>((if_set & mask) | (if_not & ~mask));
}

// 1 where `number` is not negative, else 0.
inline U16 one_unless_negative(U16 number)
{
    return static_cast<U16>(1 + (static_cast<I16>(number) >> 15));
}

inline U16 quotient(const Quotient& q, U16 y)
{
    const U16 low = upper_product(sum(product(y, q.scale), q.offset), q.factor);
    const U16 rest = difference(sum(product(y, q.slope), q.start), product(low, q.divisor));
    return sum(low, one_unless_negative(difference(rest, q.divisor)));
}

void interests(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
               const U16* __restrict products, Scores& __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I16 all = static_cast<I16>(products[i]);
        const I16 counted = lesser(greater(all, c.least_product), c.most_product);
        const U16 gained = quotient(c.gained, static_cast<U16>(counted - c.least_product));
        const I16 any = static_cast<I16>(all < c.least_product ? 0 : -1);
        const U16 points = static_cast<U16>(lesser(static_cast<I16>(gained), static_cast<I16>(full)) & any);
        const I16 known = v.interests_known[i] & c.interests_known;
        to.value[0][i] = chosen(known, points, neutral);
        to.high[0][i] = chosen(known, points, full);
    }
}

void add_wish(const std::int8_t* __restrict answers, std::size_t groups, U16 if_met, U16 if_not_met,
              U16 neutral, Scores& __restrict to)
{
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I16 answer = answers[i];
        const I16 is_met = static_cast<I16>(answer == met ? -1 : 0);
        const I16 is_known = static_cast<I16>(answer == not_known ? 0 : -1);
        const U16 known = chosen(is_met, if_met, if_not_met);
        to.value[1][i] = sum(to.value[1][i], chosen(is_known, known, neutral));
        to.high[1][i] = sum(to.high[1][i], chosen(is_known, known, if_met));
    }
}

void mean_of_wishes(const Quotient& mean, std::size_t groups, Scores& __restrict to)
{
    const Quotient q = mean;
    for (std::size_t i = 0; i < groups * group; ++i) {
        to.value[1][i] = quotient(q, to.value[1][i]);
        to.high[1][i] = quotient(q, to.high[1][i]);
    }
}

inline U16 part_of_age(I16 least, I16 most, I16 years, I16 lost_a_year, I16 most_years)
{
    const I16 outside = greater(greater(static_cast<I16>(least - years), static_cast<I16>(years - most)), 0);
    const U16 lost = product(static_cast<U16>(lesser(outside, most_years)), static_cast<U16>(lost_a_year));
    return static_cast<U16>(greater(static_cast<I16>(difference(full, lost)), 0));
}

void ages(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups, Scores& __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 points =
            part_of_age(v.prefers_least[i], v.prefers_most[i], c.age, c.lost_a_year, c.most_years);
        const I16 known = v.prefers_known[i];
        to.value[2][i] = chosen(known, points, neutral);
        to.high[2][i] = chosen(known, points, full);
    }
}

// After `ages`, for a child who wants a visitor of some age.
void wanted_ages(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                 Scores& __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 points = part_of_age(c.wanted_least, c.wanted_most, v.age[i], c.lost_a_year, c.most_years);
        const U16 both = static_cast<U16>((U32{to.value[2][i]} + points + 1) >> 1);
        const U16 all = chosen(v.prefers_known[i], both, points);
        to.value[2][i] = all;
        to.high[2][i] = all;
    }
}

// What is left of `furthest_m`, at most `stretch_m`, earns points. Up to 65,536 m the root in single
// precision is within 0.02 of the true one, so less 1/32 and rounded down it is the whole distance or one
// below; the remainder, exact modulo 2^32, tells. Beyond `furthest_m`, at most 65,535, only that it is beyond
// matters.
void travel(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups, Scores& __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    const float beyond = static_cast<float>(c.furthest_m + 1);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I32 x = v.easting[i] - c.easting;
        const I32 y = v.northing[i] - c.northing;
        const float a = static_cast<float>(x);
        const float b = static_cast<float>(y);
        const float root = __builtin_sqrtf(a * a + b * b) - 0.03125F;
        const I32 low = static_cast<I32>(root < beyond ? root : beyond);
        const U32 m = static_cast<U32>(low);
        const U32 squares =
            static_cast<U32>(x) * static_cast<U32>(x) + static_cast<U32>(y) * static_cast<U32>(y);
        const I32 above = static_cast<I32>(squares - m * m - m - m);
        const I32 short_of = c.furthest_m - low - (above > 0 ? 1 : 0);
        const I32 not_beyond = short_of > 0 ? short_of : 0;
        const I32 left = not_beyond < c.stretch_m ? not_beyond : c.stretch_m;
        const U16 points = quotient(c.nearness, static_cast<U16>(left));
        const I16 known = v.place_known[i] & c.place_known;
        to.value[3][i] = chosen(known, points, neutral);
        to.high[3][i] = chosen(known, points, full);
    }
}

// How many bits each group of four has.
inline U16 bits_by_four(U16 word)
{
    const U16 by_two = difference(word, static_cast<U16>(static_cast<U16>(word >> 1) & 0x5555));
    return sum(by_two & 0x3333, static_cast<U16>(by_two >> 2) & 0x3333);
}

// The common slots, up to those needed: three words are added bit by bit into ones and twos.
void common_slots(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 a = v.slots[0][i] & c.slots[0];
        const U16 b = v.slots[1][i] & c.slots[1];
        const U16 d = v.slots[2][i] & c.slots[2];
        const U16 ones = a ^ b ^ d;
        const U16 twos = (a & b) | (d & (a ^ b));
        const U16 two_bits = bits_by_four(twos);
        const U16 by_four = sum(bits_by_four(ones), sum(two_bits, two_bits));
        const U16 by_eight = sum(by_four & 0x0f0f, static_cast<U16>(by_four >> 4) & 0x0f0f);
        const U16 all = sum(by_eight, static_cast<U16>(by_eight >> 8)) & 0x00ff;
        to[i] = static_cast<U16>(lesser(static_cast<I16>(all), c.slots_needed));
    }
}

void availability(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                  const U16* __restrict common, Scores& __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 slots = quotient(c.slots_share, common[i]);
        const U16 visits = quotient(c.visits_share, static_cast<U16>(lesser(v.visits[i], c.visits_wanted)));
        const I16 slots_known = v.slots_known[i] & c.slots_known;
        const I16 visits_known = v.visits_known[i];
        to.value[4][i] = static_cast<U16>(lesser(static_cast<I16>(chosen(slots_known, slots, neutral)),
                                                 static_cast<I16>(chosen(visits_known, visits, neutral))));
        to.high[4][i] = static_cast<U16>(lesser(static_cast<I16>(chosen(slots_known, slots, full)),
                                                static_cast<I16>(chosen(visits_known, visits, full))));
    }
}

// One criterion's part of the estimate, in sixty-fourths of a point; less than two of them are cut off.
inline U16 part_of_mean(U16 score, U16 share)
{
    return upper_product(static_cast<U16>(score << 6), share);
}

// The weighted sum, and half of the weights for rounding.
inline U16 weighted(const U16 (&s)[5][lanes], const ChildNumbers& c, std::size_t i)
{
    return sum(sum(sum(product(s[0][i], c.weight[0]), product(s[1][i], c.weight[1])),
                   sum(product(s[2][i], c.weight[2]), product(s[3][i], c.weight[3]))),
               sum(product(s[4][i], c.weight[4]), c.half));
}

// The weighted mean rounded to nearest. The estimate is below by less than a point, so right or one below;
// the remainder, exact modulo 2^16 since it is below 2 * whole, tells.
void mean(const U16 (&s)[5][lanes], const ChildNumbers& child, std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 earned = weighted(s, c, i);
        const U16 estimate =
            sum(sum(sum(part_of_mean(s[0][i], c.share[0]), part_of_mean(s[1][i], c.share[1])),
                    sum(part_of_mean(s[2][i], c.share[2]), part_of_mean(s[3][i], c.share[3]))),
                sum(part_of_mean(s[4][i], c.share[4]), c.half_share));
        const U16 low = static_cast<U16>(estimate >> 6);
        const U16 rest = difference(earned, product(low, c.whole));
        to[i] = sum(low, one_unless_negative(difference(rest, c.whole)));
    }
}

// The same where the sum is below 2^16: the quotient is the upper half of a product, shifted.
void short_mean(const U16 (&s)[5][lanes], const ChildNumbers& child, std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 earned = weighted(s, c, i);
        to[i] = static_cast<U16>(upper_product(earned, c.short_factor) >> c.short_shift);
    }
}

void write(const U16* __restrict points, const U16* __restrict high, std::size_t groups,
           BlockPoints& __restrict to)
{
    for (std::size_t i = 0; i < groups * group; ++i) {
        to.of[i].points = points[i];
        to.of[i].high = high[i];
    }
}

void add_rows(const std::int8_t* const* rows, std::int8_t* __restrict sums)
{
    const std::int8_t* __restrict a = rows[0];
    const std::int8_t* __restrict b = rows[1];
    const std::int8_t* __restrict c = rows[2];
    const std::int8_t* __restrict d = rows[3];
    for (std::size_t i = 0; i < lanes; ++i)
        sums[i] = static_cast<std::int8_t>(sums[i] + a[i] + b[i] + c[i] + d[i]);
}

void add_product(const std::int8_t* __restrict row, U16 factor, U16* __restrict sums)
{
    for (std::size_t i = 0; i < lanes; ++i)
        sums[i] = sum(sums[i], product(static_cast<U16>(row[i]), factor));
}

void score(const VolunteerBlock& volunteers, const ChildNumbers& child, std::size_t groups,
           const U16* products, const std::int8_t* const* answers, BlockPoints& out)
{
    Scores scores;
    alignas(64) U16 part[lanes];
    interests(volunteers, child, groups, products, scores);
    __builtin_memset(scores.value[1], 0, sizeof scores.value[1]);
    __builtin_memset(scores.high[1], 0, sizeof scores.high[1]);
    for (I16 wish = 0; wish < child.wishes; ++wish)
        add_wish(answers[wish], groups, child.wish_met[wish], child.wish_not_met[wish],
                 child.wish_neutral[wish], scores);
    if (child.wishes > 1) mean_of_wishes(child.wishes_mean, groups, scores);
    ages(volunteers, child, groups, scores);
    if (child.wants_age) wanted_ages(volunteers, child, groups, scores);
    travel(volunteers, child, groups, scores);
    common_slots(volunteers, child, groups, part);
    availability(volunteers, child, groups, part, scores);
    alignas(64) U16 high[lanes];
    if (child.short_factor != 0) {
        short_mean(scores.value, child, groups, part);
        short_mean(scores.high, child, groups, high);
    } else {
        mean(scores.value, child, groups, part);
        mean(scores.high, child, groups, high);
    }
    write(part, high, groups, out);
}

}  // namespace

extern const Kernel kernel;
const Kernel kernel{BEFRIEND_LEVEL_NAME, &add_rows, &add_product, &score};

}  // namespace befriend::block::BEFRIEND_LEVEL
