#pragma once

#include "catch2.hpp"
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <string_view>
#include <vector>

namespace befriend::test {

inline Date on(std::string_view text)
{
    return parse_date(text).value();
}

/// The slots of a week by their names.
inline Week week_of(std::initializer_list<std::string_view> names)
{
    Week week;
    for (const std::string_view name : names)
        week.slots |= parse_slot(name).value().slots;
    return week;
}

/// Three levels, so that a term can be broader than a broader one, and a term without relatives.
inline Vocabulary hobbies()
{
    return Vocabulary({{"sport", {}, ""},
                       {"ball_games", {}, "sport"},
                       {"football", {"soccer"}, "ball_games"},
                       {"cricket", {}, "ball_games"},
                       {"swimming", {}, "sport"},
                       {"making", {}, ""},
                       {"baking", {}, "making"},
                       {"drawing", {}, "making"},
                       {"chess", {}, ""}});
}

/// One child and one volunteer who are eligible, 3 km apart, with little else stated: an example changes what
/// it is about. 1 June 2025.
struct GivenPair {
    Referral child;
    Volunteer volunteer;
    Policy policy;
    Vocabulary vocabulary = hobbies();
    std::vector<Block> blocks;

    GivenPair()
    {
        policy.as_of = on("2025-06-01");
        child.id = ReferralId("c");
        child.referred_on = on("2025-01-15");
        child.consent = Consent::agrees;
        child.age = AgeYears{12};
        child.location = Location{500'000, 250'000};
        child.slots = week_of({"sat_morning"});
        volunteer.id = VolunteerId("v");
        volunteer.state = VolunteerState::available;
        volunteer.dbs_on = on("2024-06-01");
        volunteer.references_ok = true;
        volunteer.panel_approved_until = on("2026-06-01");
        volunteer.independent = Independence::yes;
        volunteer.age = AgeYears{40};
        volunteer.location = Location{503'000, 250'000};
        volunteer.furthest_m = 20'000;
        volunteer.slots = week_of({"sat_morning"});
    }

    [[nodiscard]] Round round() const
    {
        return Round({{child}, {volunteer}, {}, {}, {}, blocks}, policy, vocabulary);
    }
    [[nodiscard]] TagSet<Rule> broken() const
    {
        const Round one = round();
        const Eligibility eligibility(one);
        const TagSet<Rule> rules = eligibility.broken(0, 0);
        CHECK(eligibility.eligible(0, 0) == rules.empty());
        return rules;
    }
    [[nodiscard]] PairScore score() const
    {
        const Round one = round();
        return Scorer(one).score(0, 0);
    }
    [[nodiscard]] CriterionScore score(Criterion criterion) const
    {
        return score().criteria[static_cast<std::size_t>(criterion)];
    }
    [[nodiscard]] TagSet<OpenQuestion> questions() const
    {
        const Round one = round();
        return Eligibility(one).open_questions(0, 0);
    }
};

using Rules = TagSet<Rule>;
inline const Rules none;

/// The rules that the pair breaks after one change.
template <class Change>
Rules broken_after(Change change)
{
    GivenPair pair;
    change(pair);
    return pair.broken();
}

}  // namespace befriend::test
