// The scalar criteria with everything worked out that the child and the policy alone decide. What is left for
// a pair are the divisions of block_kernel.hpp, of which each formula here is one: rounding to nearest,
// floor((2 a
// + b) / (2 b)), is floor((a + floor(b / 2)) / b) for whole numbers.

#include "scoring/child_numbers.hpp"

#include "scoring/exact_quotient.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace befriend {
namespace {

constexpr std::int64_t most_in_16_bits = std::numeric_limits<std::int16_t>::max();

constexpr std::int16_t mask(bool set) noexcept
{
    return static_cast<std::int16_t>(set ? -1 : 0);
}

std::int64_t most_product(const InterestProfiles& interests, std::size_t volunteers)
{
    std::int64_t most_grades = 0;
    for (std::size_t volunteer = 0; volunteer < volunteers; ++volunteer) {
        std::int64_t grades = 0;
        for (const TermGrade& stated : interests.of_volunteer(volunteer))
            grades += std::abs(stated.grade);
        most_grades = std::max(most_grades, grades);
    }
    return 2000 / interests.unit * most_grades;
}

// With factor = ceil(2^(16 + shift) / whole), the product is too large by sum * (factor * whole - 2^(16 +
// shift)) / whole, which changes no quotient while it stays below 2^(16 + shift) / whole.
void set_short_mean(std::int64_t whole, block::ChildNumbers& to)
{
    const std::int64_t most = full_points * whole + whole / 2;
    if (most > std::numeric_limits<std::uint16_t>::max()) return;
    std::int64_t shift = 0;
    while (std::int64_t{2} << shift < whole)
        ++shift;
    const std::int64_t power = std::int64_t{65'536} << shift;
    const std::int64_t factor = (power + whole - 1) / whole;
    if (factor >= 65'536 || most * (factor * whole - power) >= power) return;
    to.short_factor = static_cast<std::uint16_t>(factor);
    to.short_shift = static_cast<std::uint16_t>(shift);
}

block::Gap gap_of(std::int64_t points, std::int64_t weight, std::int64_t share)
{
    return {static_cast<std::uint16_t>(points * weight),
            static_cast<std::uint16_t>(64 * points * share >> 16)};
}

// Only the ratios of the weights matter: common factors are taken out.
bool set_weights(PerCriterion<std::int64_t> weights, block::ChildNumbers& to)
{
    std::int64_t common = 0;
    for (const std::int64_t weight : weights)
        common = std::gcd(common, weight);
    if (common == 0) return false;
    for (std::int64_t& weight : weights)
        weight /= common;
    const std::int64_t whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (2 * whole > most_in_16_bits) return false;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        to.weight[i] = static_cast<std::uint16_t>(weights[i]);
        to.share[i] = static_cast<std::uint16_t>(std::min<std::int64_t>(weights[i] * 65'536 / whole, 65'535));
    }
    to.whole = static_cast<std::uint16_t>(whole);
    to.half = static_cast<std::uint16_t>(whole / 2);
    to.half_share = static_cast<std::uint16_t>(64 * (whole / 2) / whole);
    set_short_mean(whole, to);
    return true;
}

}  // namespace

ChildNumbersMaker::ChildNumbersMaker(const Round& round, const StatedWishes& wishes,
                                     const InterestProfiles& interests, const WishRows& rows)
    : round_(round),
      wishes_(wishes),
      interests_(interests),
      rows_(rows),
      availability_(round.policy().availability, static_cast<Points>(round.policy().neutral_points)),
      most_product_(most_product(interests, round.volunteers().size()))
{
    const TravelNumbers& travel = round.policy().travel;
    const std::int64_t stretch = travel.furthest_m - travel.easy_m;
    if (travel.furthest_m > std::numeric_limits<std::uint16_t>::max()) return;
    nearness_ = block::exact_quotient(full_points, stretch / 2, stretch, stretch);
}

std::optional<block::ChildNumbers> ChildNumbersMaker::numbers_of(std::size_t child,
                                                                 const PerCriterion<std::int64_t>& weights)
{
    const Referral& referral = round_.children()[child];
    block::ChildNumbers numbers{};
    numbers.neutral = static_cast<std::int16_t>(round_.policy().neutral_points);
    set_age(referral, numbers);
    const bool fits = set_weights(weights, numbers) && set_interests(child, numbers) &&
                      set_background(child, numbers) && set_travel(referral, numbers) &&
                      set_availability(referral, numbers);
    if (fits) set_gaps(child, numbers);
    return fits ? std::optional(numbers) : std::nullopt;
}

// What is unknown is in the middle in the points, and at its best in the highest.
void ChildNumbersMaker::set_gaps(std::size_t child, block::ChildNumbers& to) const
{
    const std::int64_t unknown = full_points - round_.policy().neutral_points;
    const auto gap = [&](Criterion criterion) {
        const auto at = static_cast<std::size_t>(criterion);
        return gap_of(unknown, to.weight[at], to.share[at]);
    };
    const auto set = [&](bool child_known, Criterion criterion, block::Gap& of_volunteers) {
        const block::Gap of_all = gap(criterion);
        if (child_known) {
            of_volunteers = of_all;
            return;
        }
        to.child_gap.weighted = static_cast<std::uint16_t>(to.child_gap.weighted + of_all.weighted);
        to.child_gap.part = static_cast<std::uint16_t>(to.child_gap.part + of_all.part);
    };
    set(interests_.most_of_child[child] > 0, Criterion::interests, to.interests_gap);
    set(to.place_known != 0, Criterion::travel, to.place_gap);
    if (!to.wants_age) to.age_gap = gap(Criterion::age);
}

bool ChildNumbersMaker::set(block::ShortQuotient& to, std::int64_t slope, std::int64_t start,
                            std::int64_t divisor, std::int64_t most)
{
    const auto [place, is_new] = known_.try_emplace(Division{slope, start, divisor, most});
    if (is_new) place->second = block::short_quotient(slope, start, divisor, most);
    if (place->second) to = *place->second;
    return place->second.has_value();
}

// With x the product in units of the profiles, base + gained is floor((slope x + start) / most). Below
// `least` it is negative, from `end` on at least full_points; no product lies beyond +-most_product_.
bool ChildNumbersMaker::set_interests(std::size_t child, block::ChildNumbers& to)
{
    const std::int64_t most = interests_.most_of_child[child];
    const std::int64_t slope = interests_.numbers.gain * interests_.unit;
    if (most == 0) {  // the neutral share, whatever the product
        to.least_product = std::numeric_limits<std::int16_t>::min();
        to.most_product = std::numeric_limits<std::int16_t>::max();
        to.short_gained = {0, static_cast<std::uint16_t>(round_.policy().neutral_points * 32), 65'536 / 32};
        return true;
    }
    if (slope == 0 || most_product_ > most_in_16_bits) return false;
    const std::int64_t start = most / 2 + interests_.numbers.base * most;
    const std::int64_t least = std::max(-(start / slope), -most_product_);
    const std::int64_t end = std::min((full_points * most - start + slope) / slope, most_product_);
    const std::int64_t range = std::max<std::int64_t>(end - least, 0);
    if (range > most_in_16_bits) return false;
    to.least_product = static_cast<std::int16_t>(least);
    to.most_product = static_cast<std::int16_t>(least + range);
    if (set(to.short_gained, slope, slope * least + start, most, range)) {
        to.short_gained.start =
            static_cast<std::uint16_t>(to.short_gained.start - to.short_gained.slope * least);
        return true;
    }
    const auto gained = block::exact_quotient(slope, slope * least + start, most, range);
    if (gained) to.gained = *gained;
    return gained.has_value();
}

bool ChildNumbersMaker::set_background(std::size_t child, block::ChildNumbers& to)
{
    const TopCriterion top = round_.children()[child].top_criterion;
    const auto wished = [&](Aspect aspect) { return wishes_.has_wish(child, aspect, Strength::prefer); };
    const bool several = std::count_if(all_aspects.begin(), all_aspects.end(), wished) > 1;
    std::int64_t whole = 0;
    for (const Aspect aspect : all_aspects) {
        if (!wished(aspect)) continue;
        const WishRows::Row row = rows_.row_of(child, aspect);
        if (row == WishRows::no_row) return false;
        const std::int64_t weight = several && top == top_of(aspect) ? 2 : 1;
        const auto earned = [weight](std::int64_t points) {
            return static_cast<std::uint16_t>(weight * points);
        };
        to.wish_row[to.wishes] = row;
        to.wish_met[to.wishes] = earned(full_points);
        to.wish_not_met[to.wishes] = earned(round_.policy().background.not_met);
        to.wish_neutral[to.wishes] = earned(round_.policy().neutral_points);
        ++to.wishes;
        whole += weight;
    }
    return !several || set(to.wishes_mean, 1, whole / 2, whole, full_points * whole);
}

void ChildNumbersMaker::set_age(const Referral& child, block::ChildNumbers& to) const
{
    const std::int64_t lost = round_.policy().age.lost_per_year;
    to.age = static_cast<std::int16_t>(age_on(*child.age, round_.as_of()));
    to.lost_a_year = static_cast<std::int16_t>(lost);
    to.most_years = static_cast<std::int16_t>(lost == 0 ? 0 : (full_points + lost - 1) / lost);
    to.wants_age = child.visitor_age_wanted.known();
    if (!to.wants_age) return;
    to.wanted_least = static_cast<std::int16_t>(child.visitor_age_wanted.value().least);
    to.wanted_most = static_cast<std::int16_t>(child.visitor_age_wanted.value().most);
}

bool ChildNumbersMaker::set_travel(const Referral& child, block::ChildNumbers& to) const
{
    const TravelNumbers& travel = round_.policy().travel;
    if (!nearness_) return false;
    to.place_known = mask(child.location.has_value());
    to.easting = child.location.value_or(Location{}).easting;
    to.northing = child.location.value_or(Location{}).northing;
    to.furthest_m = static_cast<std::int32_t>(travel.furthest_m);
    to.stretch_m = static_cast<std::int32_t>(travel.furthest_m - travel.easy_m);
    to.nearness = *nearness_;
    return true;
}

bool ChildNumbersMaker::set_availability(const Referral& child, block::ChildNumbers& to)
{
    const std::int64_t wanted = SharedAvailability::visits_wanted(child);
    const std::int64_t needed = availability_.slots_needed(child);
    to.slots_known = mask(child.slots.known());
    for (std::size_t third = 0; third < 3; ++third)
        to.slots[third] = child.slots.known() ? third_of(child.slots.value(), third) : 0;
    to.slots_needed = static_cast<std::int16_t>(needed);
    to.visits_wanted = static_cast<std::int16_t>(wanted);
    return set(to.slots_share, full_points, 0, needed, std::min<std::int64_t>(needed, slots_in_a_week)) &&
           set(to.visits_share, full_points, 0, wanted, wanted);
}

}  // namespace befriend
