// How much of the ready volunteers' room a round could use: rules of its own, slow and obvious, so that this
// step needs no later one. It is about the lists being worth solving, not about the rules.

#include "catch2.hpp"
#include "synthetic/small_vocabulary.hpp"
#include <befriend/synthetic/waiting_list.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace befriend;

namespace {

bool has(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether somebody who is `offered` meets a wish that must be met.
bool meets(const Wish& wish, const std::vector<std::string>& offered)
{
    return !wish.is(Strength::must) || std::any_of(wish.wanted.begin(), wish.wanted.end(),
                                                   [&](const auto& word) { return has(offered, word); });
}

bool is_cleared(const Volunteer& v, Date as_of)
{
    const bool is_here = v.state == VolunteerState::available || v.state == VolunteerState::matched;
    const bool has_begun = !v.available_from || *v.available_from <= as_of;
    const bool is_checked = v.dbs_on && add_months(*v.dbs_on, 36) >= as_of &&
                            v.references_ok.value_or(false) && v.panel_approved_until &&
                            *v.panel_approved_until >= as_of;
    return is_here && has_begun && is_checked && v.room() > 0 && v.independent != Independence::no;
}

std::vector<std::string> spoken_beside_english(const Answer<std::vector<Language>>& languages)
{
    std::vector<std::string> codes;
    for (const Language& language : languages.value_or({})) {
        if (language.code != "eng" && language.fluency != Fluency::basic) codes.push_back(language.code);
    }
    return codes;
}

bool meets_wishes(const Referral& c, const Volunteer& v)
{
    const auto one = [](const Answer<std::string>& answer) { return std::vector{answer.value_or("")}; };
    if (!meets(c.visitor_gender, one(v.gender)) || !meets(c.faith, one(v.religion))) return false;
    auto cultures = v.cultures.value_or({});
    if (v.ethnic_group.known()) cultures.push_back(v.ethnic_group.value());
    if (!meets(c.culture, cultures)) return false;
    const bool needs_language = c.needs_language.known() && c.needs_language.value() == Strength::must;
    return !needs_language ||
           meets({spoken_beside_english(c.languages), Strength::must}, spoken_beside_english(v.languages));
}

bool is_ready_for(const Volunteer& v, const Referral& c, Date as_of)
{
    for (unsigned tag = 0; tag < 8; ++tag) {
        const auto need = static_cast<Requirement>(tag);
        if (!c.requires_of_visitor.has(need)) continue;
        if (!v.willing.has(need)) return false;
        const bool is_training = need == Requirement::disability_trained ||
                                 need == Requirement::trauma_trained ||
                                 need == Requirement::under10_trained || need == Requirement::asylum_aware;
        const auto holds = [&](const Training& training) {
            return training.kind == need && add_months(training.on.value_or(as_of), 36) >= as_of;
        };
        if (is_training && std::none_of(v.training.begin(), v.training.end(), holds)) return false;
        if (need == Requirement::experienced && v.high_need_limit == 0) return false;
    }
    const TagSet<AccessNeed> access = c.access_needs.value_or({});
    return (access - v.willing_access).empty();
}

bool fits_practically(const Referral& c, const Volunteer& v, std::int32_t years, Date as_of)
{
    const bool online = c.contact_modes.has(ContactMode::online) && v.contact_modes.has(ContactMode::online);
    const bool phone = c.contact_modes.has(ContactMode::phone) && v.contact_modes.has(ContactMode::phone);
    std::int64_t limit = v.furthest_m.value_or(25'000);
    if (online || phone) limit = std::max<std::int64_t>(limit, 50'000);
    if (c.location && v.location && distance_m(*c.location, *v.location) > limit) return false;
    if (c.slots.known() && v.slots.known() && common(c.slots.value(), v.slots.value()).empty()) return false;
    const auto home = c.home_conditions.value_or({});
    auto brought = v.pets.value_or({});
    if (v.smoker.value_or(false)) brought.insert(HomeTag::smoking);
    if (!(c.allergies.value_or({}) & brought).empty() || !(v.allergies.value_or({}) & home).empty())
        return false;
    const int until = c.cohort == Cohort::care_leaver ? 25 : 18;
    const auto own = c.eligible_until ? whole_months(as_of, *c.eligible_until) : (until - years) * 12;
    return own >= 6;
}

bool may_meet(const Referral& c, const Volunteer& v, Date as_of)
{
    const std::int32_t years = age_on(*c.age, as_of);
    const auto names = [](const auto& exclusions, const std::string& id) {
        return std::any_of(exclusions.begin(), exclusions.end(), [&](const auto& e) { return e.id == id; });
    };
    return c.consent != Consent::objects && c.provider == v.provider && is_cleared(v, as_of) &&
           (!v.accepts_age || v.accepts_age->holds(years)) &&
           (v.accepts_gender.empty() || !c.gender.known() || has(v.accepts_gender, c.gender.value())) &&
           !names(c.not_with, v.id.text()) && !names(v.not_with, c.id.text()) && meets_wishes(c, v) &&
           is_ready_for(v, c, as_of) && fits_practically(c, v, years, as_of);
}

/// What a list could come to.
struct Outcome {
    std::size_t room = 0;      // of those who are ready
    std::size_t proposed = 0;  // the most children at once
    std::size_t reached = 0;   // children with at least one volunteer
};

// The most children at once by augmenting paths (Kuhn), volunteers once for each child they can take.
Outcome outcome(const WaitingList& list)
{
    const Date as_of = *list.policy.as_of;
    std::vector<const Volunteer*> seats;
    for (const Volunteer& v : list.tables.volunteers) {
        if (v.state == VolunteerState::available || v.state == VolunteerState::matched)
            seats.insert(seats.end(), static_cast<std::size_t>(v.room()), &v);
    }
    std::vector<std::vector<std::size_t>> fitting;
    for (const Referral& c : list.tables.children) {
        fitting.emplace_back();
        for (std::size_t seat = 0; seat < seats.size(); ++seat) {
            if (may_meet(c, *seats[seat], as_of)) fitting.back().push_back(seat);
        }
    }
    constexpr std::size_t nobody = SIZE_MAX;
    std::vector<std::size_t> child_of(seats.size(), nobody);
    std::vector<bool> seen;
    const std::function<bool(std::size_t)> find_seat = [&](std::size_t child) {
        for (const std::size_t seat : fitting[child]) {
            if (seen[seat]) continue;
            seen[seat] = true;
            if (child_of[seat] != nobody && !find_seat(child_of[seat])) continue;
            child_of[seat] = child;
            return true;
        }
        return false;
    };
    Outcome result{seats.size(), 0, 0};
    for (std::size_t child = 0; child < fitting.size(); ++child) {
        result.reached += !fitting[child].empty();
        seen.assign(seats.size(), false);
        result.proposed += find_seat(child);
    }
    return result;
}

Outcome of_preset(const std::string& preset, std::uint64_t seeds)
{
    Outcome all;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const Outcome one =
            outcome(*waiting_list({.preset = preset, .seed = seed}, test::small_vocabulary()));
        all.room += one.room;
        all.proposed += one.proposed;
        all.reached += one.reached;
    }
    return all;
}

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

TEST_CASE("usable capacity: lists leave something to decide", "[synthetic][property]")
{
    constexpr std::uint64_t seeds = 100;
    const auto [preset, least, most] = GENERATE(table<std::string, double, double>({
        {"croydon-2021", 0.5, 0.9},
        {"county", 0.5, 0.8},
        {"tilted", 0.5, 0.9},
        {"boys-wait", 0.5, 0.8},
    }));
    const Outcome all = of_preset(preset, seeds);
    CAPTURE(preset, all.room, all.proposed, all.reached);
    const double used = share(all.proposed, all.room);
    CHECK(used > least);
    CHECK(used < most);
    CHECK(all.reached > all.proposed);  // some child with a volunteer waits for want of room
}
