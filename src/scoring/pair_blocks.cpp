// A child against the volunteers of a block. Where the whole block is scored, sums of rows come first, for
// the products of interests and the common slots, then everything else by the kernel. Volunteers who are few
// among the others of their blocks are picked out into a block of their own; their products are looked up by
// the grades that they have, their slots are counted in words.
//
// Where most of a sheet of blocks is scored, the way is worked out to those who live near the child and to
// nobody else.

#include "scoring/pair_blocks.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace befriend {
namespace {

using block::lanes;

// From so many volunteers of a block on it is faster to score the whole block than to pick them out.
constexpr std::size_t worth_a_block = lanes / 8;

// Volunteers whose ways are worked out together where at least `worth_a_sheet` of them are asked for.
constexpr std::size_t sheet_lanes = 32 * lanes;
constexpr std::size_t worth_a_sheet = 4 * lanes;

// The points and the highest points of the lanes of a block, as a kernel writes them.
struct alignas(64) BlockPoints {
    std::array<Scorer::Brief, lanes> of;
    [[nodiscard]] std::int32_t* begin() noexcept { return &of[0].points; }
};

static_assert(sizeof(Scorer::Brief) == 2 * sizeof(std::int32_t) && offsetof(Scorer::Brief, points) == 0,
              "a brief is two numbers of 32 bits");

constexpr std::int16_t mask(bool set) noexcept
{
    return static_cast<std::int16_t>(set ? -1 : 0);
}

void set_lane(block::VolunteerBlock& to, std::size_t i, const Volunteer& volunteer, Date as_of,
              bool interests_known)
{
    to.place_known[i] = mask(volunteer.location.has_value());
    to.easting[i] = volunteer.location.value_or(Location{}).easting;
    to.northing[i] = volunteer.location.value_or(Location{}).northing;
    const AgeRange prefers = volunteer.prefers_age.value_or({});
    to.prefers_known[i] = mask(volunteer.prefers_age.known());
    to.prefers_least[i] = static_cast<std::int16_t>(prefers.least);
    to.prefers_most[i] = static_cast<std::int16_t>(prefers.most);
    to.age[i] = static_cast<std::int16_t>(age_on(*volunteer.age, as_of));
    const Week week = volunteer.slots.value_or({});
    to.slots_known[i] = mask(volunteer.slots.known());
    for (std::size_t third = 0; third < 3; ++third)
        to.slots[third][i] = third_of(week, third);
    to.visits_known[i] = mask(volunteer.most_visits.has_value());
    to.visits[i] = static_cast<std::int16_t>(volunteer.most_visits.value_or(0));
    to.interests_known[i] = mask(interests_known);
}

void copy_lane(block::VolunteerBlock& to, std::size_t i, const block::VolunteerBlock& from, std::size_t j)
{
    to.easting[i] = from.easting[j];
    to.northing[i] = from.northing[j];
    to.place_known[i] = from.place_known[j];
    to.prefers_least[i] = from.prefers_least[j];
    to.prefers_most[i] = from.prefers_most[j];
    to.prefers_known[i] = from.prefers_known[j];
    to.age[i] = from.age[j];
    for (std::size_t third = 0; third < 3; ++third)
        to.slots[third][i] = from.slots[third][j];
    to.slots_known[i] = from.slots_known[j];
    to.visits[i] = from.visits[j];
    to.visits_known[i] = from.visits_known[j];
    to.interests_known[i] = from.interests_known[j];
}

using Products = std::array<std::uint16_t, lanes>;
using Nearness = std::array<std::uint16_t, lanes>;

// The points of the way of a block's first groups.
void set_nearness(const block::Kernel& kernel, const block::ChildNumbers& child,
                  const block::VolunteerBlock& volunteers, std::size_t groups, Nearness& nearness)
{
    if (child.place_known)
        kernel.travel(volunteers.easting, volunteers.northing, child, groups, nearness.data());
    else
        nearness.fill(static_cast<std::uint16_t>(child.neutral));
}

// The end of the volunteers, from `at` on, who are of its block.
std::size_t end_of_block(std::span<const std::uint32_t> volunteers, std::size_t at)
{
    const std::size_t end = (volunteers[at] / lanes + 1) * lanes;
    const std::size_t most = std::min(volunteers.size(), at + lanes);
    if (volunteers[most - 1] < end) return most;
    while (volunteers[++at] < end) {
    }
    return at;
}

}  // namespace

// The points of the way to the volunteers of a sheet.
struct PairBlocks::Sheet {
    Sheet() noexcept {}  // the points are written before they are read

    std::size_t number = std::numeric_limits<std::size_t>::max();
    alignas(64) std::array<std::uint16_t, sheet_lanes> nearness;
};

// One call: the child, with what is the same for all blocks.
struct PairBlocks::Task {
    const block::Kernel& kernel;
    const block::ChildNumbers& child;
    std::size_t position;
    std::span<const std::uint32_t> volunteers;
    std::span<Scorer::Brief> briefs;
    RowSums sums{};
    Sheet sheet{};
};

PairBlocks::PairBlocks(const Round& round, const StatedWishes& wishes, const InterestProfiles& interests,
                       const std::vector<PerCriterion<std::int64_t>>& weights, RecordWatch& watch)
    : interests_(&interests), rows_(wishes, watch)
{
    if (watch.stopped()) return;
    add_volunteers(round, watch);
    if (interests.terms <= RowSums::most_terms && !watch.stopped()) add_rows(round);
    add_sheets(round, watch);
    ChildNumbersMaker maker(round, wishes, interests, rows_);
    children_.reserve(weights.size());
    for (std::size_t child = 0; child < weights.size() && watch.next(); ++child)
        children_.push_back(maker.numbers_of(child, weights[child]));
}

void PairBlocks::add_volunteers(const Round& round, RecordWatch& watch)
{
    const std::size_t volunteers = round.volunteers().size();
    blocks_.resize((volunteers + lanes - 1) / lanes);
    for (std::size_t i = 0; i < volunteers && watch.next(); ++i)
        set_lane(blocks_[i / lanes], i % lanes, round.volunteers()[i], round.as_of(),
                 !interests_->of_volunteer(i).empty());
}

void PairBlocks::add_rows(const Round& round)
{
    const std::size_t in_block = interests_->terms + slots_in_a_week;
    block_rows_.resize(blocks_.size() * in_block);
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        BlockRow* rows = &block_rows_[i / lanes * in_block];
        for (const auto& [term, grade] : interests_->of_volunteer(i))
            rows[term].of[i % lanes] = static_cast<std::int8_t>(grade);
        rows += interests_->terms;
        const Week week = round.volunteers()[i].slots.value_or({});
        for (std::size_t slot = 0; slot < slots_in_a_week; ++slot)
            rows[slot].of[i % lanes] = static_cast<std::int8_t>(week.slots >> slot & 1);
    }
}

void PairBlocks::add_sheets(const Round& round, RecordWatch& watch)
{
    const std::span all(round.volunteers());
    for (std::size_t first = 0; first + worth_a_sheet <= all.size() && !watch.stopped(); first += sheet_lanes)
        sheets_.emplace_back(all.subspan(first, std::min(sheet_lanes, all.size() - first)),
                             round.policy().travel.furthest_m);
}

void PairBlocks::score(const block::Kernel& kernel, std::size_t child,
                       std::span<const std::uint32_t> volunteers,
                       std::span<Scorer::Brief> briefs) const noexcept
{
    const bool dense = !block_rows_.empty() && volunteers.size() >= worth_a_block;
    Task task{kernel, *children_[child], child, volunteers, briefs};
    if (dense) task.sums.set(interests_->of_child(child), task.child.slots);
    std::array<std::uint32_t, lanes> picked;  // positions in `volunteers`
    std::size_t count = 0;
    for (std::size_t at = 0; at < volunteers.size();) {
        const std::size_t end = end_of_block(volunteers, at);
        if (dense && end - at >= worth_a_block) {
            score_block(task, at, end);
            at = end;
            continue;
        }
        for (; at < end; ++at) {
            picked[count++] = static_cast<std::uint32_t>(at);
            if (count == lanes) score_picked(task, std::span(picked).first(std::exchange(count, 0)));
        }
    }
    if (count > 0) score_picked(task, std::span(picked).first(count));
}

void PairBlocks::score_block(Task& task, std::size_t first, std::size_t end) const noexcept
{
    const std::size_t number = task.volunteers[first] / lanes;
    const std::size_t begin = number * lanes;
    const BlockRow* rows = &block_rows_[number * (interests_->terms + slots_in_a_week)];
    const std::size_t groups = (task.volunteers[end - 1] - begin) / block::group + 1;
    alignas(64) Products products;
    BlockRow common_slots;
    alignas(64) Nearness nearness;
    task.sums.set_products(task.kernel, rows, products);
    task.sums.set_common_slots(task.kernel, rows, common_slots);
    block::PairRows pairs{products.data(), common_slots.of, nearness_in_sheet(task, first), {}};
    if (pairs.nearness == nullptr) {
        set_nearness(task.kernel, task.child, blocks_[number], groups, nearness);
        pairs.nearness = nearness.data();
    }
    for (std::size_t wish = 0; wish < static_cast<std::size_t>(task.child.wishes); ++wish)
        pairs.answers[wish] = rows_.answers(task.child.wish_row[wish]) + begin;
    if (end - first == groups * block::group) {  // whole groups, nobody left out
        task.kernel.score(blocks_[number], task.child, groups, pairs, &task.briefs[first].points);
        return;
    }
    BlockPoints all;
    task.kernel.score(blocks_[number], task.child, groups, pairs, all.begin());
    for (std::size_t at = first; at < end; ++at)
        task.briefs[at] = all.of[task.volunteers[at] - begin];
}

// The points of the way of the block of the volunteer at `first`, if most of its sheet is asked for.
const std::uint16_t* PairBlocks::nearness_in_sheet(Task& task, std::size_t first) const noexcept
{
    const std::size_t volunteer = task.volunteers[first];
    const std::size_t number = volunteer / sheet_lanes;
    Sheet& sheet = task.sheet;
    if (number != sheet.number) {
        const std::size_t last = first + worth_a_sheet - 1;
        if (last >= task.volunteers.size() || task.volunteers[last] / sheet_lanes != number) return nullptr;
        sheet.number = number;
        if (task.child.place_known)
            sheets_[number].set_points(task.kernel, task.child, sheet.nearness);
        else
            sheet.nearness.fill(static_cast<std::uint16_t>(task.child.neutral));
    }
    return &sheet.nearness[volunteer % sheet_lanes / lanes * lanes];
}

void PairBlocks::score_picked(const Task& task, std::span<const std::uint32_t> picked) const noexcept
{
    block::VolunteerBlock volunteers;
    alignas(64) Products products;
    alignas(64) Nearness nearness;
    BlockRow common_slots;
    std::array<BlockRow, block::most_wishes> answers;
    block::PairRows pairs{products.data(), common_slots.of, nearness.data(), {}};
    const std::size_t groups = (picked.size() + block::group - 1) / block::group;
    const std::size_t wishes = static_cast<std::size_t>(task.child.wishes);
    for (std::size_t wish = 0; wish < wishes; ++wish)
        pairs.answers[wish] = answers[wish].of;
    std::size_t i = 0;
    do {  // the last volunteer fills up the group
        const std::uint32_t volunteer = task.volunteers[picked[std::min(i, picked.size() - 1)]];
        copy_lane(volunteers, i, blocks_[volunteer / lanes], volunteer % lanes);
        products[i] = static_cast<std::uint16_t>(interests_->product(task.position, volunteer));
        for (std::size_t wish = 0; wish < wishes; ++wish)
            answers[wish].of[i] = rows_.answers(task.child.wish_row[wish])[volunteer];
    } while (++i < groups * block::group);
    task.kernel.count_slots(volunteers, task.child, groups, common_slots.of);
    set_nearness(task.kernel, task.child, volunteers, groups, nearness);
    BlockPoints all;
    task.kernel.score(volunteers, task.child, groups, pairs, all.begin());
    for (i = 0; i < picked.size(); ++i)
        task.briefs[picked[i]] = all.of[i];
}

}  // namespace befriend
