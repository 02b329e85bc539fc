#include "scoring/naive_rules.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace befriend::test {
namespace {

using std::chrono::days;

template <class List, class Item>
bool is_in(const Item& item, const List& list)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

// The same day so many months later, or the last day of that month if it has no such day.
Date later(Date date, std::int64_t months)
{
    const std::chrono::year_month_day day(date);
    const std::int64_t count =
        static_cast<int>(day.year()) * std::int64_t{12} + static_cast<unsigned>(day.month()) - 1 + months;
    const std::chrono::year year(static_cast<int>(count / 12));
    const std::chrono::month month(static_cast<unsigned>(count % 12) + 1);
    unsigned last = static_cast<unsigned>(day.day());
    while (!std::chrono::year_month_day(year, month, std::chrono::day(last)).ok())
        --last;
    return std::chrono::year_month_day(year, month, std::chrono::day(last));
}

class Pair {
public:
    Pair(const Round& round, const Referral& child, const Volunteer& volunteer)
        : round_(round), policy_(round.policy()), c_(child), v_(volunteer)
    {
    }

    std::set<std::string> broken() &&
    {
        check_child();
        check_volunteer();
        check_time_ahead();
        check_wishes();
        check_meeting();
        check_needs();
        check_records();
        return std::move(broken_);
    }

private:
    void when(bool is_broken, const char* code)
    {
        if (is_broken) broken_.insert(code);
    }

    [[nodiscard]] std::int64_t until_age() const
    {
        if (c_.cohort == Cohort::care_leaver) return policy_.service.until_age_care_leaver;
        return c_.cohort == Cohort::looked_after ? policy_.service.until_age_looked_after
                                                 : policy_.service.until_age_returned_home;
    }

    void check_child()
    {
        const Date today = round_.as_of();
        const std::int64_t age = age_on(*c_.age, today);
        when(c_.consent == Consent::objects, "objection");
        const bool is_over = c_.eligible_until ? today > *c_.eligible_until : age >= until_age();
        when(!is_in(c_.cohort, policy_.service.cohorts) || age < policy_.service.least_age || is_over,
             "service");
    }

    void check_time_ahead()
    {
        const Date today = round_.as_of();
        const std::int64_t least = policy_.service.least_months;
        const Date day_before = later(today, least) - days(1);  // the last day of the least time ahead
        const bool child_has_it = c_.eligible_until ? *c_.eligible_until >= day_before
                                  : std::holds_alternative<AgeYears>(*c_.age)
                                      ? 12 * (until_age() - age_on(*c_.age, today)) >= least
                                      : age_on(*c_.age, day_before) < until_age();
        const bool volunteer_has_it = v_.commitment_until
                                          ? *v_.commitment_until >= day_before
                                          : v_.commitment_months.value_or(static_cast<std::int32_t>(
                                                policy_.clearance.commitment_months)) >= least;
        when(!child_has_it || !volunteer_has_it, "horizon");
    }

    [[nodiscard]] bool holds(Requirement training) const
    {
        return std::any_of(v_.training.begin(), v_.training.end(), [&](const Training& held) {
            return held.kind == training &&
                   (!held.on || later(*held.on, policy_.clearance.training_months) >= round_.as_of());
        });
    }

    void check_volunteer()
    {
        const Date today = round_.as_of();
        const ClearanceNumbers& clearance = policy_.clearance;
        const bool is_ready = v_.state == VolunteerState::available || v_.state == VolunteerState::matched;
        when(!is_ready || (v_.available_from && *v_.available_from > today), "not_available");
        when(v_.capacity <= v_.current_load, "no_room");
        when(!v_.dbs_on || later(*v_.dbs_on, clearance.dbs_months) < today, "dbs");
        when(!v_.panel_approved_until || *v_.panel_approved_until < today, "panel");
        when(v_.references_ok != true, "references");
        when(v_.independent == Independence::no && !clearance.allow_connected, "independence");
        when(age_on(*v_.age, today) < clearance.least_age, "volunteer_age");
        std::vector<Requirement> trainings = clearance.required_training;
        for (const Requirement training : {Requirement::disability_trained, Requirement::trauma_trained,
                                           Requirement::under10_trained, Requirement::asylum_aware}) {
            if (c_.requires_of_visitor.has(training)) trainings.push_back(training);
        }
        for (const Requirement training : trainings)
            when(!holds(training), "training");
    }

    [[nodiscard]] std::set<std::string> groups_of_volunteer() const
    {
        std::set<std::string> groups;
        if (v_.ethnic_group.known()) {
            groups.insert(folded(v_.ethnic_group.value()));
            if (const auto broad = broad_group(v_.ethnic_group.value())) groups.emplace(to_text(*broad));
        }
        for (const std::string& named : v_.cultures.value_or({}))
            groups.insert(folded(named));
        if (groups.contains("grom")) groups.insert("wrom");  // two codes for one group
        if (groups.contains("wrom")) groups.insert("grom");
        return groups;
    }

    void check_wishes()
    {
        const auto is_must = [](const Answer<Strength>& strength) {
            return strength.known() && strength.value() == Strength::must;
        };
        const auto is_one = [](const Answer<std::string>& answer, const std::vector<std::string>& wanted) {
            return answer.known() && is_in(answer.value(), wanted);
        };
        const auto groups = groups_of_volunteer();
        const bool shares_culture =
            std::any_of(c_.culture.wanted.begin(), c_.culture.wanted.end(),
                        [&](const auto& group) { return groups.contains(folded(group)); });
        bool shares_language = false;
        for (const Language& own : c_.languages.value_or({})) {
            for (const Language& spoken : v_.languages.value_or({})) {
                shares_language |= own.code != "eng" && own.code == spoken.code &&
                                   spoken.fluency >= policy_.background.least_fluency;
            }
        }
        when(is_must(c_.visitor_gender.strength) && !is_one(v_.gender, c_.visitor_gender.wanted),
             "gender_must");
        when(is_must(c_.culture.strength) && !shares_culture, "culture_must");
        when(is_must(c_.faith.strength) && !is_one(v_.religion, c_.faith.wanted), "faith_must");
        when(is_must(c_.needs_language) && !shares_language, "language_must");
    }

    [[nodiscard]] bool both_accept(ContactMode mode) const
    {
        return c_.contact_modes.has(mode) && v_.contact_modes.has(mode);
    }

    void check_meeting()
    {
        const std::int32_t age = age_on(*c_.age, round_.as_of());
        when(v_.accepts_age && (age < v_.accepts_age->least || age > v_.accepts_age->most), "age_range");
        when(!v_.accepts_gender.empty() && c_.gender.known() && !is_in(c_.gender.value(), v_.accepts_gender),
             "accepts_gender");
        const bool online = both_accept(ContactMode::online) || both_accept(ContactMode::phone);
        when(!online && !both_accept(ContactMode::in_person), "contact_mode");
        if (c_.location && v_.location) {
            std::int64_t limit = v_.furthest_m.value_or(policy_.travel.default_limit_m);
            if (online) limit = std::max(limit, policy_.travel.online_limit_m);
            const std::int64_t east = std::int64_t{c_.location->easting} - v_.location->easting;
            const std::int64_t north = std::int64_t{c_.location->northing} - v_.location->northing;
            when(east * east + north * north >= (limit + 1) * (limit + 1), "distance");  // in whole metres
        }
        if (c_.slots.known() && v_.slots.known()) {
            std::int64_t in_common = 0;
            for (int slot = 0; slot < slots_in_a_week; ++slot)
                in_common += (c_.slots.value().slots >> slot & v_.slots.value().slots >> slot & 1) == 1;
            when(in_common < policy_.availability.least_common_slots, "no_common_slot");
        }
    }

    [[nodiscard]] bool answers(Requirement need) const
    {
        const bool two = v_.unit == VolunteerUnit::couple || v_.unit == VolunteerUnit::pair;
        if (v_.willing.has(need)) return true;
        if (need == Requirement::experienced) return holds(need);
        if (need == Requirement::two_adults) return two;
        const bool drives =
            v_.travel.known() && v_.travel.value() == TravelMode::car && v_.business_insurance != false;
        return need == Requirement::no_lone_car && (two || !drives);
    }

    void check_needs()
    {
        for (const Requirement need : {Requirement::experienced, Requirement::two_adults,
                                       Requirement::no_lone_car, Requirement::public_places_first}) {
            when(c_.requires_of_visitor.has(need) && !answers(need), "needs");
        }
        for (const auto& [need, word] : words_of<AccessNeed>())
            when(c_.access_needs.value_or({}).has(need) && !v_.willing_access.has(need), "needs");
        for (const auto& [tag, word] : words_of<HomeTag>()) {
            const bool at_volunteers =
                tag == HomeTag::smoking ? v_.smoker.value_or(false) : v_.pets.value_or({}).has(tag);
            when(c_.allergies.value_or({}).has(tag) && at_volunteers, "allergies");
            when(v_.allergies.value_or({}).has(tag) && c_.home_conditions.value_or({}).has(tag), "allergies");
        }
        when(c_.requires_of_visitor.has(Requirement::experienced) && v_.high_need_limit == 0, "high_need");
    }

    void check_records()
    {
        for (const Exclusion& not_with : c_.not_with)
            when(not_with.id == v_.id.text(), "excluded");
        for (const Exclusion& not_with : v_.not_with)
            when(not_with.id == c_.id.text(), "excluded");
        for (const Block& block : round_.blocks())
            when(block.child == c_.id && block.volunteer == v_.id, "excluded");
        for (const Declined& declined : c_.declined_before)
            when(declined.volunteer == v_.id, "declined_before");
        const auto& sharing = policy_.service.sharing;
        const bool shared = std::any_of(sharing.begin(), sharing.end(), [&](const auto& group) {
            return is_in(c_.provider, group) && is_in(v_.provider, group);
        });
        when(c_.provider != v_.provider && !shared, "sharing");
    }

    const Round& round_;
    const Policy& policy_;
    const Referral& c_;
    const Volunteer& v_;
    std::set<std::string> broken_;
};

}  // namespace

std::set<std::string> naive_rules(const Round& round, const Referral& child, const Volunteer& volunteer)
{
    return Pair(round, child, volunteer).broken();
}

}  // namespace befriend::test
