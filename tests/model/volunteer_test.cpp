#include "model/given_round.hpp"

#include <functional>

namespace befriend::test {
namespace {

using enum FaultCode;

struct Case {
    const char* row;
    std::function<void(Volunteer&)> spoil;
    FaultCode code;
    const char* field;
};

const std::vector<Case>& cases()
{
    const auto text = [] { return std::string(canary); };
    static const std::vector<Case> all = {
        {"the state must be known", [](Volunteer& v) { v.state.reset(); }, e_schema, "state"},
        {"the age must be known", [](Volunteer& v) { v.age.reset(); }, e_schema, "age_years"},
        {"younger than 18", [](Volunteer& v) { v.age = AgeYears{17}; }, e_range, "age_years"},
        {"older than 90", [](Volunteer& v) { v.age = AgeYears{91}; }, e_range, "age_years"},
        {"D11: born after the date of the round",
         [](Volunteer& v) { v.age = std::chrono::year(2025) / std::chrono::July; }, e_range, "birth_month"},
        {"D11: an age above 125", [](Volunteer& v) { v.age = std::chrono::year(1899) / std::chrono::May; },
         e_range, "birth_month"},
        {"a check from the future", [](Volunteer& v) { v.dbs_on = day("2025-06-02"); }, e_range, "dbs_on"},
        {"a training from the future",
         [](Volunteer& v) { v.training = {{Requirement::trauma_trained, day("2025-06-02")}}; }, e_range,
         "training"},
        {"D16: a training twice",
         [](Volunteer& v) {
             v.training = {{Requirement::trauma_trained, {}}, {Requirement::trauma_trained, {}}};
         },
         e_schema, "training"},
        {"a provider that is no code", [=](Volunteer& v) { v.provider = text() + "?"; }, e_schema,
         "provider_id"},
        {"a gender that is no code", [=](Volunteer& v) { v.gender = text() + "?"; }, e_schema, "gender"},
        {"an ethnic group in no list", [=](Volunteer& v) { v.ethnic_group = text(); }, e_schema,
         "ethnic_group"},
        {"a religion in no list", [=](Volunteer& v) { v.religion = text(); }, e_schema, "religion"},
        {"D21: a long culture", [](Volunteer& v) { v.cultures = std::vector{std::string(1 << 20, 'x')}; },
         e_limit, "cultures"},
        {"D16: a culture twice", [=](Volunteer& v) { v.cultures = std::vector{text(), text()}; }, e_schema,
         "cultures"},
        {"a language that is no code",
         [=](Volunteer& v) { v.languages = std::vector<Language>{{text(), {}}}; }, e_schema, "languages"},
        {"too few visits", [](Volunteer& v) { v.most_visits = 0; }, e_range, "max_visits_per_month"},
        {"too many visits", [](Volunteer& v) { v.most_visits = canary_number; }, e_range,
         "max_visits_per_month"},
        {"waiting since after the date of the round",
         [](Volunteer& v) { v.waiting_since = day("2025-06-02"); }, e_range, "waiting_since"},
        {"no time at all", [](Volunteer& v) { v.commitment_months = 0; }, e_range, "commitment_months"},
        {"more than ten years", [](Volunteer& v) { v.commitment_months = 121; }, e_range,
         "commitment_months"},
        {"an end given twice",
         [](Volunteer& v) {
             v.commitment_months = 6;
             v.commitment_until = day("2026-01-01");
         },
         e_conflict, "commitment_months"},
        {"D18: a point off the grid", [](Volunteer& v) { v.location = {-canary_number, 500'000}; }, e_range,
         "easting"},
        {"D03: a negative distance", [](Volunteer& v) { v.furthest_m = -1; }, e_range, "max_travel_m"},
        {"further than the grid is long", [](Volunteer& v) { v.furthest_m = 2'000'001; }, e_range,
         "max_travel_m"},
        {"D03: a negative capacity", [](Volunteer& v) { v.capacity = -1; }, e_range, "capacity"},
        {"a negative load", [](Volunteer& v) { v.current_load = std::numeric_limits<std::int32_t>::min(); },
         e_range, "current_load"},
        {"a negative limit", [](Volunteer& v) { v.high_need_limit = -1; }, e_range, "high_need_limit"},
        {"accepted ages the wrong way round", [](Volunteer& v) { v.accepts_age = AgeRange{12, 11}; }, e_range,
         "accepts_age"},
        {"preferred ages the wrong way round", [](Volunteer& v) { v.prefers_age = AgeRange{12, 11}; },
         e_range, "prefers_age"},
        {"preferred but not accepted, below",
         [](Volunteer& v) {
             v.accepts_age = AgeRange{10, 14};
             v.prefers_age = AgeRange{9, 12};
         },
         e_range, "prefers_age"},
        {"preferred but not accepted, above",
         [](Volunteer& v) {
             v.accepts_age = AgeRange{10, 14};
             v.prefers_age = AgeRange{12, 15};
         },
         e_range, "prefers_age"},
        {"D16: a gender accepted twice", [](Volunteer& v) { v.accepts_gender = {"male", "male"}; }, e_schema,
         "accepts_gender"},
        {"a smoke that is a pet", [](Volunteer& v) { v.pets = TagSet<HomeTag>{HomeTag::smoking}; }, e_schema,
         "pets"},
        {"a coordinator that is no code", [=](Volunteer& v) { v.coordinator = CoordinatorId(text() + " "); },
         e_schema, "coordinator_id"},
        {"D16: a veto twice", [](Volunteer& v) { v.not_with = {{"c0", ""}, {"c0", ""}}; }, e_schema,
         "not_with"},
    };
    return all;
}

}  // namespace

TEST_CASE("volunteer: one wrong field gives one fault, there, without its value", "[model][property]")
{
    const auto which = GENERATE(range(std::size_t{0}, cases().size()));
    const Case& wrong = cases()[which];
    INFO(wrong.row);
    GivenRound given;
    wrong.spoil(given.volunteer(1));
    check_faults(given, {{wrong.code, Table::volunteers, 1, wrong.field}});
}

TEST_CASE("volunteer: a full and sound record is accepted", "[model][example]")
{
    GivenRound given;
    Volunteer& volunteer = given.volunteer(0);
    volunteer.unit = VolunteerUnit::couple;
    volunteer.dbs_on = day("2025-06-01");
    volunteer.training = {{Requirement::trauma_trained, day("2021-01-01")},
                          {Requirement::trauma_trained, day("2025-01-01")},
                          {Requirement::experienced, {}}};
    volunteer.age = AgeYears{90};
    volunteer.ethnic_group = std::string("british");
    volunteer.cultures = std::vector<std::string>{"Welsh", "<script>"};
    volunteer.religion = Missing::declined;
    volunteer.most_visits = 400;
    volunteer.commitment_months = 120;
    volunteer.furthest_m = 0;
    volunteer.accepts_age = AgeRange{10, 14};
    volunteer.prefers_age = AgeRange{10, 14};
    volunteer.pets = TagSet<HomeTag>{HomeTag::dog, HomeTag::other_animal};
    volunteer.coordinator = CoordinatorId("k0");
    volunteer.not_with = {{"c0", "related"}};
    check_accepted(given);
}

TEST_CASE("D04: a capacity of 0 is accepted, and leaves no room", "[model][example]")
{
    GivenRound given;
    given.volunteer(0).capacity = 0;
    check_accepted(given);
    CHECK(given.round().volunteers()[0].room() == 0);
}

TEST_CASE("volunteer: room is what capacity leaves, never below 0", "[model][example]")
{
    Volunteer volunteer;
    volunteer.capacity = 3;
    volunteer.current_load = 1;
    CHECK(volunteer.room() == 2);
    volunteer.current_load = 4;
    CHECK(volunteer.room() == 0);
}

}  // namespace befriend::test
