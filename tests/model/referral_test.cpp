#include "model/given_round.hpp"

#include <functional>

namespace befriend::test {
namespace {

using enum FaultCode;

/// One field of child c1 that is wrong.
struct Case {
    const char* row;  ///< of the catalogue, or what the dictionary says
    std::function<void(Referral&)> spoil;
    FaultCode code;
    const char* field;
};

const std::vector<Case>& cases()
{
    const auto text = [] { return std::string(canary); };
    const auto far = [] { return last_date + std::chrono::days(1); };
    static const std::vector<Case> all = {
        {"D03: a negative age", [](Referral& c) { c.age = AgeYears{-1}; }, e_range, "age_years"},
        {"an age above 25", [](Referral& c) { c.age = AgeYears{26}; }, e_range, "age_years"},
        {"D11: an age above 125", [](Referral& c) { c.age = AgeYears{canary_number}; }, e_range, "age_years"},
        {"D11: born after the date of the round",
         [](Referral& c) { c.age = std::chrono::year(2025) / std::chrono::July; }, e_range, "birth_month"},
        {"D11: born before the oldest child",
         [](Referral& c) { c.age = std::chrono::year(1899) / std::chrono::May; }, e_range, "birth_month"},
        {"a month that is none",
         [](Referral& c) { c.age = std::chrono::year(2012) / std::chrono::month(13); }, e_date,
         "birth_month"},
        {"the age must be known", [](Referral& c) { c.age.reset(); }, e_schema, "age_years"},
        {"the day of referral must be known", [](Referral& c) { c.referred_on.reset(); }, e_schema,
         "referred_on"},
        {"referred after the date of the round", [](Referral& c) { c.referred_on = day("2025-06-02"); },
         e_range, "referred_on"},
        {"waiting since after the date of the round",
         [](Referral& c) { c.waiting_since = day("2025-06-02"); }, e_range, "waiting_since"},
        {"a date outside the calendar of the library", [=](Referral& c) { c.eligible_until = far(); },
         e_range, "eligible_until"},
        {"a provider that is no code", [=](Referral& c) { c.provider = text() + " x"; }, e_schema,
         "provider_id"},
        {"D20: a trailing blank", [](Referral& c) { c.provider = "north "; }, e_schema, "provider_id"},
        {"a provider too long", [](Referral& c) { c.provider = std::string(65, 'x'); }, e_limit,
         "provider_id"},
        {"an authority that is no GSS code", [=](Referral& c) { c.placing_authority = text(); }, e_schema,
         "placing_la"},
        {"a GSS code in lower case", [](Referral& c) { c.placing_authority = "e09000008"; }, e_schema,
         "placing_la"},
        {"D15: a gender that is no code", [](Referral& c) { c.gender = std::string("Fe male"); }, e_schema,
         "gender"},
        {"an empty gender", [](Referral& c) { c.gender = std::string(); }, e_schema, "gender"},
        {"an ethnic group in no list", [=](Referral& c) { c.ethnic_group = text(); }, e_schema,
         "ethnic_group"},
        {"D15: a religion with another case", [](Referral& c) { c.religion = std::string("Hindu"); },
         e_schema, "religion"},
        {"a wish for a religion in no list", [=](Referral& c) { c.faith.wanted = {text()}; }, e_schema,
         "religion_wanted"},
        {"D16: a repeat among religions", [](Referral& c) { c.faith.wanted = {"sikh", "hindu", "sikh"}; },
         e_schema, "religion_wanted"},
        {"D16: a repeat among cultures", [=](Referral& c) { c.culture.wanted = {text(), "x", text()}; },
         e_schema, "culture_wanted"},
        {"D16: an empty item", [](Referral& c) { c.culture.wanted = {""}; }, e_schema, "culture_wanted"},
        {"D21: a long text", [](Referral& c) { c.culture.wanted = {std::string(4097, 'x')}; }, e_limit,
         "culture_wanted"},
        {"D16: a repeat among genders", [](Referral& c) { c.visitor_gender.wanted = {"male", "male"}; },
         e_schema, "visitor_gender_wanted"},
        {"a wish for a gender that is no code",
         [=](Referral& c) { c.visitor_gender.wanted = {text() + "!"}; }, e_schema, "visitor_gender_wanted"},
        {"a gender must, but which", [](Referral& c) { c.visitor_gender.strength = Strength::must; },
         e_schema, "visitor_gender_wanted"},
        {"a culture preferred, but which", [](Referral& c) { c.culture.strength = Strength::prefer; },
         e_schema, "culture_wanted"},
        {"a faith must, but which", [](Referral& c) { c.faith.strength = Strength::must; }, e_schema,
         "religion_wanted"},
        {"a language needed, but which", [](Referral& c) { c.needs_language = Strength::must; }, e_schema,
         "languages"},
        {"a language needed, and only English known",
         [](Referral& c) {
             c.needs_language = Strength::prefer;
             c.languages = std::vector<Language>{{"eng", Fluency::basic}};
         },
         e_schema, "languages"},
        {"a language that is no code",
         [=](Referral& c) { c.languages = std::vector<Language>{{text(), {}}}; }, e_schema, "languages"},
        {"a language in upper case", [](Referral& c) { c.languages = std::vector<Language>{{"TIR", {}}}; },
         e_schema, "languages"},
        {"D16: a repeat among languages",
         [](Referral& c) {
             c.languages = std::vector<Language>{{"tir", Fluency::basic}, {"tir", Fluency::fluent}};
         },
         e_schema, "languages"},
        {"a slot beyond the week", [](Referral& c) { c.slots = Week{std::uint64_t{1} << 42}; }, e_schema,
         "slots"},
        {"too few visits", [](Referral& c) { c.visits_wanted = 24; }, e_range, "visits_wanted_per_month"},
        {"too many visits", [](Referral& c) { c.visits_wanted = 401; }, e_range, "visits_wanted_per_month"},
        {"no way of contact", [](Referral& c) { c.contact_modes = {}; }, e_schema, "contact_modes"},
        {"D18: a point east of the grid", [](Referral& c) { c.location = {canary_number, 500'000}; }, e_range,
         "easting"},
        {"D18: a point north of the grid", [](Referral& c) { c.location = {400'000, 1'300'001}; }, e_range,
         "northing"},
        {"D18: a point south of the grid", [](Referral& c) { c.location = {400'000, -1}; }, e_range,
         "northing"},
        {"D18: 0, 0", [](Referral& c) { c.location = {0, 0}; }, e_range, "easting"},
        {"D18: degrees", [](Referral& c) { c.location = {-1, 51}; }, e_range, "easting"},
        {"D18: degrees, swapped", [](Referral& c) { c.location = {51, 0}; }, e_range, "easting"},
        {"a unit that is no code", [=](Referral& c) { c.unit = text() + "/"; }, e_schema, "unit_id"},
        {"D16: a veto twice", [](Referral& c) { c.not_with = {{"v0", ""}, {"v0", "x"}}; }, e_schema,
         "not_with"},
        {"a reason that is no code", [=](Referral& c) { c.not_with = {{"v0", text() + " "}}; }, e_schema,
         "not_with"},
        {"E05: a veto on nobody", [](Referral& c) { c.not_with = {{"", ""}}; }, e_schema, "not_with"},
        {"D16: the same refusal twice",
         [](Referral& c) {
             c.declined_before = {{VolunteerId("v0"), day("2024-01-01")},
                                  {VolunteerId("v0"), day("2024-01-01")}};
         },
         e_schema, "declined_before"},
        {"a refusal after the date of the round",
         [](Referral& c) { c.declined_before = {{VolunteerId("v0"), day("2025-06-02")}}; }, e_range,
         "declined_before"},
        {"fewer than no matches before", [](Referral& c) { c.previous_matches = -canary_number; }, e_range,
         "previous_matches"},
        {"a match that ended after the date of the round",
         [](Referral& c) { c.previous_match_ended = day("2025-06-02"); }, e_range, "previous_match_ended"},
        {"a reason of an ending that is no code",
         [=](Referral& c) { c.previous_match_reason = text() + ";"; }, e_schema, "previous_match_reason"},
        {"D03: a wanted age below 0", [](Referral& c) { c.visitor_age_wanted = AgeRange{-1, 30}; }, e_range,
         "visitor_age_wanted"},
        {"a wanted age above the oldest", [](Referral& c) { c.visitor_age_wanted = AgeRange{20, 126}; },
         e_range, "visitor_age_wanted"},
        {"wanted ages the wrong way round", [](Referral& c) { c.visitor_age_wanted = AgeRange{30, 29}; },
         e_range, "visitor_age_wanted"},
    };
    return all;
}

}  // namespace

TEST_CASE("referral: one wrong field gives one fault, there, without its value", "[model][property]")
{
    const auto which = GENERATE(range(std::size_t{0}, cases().size()));
    const Case& wrong = cases()[which];
    INFO(wrong.row);
    GivenRound given;
    wrong.spoil(given.child(1));
    check_faults(given, {{wrong.code, Table::children, 1, wrong.field}});
}

TEST_CASE("referral: everything wrong at once is reported at once", "[model][example]")
{
    GivenRound given;
    given.child(0) = {};
    given.child(1).visits_wanted = 0;
    given.child(1).previous_matches = -1;
    given.volunteer(0).capacity = -1;
    given.policy.as_of.reset();
    check_faults(given, {{e_schema, Table::children, 0, "age_years"},
                         {e_schema, Table::children, 0, "child_id"},
                         {e_schema, Table::children, 0, "referred_on"},
                         {e_range, Table::children, 1, "previous_matches"},
                         {e_range, Table::children, 1, "visits_wanted_per_month"},
                         {e_range, Table::volunteers, 0, "capacity"},
                         {e_policy, Table::policy, {}, "as_of"}});
}

TEST_CASE("referral: a full and sound record is accepted", "[model][example]")
{
    GivenRound given;
    Referral& child = given.child(0);
    child.provider = "north-1";
    child.placing_authority = "E09000008";
    child.referred_on = child.waiting_since = day("2025-06-01");
    child.gender = std::string("non_binary");
    child.visitor_gender = {{"female", "other"}, Strength::must};
    child.ethnic_group = std::string("REFU");
    child.culture = {{"\xE1\x8A\xA4\xE1\x88\xAD\xE1\x89\xB5\xE1\x88\xAB", "=HYPERLINK(\"x\")"},
                     Strength::prefer};
    child.religion = std::string("none");
    child.faith = {{"christian"}, Strength::none};
    child.languages = std::vector<Language>{{"tir", Fluency::native}, {"eng", Fluency::basic}};
    child.needs_language = Strength::must;
    child.slots = parse_slot("sat_morning").value();
    child.visits_wanted = 25;
    child.location = {700'000, 1'300'000};
    child.unit = "s-1";
    child.unit_mode = UnitMode::same_adult;
    child.not_with = {{"v1", "objected"}};
    child.declined_before = {{VolunteerId("v0"), day("2024-01-01")}, {VolunteerId("v0"), day("2025-01-01")}};
    child.previous_matches = 0;
    child.visitor_age_wanted = AgeRange{30, 30};
    check_accepted(given);
}

TEST_CASE("D18: the fault of a place in degrees says what is wanted", "[model][example]")
{
    GivenRound given;
    given.child(0).location = {-1, 52};
    CHECK(mentions(given.faults(), "looks like degrees: give British National Grid metres"));
    for (const Location edge : {Location{180, 90}, Location{90, 180}}) {
        given.child(0).location = edge;
        CHECK(mentions(given.faults(), "looks like degrees"));
    }
    given.child(0).location = {-180, -180};
    CHECK(mentions(given.faults(), "looks like degrees"));
    given.child(0).location = {181, 0};
    check_accepted(given);
}

TEST_CASE("D15: a word out of a list is answered with the list", "[model][example]")
{
    GivenRound given;
    given.child(0).religion = std::string("Femail");
    CHECK(mentions(given.faults(), "none, christian, buddhist, hindu, jewish, muslim, sikh, other"));
    CHECK_FALSE(mentions(given.faults(), "Femail"));
}

TEST_CASE("D12: a child at the age of the service is kept with a warning", "[model][example]")
{
    GivenRound given;
    Referral& child = given.child(1);
    SECTION("looked after: 18")
    {
        child.age = AgeYears{17};
        check_accepted(given);
        child.age = AgeYears{18};
        check_faults(given, {{w_policy, Table::children, 1, "age_years"}});
    }
    SECTION("by month of birth: on the first of the month")
    {
        child.age = std::chrono::year(2007) / std::chrono::July;
        check_accepted(given);
        child.age = std::chrono::year(2007) / std::chrono::June;
        check_faults(given, {{w_policy, Table::children, 1, "birth_month"}});
    }
    SECTION("a care leaver: 25")
    {
        child.cohort = Cohort::care_leaver;
        child.age = AgeYears{24};
        check_accepted(given);
        child.age = AgeYears{25};
        check_faults(given, {{w_policy, Table::children, 1, "age_years"}});
    }
    SECTION("returned home: what the policy says")
    {
        child.cohort = Cohort::returned_home;
        given.policy.service.until_age_returned_home = 12;
        check_faults(given, {{w_policy, Table::children, 1, "age_years"}});
    }
    SECTION("a date of their own says otherwise")
    {
        child.age = AgeYears{18};
        child.eligible_until = day("2026-01-01");
        check_accepted(given);
    }
}

TEST_CASE("referral: waiting counts from its own day, else from the referral", "[model][example]")
{
    GivenRound given;
    CHECK(waiting_since(given.child(0)) == day("2025-01-15"));
    given.child(0).waiting_since = day("2024-11-02");
    CHECK(waiting_since(given.child(0)) == day("2024-11-02"));
    CHECK_FALSE(given.round().children()[1].waiting_since.has_value());
}

}  // namespace befriend::test
