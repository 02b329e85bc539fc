#pragma once

// What the kernels of the hard rules compute with: one child against a block of volunteers, in arrays of 32
// bits. As in block_kernel.hpp, no function of this header is called by a kernel.

#include <befriend/model/rule.hpp>

#include <cstddef>
#include <cstdint>

namespace befriend::block {

/// The volunteers of a block of rules.
inline constexpr std::size_t rule_lanes = 64;

/// Rules as bits, in the places that they have in a `TagSet<Rule>`.
[[nodiscard]] constexpr std::uint32_t bit_of(Rule rule) noexcept
{
    return std::uint32_t{1} << static_cast<unsigned>(rule);
}

/// Beside the rules: the two live further apart than twice the limit of the pair.
inline constexpr std::uint32_t beyond_twice = std::uint32_t{1} << 31;

static_assert(rule_count < 31, "rules and `beyond_twice` share a word");

/// Volunteers, an array a field. `offer` has a bit for everything that a child may demand; so have `modes`
/// for ways of contact and `genders` for the genders seen, all of them if every gender is.
struct alignas(64) RuleBlock {
    std::uint32_t own[rule_lanes];  // rules that the volunteer breaks alone
    std::int32_t easting[rule_lanes];
    std::int32_t northing[rule_lanes];
    std::uint32_t place_known[rule_lanes];  // -1 or 0
    std::uint32_t limit_m[rule_lanes];
    std::uint32_t remote_limit_m[rule_lanes];  // where both accept contact from afar
    std::uint32_t modes[rule_lanes];
    std::uint32_t provider[rule_lanes];
    std::int32_t age_least[rule_lanes];
    std::int32_t age_most[rule_lanes];
    std::uint32_t slots[2][rule_lanes];  // 21 of the 42 each
    std::uint32_t slots_known[rule_lanes];
    std::uint32_t offer[rule_lanes];
    std::uint32_t genders[rule_lanes];
};

/// What the rules read of a child, and which demands a rule is about. Masks as above.
struct ChildRules {
    std::uint32_t own;
    std::int32_t easting;
    std::int32_t northing;
    std::uint32_t place_known;
    std::uint32_t modes;
    std::uint32_t remote_modes;
    std::uint32_t provider;
    std::int32_t age;
    std::uint32_t slots[2];
    std::uint32_t slots_known;
    std::uint32_t least_slots;
    std::uint32_t demand;
    std::uint32_t training_demands;
    std::uint32_t need_demands;
    std::uint32_t allergy_demands;
    std::uint32_t high_need_demand;
    std::uint32_t genders;
};

/// The rules broken by each pair of a block, as bits, and `beyond_twice`.
struct alignas(64) BrokenRules {
    std::uint32_t of[rule_lanes];
};

/// How many pairs of a block live within twice their limit, and how many of these break few rules.
struct RuleCounts {
    std::size_t within_twice;
    std::size_t few;
};

}  // namespace befriend::block
