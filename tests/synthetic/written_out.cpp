#include "synthetic/written_out.hpp"

#include <type_traits>
#include <variant>

namespace befriend::test {

namespace {

/// Values one after the other, each ended by `;`, lists in brackets.
class Text {
public:
    void add(const char* text) { (text_ += text) += ';'; }
    void add(const std::string& text) { (text_ += text) += ';'; }

    template <class T>
        requires std::is_arithmetic_v<T>
    void add(T number)
    {
        add(std::to_string(number));
    }

    template <class E>
        requires std::is_enum_v<E>
    void add(E value)
    {
        add(static_cast<int>(value));
    }

    void add(Date date) { add(date.time_since_epoch().count()); }
    void add(Week week) { add_all(week.slots >> 21, week.slots & 0x1FFFFF); }  // term last
    void add(const ReferralId& id) { add(id.text()); }
    void add(const VolunteerId& id) { add(id.text()); }
    void add(const CoordinatorId& id) { add(id.text()); }
    void add(AgeRange range) { add_all(range.least, range.most); }
    void add(Location place) { add_all(place.easting, place.northing); }
    void add(const Language& language) { add_all(language.code, language.fluency); }
    void add(const GradedInterest& interest) { add_all(interest.tag, interest.grade); }
    void add(const Exclusion& exclusion) { add_all(exclusion.id, exclusion.reason); }
    void add(const Declined& declined) { add_all(declined.volunteer, declined.on); }
    void add(const Training& training) { add_all(training.kind, training.on); }
    void add(const Wish& wish) { add_all(wish.wanted, wish.strength); }

    void add(const StatedAge& age)
    {
        if (const auto* years = std::get_if<AgeYears>(&age)) return add(years->years);
        const auto month = std::get<std::chrono::year_month>(age);
        add_all("month", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    }

    template <class E>
    void add(TagSet<E> tags)
    {
        for (unsigned tag = 0; tag < 32; ++tag) {
            if (tags.has(static_cast<E>(tag))) add(tag);
        }
        add("|");
    }

    template <class T>
    void add(const std::vector<T>& list)
    {
        add("[");
        for (const T& value : list)
            add(value);
        add("]");
    }

    template <class T>
    void add(const std::optional<T>& value)
    {
        if (value) return add(*value);
        add("-");
    }

    template <class T>
    void add(const Answer<T>& answer)
    {
        if (answer.known()) return add(answer.value());
        add_all("?", answer.missing());
    }

    void add(const PairDecision& pair)
    {
        add_all(pair.child, pair.volunteer, pair.by, pair.reason, pair.until);
    }
    void add(const Coordinator& coordinator)
    {
        add_all(coordinator.id, coordinator.active_matches, coordinator.new_introductions, coordinator.from,
                coordinator.until);
    }
    void add(const Referral& child);
    void add(const Volunteer& volunteer);

    template <class... Values>
    void add_all(const Values&... values)
    {
        (add(values), ...);
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

void Text::add(const Referral& c)
{
    add_all(c.id, c.provider, c.placing_authority, c.referred_on, c.waiting_since, c.source, c.consent, c.age,
            c.cohort, c.eligible_until, c.gender, c.visitor_gender, c.ethnic_group, c.culture, c.religion,
            c.faith, c.languages, c.needs_language, c.interests, c.activities_no, c.slots, c.visits_wanted,
            c.contact_modes, c.location, c.placement_type, c.placement_stability, c.home_conditions,
            c.allergies, c.access_needs, c.requires_of_visitor, c.unit, c.unit_mode, c.known_adult,
            c.not_with, c.declined_before, c.previous_matches, c.previous_match_ended,
            c.previous_match_reason, c.priority, c.visitor_age_wanted, c.top_criterion);
}

void Text::add(const Volunteer& v)
{
    add_all(v.id, v.provider, v.unit, v.state, v.dbs_on, v.references_ok, v.panel_approved_until, v.training,
            v.independent, v.age, v.gender, v.ethnic_group, v.cultures, v.religion, v.languages, v.interests,
            v.activities_no, v.slots, v.most_visits, v.contact_modes, v.available_from, v.waiting_since,
            v.commitment_until, v.commitment_months, v.location, v.furthest_m, v.prefers_age, v.accepts_age,
            v.travel, v.business_insurance, v.pets, v.smoker, v.allergies, v.accepts_gender, v.willing,
            v.willing_access, v.capacity, v.current_load, v.high_need_limit, v.not_with, v.coordinator);
}

template <class... Values>
std::string as_text(const Values&... values)
{
    Text text;
    text.add_all(values...);
    return text.text();
}

}  // namespace

std::string written_out(const Referral& child)
{
    return as_text(child);
}

std::string written_out(const Volunteer& volunteer)
{
    return as_text(volunteer);
}

std::string written_out(const Tables& tables)
{
    return as_text(tables.children, tables.volunteers, tables.coordinators, tables.pins, tables.blocks);
}

}  // namespace befriend::test
