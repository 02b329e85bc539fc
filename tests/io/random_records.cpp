#include "io/random_records.hpp"

#include <befriend/model/words.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace befriend::test {
namespace {

constexpr std::int32_t most_int = std::numeric_limits<std::int32_t>::max();

std::string random_code(Draw& draw)
{
    constexpr std::string_view letters = "abcXYZ019-_.";
    std::string code = "c";
    for (auto more = draw.between(0, 6); more > 0; --more)
        code +=
            letters[static_cast<std::size_t>(draw.between(0, static_cast<std::int64_t>(letters.size()) - 1))];
    return code;
}

// Free text with everything that tables and formats trip over.
std::string random_text(Draw& draw)
{
    constexpr std::string_view parts[] = {"a", " ", ";",  "\"",  "\\",   "\n", "\t",
                                          ",", "é", "=1", "<b>", "\x01", "𝄞",  "none"};
    std::string text;
    for (auto more = draw.between(1, 8); more > 0; --more)
        text += parts[static_cast<std::size_t>(draw.between(0, std::ssize(parts) - 1))];
    return text;
}

// A word of a group or an interest: blanks inside, no `;` or `:`, and no blanks around.
std::string random_word(Draw& draw)
{
    constexpr std::string_view parts[] = {"a", "é", " b", "-c", "&", "/d", "\"", "'"};
    std::string word = "w";
    for (auto more = draw.between(0, 5); more > 0; --more)
        word += parts[static_cast<std::size_t>(draw.between(0, std::ssize(parts) - 1))];
    return word;
}

Date random_date(Draw& draw)
{
    const auto days = (last_date - first_date).count();
    return first_date + std::chrono::days(draw.between(0, days));
}

std::int32_t random_int(Draw& draw, std::int32_t least, std::int32_t most)
{
    const auto side = draw.between(0, 3);  // the ends of the range as often as its middle
    return side == 0 ? least : side == 1 ? most : static_cast<std::int32_t>(draw.between(least, most));
}

template <class E>
E random_of(Draw& draw)
{
    const auto words = words_of<E>();
    return words[static_cast<std::size_t>(draw.between(0, std::ssize(words) - 1))].first;
}

std::string random_of(Draw& draw, std::span<const std::string_view> words)
{
    return std::string(words[static_cast<std::size_t>(draw.between(0, std::ssize(words) - 1))]);
}

template <class E>
TagSet<E> random_set(Draw& draw, std::size_t size = 32)
{
    TagSet<E> tags;
    const auto words = words_of<E>();
    for (std::size_t at = 0; at < std::min(size, words.size()); ++at) {
        if (draw.flip()) tags.insert(words[at].first);
    }
    return tags;
}

template <class Make>
auto maybe(Draw& draw, Make make) -> std::optional<decltype(make(draw))>
{
    if (draw.between(0, 2) == 0) return std::nullopt;
    return make(draw);
}

template <class Make>
auto answer(Draw& draw, Make make) -> Answer<decltype(make(draw))>
{
    switch (draw.between(0, 5)) {
        case 0:
            return Missing::unknown;
        case 1:
            return Missing::not_asked;
        case 2:
            return Missing::declined;
        default:
            return make(draw);
    }
}

// Up to four items whose keys differ.
template <class Make, class Key>
auto items(Draw& draw, Make make, Key key) -> std::vector<decltype(make(draw))>
{
    std::vector<decltype(make(draw))> list;
    std::set<std::string> keys;
    for (auto more = draw.between(0, 4); more > 0; --more) {
        auto item = make(draw);
        if (keys.insert(key(item)).second) list.push_back(std::move(item));
    }
    return list;
}

const std::string& itself(const std::string& text)
{
    return text;
}

std::vector<std::string> random_codes(Draw& draw)
{
    return items(draw, random_code, itself);
}

std::vector<std::string> random_words(Draw& draw)
{
    return items(draw, random_word, itself);
}

std::string random_religion(Draw& draw)
{
    return random_of(draw, religion_words());
}

// Codes that say why there is no answer, or that are read as another, do not come back as they are.
std::string random_ethnic_group(Draw& draw)
{
    std::string code;
    do {
        code = random_of(draw, ethnic_group_codes());
    } while (code == "REFU" || code == "NOBT" || code == "GROM");
    return code;
}

std::vector<Language> random_languages(Draw& draw)
{
    constexpr std::string_view codes[] = {"eng", "tir", "kur", "bfi", "pol"};
    return items(
        draw, [&](Draw& d) { return Language{random_of(d, codes), random_of<Fluency>(d)}; },
        [](const Language& language) { return language.code; });
}

std::vector<GradedInterest> random_interests(Draw& draw)
{
    return items(
        draw, [](Draw& d) { return GradedInterest{random_word(d), random_int(d, -2, 2)}; },
        [](const GradedInterest& interest) { return interest.tag; });
}

std::vector<Exclusion> random_exclusions(Draw& draw)
{
    return items(
        draw,
        [](Draw& d) {
            std::string id = random_code(d);
            return Exclusion{std::move(id), d.flip() ? random_code(d) : std::string()};
        },
        [](const Exclusion& exclusion) { return exclusion.id; });
}

std::vector<Declined> random_declined(Draw& draw)
{
    return items(
        draw, [](Draw& d) { return Declined{VolunteerId(random_code(d)), maybe(d, random_date)}; },
        [](const Declined& declined) {
            return declined.volunteer.text() + (declined.on ? to_text(*declined.on) : "");
        });
}

std::vector<Training> random_training(Draw& draw)
{
    return items(
        draw, [](Draw& d) { return Training{random_of<Requirement>(d), maybe(d, random_date)}; },
        [](const Training& training) {
            return std::string(to_word(training.kind)) + (training.on ? to_text(*training.on) : "");
        });
}

Week random_week(Draw& draw)
{
    return Week{static_cast<std::uint64_t>(draw.between(0, (std::int64_t{1} << slots_in_a_week) - 1))};
}

AgeRange random_ages(Draw& draw)
{
    const std::int32_t least = random_int(draw, 0, 125);
    return {least, random_int(draw, least, 125)};
}

StatedAge random_age(Draw& draw, std::int32_t least, std::int32_t most)
{
    if (draw.flip()) return AgeYears{random_int(draw, least, most)};
    const std::chrono::year_month_day day(random_date(draw));
    return day.year() / day.month();
}

Location random_location(Draw& draw)
{
    return {random_int(draw, 181, most_easting), random_int(draw, 0, most_northing)};
}

std::int32_t random_visits(Draw& draw)
{
    return random_int(draw, 25, 400);
}

std::int32_t random_count(Draw& draw)
{
    return random_int(draw, 0, most_int);
}

template <class Make>
Wish random_wish(Draw& draw, Make make)
{
    return {items(draw, make, itself), answer(draw, random_of<Strength>)};
}

TagSet<ContactMode> random_modes(Draw& draw)
{
    TagSet<ContactMode> modes = random_set<ContactMode>(draw);
    modes.insert(random_of<ContactMode>(draw));
    return modes;
}

TagSet<HomeTag> random_home(Draw& draw)
{
    return random_set<HomeTag>(draw);
}

}  // namespace

Referral random_child(Draw& draw)
{
    Referral child;
    child.id = ReferralId(random_code(draw));
    child.provider = draw.flip() ? random_code(draw) : "";
    child.placing_authority = draw.flip() ? "E08000003" : "";
    child.referred_on = random_date(draw);
    child.waiting_since = maybe(draw, random_date);
    child.source = answer(draw, random_of<ReferralSource>);
    child.consent = random_of<Consent>(draw);
    child.age = maybe(draw, [](Draw& d) { return random_age(d, 0, 25); });
    child.cohort = random_of<Cohort>(draw);
    child.eligible_until = maybe(draw, random_date);
    child.gender = answer(draw, random_code);
    child.visitor_gender = random_wish(draw, random_code);
    child.ethnic_group = answer(draw, random_ethnic_group);
    child.culture = random_wish(draw, random_word);
    child.religion = answer(draw, random_religion);
    child.faith = random_wish(draw, random_religion);
    child.languages = answer(draw, random_languages);
    child.needs_language = answer(draw, random_of<Strength>);
    child.interests = random_interests(draw);
    child.activities_no = random_words(draw);
    child.slots = answer(draw, random_week);
    child.visits_wanted = maybe(draw, random_visits);
    child.contact_modes = random_modes(draw);
    child.location = maybe(draw, random_location);
    child.placement_type = answer(draw, random_of<PlacementType>);
    child.placement_stability = answer(draw, random_of<PlacementStability>);
    child.home_conditions = answer(draw, random_home);
    child.allergies = answer(draw, random_home);
    child.access_needs = answer(draw, [](Draw& d) { return random_set<AccessNeed>(d); });
    child.requires_of_visitor = random_set<Requirement>(draw);
    child.unit = draw.flip() ? random_code(draw) : "";
    child.unit_mode = maybe(draw, random_of<UnitMode>);
    child.known_adult = draw.flip() ? "external" : "";
    child.not_with = random_exclusions(draw);
    child.declined_before = random_declined(draw);
    child.previous_matches = maybe(draw, random_count);
    child.previous_match_ended = maybe(draw, random_date);
    child.previous_match_reason = draw.flip() ? random_code(draw) : "";
    child.priority = random_set<Priority>(draw);
    child.visitor_age_wanted = answer(draw, random_ages);
    child.top_criterion = random_of<TopCriterion>(draw);
    return child;
}

Volunteer random_volunteer(Draw& draw)
{
    Volunteer volunteer;
    volunteer.id = VolunteerId(random_code(draw));
    volunteer.provider = draw.flip() ? random_code(draw) : "";
    volunteer.unit = random_of<VolunteerUnit>(draw);
    volunteer.state = random_of<VolunteerState>(draw);
    volunteer.dbs_on = maybe(draw, random_date);
    volunteer.references_ok = maybe(draw, [](Draw& d) { return d.flip(); });
    volunteer.panel_approved_until = maybe(draw, random_date);
    volunteer.training = random_training(draw);
    volunteer.independent = random_of<Independence>(draw);
    volunteer.age = maybe(draw, [](Draw& d) { return random_age(d, 18, 90); });
    volunteer.gender = answer(draw, random_code);
    volunteer.ethnic_group = answer(draw, random_ethnic_group);
    volunteer.cultures = answer(draw, random_words);
    volunteer.religion = answer(draw, random_religion);
    volunteer.languages = answer(draw, random_languages);
    volunteer.interests = random_interests(draw);
    volunteer.activities_no = random_words(draw);
    volunteer.slots = answer(draw, random_week);
    volunteer.most_visits = maybe(draw, random_visits);
    volunteer.contact_modes = random_modes(draw);
    volunteer.available_from = maybe(draw, random_date);
    volunteer.waiting_since = maybe(draw, random_date);
    volunteer.commitment_until = maybe(draw, random_date);
    volunteer.commitment_months = maybe(draw, [](Draw& d) { return random_int(d, 1, 120); });
    volunteer.location = maybe(draw, random_location);
    volunteer.furthest_m = maybe(draw, [](Draw& d) { return d.between(0, 2'000'000); });
    volunteer.prefers_age = answer(draw, random_ages);
    volunteer.accepts_age = maybe(draw, random_ages);
    volunteer.travel = answer(draw, random_of<TravelMode>);
    volunteer.business_insurance = maybe(draw, [](Draw& d) { return d.flip(); });
    volunteer.pets = answer(draw, [](Draw& d) { return random_set<HomeTag>(d, 3); });
    volunteer.smoker = answer(draw, [](Draw& d) { return d.flip(); });
    volunteer.allergies = answer(draw, random_home);
    volunteer.accepts_gender = random_codes(draw);
    volunteer.willing = random_set<Requirement>(draw);
    volunteer.willing_access = random_set<AccessNeed>(draw);
    volunteer.capacity = random_count(draw);
    volunteer.current_load = random_count(draw);
    volunteer.high_need_limit = random_count(draw);
    volunteer.not_with = random_exclusions(draw);
    volunteer.coordinator = draw.flip() ? CoordinatorId(random_code(draw)) : CoordinatorId();
    return volunteer;
}

Coordinator random_coordinator(Draw& draw)
{
    Coordinator coordinator;
    coordinator.id = CoordinatorId(random_code(draw));
    coordinator.active_matches = maybe(draw, random_count);
    coordinator.new_introductions = maybe(draw, random_count);
    coordinator.from = maybe(draw, random_date);
    coordinator.until = maybe(draw, random_date);
    return coordinator;
}

ExistingMatch random_match(Draw& draw)
{
    ExistingMatch match;
    match.child = ReferralId(random_code(draw));
    match.volunteer = VolunteerId(random_code(draw));
    match.started_on = maybe(draw, random_date);
    match.type = random_of<MatchType>(draw);
    match.visits = maybe(draw, random_visits);
    return match;
}

PairDecision random_decision(Draw& draw)
{
    PairDecision decision;
    decision.child = ReferralId(random_code(draw));
    decision.volunteer = VolunteerId(random_code(draw));
    decision.by = draw.flip() ? random_text(draw) : "";
    decision.reason = draw.flip() ? random_text(draw) : "";
    decision.until = maybe(draw, random_date);
    return decision;
}

Tables random_tables(Draw& draw)
{
    Tables tables;
    for (auto more = draw.between(0, 3); more > 0; --more) {
        tables.children.push_back(random_child(draw));
        tables.volunteers.push_back(random_volunteer(draw));
        tables.coordinators.push_back(random_coordinator(draw));
        tables.existing.push_back(random_match(draw));
        tables.pins.push_back(random_decision(draw));
        tables.blocks.push_back(random_decision(draw));
        tables.earlier.push_back({ReferralId(random_code(draw)), VolunteerId(random_code(draw))});
    }
    return tables;
}

}  // namespace befriend::test
