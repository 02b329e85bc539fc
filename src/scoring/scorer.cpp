#include "model/record_watch.hpp"
#include "scoring/kernel_levels.hpp"
#include "scoring/pair_blocks.hpp"
#include "scoring/stated_wishes.hpp"
#include "scoring/weighted_mean.hpp"
#include <befriend/scoring/age_preference.hpp>
#include <befriend/scoring/scorer.hpp>
#include <befriend/scoring/shared_availability.hpp>
#include <befriend/scoring/shared_background.hpp>
#include <befriend/scoring/shared_interests.hpp>
#include <befriend/scoring/travel.hpp>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace befriend {
namespace {

constexpr std::size_t at(Criterion criterion) noexcept
{
    return static_cast<std::size_t>(criterion);
}

// The criterion whose weight a child's top criterion doubles.
Criterion doubled_by(TopCriterion top) noexcept
{
    switch (top) {
        case TopCriterion::interests:
            return Criterion::interests;
        case TopCriterion::close_by:
            return Criterion::travel;
        case TopCriterion::age:
            return Criterion::age;
        case TopCriterion::none:
        case TopCriterion::gender:
        case TopCriterion::culture:
        case TopCriterion::faith:
        case TopCriterion::language:
            break;
    }
    return Criterion::background;
}

// Shares of `total` in proportion to `parts`, whole numbers that add up to it: the floors, then one more for
// the largest remainders, ties in the order of criteria (Hamilton's method). `whole` is what the parts are
// shares of.
PerCriterion<Points> apportioned(const PerCriterion<std::int64_t>& parts, std::int64_t whole,
                                 Points total) noexcept
{
    PerCriterion<Points> shares{};
    PerCriterion<std::int64_t> remainders{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        shares[i] = static_cast<Points>(parts[i] / whole);
        remainders[i] = parts[i] % whole;
    }
    PerCriterion<std::size_t> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
    });
    const Points left = total - std::accumulate(shares.begin(), shares.end(), Points{0});
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
        ++shares[order[i]];
    return shares;
}

// The benefit of the last step that so many months reach; none below the first.
template <class Curve>
std::int64_t last_step(std::int64_t months, const Curve& curve) noexcept
{
    std::int64_t benefit = 0;
    for (std::size_t i = 0; i < curve.from_months.size() && curve.from_months[i] <= months; ++i) {
        benefit = curve.benefit[i];
    }
    return benefit;
}

}  // namespace

struct Scorer::Criteria {
    Criteria(const Round& of, RecordWatch& watch)
        : round(&of),
          wishes(of, watch),
          neutral(static_cast<Points>(of.policy().neutral_points)),
          interests(of, watch),
          background(wishes, of.policy().background, neutral),
          age(of.policy().age, neutral, of.as_of()),
          travel(of.policy().travel, neutral),
          availability(of.policy().availability, neutral),
          weights(weights_of(watch)),
          blocks(of, wishes, interests.profiles(), weights, watch)
    {
    }

    [[nodiscard]] PerCriterion<CriterionScore> all(std::size_t child, std::size_t volunteer) const noexcept
    {
        const Referral& referral = round->children()[child];
        const Volunteer& person = round->volunteers()[volunteer];
        return {interests.score(child, volunteer), background.score(child, volunteer, referral.top_criterion),
                age.score(referral, person), travel.score(referral.location, person.location),
                availability.score(referral, person)};
    }

    const Round* round;
    StatedWishes wishes;
    Points neutral;
    SharedInterests interests;
    SharedBackground background;
    AgePreference age;
    Travel travel;
    SharedAvailability availability;
    std::vector<PerCriterion<std::int64_t>> weights;  // of each child
    PairBlocks blocks;

private:
    [[nodiscard]] std::vector<PerCriterion<std::int64_t>> weights_of(RecordWatch& watch) const;
};

// The weights of the policy, twice what the child says matters most, none where there is no wish.
std::vector<PerCriterion<std::int64_t>> Scorer::Criteria::weights_of(RecordWatch& watch) const
{
    const Weights& counted = round->policy().weights;
    std::vector<PerCriterion<std::int64_t>> all;
    all.reserve(round->children().size());
    for (std::size_t child = 0; child < round->children().size() && watch.next(); ++child) {
        PerCriterion<std::int64_t> of_child{counted.interests, counted.background, counted.age,
                                            counted.travel, counted.availability};
        const TopCriterion top = round->children()[child].top_criterion;
        if (top != TopCriterion::none) of_child[at(doubled_by(top))] *= 2;
        if (!background.applies(child)) of_child[at(Criterion::background)] = 0;
        all.push_back(of_child);
    }
    return all;
}

Scorer::Scorer(std::unique_ptr<const Criteria> criteria) noexcept : criteria_(std::move(criteria)) {}

Scorer::Scorer(const Round& round) : Scorer(*prepared(round, {})) {}

std::optional<Scorer> Scorer::prepared(
    const Round& round, const std::function<bool(std::size_t done, std::size_t total)>& keep_going)
{
    RecordWatch watch(keep_going, 1);
    auto criteria = std::make_unique<const Criteria>(round, watch);
    if (!watch.finish_part()) return std::nullopt;
    return Scorer(std::move(criteria));
}

Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

PerCriterion<std::int64_t> Scorer::weights_for(std::size_t child) const noexcept
{
    return criteria_->weights[child];
}

Scorer::Brief Scorer::brief(std::size_t child, std::size_t volunteer) const noexcept
{
    const auto weights = weights_for(child);
    const auto scores = criteria_->all(child, volunteer);
    WeightedMean mean;
    for (std::size_t i = 0; i < weights.size(); ++i)
        mean.add(scores[i], weights[i]);
    if (mean.empty()) return {criteria_->neutral, full_points};
    const CriterionScore whole = mean.mean();
    return {whole.value, whole.high};
}

void Scorer::briefs(std::size_t child, std::span<const std::uint32_t> volunteers,
                    std::span<Brief> briefs) const noexcept
{
    constexpr std::size_t few = 4;  // these take no longer one by one
    const auto kernels = block::runnable_kernels();
    if (volunteers.size() > few && !kernels.empty() && criteria_->blocks.fits(child)) {
        criteria_->blocks.score(*kernels.front(), child, volunteers, briefs);
        return;
    }
    for (std::size_t i = 0; i < volunteers.size(); ++i)
        briefs[i] = brief(child, volunteers[i]);
}

PairScore Scorer::score(std::size_t child, std::size_t volunteer) const noexcept
{
    PairScore pair;
    pair.criteria = criteria_->all(child, volunteer);
    const auto weights = weights_for(child);
    WeightedMean mean;
    for (std::size_t i = 0; i < weights.size(); ++i)
        mean.add(pair.criteria[i], weights[i]);
    const std::int64_t whole = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const CriterionScore points = mean.empty() ? CriterionScore::unknown(criteria_->neutral) : mean.mean();
    pair.points = points.value;
    pair.low = points.low;
    pair.high = points.high;

    PerCriterion<std::int64_t> earned{};
    PerCriterion<std::int64_t> most{};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        // Without any weight the neutral share belongs to all criteria alike, so that contributions still add
        // up.
        earned[i] = whole == 0 ? pair.points : weights[i] * pair.criteria[i].value;
        most[i] = whole == 0 ? full_points : weights[i] * full_points;
    }
    const std::int64_t shared = whole == 0 ? static_cast<std::int64_t>(weights.size()) : whole;
    pair.contributions = apportioned(earned, shared, pair.points);
    pair.possible = apportioned(most, shared, full_points);
    return pair;
}

std::int64_t months_waited(const Referral& child, const Policy& policy, Date as_of) noexcept
{
    const WaitingCurve& curve = policy.waiting;
    const std::array<std::int64_t, 5> added{curve.iro_recommended_months, curve.isolated_months,
                                            curve.no_family_contact_months, curve.far_from_home_months,
                                            curve.crisis_review_months};
    std::int64_t most = 0;
    for (std::size_t i = 0; i < added.size(); ++i) {
        if (child.priority.has(static_cast<Priority>(i))) most = std::max(most, added[i]);
    }
    const Date since = child.waiting_since.value_or(*child.referred_on);
    return whole_months(since, as_of) + most;
}

std::int64_t waiting_benefit(std::int64_t months, const WaitingCurve& curve) noexcept
{
    return last_step(months, curve);
}

std::int64_t waiting_benefit(const Volunteer& volunteer, const VolunteersWaitingCurve& curve,
                             Date as_of) noexcept
{
    if (volunteer.current_load > 0) return 0;
    return last_step(whole_months(volunteer.waiting_since.value_or(as_of), as_of), curve);
}

}  // namespace befriend
