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

}  // namespace

RoundProblem::RoundProblem(const Round& round, const CandidateGraph& candidates)
    : round_(&round), candidates_(&candidates), pin_of_(round.children().size(), nobody)
{
    for (const Referral& child : round.children()) {
        waiting_.push_back(
            waiting_benefit(months_waited(child, round.policy(), round.as_of()), round.policy().waiting));
    }
    take_out_pins();
    add_columns();
    add_rows();
    add_keys();
}

void RoundProblem::take_out_pins()
{
    for (const Volunteer& volunteer : round_->volunteers()) {
        capacity_.push_back(volunteer.room());
        high_need_left_.push_back(volunteer.high_need_limit);
    }
    for (const Pin& pin : round_->pins()) {
        const std::size_t child = *round_->find(pin.child);
        const std::size_t volunteer = *round_->find(pin.volunteer);
        pin_of_[child] = static_cast<std::uint32_t>(volunteer);
        --capacity_[volunteer];
        if (is_high_need(round_->children()[child])) --high_need_left_[volunteer];
    }
}

// How many candidates of each volunteer require experience: a limit that they cannot reach needs no second
// column.
std::vector<std::int32_t> RoundProblem::high_need_candidates() const
{
    std::vector<std::int32_t> count(round_->volunteers().size(), 0);
    for (std::size_t child = 0; child < round_->children().size(); ++child) {
        if (pin_of_[child] != nobody || !is_high_need(round_->children()[child])) continue;
        for (const std::uint32_t volunteer : candidates_->volunteers_of(child))
            ++count[volunteer];
    }
    return count;
}

void RoundProblem::add_columns()
{
    const std::size_t volunteers = capacity_.size();
    const auto children = static_cast<std::int32_t>(round_->children().size());
    for (std::size_t volunteer = 0; volunteer < volunteers; ++volunteer) {
        capacity_[volunteer] = std::min(capacity_[volunteer], children);
        volunteer_of_column_.push_back(volunteer);
        shared_column_.push_back(static_cast<std::uint32_t>(volunteer));
    }
    const std::vector<std::int32_t> high_needs = high_need_candidates();
    for (std::size_t volunteer = 0; volunteer < volunteers; ++volunteer) {
        const std::int32_t limit = std::max(high_need_left_[volunteer], 0);
        if (capacity_[volunteer] <= limit || high_needs[volunteer] <= limit) continue;
        shared_column_[volunteer] = static_cast<std::uint32_t>(volunteer_of_column_.size());
        volunteer_of_column_.push_back(volunteer);
        capacity_.push_back(limit);
        capacity_[volunteer] -= limit;
    }
}

void RoundProblem::add_rows()
{
    row_begin_.push_back(0);
    for (std::size_t child = 0; child < round_->children().size(); ++child) {
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
        }
        row_begin_.push_back(column_.size());
    }
}

void RoundProblem::add_keys()
{
    const std::int64_t seed = round_->policy().seed;
    for (const Referral& child : round_->children())
        row_key_.push_back(key_of(child.id.text(), seed));
    for (const std::size_t volunteer : volunteer_of_column_) {
        column_key_.push_back(key_of(round_->volunteers()[volunteer].id.text(), seed));
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
    }
    return problem;
}

}  // namespace befriend
