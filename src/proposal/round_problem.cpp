#include "proposal/round_problem.hpp"

#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <string>
#include <xxhash.h>

namespace befriend {
namespace {

std::uint64_t key_of(const std::string& id, std::int64_t seed) noexcept
{
    return XXH3_64bits_withSeed(id.data(), id.size(), static_cast<XXH64_hash_t>(seed));
}

constexpr std::size_t steps_of_record = 64;  // of a person or a pair: it is seldom in the processor's cache

}  // namespace

RoundProblem::RoundProblem(const Round& round, const CandidateGraph& candidates)
    : RoundProblem(*prepared(round, candidates, {}))
{
}

std::optional<RoundProblem> RoundProblem::prepared(const Round& round, const CandidateGraph& candidates,
                                                   const KeepGoing& keep_going)
{
    Watch watch(keep_going, 1);
    watch.ask();
    RoundProblem problem(round, candidates, watch);
    if (watch.stopped()) return std::nullopt;
    return problem;
}

// Each step needs all of those before it, so that none begins once the watch has stopped.
RoundProblem::RoundProblem(const Round& round, const CandidateGraph& candidates, Watch& watch)
    : round_(&round),
      candidates_(&candidates),
      pin_of_(round.children().size(), nobody),
      earlier_of_(round.children().size(), nobody)
{
    add_benefits(watch);
    find_earlier_pairs(watch);
    if (!watch.stopped()) take_out_pins(watch);
    if (!watch.stopped()) add_columns(watch);
    if (!watch.stopped() && counts(TierName::volunteers_waiting)) add_first_places();
    if (!watch.stopped()) add_rows(watch);
    if (!watch.stopped() && counts(TierName::continuity)) add_continuity(watch);
    add_keys(watch);
}

void RoundProblem::add_benefits(Watch& watch)
{
    const Policy& policy = round_->policy();
    for (const Referral& child : round_->children()) {
        if (watch.stopped()) return;
        waiting_.push_back(waiting_benefit(months_waited(child, policy, round_->as_of()), policy.waiting));
        watch.worked(steps_of_record);
    }
    for (const Volunteer& volunteer : round_->volunteers()) {
        if (watch.stopped()) return;
        volunteer_benefit_.push_back(waiting_benefit(volunteer, policy.volunteers_waiting, round_->as_of()));
        watch.worked(steps_of_record);
    }
}

bool RoundProblem::counts(TierName name) const noexcept
{
    const auto& tiers = round_->policy().tiers;
    return std::find(tiers.begin(), tiers.end(), name) != tiers.end();
}

void RoundProblem::find_earlier_pairs(Watch& watch)
{
    for (const EarlierPair& pair : round_->earlier()) {
        if (watch.stopped()) return;
        watch.worked(steps_of_record);
        const auto child = round_->find(pair.child);
        const auto volunteer = round_->find(pair.volunteer);
        if (child && volunteer) earlier_of_[*child] = static_cast<std::uint32_t>(*volunteer);
    }
}

void RoundProblem::take_out_pins(Watch& watch)
{
    for (const Volunteer& volunteer : round_->volunteers()) {
        capacity_.push_back(volunteer.room());
        high_need_left_.push_back(volunteer.high_need_limit);
        watch.worked(steps_of_record);
    }
    for (const Pin& pin : round_->pins()) {
        if (watch.stopped()) return;
        watch.worked(steps_of_record);
        const std::size_t child = *round_->find(pin.child);
        const std::size_t volunteer = *round_->find(pin.volunteer);
        pin_of_[child] = static_cast<std::uint32_t>(volunteer);
        --capacity_[volunteer];
        if (is_high_need(round_->children()[child])) --high_need_left_[volunteer];
    }
}

// How many candidates of each volunteer require experience: a limit that they cannot reach needs no second
// column.
std::vector<std::int32_t> RoundProblem::high_need_candidates(Watch& watch) const
{
    std::vector<std::int32_t> count(round_->volunteers().size(), 0);
    for (std::size_t child = 0; child < round_->children().size() && !watch.stopped(); ++child) {
        watch.worked(steps_of_record + candidates_->volunteers_of(child).size());
        if (pin_of_[child] != nobody || !is_high_need(round_->children()[child])) continue;
        for (const std::uint32_t volunteer : candidates_->volunteers_of(child))
            ++count[volunteer];
    }
    return count;
}

void RoundProblem::add_columns(Watch& watch)
{
    const std::size_t volunteers = capacity_.size();
    const auto children = static_cast<std::int32_t>(round_->children().size());
    for (std::size_t volunteer = 0; volunteer < volunteers; ++volunteer) {
        capacity_[volunteer] = std::min(capacity_[volunteer], children);
        volunteer_of_column_.push_back(volunteer);
        shared_column_.push_back(static_cast<std::uint32_t>(volunteer));
    }
    const std::vector<std::int32_t> high_needs = high_need_candidates(watch);
    for (std::size_t volunteer = 0; volunteer < volunteers; ++volunteer) {
        const std::int32_t limit = std::max(high_need_left_[volunteer], 0);
        if (capacity_[volunteer] <= limit || high_needs[volunteer] <= limit) continue;
        shared_column_[volunteer] = static_cast<std::uint32_t>(volunteer_of_column_.size());
        volunteer_of_column_.push_back(volunteer);
        capacity_.push_back(limit);
        capacity_[volunteer] -= limit;
    }
}

// A pinned child has the benefit already.
void RoundProblem::add_first_places()
{
    std::vector<std::int64_t> benefit = volunteer_benefit_;
    for (const std::uint32_t volunteer : pin_of_) {
        if (volunteer != nobody) benefit[volunteer] = 0;
    }
    first_column_.assign(benefit.size(), nobody);
    column_benefit_.assign(capacity_.size(), 0);
    for (std::size_t volunteer = 0; volunteer < benefit.size(); ++volunteer) {
        const std::uint32_t shared = shared_column_[volunteer];
        const std::int32_t others = shared == volunteer ? 0 : capacity_[volunteer];
        if (benefit[volunteer] == 0 || capacity_[shared] + others < 2) {
            column_benefit_[volunteer] = column_benefit_[shared] = benefit[volunteer];
            continue;
        }
        --capacity_[capacity_[shared] > 0 ? shared : volunteer];
        first_column_[volunteer] = static_cast<std::uint32_t>(volunteer_of_column_.size());
        volunteer_of_column_.push_back(volunteer);
        capacity_.push_back(1);
        column_benefit_.push_back(benefit[volunteer]);
    }
}

// An edge a pair, and another for each further column of its volunteer, at most.
std::size_t RoundProblem::most_edges() const
{
    std::size_t most = candidates_->pairs();
    for (std::size_t volunteer = 0; volunteer < shared_column_.size(); ++volunteer) {
        const std::size_t eligible = candidates_->eligible_of_volunteer[volunteer];
        if (shared_column_[volunteer] != volunteer) most += eligible;
        if (!first_column_.empty() && first_column_[volunteer] != nobody) most += eligible;
    }
    return most;
}

void RoundProblem::add_rows(Watch& watch)
{
    const std::size_t most = most_edges();  // growing means copying all
    column_.reserve(most);
    points_.reserve(most);
    row_begin_.reserve(round_->children().size() + 1);
    row_begin_.push_back(0);
    for (std::size_t child = 0; child < round_->children().size() && !watch.stopped(); ++child) {
        const auto volunteers = candidates_->volunteers_of(child);
        const auto points = candidates_->points_of(child);
        const auto add = [&](std::uint32_t column, std::size_t i) {
            column_.push_back(column);
            points_.push_back(points[i]);
        };
        const bool high_need = is_high_need(round_->children()[child]);
        if (pin_of_[child] == nobody) {
            for (std::size_t i = 0; i < volunteers.size(); ++i) {
                const bool split = shared_column_[volunteers[i]] != volunteers[i];
                if (!(high_need && split)) add(volunteers[i], i);
            }
            for (std::size_t i = 0; i < volunteers.size(); ++i) {
                const std::uint32_t shared = shared_column_[volunteers[i]];
                if (shared != volunteers[i] && capacity_[shared] > 0) add(shared, i);
            }
            for (std::size_t i = 0; i < volunteers.size() && !first_column_.empty(); ++i) {
                const bool closed = high_need && high_need_left_[volunteers[i]] <= 0;
                if (first_column_[volunteers[i]] != nobody && !closed) add(first_column_[volunteers[i]], i);
            }
        }
        row_begin_.push_back(column_.size());
        watch.worked(steps_of_record + volunteers.size());
    }
}

// Nothing where no pair can be kept, so that the tier costs nothing.
void RoundProblem::add_continuity(Watch& watch)
{
    for (std::size_t child = 0; child < earlier_of_.size() && !watch.stopped(); ++child) {
        if (earlier_of_[child] == nobody) continue;
        watch.worked(row_begin_[child + 1] - row_begin_[child]);
        for (std::uint64_t edge = row_begin_[child]; edge < row_begin_[child + 1]; ++edge) {
            if (volunteer_of_column_[column_[edge]] != earlier_of_[child]) continue;
            if (continuity_.empty()) continuity_.assign(column_.size(), 0);
            continuity_[edge] = 1;
        }
    }
}

void RoundProblem::add_keys(Watch& watch)
{
    const std::int64_t seed = round_->policy().seed;
    for (const Referral& child : round_->children()) {
        if (watch.stopped()) return;
        row_key_.push_back(key_of(child.id.text(), seed));
        watch.worked(steps_of_record);
    }
    for (const std::size_t volunteer : volunteer_of_column_) {
        if (watch.stopped()) return;
        column_key_.push_back(key_of(round_->volunteers()[volunteer].id.text(), seed));
        watch.worked(steps_of_record);
    }
}

std::optional<std::size_t> RoundProblem::pin_of(std::size_t child) const noexcept
{
    return pin_of_[child] == nobody ? std::nullopt : std::optional<std::size_t>(pin_of_[child]);
}

Problem RoundProblem::problem() const
{
    Problem problem{row_begin_, column_, capacity_, {}, row_key_, column_key_};
    for (const TierName name : round_->policy().tiers) {
        Tier& tier = problem.tiers.emplace_back();
        if (name == TierName::most_children) tier.each = 1;
        if (name == TierName::waiting) tier.row = waiting_;
        if (name == TierName::points) tier.edge = points_;
        if (name == TierName::continuity) tier.edge = continuity_;
        if (name == TierName::volunteers_waiting) tier.column = column_benefit_;
    }
    return problem;
}

}  // namespace befriend
