#include "reporting/group_outcomes.hpp"

#include "reporting/suppression.hpp"
#include <befriend/model/words.hpp>

#include <array>
#include <string_view>

namespace befriend {
namespace {

using GroupOf = std::string_view (*)(const Referral&, Date);

constexpr std::string_view not_known = "unknown";

std::string_view ethnic_group_of(const Referral& child, Date)
{
    if (!child.ethnic_group.known()) return not_known;
    const auto group = broad_group(child.ethnic_group.value());
    return group ? to_text(*group) : not_known;
}

std::string_view sex_of(const Referral& child, Date)
{
    if (!child.gender.known()) return not_known;
    const std::string& gender = child.gender.value();
    return gender == "female" || gender == "male" ? std::string_view(gender) : "other";
}

std::string_view age_band_of(const Referral& child, Date as_of)
{
    if (!child.age) return not_known;
    const auto years = age_on(*child.age, as_of);
    if (years < 10) return "0-9";
    if (years < 13) return "10-12";
    if (years < 16) return "13-15";
    return years < 18 ? "16-17" : "18+";
}

// What a visitor must be ready for. The nearest there is to disability, and not the same.
std::string_view access_needs_of(const Referral& child, Date)
{
    if (!child.access_needs.known()) return not_known;
    return child.access_needs.value().empty() ? "none" : "recorded";
}

std::string_view placement_of(const Referral& child, Date)
{
    return child.placement_type.known() ? to_word(child.placement_type.value()) : not_known;
}

std::string_view cohort_of(const Referral& child, Date)
{
    return to_word(child.cohort);
}

template <class E>
std::vector<std::string_view> all_words()
{
    std::vector<std::string_view> words;
    for (const auto& [value, word] : words_of<E>())
        words.push_back(word);
    return words;
}

struct Kind {
    Characteristic characteristic;
    GroupOf group_of;
    std::vector<std::string_view> groups;  // in the order of the table
};

std::vector<Kind> kinds()
{
    std::vector<std::string_view> placements = all_words<PlacementType>();
    placements.push_back(not_known);
    return {{Characteristic::ethnic_group,
             ethnic_group_of,
             {"asian", "black", "mixed", "white", "other", not_known}},
            {Characteristic::sex, sex_of, {"female", "male", "other", not_known}},
            {Characteristic::age, age_band_of, {"0-9", "10-12", "13-15", "16-17", "18+", not_known}},
            {Characteristic::access_needs, access_needs_of, {"recorded", "none", not_known}},
            {Characteristic::placement, placement_of, placements},
            {Characteristic::cohort, cohort_of, all_words<Cohort>()}};
}

// The columns that `suppression` protects: outcomes that exclude one another.
enum Outcome : std::size_t { proposed, eligible_waits, nobody_eligible, outcomes };

class Tally {
public:
    explicit Tally(std::vector<std::string_view> groups)
        : groups_(std::move(groups)),
          counts_(groups_.size(), std::vector<std::uint64_t>(outcomes)),
          eligible_(groups_.size()),
          points_(groups_.size())
    {
    }

    void add(std::string_view group, Outcome outcome, std::uint64_t eligible)
    {
        ++counts_[row(group)][outcome];
        eligible_[row(group)].push_back(eligible);
    }
    void add_points(std::string_view group, Points points) { points_[row(group)].push_back(points); }

    [[nodiscard]] std::vector<GroupOutcome> table() const
    {
        const Shown shown = shown_cells(counts_);
        std::vector<GroupOutcome> rows;
        for (std::size_t at = 0; at < groups_.size(); ++at) {
            GroupOutcome& group = rows.emplace_back();
            const auto& counts = counts_[at];
            group.group = groups_[at];
            if (shown[at][outcomes]) group.start = counts[0] + counts[1] + counts[2];
            if (shown[at][proposed]) group.proposed = counts[proposed];
            if (shown[at][eligible_waits]) group.eligible_waits = counts[eligible_waits];
            if (shown[at][nobody_eligible]) group.nobody_eligible = counts[nobody_eligible];
            if (group.start) group.median_eligible = median_of(eligible_[at]);
            if (group.proposed) group.median_points = median_of(points_[at]);
        }
        return rows;
    }

private:
    [[nodiscard]] std::size_t row(std::string_view group) const
    {
        const auto found = std::find(groups_.begin(), groups_.end(), group);
        return static_cast<std::size_t>(found - groups_.begin());
    }

    std::vector<std::string_view> groups_;
    Counts counts_;
    std::vector<std::vector<std::uint64_t>> eligible_;
    std::vector<std::vector<Points>> points_;
};

GroupTable outcomes_by(const Kind& kind, const Round& round, const Proposal& proposal)
{
    Tally tally(kind.groups);
    const auto group_of = [&](std::size_t child) {
        return kind.group_of(round.children()[child], round.as_of());
    };
    for (const ProposedMatch& match : proposal.proposed) {
        tally.add(group_of(match.child), proposed, match.eligible);
        tally.add_points(group_of(match.child), match.score.points);
    }
    for (const WaitingChild& waiting : proposal.waiting)
        tally.add(group_of(waiting.child), waiting.eligible > 0 ? eligible_waits : nobody_eligible,
                  waiting.eligible);
    return {kind.characteristic, tally.table()};
}

}  // namespace

std::vector<GroupTable> group_outcomes(const Round& round, const Proposal& proposal)
{
    std::vector<GroupTable> tables;
    for (const Kind& kind : kinds())
        tables.push_back(outcomes_by(kind, round, proposal));
    return tables;
}

}  // namespace befriend
