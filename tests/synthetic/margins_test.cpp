// Each margin is counted in 200 lists of the preset `county`, one a seed. Over all lists each category must
// lie in its 99.9 % interval; and the 200 chi-square values, as chances, must look uniform: too even a list
// fails as well as too rough a one. Targets are written out here, from the published figures, not read from
// the generator's tables.

#include "catch2.hpp"
#include "synthetic/small_vocabulary.hpp"
#include "synthetic/statistics.hpp"
#include <befriend/synthetic/waiting_list.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

using namespace befriend;

namespace {

constexpr std::size_t lists = 200;
constexpr std::size_t children = 500;
constexpr std::size_t volunteers = 400;
constexpr std::size_t many = 20'000;  // records of one list where a preset is tried once

/// A margin: the expected thousandths of each category, and the category of a record; none: it does not
/// count.
template <class Record>
struct Margin {
    std::string name;
    std::vector<double> thousandths;
    std::function<std::optional<std::size_t>(const Record&)> category;
};

// The position of `word` in `words`, the last for any other.
std::size_t place(const std::string& word, const std::vector<std::string>& words)
{
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

bool seeks_asylum(const Referral& child)
{
    return child.languages.known() && child.languages.value().front().code != "eng";
}

std::int32_t years(const Referral& child)
{
    static const Date as_of = *parse_date("2024-03-31");
    return age_on(*child.age, as_of);
}

std::int64_t days_waited(const Referral& child)
{
    static const Date as_of = *parse_date("2024-03-31");
    return (as_of - child.waiting_since.value_or(*child.referred_on)).count();
}

std::optional<std::size_t> strength_of(const Answer<Strength>& strength)
{
    if (!strength.known()) return 0;
    return 1 + static_cast<std::size_t>(strength.value());
}

// What siblings share counts once a household; the others of a unit are not asked.
bool is_eldest_of_list(const Referral& child, const std::string& last_unit)
{
    return child.unit.empty() || child.unit != last_unit;
}

std::vector<Margin<Referral>> margins_of_households()
{
    return {
        {"ethnic group",
         {710, 110, 70, 50, 50, 10},
         [](const Referral& c) {
             return place(c.ethnic_group.value_or(""), {"white", "mixed", "black", "asian", "other"});
         }},
        {"religion",
         {462, 372, 65, 17, 24, 60},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (seeks_asylum(c)) return std::nullopt;
             if (!c.religion.known() && c.religion.missing() == Missing::unknown) return std::nullopt;
             if (!c.religion.known()) return 5;
             return place(c.religion.value(), {"christian", "none", "muslim", "hindu"});
         }},
        {"seeking asylum", {80, 920}, [](const Referral& c) { return seeks_asylum(c) ? 0 : 1; }},
        {"place known", {940, 60}, [](const Referral& c) { return c.location ? 0 : 1; }},
        {"waiting: median and 90th centile",
         {500, 400, 100},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (years(c) < 9) return std::nullopt;  // the youngest cannot have waited as long
             const std::int64_t days = days_waited(c);
             return days < 183 ? 0 : days < 609 ? 1 : 2;
         }},
        {"home",
         {570, 230, 140},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (!c.location) return std::nullopt;
             const std::int64_t from_centre = distance_m(*c.location, {480'000, 300'000});
             return from_centre <= 35'000 ? 0 : from_centre <= 47'000 ? 1 : 2;
         }},
    };
}

std::vector<Margin<Referral>> margins_of_children()
{
    const auto is_looked_after_here = [](const Referral& c) {
        return c.cohort != Cohort::care_leaver && !seeks_asylum(c);
    };
    return {
        {"age of children in care",
         {45, 250, 705},
         [=](const Referral& c) -> std::optional<std::size_t> {
             if (!is_looked_after_here(c)) return std::nullopt;
             return years(c) <= 8 ? 0 : years(c) <= 11 ? 1 : 2;
         }},
        {"age of children who seek asylum",
         {130, 870},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (!seeks_asylum(c) || c.cohort == Cohort::care_leaver) return std::nullopt;
             return years(c) < 16 ? 0 : 1;
         }},
        {"gender",
         {570, 420, 10},
         [](const Referral& c) { return place(c.gender.value_or(""), {"male", "female"}); }},
        {"cohort", {940, 40, 20}, [](const Referral& c) { return static_cast<std::size_t>(c.cohort); }},
        {"consent", {850, 30, 120}, [](const Referral& c) { return static_cast<std::size_t>(c.consent); }},
        {"placement: foster, homes or semi-independent, other",
         {680, 170, 150},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (!c.placement_type.known() || c.cohort == Cohort::returned_home) return std::nullopt;
             const PlacementType type = c.placement_type.value();
             if (type == PlacementType::foster) return 0;
             return type == PlacementType::residential || type == PlacementType::semi_independent ? 1 : 2;
         }},
        {"placement recorded",
         {900, 100},
         [](const Referral& c) { return c.placement_type.known() ? 0 : 1; }},
        {"visits wanted",
         {100, 180, 540, 180},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (!c.visits_wanted) return 0;
             return *c.visits_wanted == 200 ? 1 : *c.visits_wanted == 110 ? 2 : 3;
         }},
        {"wish for a gender",
         {300, 390, 200, 110},
         [](const Referral& c) { return strength_of(c.visitor_gender.strength); }},
        {"wish for a culture, white children",
         {300, 650, 45, 5},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (c.ethnic_group.value_or("") != "white" || seeks_asylum(c)) return std::nullopt;
             return strength_of(c.culture.strength);
         }},
        {"wish for a culture, other children",
         {300, 330, 270, 100},
         [](const Referral& c) -> std::optional<std::size_t> {
             if (!c.ethnic_group.known() || c.ethnic_group.value() == "white") return std::nullopt;
             return strength_of(c.culture.strength);
         }},
        {"slots recorded", {900, 100}, [](const Referral& c) { return c.slots.known() ? 0 : 1; }},
        {"interests: how many",
         {100, 180, 180, 180, 180, 180},
         [](const Referral& c) { return c.interests.empty() ? 0 : c.interests.size() - 3; }},
        {"first of three neighbours has a brother or sister",
         {200, 800},
         [](const Referral& c) -> std::optional<std::size_t> {
             const bool is_first = std::stoul(c.id.text().substr(2)) % 3 == 1;
             if (!is_first) return std::nullopt;
             return c.unit.empty() ? 1 : 0;
         }},
        {"month of birth given",
         {600, 400},
         [](const Referral& c) { return std::holds_alternative<AgeYears>(*c.age) ? 1 : 0; }},
    };
}

std::vector<Margin<Volunteer>> margins_of_volunteers()
{
    return {
        {"gender",
         {740, 250, 10},
         [](const Volunteer& v) { return place(v.gender.value_or(""), {"female", "male"}); }},
        {"ethnic group",
         {817, 93, 40, 29, 21},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (!v.ethnic_group.known()) return std::nullopt;
             return place(v.ethnic_group.value(), {"white", "asian", "black", "mixed", "other"});
         }},
        {"religion",
         {462, 372, 65, 17, 9, 5, 70},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (!v.religion.known() && v.religion.missing() == Missing::unknown) return std::nullopt;
             return place(v.religion.value_or("no answer"),
                          {"christian", "none", "muslim", "hindu", "sikh", "jewish"});
         }},
        {"couples", {50, 950}, [](const Volunteer& v) { return v.unit == VolunteerUnit::couple ? 0 : 1; }},
        {"commitment",
         {400, 200, 400},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (!v.commitment_months) return std::nullopt;
             return *v.commitment_months == 12 ? 0 : *v.commitment_months == 18 ? 1 : 2;
         }},
        {"travel limit: median and 90th centile",
         {500, 400, 100},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (!v.furthest_m) return std::nullopt;
             return *v.furthest_m < 12'000 ? 0 : *v.furthest_m < 24'000 ? 1 : 2;
         }},
        {"check, of those checked: good, too old, none",
         {950.4, 39.6, 10},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (v.state == VolunteerState::enquiry || v.state == VolunteerState::applied)
                 return std::nullopt;
             if (!v.dbs_on) return 2;
             return add_months(*v.dbs_on, 36) < *parse_date("2024-03-31") ? 1 : 0;
         }},
        {"capacity",
         {850, 120, 30},
         [](const Volunteer& v) -> std::optional<std::size_t> {
             if (v.current_load > 0) return std::nullopt;
             return static_cast<std::size_t>(v.capacity - 1);
         }},
    };
}

using Counts = std::vector<std::vector<std::vector<double>>>;  // of margin, list, category

template <class Record>
void add(Counts& counts, const std::vector<Margin<Record>>& margins, std::size_t list, const Record& record)
{
    for (std::size_t at = 0; at < margins.size(); ++at) {
        if (const auto category = margins[at].category(record)) counts[at][list].at(*category) += 1;
    }
}

template <class Record>
Counts no_counts(const std::vector<Margin<Record>>& margins)
{
    Counts counts;
    for (const auto& margin : margins)
        counts.emplace_back(lists, std::vector<double>(margin.thousandths.size()));
    return counts;
}

template <class Record>
void check_margins(const std::vector<Margin<Record>>& margins, const Counts& counts)
{
    for (std::size_t at = 0; at < margins.size(); ++at) {
        CAPTURE(margins[at].name);
        std::vector<double> shares = margins[at].thousandths;
        const double whole = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (double& share : shares)
            share /= whole;
        std::vector<double> all(shares.size());
        std::vector<double> chances;
        for (const auto& list : counts[at]) {
            for (std::size_t category = 0; category < all.size(); ++category)
                all[category] += list[category];
            chances.push_back(test::chi_square_tail(test::chi_square(list, shares),
                                                    static_cast<double>(shares.size() - 1)));
        }
        const double records = std::accumulate(all.begin(), all.end(), 0.0);
        for (std::size_t category = 0; category < all.size(); ++category) {
            CAPTURE(category, all[category], records * shares[category]);
            CHECK(test::is_plausible(all[category], records, shares[category]));
        }
        CHECK(test::uniformity(chances) > 0.001);
    }
}

}  // namespace

TEST_CASE("margins: children are as published, and no more even than chance makes them",
          "[synthetic][property]")
{
    const auto by_child = margins_of_children();
    const auto by_household = margins_of_households();
    auto child_counts = no_counts(by_child);
    auto household_counts = no_counts(by_household);
    for (std::size_t list = 0; list < lists; ++list) {
        const auto made =
            waiting_list({.preset = "county", .seed = list, .children = children, .volunteers = 0},
                         test::small_vocabulary());
        std::string last_unit;
        for (const Referral& child : made->tables.children) {
            add(child_counts, by_child, list, child);
            if (is_eldest_of_list(child, last_unit)) add(household_counts, by_household, list, child);
            last_unit = child.unit;
        }
    }
    check_margins(by_child, child_counts);
    check_margins(by_household, household_counts);
}

TEST_CASE("margins: volunteers are as published, and no more even than chance makes them",
          "[synthetic][property]")
{
    const auto margins = margins_of_volunteers();
    auto counts = no_counts(margins);
    for (std::size_t list = 0; list < lists; ++list) {
        const auto made =
            waiting_list({.preset = "county", .seed = list, .children = 0, .volunteers = volunteers},
                         test::small_vocabulary());
        for (const Volunteer& volunteer : made->tables.volunteers)
            add(counts, margins, list, volunteer);
    }
    check_margins(margins, counts);
}

TEST_CASE("margins: presets differ where they say so", "[synthetic][property]")
{
    const auto share = [](const std::string& preset, const auto& holds) {
        const auto made =
            waiting_list({.preset = preset, .children = many, .volunteers = 0}, test::small_vocabulary());
        const auto& list = made->tables.children;
        return static_cast<double>(std::count_if(list.begin(), list.end(), holds));
    };
    const auto of_volunteers = [](const std::string& preset, const auto& holds) {
        const auto made =
            waiting_list({.preset = preset, .children = 0, .volunteers = many}, test::small_vocabulary());
        const auto& list = made->tables.volunteers;
        return static_cast<double>(std::count_if(list.begin(), list.end(), holds));
    };
    const auto is_boy = [](const Referral& c) { return c.gender.value_or("") == "male"; };
    const auto must_share_language = [](const Referral& c) {
        return c.needs_language.known() && c.needs_language.value() == Strength::must;
    };
    const auto is_man = [](const Volunteer& v) { return v.gender.value_or("") == "male"; };

    const auto has_sibling = [](const Referral& c) { return !c.unit.empty(); };
    CHECK(std::abs(share("county", has_sibling) / many - 0.15) < 0.01);
    CHECK(test::is_plausible(share("boys-wait", is_boy), many, 0.70));
    CHECK(test::is_plausible(share("county", is_boy), many, 0.57));
    CHECK(test::is_plausible(share("uasc", is_boy), many, 0.95));
    CHECK(test::is_plausible(share("uasc", must_share_language), many, 0.60));
    CHECK(test::is_plausible(of_volunteers("boys-wait", is_man), many, 0.15));
    CHECK(test::is_plausible(of_volunteers("county", is_man), many, 0.25));

    const auto households = [](const std::string& preset) {
        std::vector<double> white_and_all(2);
        std::string last_unit;
        const auto made =
            waiting_list({.preset = preset, .children = many, .volunteers = 0}, test::small_vocabulary());
        for (const Referral& child : made->tables.children) {
            if (is_eldest_of_list(child, last_unit)) {
                white_and_all[0] += child.ethnic_group.value_or("") == "white";
                white_and_all[1] += 1;
            }
            last_unit = child.unit;
        }
        return white_and_all;
    };
    for (const auto& [preset, white] : {std::pair{"press-2019", 0.08}, std::pair{"tilted", 0.50}}) {
        const auto counted = households(preset);
        CHECK(test::is_plausible(counted[0], counted[1], white));
    }
}
