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
#include "scoring/rule_kernel_code.hpp"

namespace befriend::block::BEFRIEND_LEVEL {
namespace {

using I16 = std::int16_t;
using U16 = std::uint16_t;
using I32 = std::int32_t;
using U32 = std::uint32_t;

constexpr U16 full = 1000;

// The points of the criteria, and what their highest has beyond them where two facts decide it.
struct alignas(64) Scores {
    U16 interests[lanes];
    U16 background[lanes];
    U16 background_gap[lanes];
    U16 age[lanes];
    U16 availability[lanes];
    U16 availability_gap[lanes];
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

inline U16 quotient(const ShortQuotient& q, U16 y)
{
    return upper_product(sum(product(y, q.slope), q.start), q.factor);
}

// What of `gap` counts: where `known` is 0.
inline U16 unless_known(I16 known, U16 gap)
{
    return static_cast<U16>(gap & ~known);
}

// The points of products of interests, of which `gained` does not count those below the least.
inline U16 points_of(I16 all, U16 gained, I16 known, const ChildNumbers& c)
{
    const I16 any = static_cast<I16>(all < c.least_product ? 0 : -1);
    const U16 points = static_cast<U16>(lesser(static_cast<I16>(gained), static_cast<I16>(full)) & any);
    return chosen(known, points, static_cast<U16>(c.neutral));
}

void interests(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
               const U16* __restrict products, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I16 all = static_cast<I16>(products[i]);
        const I16 counted = lesser(greater(all, c.least_product), c.most_product);
        const U16 gained = quotient(c.gained, static_cast<U16>(counted - c.least_product));
        to[i] = points_of(all, gained, v.interests_known[i], c);
    }
}

void short_interests(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                     const U16* __restrict products, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I16 all = static_cast<I16>(products[i]);
        const U16 gained = quotient(c.short_gained, static_cast<U16>(lesser(all, c.most_product)));
        to[i] = points_of(all, gained, v.interests_known[i], c);
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
        to.background[i] = sum(to.background[i], chosen(is_known, known, neutral));
        to.background_gap[i] = sum(to.background_gap[i], unless_known(is_known, difference(if_met, neutral)));
    }
}

void mean_of_wishes(const ShortQuotient& mean, std::size_t groups, Scores& __restrict to)
{
    const ShortQuotient q = mean;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 points = quotient(q, to.background[i]);
        const U16 high = quotient(q, sum(to.background[i], to.background_gap[i]));
        to.background[i] = points;
        to.background_gap[i] = difference(high, points);
    }
}

inline U16 part_of_age(I16 least, I16 most, I16 years, I16 lost_a_year, I16 most_years)
{
    const I16 outside = greater(greater(static_cast<I16>(least - years), static_cast<I16>(years - most)), 0);
    const U16 lost = product(static_cast<U16>(lesser(outside, most_years)), static_cast<U16>(lost_a_year));
    return static_cast<U16>(greater(static_cast<I16>(difference(full, lost)), 0));
}

void ages(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 points =
            part_of_age(v.prefers_least[i], v.prefers_most[i], c.age, c.lost_a_year, c.most_years);
        to[i] = chosen(v.prefers_known[i], points, neutral);
    }
}

// After `ages`, for a child who wants a visitor of some age.
void wanted_ages(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 points = part_of_age(c.wanted_least, c.wanted_most, v.age[i], c.lost_a_year, c.most_years);
        const U16 both = static_cast<U16>((U32{to[i]} + points + 1) >> 1);
        to[i] = chosen(v.prefers_known[i], both, points);
    }
}

// What is left of `furthest_m`, at most `stretch_m`, earns points. Up to 65,536 m the root in single
// precision is within 0.02 of the true one, so less 1/32 and rounded down it is the whole distance or one
// below; the remainder, exact modulo 2^32, tells. Beyond `furthest_m`, at most 65,535, only that it is beyond
// matters.
void travel(const I32* __restrict easting, const I32* __restrict northing, const ChildNumbers& child,
            std::size_t groups, U16* __restrict to)
{
    const ChildNumbers c = child;
    const float beyond = static_cast<float>(c.furthest_m + 1);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const I32 x = easting[i] - c.easting;
        const I32 y = northing[i] - c.northing;
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
        to[i] = quotient(c.nearness, static_cast<U16>(left));
    }
}

// How many bits each group of four has.
inline U16 bits_by_four(U16 word)
{
    const U16 by_two = difference(word, static_cast<U16>(static_cast<U16>(word >> 1) & 0x5555));
    return sum(by_two & 0x3333, static_cast<U16>(by_two >> 2) & 0x3333);
}

// Three words are added bit by bit into ones and twos.
void count_slots(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                 std::int8_t* __restrict to)
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
        to[i] = static_cast<std::int8_t>(sum(by_eight, static_cast<U16>(by_eight >> 8)) & 0x003f);
    }
}

void availability(const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                  const std::int8_t* __restrict common, Scores& __restrict to)
{
    const ChildNumbers c = child;
    const U16 neutral = static_cast<U16>(c.neutral);
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 slots = quotient(c.slots_share, static_cast<U16>(lesser(common[i], c.slots_needed)));
        const U16 visits = quotient(c.visits_share, static_cast<U16>(lesser(v.visits[i], c.visits_wanted)));
        const I16 slots_known = v.slots_known[i] & c.slots_known;
        const I16 visits_known = v.visits_known[i];
        const I16 points = lesser(static_cast<I16>(chosen(slots_known, slots, neutral)),
                                  static_cast<I16>(chosen(visits_known, visits, neutral)));
        const I16 high = lesser(static_cast<I16>(chosen(slots_known, slots, full)),
                                static_cast<I16>(chosen(visits_known, visits, full)));
        to.availability[i] = static_cast<U16>(points);
        to.availability_gap[i] = static_cast<U16>(high - points);
    }
}

// The points of the way in lane i.
inline U16 nearness_of(const VolunteerBlock& v, const ChildNumbers& c, const U16* nearness, std::size_t i)
{
    return chosen(v.place_known[i], nearness[i], static_cast<U16>(c.neutral));
}

// The weighted sum, and half of the weights for rounding.
inline U16 weighted(const Scores& s, U16 nearness, const ChildNumbers& c, std::size_t i)
{
    return sum(sum(sum(product(s.interests[i], c.weight[0]), product(s.background[i], c.weight[1])),
                   sum(product(s.age[i], c.weight[2]), product(nearness, c.weight[3]))),
               sum(product(s.availability[i], c.weight[4]), c.half));
}

// The gaps of what is unknown.
template <U16 Gap::* in>
inline U16 gaps_of_unknown(const VolunteerBlock& v, const ChildNumbers& c, std::size_t i)
{
    return sum(sum(unless_known(v.interests_known[i], c.interests_gap.*in),
                   unless_known(v.prefers_known[i], c.age_gap.*in)),
               sum(unless_known(v.place_known[i], c.place_gap.*in), c.child_gap.*in));
}

// What the sum of the highest has beyond it.
inline U16 weighted_gap(const Scores& s, const VolunteerBlock& v, const ChildNumbers& c, std::size_t i)
{
    return sum(sum(product(s.background_gap[i], c.weight[1]), product(s.availability_gap[i], c.weight[4])),
               gaps_of_unknown<&Gap::weighted>(v, c, i));
}

// One criterion's part of the estimate, in sixty-fourths of a point; less than two of them are cut off.
inline U16 part_of_mean(U16 score, U16 share)
{
    return upper_product(static_cast<U16>(score << 6), share);
}

inline U16 estimate(const Scores& s, U16 nearness, const ChildNumbers& c, std::size_t i)
{
    return sum(sum(sum(part_of_mean(s.interests[i], c.share[0]), part_of_mean(s.background[i], c.share[1])),
                   sum(part_of_mean(s.age[i], c.share[2]), part_of_mean(nearness, c.share[3]))),
               sum(part_of_mean(s.availability[i], c.share[4]), c.half_share));
}

inline U16 estimated_gap(const Scores& s, const VolunteerBlock& v, const ChildNumbers& c, std::size_t i)
{
    return sum(
        sum(part_of_mean(s.background_gap[i], c.share[1]), part_of_mean(s.availability_gap[i], c.share[4])),
        gaps_of_unknown<&Gap::part>(v, c, i));
}

// The mean rounded to nearest. The estimate is below by less than a point, so right or one below; the
// remainder, exact modulo 2^16 since it is below 2 * whole, tells.
inline U16 mean_of(U16 earned, U16 estimate, U16 whole)
{
    const U16 low = static_cast<U16>(estimate >> 6);
    const U16 rest = difference(earned, product(low, whole));
    return sum(low, one_unless_negative(difference(rest, whole)));
}

void means(const Scores& s, const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
           const U16* __restrict nearness, I32* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 near = nearness_of(v, c, nearness, i);
        const U16 earned = weighted(s, near, c, i);
        const U16 estimated = estimate(s, near, c, i);
        const U16 highest = sum(earned, weighted_gap(s, v, c, i));
        to[2 * i] = mean_of(earned, estimated, c.whole);
        to[2 * i + 1] = mean_of(highest, sum(estimated, estimated_gap(s, v, c, i)), c.whole);
    }
}

// The same where the sum is below 2^16: the quotient is the upper half of a product, shifted.
void short_means(const Scores& s, const VolunteerBlock& v, const ChildNumbers& child, std::size_t groups,
                 const U16* __restrict nearness, I32* __restrict to)
{
    const ChildNumbers c = child;
    for (std::size_t i = 0; i < groups * group; ++i) {
        const U16 earned = weighted(s, nearness_of(v, c, nearness, i), c, i);
        const U16 highest = sum(earned, weighted_gap(s, v, c, i));
        to[2 * i] = static_cast<U16>(upper_product(earned, c.short_factor) >> c.short_shift);
        to[2 * i + 1] = static_cast<U16>(upper_product(highest, c.short_factor) >> c.short_shift);
    }
}

// The sums of all lanes stay in registers. A list of rows ends where its end says, not after a count: g++
// would join loops of known length in pairs, and then vectorise none of them.
void sum_rows(const std::int8_t* __restrict rows, const U32* __restrict offsets, std::size_t levels,
              std::int8_t* __restrict to)
{
    std::int8_t sums[lanes] = {};
    for (; levels > 0; --levels) {
        for (std::size_t i = 0; i < lanes; ++i)
            sums[i] = static_cast<std::int8_t>(sums[i] + sums[i]);
        for (; *offsets != end_of_rows; ++offsets) {
            const std::int8_t* row = rows + *offsets;
            for (std::size_t i = 0; i < lanes; ++i)
                sums[i] = static_cast<std::int8_t>(sums[i] + row[i]);
        }
        for (++offsets; *offsets != end_of_rows; ++offsets) {
            const std::int8_t* row = rows + *offsets;
            for (std::size_t i = 0; i < lanes; ++i)
                sums[i] = static_cast<std::int8_t>(sums[i] - row[i]);
        }
        ++offsets;
    }
    __builtin_memcpy(to, sums, sizeof sums);
}

void add_product(const std::int8_t* __restrict row, U16 factor, U16* __restrict sums)
{
    for (std::size_t i = 0; i < lanes; ++i)
        sums[i] = sum(sums[i], product(static_cast<U16>(row[i]), factor));
}

void score(const VolunteerBlock& volunteers, const ChildNumbers& child, std::size_t groups,
           const PairRows& rows, I32* points_and_high)
{
    Scores scores;
    if (child.short_gained.factor != 0)
        short_interests(volunteers, child, groups, rows.products, scores.interests);
    else
        interests(volunteers, child, groups, rows.products, scores.interests);
    __builtin_memset(scores.background, 0, sizeof scores.background);
    __builtin_memset(scores.background_gap, 0, sizeof scores.background_gap);
    for (I16 wish = 0; wish < child.wishes; ++wish)
        add_wish(rows.answers[wish], groups, child.wish_met[wish], child.wish_not_met[wish],
                 child.wish_neutral[wish], scores);
    if (child.wishes > 1) mean_of_wishes(child.wishes_mean, groups, scores);
    ages(volunteers, child, groups, scores.age);
    if (child.wants_age) wanted_ages(volunteers, child, groups, scores.age);
    availability(volunteers, child, groups, rows.common_slots, scores);
    if (child.short_factor != 0)
        short_means(scores, volunteers, child, groups, rows.nearness, points_and_high);
    else
        means(scores, volunteers, child, groups, rows.nearness, points_and_high);
}

}  // namespace

extern const Kernel kernel;
const Kernel kernel{BEFRIEND_LEVEL_NAME, &sum_rows, &add_product, &count_slots, &travel, &score,
                    &broken_rules};

}  // namespace befriend::block::BEFRIEND_LEVEL
