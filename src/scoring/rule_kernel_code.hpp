// The kernel of the hard rules that compare a few numbers: the code that `block_kernel_<level>.cpp` compile,
// each for its level of processors, as they do block_kernel_code.hpp. The scalar rules of eligibility.cpp
// are the definition.
//
// Squares of distances are whole numbers below 2^53, which double precision holds exactly; all else is
// integers. A few cycles a pair.

#pragma once

#include "scoring/block_kernel.hpp"

namespace befriend::block::BEFRIEND_LEVEL {
namespace {

// All bits if `holds`, else none.
inline std::uint32_t mask(bool holds)
{
    return 0U - static_cast<std::uint32_t>(holds);
}

inline std::uint32_t bit_unless_zero(std::uint32_t word, Rule rule)
{
    return mask(word != 0) & bit_of(rule);
}

// 1 unless `a` is below `b`: the sign of the difference of two whole numbers.
inline std::uint32_t one_unless_below(double a, double b)
{
    return 1U - static_cast<std::uint32_t>(__builtin_bit_cast(std::uint64_t, a - b) >> 63);
}

void distances(const RuleBlock& __restrict v, const ChildRules& child, BrokenRules& __restrict to)
{
    const ChildRules c = child;
    for (std::size_t i = 0; i < rule_lanes; ++i) {
        const std::uint32_t remote = mask((v.modes[i] & c.modes & c.remote_modes) != 0);
        const std::uint32_t limit_m = (v.remote_limit_m[i] & remote) | (v.limit_m[i] & ~remote);
        const double limit = static_cast<double>(static_cast<std::int32_t>(limit_m));
        const double x = static_cast<double>(v.easting[i] - c.easting);
        const double y = static_cast<double>(v.northing[i] - c.northing);
        const double squares = x * x + y * y;
        const double first = limit + 1.0;  // of the whole metres that are further
        const double twice = limit + first;
        const std::uint32_t further = one_unless_below(squares, first * first);
        const std::uint32_t beyond = one_unless_below(squares, twice * twice);
        const std::uint32_t known = v.place_known[i] & c.place_known;
        to.of[i] = ((further << static_cast<unsigned>(Rule::distance)) | (beyond << 31)) & known;
    }
}

// How many bits each group of four has, of words of 21 bits.
inline std::uint32_t bits_by_four(std::uint32_t word)
{
    const std::uint32_t by_two = word - ((word >> 1) & 0x155555U);
    return (by_two & 0x133333U) + ((by_two >> 2) & 0x133333U);
}

inline std::uint32_t common_slots(const RuleBlock& v, const ChildRules& c, std::size_t i)
{
    const std::uint32_t by_four =
        bits_by_four(v.slots[0][i] & c.slots[0]) + bits_by_four(v.slots[1][i] & c.slots[1]);
    const std::uint32_t by_eight = (by_four & 0x0f0f0fU) + ((by_four >> 4) & 0x0f0f0fU);
    return (by_eight + (by_eight >> 8) + (by_eight >> 16)) & 0xffU;
}

void other_numbers(const RuleBlock& __restrict v, const ChildRules& child, BrokenRules& __restrict to)
{
    const ChildRules c = child;
    for (std::size_t i = 0; i < rule_lanes; ++i) {
        const std::uint32_t missing = c.demand & ~v.offer[i];
        const std::uint32_t outside = mask(c.age < v.age_least[i]) | mask(c.age > v.age_most[i]);
        const std::uint32_t few_slots = mask(common_slots(v, c, i) < c.least_slots);
        std::uint32_t rules = to.of[i] | v.own[i] | c.own;
        rules |= outside & bit_of(Rule::age_range);
        rules |= few_slots & v.slots_known[i] & c.slots_known & bit_of(Rule::no_common_slot);
        rules |= mask((v.modes[i] & c.modes) == 0) & bit_of(Rule::contact_mode);
        rules |= mask((v.genders[i] & c.genders) == 0) & bit_of(Rule::accepts_gender);
        rules |= bit_unless_zero(missing & c.training_demands, Rule::training);
        rules |= bit_unless_zero(missing & c.need_demands, Rule::needs);
        rules |= bit_unless_zero(missing & c.allergy_demands, Rule::allergies);
        rules |= bit_unless_zero(missing & c.high_need_demand, Rule::high_need);
        to.of[i] = rules;
    }
}

// Leaves a mark where the volunteer is not of this provider.
void unless_of(const RuleBlock& __restrict v, std::uint32_t provider, BrokenRules& __restrict marks)
{
    for (std::size_t i = 0; i < rule_lanes; ++i)
        marks.of[i] &= mask(v.provider[i] != provider) & bit_of(Rule::sharing);
}

void add(const BrokenRules& __restrict marks, BrokenRules& __restrict to)
{
    for (std::size_t i = 0; i < rule_lanes; ++i)
        to.of[i] |= marks.of[i];
}

// Takes the lowest rule of each pair away.
void take_one(BrokenRules& __restrict rules)
{
    for (std::size_t i = 0; i < rule_lanes; ++i)
        rules.of[i] &= (rules.of[i] - 1U) | beyond_twice;
}

std::size_t within_twice(const BrokenRules& rules)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < rule_lanes; ++i)
        count += 1U - (rules.of[i] >> 31);
    return count;
}

RuleCounts broken_rules(const RuleBlock& volunteers, const ChildRules& child, const std::uint32_t* sharing,
                        std::size_t sharing_count, std::size_t most, BrokenRules& to, std::uint32_t* few)
{
    distances(volunteers, child, to);
    other_numbers(volunteers, child, to);
    BrokenRules rest;
    __builtin_memset(&rest, -1, sizeof rest);
    unless_of(volunteers, child.provider, rest);
    for (std::size_t other = 0; other < sharing_count; ++other)
        unless_of(volunteers, sharing[other], rest);
    add(rest, to);
    rest = to;
    for (std::size_t left = most; left > 0; --left)
        take_one(rest);
    std::size_t count = 0;
    for (std::uint32_t lane = 0; lane < rule_lanes; ++lane) {
        few[count] = lane;
        count += rest.of[lane] == 0;
    }
    return {within_twice(to), count};
}

}  // namespace
}  // namespace befriend::block::BEFRIEND_LEVEL
