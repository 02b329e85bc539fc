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
    : round_(&round),
      candidates_(&candidates),
      pin_of_(round.children().size(), nobody),
      earlier_of_(round.children().size(), nobody)
{
    for (const Referral& child : round.children()) {
        waiting_.push_back(
            waiting_benefit(months_waited(child, round.policy(), round.as_of()), round.policy().waiting));
    }
    for (const Volunteer& volunteer : round.volunteers()) {
        volunteer_benefit_.push_back(
            waiting_benefit(volunteer, round.policy().volunteers_waiting, round.as_of()));
    }
    find_earlier_pairs();
    take_out_pins();
    add_columns();
    if (counts(TierName::volunteers_waiting)) add_first_places();
    add_rows();
    if (counts(TierName::continuity)) add_continuity();
    add_keys();
}

bool RoundProblem::counts(TierName name) const noexcept
{
    const auto& tiers = round_->policy().tiers;
    return std::find(tiers.begin(), tiers.end(), name) != tiers.end();
}

void RoundProblem::find_earlier_pairs()
{
    for (const EarlierPair& pair : round_->earlier()) {
        const auto child = round_->find(pair.child);
        const auto volunteer = round_->find(pair.volunteer);
        if (child && volunteer) earlier_of_[*child] = static_cast<std::uint32_t>(*volunteer);
    }
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

void RoundProblem::add_rows()
{
    column_.reserve(candidates_->pairs());
    points_.reserve(candidates_->pairs());
    row_begin_.reserve(round_->children().size() + 1);
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
            for (std::size_t i = 0; i < volunteers.size() && !first_column_.empty(); ++i) {
                const bool closed = high_need && high_need_left_[volunteers[i]] <= 0;
                if (first_column_[volunteers[i]] != nobody && !closed) add(first_column_[volunteers[i]], i);
            }
        }
        row_begin_.push_back(column_.size());
    }
}

// Nothing where no pair can be kept, so that the tier costs nothing.
void RoundProblem::add_continuity()
{
    for (std::size_t child = 0; child < earlier_of_.size(); ++child) {
        if (earlier_of_[child] == nobody) continue;
        for (std::uint64_t edge = row_begin_[child]; edge < row_begin_[child + 1]; ++edge) {
            if (volunteer_of_column_[column_[edge]] != earlier_of_[child]) continue;
            if (continuity_.empty()) continuity_.assign(column_.size(), 0);
            continuity_[edge] = 1;
        }
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
        if (name == TierName::continuity) tier.edge = continuity_;
        if (name == TierName::volunteers_waiting) tier.column = column_benefit_;
    }
    return problem;
}

}  // namespace befriend
