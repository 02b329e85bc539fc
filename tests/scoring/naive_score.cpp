#include "scoring/naive_score.hpp"

#include <boost/rational.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace befriend::test {
namespace {

using Fraction = boost::rational<std::int64_t>;
using Parts = std::vector<std::pair<CriterionScore, std::int64_t>>;  // each with its weight

std::int64_t floor_of(const Fraction& x)
{
    const std::int64_t whole = x.numerator() / x.denominator();
    return Fraction(whole) > x ? whole - 1 : whole;
}

Points nearest(const Fraction& x)
{
    return static_cast<Points>(floor_of(x + Fraction(1, 2)));
}

Points between_0_and_1000(std::int64_t points)
{
    return static_cast<Points>(std::clamp<std::int64_t>(points, 0, 1000));
}

// The weighted mean of parts, if any counts.
std::optional<CriterionScore> mean(const Parts& parts)
{
    Fraction value;
    Fraction low;
    Fraction high;
    std::int64_t all = 0;
    for (const auto& [part, weight] : parts)
        all += weight;
    if (all == 0) return std::nullopt;
    for (const auto& [part, weight] : parts) {
        value += Fraction(part.value) * Fraction(weight, all);
        low += Fraction(part.low) * Fraction(weight, all);
        high += Fraction(part.high) * Fraction(weight, all);
    }
    return CriterionScore{nearest(value), nearest(low), nearest(high), true};
}

CriterionScore unknown(const Policy& policy)
{
    return {static_cast<Points>(policy.neutral_points), 0, 1000, true};
}

CriterionScore exactly(Points points)
{
    return {points, points, points, true};
}

template <class Person>
std::map<std::string, std::int64_t> grades(const Person& person)
{
    std::map<std::string, std::int64_t> of;
    for (const std::string& tag : person.activities_no)
        of[tag] = -2;
    for (const GradedInterest& interest : person.interests)
        of[interest.tag] = interest.grade;
    return of;
}

// Thousandths that a liking of one term counts for another.
std::int64_t share(const std::string& a, const std::string& b, const Round& round)
{
    const auto broader = [&](const std::string& tag) {
        const auto& terms = round.vocabulary().terms();
        return std::find_if(terms.begin(), terms.end(), [&](const auto& t) { return t.tag == tag; })->broader;
    };
    if (broader(a) == b || broader(b) == a) return round.policy().interests.broader_share;
    if (!broader(a).empty() && broader(a) == broader(b)) return round.policy().interests.sibling_share;
    return 0;
}

CriterionScore interests(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    const auto of_child = grades(child);
    const auto of_volunteer = grades(volunteer);
    std::int64_t most = 0;
    for (const auto& [tag, grade] : of_child)
        most += 2000 * std::abs(grade);
    if (most == 0 || of_volunteer.empty()) return unknown(round.policy());

    std::int64_t product = 0;
    for (const auto& [tag, grade] : of_volunteer) {
        std::int64_t taste = 0;
        if (of_child.count(tag) != 0) {
            taste = 1000 * of_child.at(tag);
        } else {
            for (const auto& [other, liked] : of_child)
                taste += liked * share(tag, other, round);
            taste = std::clamp<std::int64_t>(taste, -1000, 1000);
        }
        product += taste * grade;
    }
    const InterestNumbers& numbers = round.policy().interests;
    return exactly(between_0_and_1000(nearest(numbers.base + numbers.gain * Fraction(product, most))));
}

enum class Told { yes, no, cannot_say };

bool any_in(const std::vector<std::string>& wanted, const std::vector<std::string>& has)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const auto& w) { return std::find(has.begin(), has.end(), w) != has.end(); });
}

Told one_answer(const std::vector<std::string>& wanted, const Answer<std::string>& answer)
{
    if (!answer.known()) return Told::cannot_say;
    return any_in(wanted, {answer.value()}) ? Told::yes : Told::no;
}

Told culture(const Referral& child, const Volunteer& volunteer)
{
    const auto written = [](const std::string& text) {
        const std::string small = folded(text);
        return small == "grom" ? std::string("wrom") : small;
    };
    std::vector<std::string> has;
    if (volunteer.ethnic_group.known()) {
        has.push_back(written(volunteer.ethnic_group.value()));
        if (const auto broad = broad_group(volunteer.ethnic_group.value())) has.emplace_back(to_text(*broad));
    }
    for (const std::string& group : volunteer.cultures.value_or({}))
        has.push_back(written(group));
    bool cannot_say = false;
    for (const std::string& wanted : child.culture.wanted) {
        if (any_in({written(wanted)}, has)) return Told::yes;
        const bool is_code = broad_group(wanted) || broad_group(written(wanted));
        cannot_say |= is_code ? !volunteer.ethnic_group.known() : !volunteer.cultures.known();
    }
    return cannot_say ? Told::cannot_say : Told::no;
}

Told language(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    std::vector<std::string> wanted;
    for (const Language& own : child.languages.value_or({})) {
        if (own.code != "eng") wanted.push_back(own.code);
    }
    if (!volunteer.languages.known()) return Told::cannot_say;
    std::vector<std::string> spoken;
    for (const Language& own : volunteer.languages.value()) {
        if (own.fluency >= round.policy().background.least_fluency) spoken.push_back(own.code);
    }
    return any_in(wanted, spoken) ? Told::yes : Told::no;
}

std::optional<CriterionScore> background(const Round& round, const Referral& child,
                                         const Volunteer& volunteer)
{
    Parts parts;
    const auto add = [&](const Answer<Strength>& strength, TopCriterion top, auto told) {
        if (!strength.known() || strength.value() != Strength::prefer) return;
        const Told known = told();
        const Points not_met = static_cast<Points>(round.policy().background.not_met);
        const CriterionScore part = known == Told::cannot_say ? unknown(round.policy())
                                                              : exactly(known == Told::yes ? 1000 : not_met);
        parts.emplace_back(part, child.top_criterion == top ? 2 : 1);
    };
    add(child.visitor_gender.strength, TopCriterion::gender,
        [&] { return one_answer(child.visitor_gender.wanted, volunteer.gender); });
    add(child.culture.strength, TopCriterion::culture, [&] { return culture(child, volunteer); });
    add(child.faith.strength, TopCriterion::faith,
        [&] { return one_answer(child.faith.wanted, volunteer.religion); });
    add(child.needs_language, TopCriterion::language, [&] { return language(round, child, volunteer); });
    return mean(parts);
}

CriterionScore age(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    Parts parts;
    const auto add = [&](const Answer<AgeRange>& wanted, const StatedAge& stated) {
        if (!wanted.known()) return;
        std::int64_t years_outside = 0;
        for (std::int32_t years = age_on(stated, round.as_of()); years < wanted.value().least; ++years)
            ++years_outside;
        for (std::int32_t years = age_on(stated, round.as_of()); years > wanted.value().most; --years)
            ++years_outside;
        const std::int64_t lost = years_outside * round.policy().age.lost_per_year;
        parts.emplace_back(exactly(between_0_and_1000(1000 - lost)), 1);
    };
    add(volunteer.prefers_age, *child.age);
    add(child.visitor_age_wanted, *volunteer.age);
    return mean(parts).value_or(unknown(round.policy()));
}

CriterionScore travel(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    if (!child.location || !volunteer.location) return unknown(round.policy());
    const TravelNumbers& numbers = round.policy().travel;
    const std::int64_t metres = distance_m(*child.location, *volunteer.location);
    const Fraction way(numbers.furthest_m - metres, numbers.furthest_m - numbers.easy_m);
    return exactly(between_0_and_1000(nearest(1000 * std::min(std::max(way, Fraction(0)), Fraction(1)))));
}

CriterionScore availability(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    const auto part = [](std::int64_t has, std::int64_t needs) {
        return exactly(between_0_and_1000(floor_of(Fraction(1000 * has, needs))));
    };
    const std::int64_t visits = child.visits_wanted.value_or(100);
    const std::int64_t for_one = round.policy().availability.slots_for_one_visit;
    const std::int64_t needed = -floor_of(-Fraction(visits * for_one, 100));
    CriterionScore slots = unknown(round.policy());
    if (child.slots.known() && volunteer.slots.known()) {
        std::int64_t common_slots = 0;
        for (int slot = 0; slot < slots_in_a_week; ++slot) {
            const std::uint64_t bit = std::uint64_t{1} << slot;
            if ((child.slots.value().slots & bit) != 0 && (volunteer.slots.value().slots & bit) != 0)
                ++common_slots;
        }
        slots = part(common_slots, needed);
    }
    const CriterionScore offered =
        volunteer.most_visits ? part(*volunteer.most_visits, visits) : unknown(round.policy());
    CriterionScore lesser = slots;
    if (offered.value < slots.value) lesser.value = offered.value;
    if (offered.low < slots.low) lesser.low = offered.low;
    if (offered.high < slots.high) lesser.high = offered.high;
    return lesser;
}

// Largest remainder, one point at a time: it goes to the criterion that is furthest behind its exact share.
std::array<Points, 5> handed_out(const std::array<Fraction, 5>& exact, Points total)
{
    std::array<Points, 5> shares{};
    for (std::size_t i = 0; i < 5; ++i) {
        shares[i] = static_cast<Points>(floor_of(exact[i]));
        total -= shares[i];
    }
    std::array<bool, 5> had{};
    for (; total > 0; --total) {
        std::size_t next = 5;
        for (std::size_t i = 0; i < 5; ++i) {
            if (had[i]) continue;
            if (next == 5 || exact[i] - shares[i] > exact[next] - shares[next]) next = i;
        }
        had[next] = true;
        ++shares[next];
    }
    return shares;
}

std::array<std::int64_t, 5> weights_for(const Referral& child, const Weights& weights, bool has_wish)
{
    std::array<std::int64_t, 5> counted{weights.interests, weights.background, weights.age, weights.travel,
                                        weights.availability};
    const std::map<TopCriterion, std::size_t> doubled{{TopCriterion::interests, 0}, {TopCriterion::gender, 1},
                                                      {TopCriterion::culture, 1},   {TopCriterion::faith, 1},
                                                      {TopCriterion::language, 1},  {TopCriterion::age, 2},
                                                      {TopCriterion::close_by, 3}};
    if (const auto top = doubled.find(child.top_criterion); top != doubled.end()) counted[top->second] *= 2;
    if (!has_wish) counted[1] = 0;
    return counted;
}

}  // namespace

NaiveScore naive_score(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    NaiveScore score;
    const auto wishes = background(round, child, volunteer);
    score.criteria = {interests(round, child, volunteer), wishes.value_or(CriterionScore{0, 0, 0, false}),
                      age(round, child, volunteer), travel(round, child, volunteer),
                      availability(round, child, volunteer)};
    score.weights = weights_for(child, round.policy().weights, wishes.has_value());

    Parts parts;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        parts.emplace_back(score.criteria[i], score.weights[i]);
        all += score.weights[i];
    }
    const CriterionScore whole = mean(parts).value_or(unknown(round.policy()));
    score.points = whole.value;
    score.low = whole.low;
    score.high = whole.high;
    std::array<Fraction, 5> earned;
    std::array<Fraction, 5> most;
    for (std::size_t i = 0; i < 5; ++i) {
        const Fraction part = all == 0 ? Fraction(1, 5) : Fraction(score.weights[i], all);
        earned[i] = part * (all == 0 ? whole.value : score.criteria[i].value);
        most[i] = part * 1000;
    }
    score.contributions = handed_out(earned, score.points);
    score.possible = handed_out(most, 1000);
    return score;
}

}  // namespace befriend::test
