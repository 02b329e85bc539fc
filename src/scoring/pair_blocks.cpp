// A child against the volunteers of a block: products of interests first, one term of the vocabulary after
// the other where the whole block is scored, then everything else by the kernel. Volunteers who are few among
// the others of their blocks are picked out into a block of their own, and their products are looked up by
// the grades that they have.

#include "scoring/pair_blocks.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace befriend {
namespace {

using block::lanes;

constexpr std::size_t most_terms = 256;  // of a vocabulary whose grades are kept one a volunteer and term

// From so many volunteers of a block on it is faster to score the whole block than to pick them out.
constexpr std::size_t worth_a_block = lanes / 8;

static_assert(sizeof(Scorer::Brief) == sizeof(block::BlockPoints::of[0]) &&
                  offsetof(Scorer::Brief, points) == 0,
              "a brief is copied from two numbers of 32 bits");

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

// The terms that a child's profile says something of, those with the same number one after the other: their
// grades are added up before they are multiplied.
struct ProfileTerms {
    struct Term {
        std::int16_t number;
        std::uint16_t term;
    };

    ProfileTerms() noexcept {}  // most of the array is never read

    std::size_t count = 0;
    std::array<Term, most_terms + 1> of;
};

void set_terms(ProfileTerms& terms, std::span<const std::int16_t> profile)
{
    for (std::size_t term = 0; term < profile.size(); ++term) {
        terms.of[terms.count] = {profile[term], static_cast<std::uint16_t>(term)};  // stays if not 0
        terms.count += profile[term] != 0;
    }
    std::sort(terms.of.begin(), terms.of.begin() + static_cast<std::ptrdiff_t>(terms.count),
              [](const auto& a, const auto& b) {
                  return a.number != b.number ? a.number < b.number : a.term < b.term;
              });
}

using Products = std::array<std::uint16_t, lanes>;

// The products of a block, whose grades stand in `rows`, one row a term. A grade is at most 2 either way.
void set_products(const block::Kernel& kernel, const ProfileTerms& terms, const std::int8_t* rows,
                  Products& products)
{
    constexpr std::size_t most_in_a_byte = 60;  // rows
    alignas(64) static constexpr std::array<std::int8_t, lanes> zeroes{};
    alignas(64) std::array<std::int8_t, lanes> sums;
    products.fill(0);
    for (std::size_t i = 0; i < terms.count;) {
        const std::int16_t number = terms.of[i].number;
        const std::size_t most = std::min(terms.count, i + most_in_a_byte);
        sums.fill(0);
        while (i < most && terms.of[i].number == number) {
            std::array<const std::int8_t*, 4> four{zeroes.data(), zeroes.data(), zeroes.data(),
                                                   zeroes.data()};
            for (std::size_t j = 0; j < 4 && i < most && terms.of[i].number == number; ++j)
                four[j] = rows + terms.of[i++].term * lanes;
            kernel.add_rows(four.data(), sums.data());
        }
        kernel.add_product(sums.data(), static_cast<std::uint16_t>(number), products.data());
    }
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

// One call: the child, with what is the same for all blocks.
struct PairBlocks::Task {
    const block::Kernel& kernel;
    const block::ChildNumbers& child;
    std::size_t position;
    std::span<const std::uint32_t> volunteers;
    std::span<Scorer::Brief> briefs;
    ProfileTerms terms{};
};

PairBlocks::PairBlocks(const Round& round, const StatedWishes& wishes, const InterestProfiles& interests,
                       const std::vector<PerCriterion<std::int64_t>>& weights, RecordWatch& watch)
    : interests_(&interests), rows_(wishes, watch)
{
    if (watch.stopped()) return;
    add_volunteers(round, watch);
    if (interests.terms <= most_terms && !watch.stopped()) add_grades(round.volunteers().size());
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

void PairBlocks::add_grades(std::size_t volunteers)
{
    grades_.assign(blocks_.size() * interests_->terms * lanes, 0);
    for (std::size_t i = 0; i < volunteers; ++i) {
        std::int8_t* rows = grades_.data() + i / lanes * interests_->terms * lanes;
        for (const auto& [term, grade] : interests_->of_volunteer(i))
            rows[term * lanes + i % lanes] = static_cast<std::int8_t>(grade);
    }
}

void PairBlocks::score(const block::Kernel& kernel, std::size_t child,
                       std::span<const std::uint32_t> volunteers,
                       std::span<Scorer::Brief> briefs) const noexcept
{
    const bool dense = !grades_.empty() && volunteers.size() >= worth_a_block;
    Task task{kernel, *children_[child], child, volunteers, briefs};
    if (dense) set_terms(task.terms, interests_->of_child(child));
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

void PairBlocks::score_block(const Task& task, std::size_t first, std::size_t end) const noexcept
{
    const std::size_t number = task.volunteers[first] / lanes;
    const std::size_t begin = number * lanes;
    alignas(64) Products products;
    set_products(task.kernel, task.terms, grades_.data() + number * interests_->terms * lanes, products);
    std::array<const std::int8_t*, block::most_wishes> answers{};
    for (std::size_t wish = 0; wish < static_cast<std::size_t>(task.child.wishes); ++wish)
        answers[wish] = rows_.answers(task.child.wish_row[wish]) + begin;
    const std::size_t groups = (task.volunteers[end - 1] - begin) / block::group + 1;
    block::BlockPoints all;
    task.kernel.score(blocks_[number], task.child, groups, products.data(), answers.data(), all);
    const std::size_t lane = task.volunteers[first] - begin;
    if (task.volunteers[end - 1] - begin - lane == end - 1 - first) {
        std::memcpy(&task.briefs[first], &all.of[lane], (end - first) * sizeof all.of[0]);
        return;
    }
    for (std::size_t at = first; at < end; ++at) {
        const auto& pair = all.of[task.volunteers[at] - begin];
        task.briefs[at] = {pair.points, pair.high};
    }
}

void PairBlocks::score_picked(const Task& task, std::span<const std::uint32_t> picked) const noexcept
{
    block::VolunteerBlock volunteers;
    alignas(64) Products products;
    std::array<std::array<std::int8_t, lanes>, block::most_wishes> answers;
    std::array<const std::int8_t*, block::most_wishes> rows{};
    const std::size_t groups = (picked.size() + block::group - 1) / block::group;
    const std::size_t wishes = static_cast<std::size_t>(task.child.wishes);
    for (std::size_t wish = 0; wish < wishes; ++wish)
        rows[wish] = answers[wish].data();
    std::size_t i = 0;
    do {  // the last volunteer fills up the group
        const std::uint32_t volunteer = task.volunteers[picked[std::min(i, picked.size() - 1)]];
        copy_lane(volunteers, i, blocks_[volunteer / lanes], volunteer % lanes);
        products[i] = static_cast<std::uint16_t>(interests_->product(task.position, volunteer));
        for (std::size_t wish = 0; wish < wishes; ++wish)
            answers[wish][i] = rows_.answers(task.child.wish_row[wish])[volunteer];
    } while (++i < groups * block::group);
    block::BlockPoints all;
    task.kernel.score(volunteers, task.child, groups, products.data(), rows.data(), all);
    for (i = 0; i < picked.size(); ++i)
        task.briefs[picked[i]] = {all.of[i].points, all.of[i].high};
}

}  // namespace befriend
