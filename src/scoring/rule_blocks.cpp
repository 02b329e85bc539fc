// A child against the volunteers of a block: the rules that compare a few numbers by the kernel, then those
// that look through lists, for the few who are left. What a child demands of a visitor and what a volunteer
// offers are words with a bit for each thing: a rule is broken where a demand is not offered.

#include "scoring/rule_blocks.hpp"

#include "scoring/eligibility_facts.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace befriend {
namespace {

using block::rule_lanes;

template <class E>
std::uint32_t bits_of(TagSet<E> tags) noexcept
{
    return std::bit_cast<std::uint32_t>(tags);
}

TagSet<Rule> rules_of(std::uint32_t bits) noexcept
{
    return std::bit_cast<TagSet<Rule>>(bits & ~block::beyond_twice);
}

// Where the demands stand in their word.
constexpr unsigned requirements_at = 0;
constexpr unsigned access_needs_at = 8;
constexpr unsigned childs_allergies_at = 14;
constexpr unsigned childs_home_at = 18;
constexpr unsigned high_need_at = 22;
static_assert(static_cast<unsigned>(Requirement::public_places_first) < access_needs_at - requirements_at);
static_assert(static_cast<unsigned>(AccessNeed::personal_care) < childs_allergies_at - access_needs_at);
static_assert(static_cast<unsigned>(HomeTag::smoking) < childs_home_at - childs_allergies_at);

constexpr std::uint32_t high_need = 1U << high_need_at;
constexpr std::uint32_t allergies = (1U << high_need_at) - (1U << childs_allergies_at);

constexpr std::uint32_t mask(bool set) noexcept
{
    return set ? ~0U : 0U;
}

constexpr std::uint32_t half_of(std::optional<Week> week, unsigned half) noexcept
{
    return static_cast<std::uint32_t>(week.value_or(Week{}).slots >> (21 * half) & 0x1fffff);
}

// Words with the same bit are told apart by looking through the list.
constexpr std::uint32_t gender_bits = 32;

std::uint32_t gender_bit(std::uint32_t gender) noexcept
{
    return 1U << gender % gender_bits;
}

std::uint32_t genders_of(const VolunteerFacts& volunteer) noexcept
{
    std::uint32_t genders = mask(volunteer.accepts_gender.empty());
    for (const std::uint32_t gender : volunteer.accepts_gender)
        genders |= gender_bit(gender);
    return genders;
}

std::uint32_t offer_of(const VolunteerFacts& volunteer) noexcept
{
    const TagSet<Requirement> met =
        (volunteer.trainings & training_requirements) | (volunteer.ready_for - training_requirements);
    const std::uint32_t lives_with =
        bits_of(volunteer.allergens) << childs_allergies_at | bits_of(volunteer.allergies) << childs_home_at;
    return bits_of(met) << requirements_at | bits_of(volunteer.willing_access) << access_needs_at |
           (allergies & ~lives_with) | (volunteer.high_need_limit == 0 ? 0 : high_need);
}

std::uint32_t demand_of(const ChildFacts& child) noexcept
{
    return bits_of(child.trainings | child.needs) << requirements_at |
           bits_of(child.access_needs) << access_needs_at | bits_of(child.allergies) << childs_allergies_at |
           bits_of(child.home) << childs_home_at |
           (child.needs.has(Requirement::experienced) ? high_need : 0);
}

void set_lane(block::RuleBlock& to, std::size_t i, const VolunteerFacts& volunteer,
              std::int64_t online_limit_m)
{
    const Location place = volunteer.location.value_or(Location{});
    to.own[i] = bits_of(volunteer.own);
    to.easting[i] = place.easting;
    to.northing[i] = place.northing;
    to.place_known[i] = mask(volunteer.location.has_value());
    to.limit_m[i] = static_cast<std::uint32_t>(volunteer.limit_m);
    to.remote_limit_m[i] = static_cast<std::uint32_t>(std::max(volunteer.limit_m, online_limit_m));
    to.modes[i] = bits_of(volunteer.contact_modes);
    to.provider[i] = volunteer.provider;
    to.age_least[i] = volunteer.accepts_age.least;
    to.age_most[i] = volunteer.accepts_age.most;
    to.slots[0][i] = half_of(volunteer.slots, 0);
    to.slots[1][i] = half_of(volunteer.slots, 1);
    to.slots_known[i] = mask(volunteer.slots.has_value());
    to.offer[i] = offer_of(volunteer);
    to.genders[i] = genders_of(volunteer);
}

block::ChildRules numbers_of(const ChildFacts& child, int least_common_slots) noexcept
{
    const Location place = child.location.value_or(Location{});
    const std::uint32_t trainings = bits_of(training_requirements) << requirements_at;
    block::ChildRules numbers{};
    numbers.own = bits_of(child.own);
    numbers.easting = place.easting;
    numbers.northing = place.northing;
    numbers.place_known = mask(child.location.has_value());
    numbers.modes = bits_of(child.contact_modes);
    numbers.remote_modes = bits_of(remote_modes);
    numbers.provider = child.provider;
    numbers.age = child.age;
    numbers.slots[0] = half_of(child.slots, 0);
    numbers.slots[1] = half_of(child.slots, 1);
    numbers.slots_known = mask(child.slots.has_value());
    numbers.least_slots = static_cast<std::uint32_t>(std::max(least_common_slots, 0));
    numbers.demand = demand_of(child);
    numbers.training_demands = trainings;
    numbers.need_demands = ~(trainings | allergies | high_need);
    numbers.allergy_demands = allergies;
    numbers.high_need_demand = high_need;
    numbers.genders = child.gender == 0 ? ~0U : gender_bit(child.gender);
    return numbers;
}

}  // namespace

const block::Kernel* RuleBlocks::fastest_kernel() noexcept
{
    const auto kernels = block::runnable_kernels();
    return kernels.empty() ? nullptr : kernels.front();
}

void RuleBlocks::reserve(std::size_t blocks)
{
    blocks_.reserve(blocks);
    volunteers_.reserve(blocks * size);
    filled_.reserve(blocks);
}

void RuleBlocks::add(std::span<const std::uint32_t> volunteers)
{
    block::RuleBlock& block = blocks_.emplace_back();
    std::fill(std::begin(block.own), std::end(block.own), ~0U);  // nobody breaks all, and lives nowhere near
    for (std::size_t i = 0; i < volunteers.size(); ++i)
        set_lane(block, i, facts_->volunteers[volunteers[i]], facts_->online_limit_m);
    filled_.push_back(volunteers.size());
    volunteers_.insert(volunteers_.end(), volunteers.begin(), volunteers.end());
    volunteers_.resize(blocks_.size() * size);
}

RuleBlocks::Child::Child(const RuleBlocks& blocks, std::size_t child) noexcept
    : position_(child),
      numbers_(numbers_of(blocks.facts_->children[child], blocks.facts_->least_common_slots)),
      sharing_(blocks.facts_->shares_with[blocks.facts_->children[child].provider]),
      has_lists_(blocks.facts_->has_lists(child) || blocks.facts_->genders > gender_bits)
{
}

std::size_t RuleBlocks::add_few(const Child& child, std::size_t number, std::size_t most,
                                std::vector<NearMiss>& found) const
{
    if (kernel_ == nullptr) return add_few_one_by_one(child, number, most, found);
    block::BrokenRules broken;
    std::array<std::uint32_t, rule_lanes> few;
    const auto counts = kernel_->broken_rules(blocks_[number], child.numbers_, child.sharing_.data(),
                                              child.sharing_.size(), most, broken, few.data());
    const std::uint32_t* volunteers = volunteers_.data() + number * size;
    for (std::size_t i = 0; i < counts.few; ++i) {
        const std::uint32_t volunteer = volunteers[few[i]];
        TagSet<Rule> rules = rules_of(broken.of[few[i]]);
        if (child.has_lists_) {
            rules = rules | facts_->broken_by_lists(child.position_, volunteer);
            if (static_cast<std::size_t>(rules.size()) > most) continue;
        }
        found.push_back({volunteer, rules});
    }
    return counts.within_twice;
}

std::size_t RuleBlocks::add_few_one_by_one(const Child& child, std::size_t number, std::size_t most,
                                           std::vector<NearMiss>& found) const
{
    const ChildFacts& facts = facts_->children[child.position_];
    std::size_t within_twice = 0;
    for (std::size_t i = 0; i < filled_[number]; ++i) {
        const std::uint32_t volunteer = volunteers_[number * size + i];
        const VolunteerFacts& person = facts_->volunteers[volunteer];
        if (facts.location && person.location &&
            !is_within(*facts.location, *person.location, 2 * facts_->limit_m(facts, person)))
            continue;
        ++within_twice;
        TagSet<Rule> rules = facts_->broken_by_numbers(facts, person);
        if (static_cast<std::size_t>(rules.size()) > most) continue;
        rules = rules | facts_->broken_by_lists(child.position_, volunteer);
        if (static_cast<std::size_t>(rules.size()) <= most) found.push_back({volunteer, rules});
    }
    return within_twice;
}

}  // namespace befriend
