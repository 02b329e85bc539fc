#include "proposal/brute_force_round.hpp"

#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <algorithm>
#include <set>
#include <xxhash.h>

namespace befriend::test {
namespace {

using Place = std::optional<std::size_t>;  // a volunteer, or none: the child keeps waiting

class BruteForce {
public:
    explicit BruteForce(const Round& round)
        : round_(round), candidates_(candidate_volunteers(round)), scorer_(round), place_(candidates_.size())
    {
        for (const Volunteer& volunteer : round.volunteers()) {
            room_.push_back(volunteer.room());
            experienced_.push_back(volunteer.high_need_limit);
        }
        pinned_.resize(candidates_.size());
        for (const Pin& pin : round.pins())
            pinned_[*round.find(pin.child)] = *round.find(pin.volunteer);
        for (std::size_t child = 0; child < pinned_.size(); ++child) {
            if (pinned_[child]) take(child, *pinned_[child], 1);
        }
        for (std::size_t child = 0; child < candidates_.size(); ++child)
            precompute(child);
    }

    BestRound run()
    {
        try_child(0, std::vector<std::int64_t>(round_.policy().tiers.size(), 0), 0);
        for (const auto& seen : places_)
            best_.could_be_elsewhere.push_back(seen.size() > 1);
        return std::move(best_);
    }

private:
    struct Worth {
        std::vector<std::int64_t> tiers;
        std::int64_t tie = 0;
    };

    void precompute(std::size_t child)
    {
        auto& of_child = worth_.emplace_back(round_.volunteers().size());
        std::vector<std::size_t> possible = candidates_[child];
        if (pinned_[child]) possible = {*pinned_[child]};
        for (const std::size_t volunteer : possible) {
            for (const TierName tier : round_.policy().tiers) {
                const bool points = tier == TierName::points;
                of_child[volunteer].tiers.push_back(points ? scorer_.score(child, volunteer).points
                                                           : worth(round_, tier, child, volunteer));
            }
            of_child[volunteer].tie = tie_of(round_, child, volunteer);
        }
    }

    void take(std::size_t child, std::size_t volunteer, std::int32_t places)
    {
        room_[volunteer] -= places;
        const auto& needs = round_.children()[child].requires_of_visitor;
        if (needs.has(Requirement::experienced)) experienced_[volunteer] -= places;
    }

    [[nodiscard]] bool fits(std::size_t child, std::size_t volunteer) const
    {
        const auto& needs = round_.children()[child].requires_of_visitor;
        return room_[volunteer] > 0 && (!needs.has(Requirement::experienced) || experienced_[volunteer] > 0);
    }

    void try_child(std::size_t child, const std::vector<std::int64_t>& totals, std::int64_t ties)
    {
        if (child == candidates_.size()) return compare(totals, ties);
        if (pinned_[child]) return try_place(child, *pinned_[child], totals, ties, 0);
        place_[child].reset();
        try_child(child + 1, totals, ties);
        for (const std::size_t volunteer : candidates_[child]) {
            if (!fits(child, volunteer)) continue;
            take(child, volunteer, 1);
            try_place(child, volunteer, totals, ties, worth_[child][volunteer].tie);
            take(child, volunteer, -1);
        }
    }

    void try_place(std::size_t child, std::size_t volunteer, std::vector<std::int64_t> totals,
                   std::int64_t ties, std::int64_t tie)
    {
        place_[child] = volunteer;
        const bool is_first =
            std::find(place_.begin(), place_.begin() + static_cast<std::ptrdiff_t>(child),
                      Place(volunteer)) == place_.begin() + static_cast<std::ptrdiff_t>(child);
        for (std::size_t tier = 0; tier < totals.size(); ++tier) {
            if (is_first || round_.policy().tiers[tier] != TierName::volunteers_waiting)
                totals[tier] += worth_[child][volunteer].tiers[tier];
        }
        try_child(child + 1, totals, ties + tie);
    }

    void compare(const std::vector<std::int64_t>& totals, std::int64_t ties)
    {
        const bool better = best_.volunteer_of.size() != place_.size() || totals > best_.totals;
        if (better) places_.assign(place_.size(), {});
        if (!better && totals < best_.totals) return;
        for (std::size_t child = 0; child < place_.size(); ++child)
            places_[child].insert(place_[child]);
        if (!better && ties <= best_.ties) return;
        best_.totals = totals;
        best_.ties = ties;
        best_.volunteer_of = place_;
    }

    const Round& round_;
    std::vector<std::vector<std::size_t>> candidates_;
    Scorer scorer_;
    std::vector<Place> pinned_;
    std::vector<std::vector<Worth>> worth_;
    std::vector<std::int32_t> room_;
    std::vector<std::int32_t> experienced_;
    std::vector<Place> place_;
    std::vector<std::set<Place>> places_;  // of each child, over all assignments as good as the best
    BestRound best_;
};

}  // namespace

BestRound best_round(const Round& round)
{
    return BruteForce(round).run();
}

std::int64_t tie_of(const Round& round, std::size_t child, std::size_t volunteer)
{
    const auto key = [&](const std::string& id) {
        return XXH3_64bits_withSeed(id.data(), id.size(), static_cast<XXH64_hash_t>(round.policy().seed));
    };
    const std::uint64_t keys[] = {key(round.children()[child].id.text()),
                                  key(round.volunteers()[volunteer].id.text())};
    unsigned char bytes[16];
    for (std::size_t i = 0; i < 16; ++i)
        bytes[i] = static_cast<unsigned char>(keys[i / 8] >> (8 * (i % 8)) & 0xFF);
    return static_cast<std::int64_t>(XXH3_64bits(bytes, sizeof bytes) >> 24);
}

std::vector<std::vector<std::size_t>> candidate_volunteers(const Round& round)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    std::vector<std::vector<std::size_t>> candidates(round.children().size());
    for (std::size_t child = 0; child < candidates.size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
            if (eligibility.broken(child, volunteer).empty() &&
                scorer.score(child, volunteer).high >= round.policy().minimum_points)
                candidates[child].push_back(volunteer);
        }
    }
    return candidates;
}

std::int64_t worth(const Round& round, TierName tier, std::size_t child, std::size_t volunteer)
{
    const Referral& record = round.children()[child];
    if (tier == TierName::waiting) {
        const std::int64_t months = months_waited(record, round.policy(), round.as_of());
        return waiting_benefit(months, round.policy().waiting);
    }
    const Volunteer& person = round.volunteers()[volunteer];
    if (tier == TierName::volunteers_waiting)
        return waiting_benefit(person, round.policy().volunteers_waiting, round.as_of());
    if (tier == TierName::continuity) {
        return std::count_if(round.earlier().begin(), round.earlier().end(), [&](const EarlierPair& pair) {
            return pair.child == record.id && pair.volunteer == person.id;
        });
    }
    return tier == TierName::points ? Scorer(round).score(child, volunteer).points : 1;
}

}  // namespace befriend::test
