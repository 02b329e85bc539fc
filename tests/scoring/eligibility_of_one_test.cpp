// The rules that read one person alone. Every hard rule has an example where it breaks, alone, and one where
// it does not; dates have both sides.

#include "catch2.hpp"
#include "scoring/given_pair.hpp"

using namespace befriend;
using namespace befriend::test;
using namespace std::chrono_literals;

TEST_CASE("eligibility: the pair that the examples start from breaks no rule", "[scoring][example]")
{
    CHECK(GivenPair().broken() == none);
}

TEST_CASE("eligibility: objection, a child who has not been asked may be proposed to", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.child.consent = Consent::objects; }) == Rules{Rule::objection});
    CHECK(broken_after([](auto& p) { p.child.consent = Consent::not_yet_asked; }) == none);
}

TEST_CASE("eligibility: service reaches some ages and cohorts", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.child.age = AgeYears{4}; }) == Rules{Rule::service});
    CHECK(broken_after([](auto& p) { p.child.age = AgeYears{5}; }) == none);
    CHECK(broken_after([](auto& p) { p.child.age = AgeYears{17}; }) == none);
    CHECK(broken_after([](auto& p) { p.child.age = AgeYears{18}; }) == Rules{Rule::service, Rule::horizon});
    CHECK(broken_after([](auto& p) {
              p.child.age = AgeYears{18};
              p.child.cohort = Cohort::care_leaver;
          }) == none);
    CHECK(broken_after([](auto& p) { p.policy.service.cohorts = {Cohort::care_leaver}; }) ==
          Rules{Rule::service});
    CHECK(broken_after([](auto& p) {
              p.child.age = AgeYears{18};
              p.child.cohort = Cohort::returned_home;
              p.policy.service.until_age_returned_home = 19;
          }) == none);
}

TEST_CASE("eligibility: service ends on the first of the month of birth, or on the child's own date",
          "[scoring][example]")
{
    const auto born = [](auto month) {
        return broken_after([month](auto& p) {
            p.child.age = month;
            p.policy.service.least_months = 0;
        });
    };
    CHECK(born(2007y / std::chrono::June) == Rules{Rule::service});  // 18 on 1 June
    CHECK(born(2007y / std::chrono::July) == none);
    const auto until = [](std::string_view date) {
        return broken_after([date](auto& p) {
            p.child.age = AgeYears{18};
            p.child.eligible_until = on(date);
            p.policy.service.least_months = 0;
        });
    };
    CHECK(until("2025-06-02") == none);
    CHECK(until("2025-06-01") == none);  // the last day is within
    CHECK(until("2025-05-31") == Rules{Rule::service});
    CHECK(until("2025-05-01") == Rules{Rule::service, Rule::horizon});
}

TEST_CASE("eligibility: a volunteer is available, or matched with room, from the first day on",
          "[scoring][example]")
{
    for (const auto& [state, word] : words_of<VolunteerState>()) {
        CAPTURE(word);
        const bool ready = state == VolunteerState::available || state == VolunteerState::matched;
        const auto rules = broken_after([state = state](auto& p) { p.volunteer.state = state; });
        CHECK(rules == (ready ? none : Rules{Rule::not_available}));
    }
    const auto from = [](std::string_view date) {
        return broken_after([date](auto& p) { p.volunteer.available_from = on(date); });
    };
    CHECK(from("2025-05-31") == none);
    CHECK(from("2025-06-01") == none);
    CHECK(from("2025-06-02") == Rules{Rule::not_available});
}

TEST_CASE("eligibility: no_room", "[scoring][example]")
{
    const auto with = [](std::int32_t capacity, std::int32_t load) {
        return broken_after([=](auto& p) {
            p.volunteer.capacity = capacity;
            p.volunteer.current_load = load;
        });
    };
    CHECK(with(0, 0) == Rules{Rule::no_room});
    CHECK(with(1, 1) == Rules{Rule::no_room});
    CHECK(with(1, 3) == Rules{Rule::no_room});
    CHECK(with(2, 1) == none);
}

TEST_CASE("eligibility: dbs counts up to and on the day it expires (D14)", "[scoring][example]")
{
    const auto checked = [](std::optional<Date> date) {
        return broken_after([date](auto& p) { p.volunteer.dbs_on = date; });
    };
    CHECK(checked(on("2022-06-02")) == none);
    CHECK(checked(on("2022-06-01")) == none);  // 36 months to the day
    CHECK(checked(on("2022-05-31")) == Rules{Rule::dbs});
    CHECK(checked({}) == Rules{Rule::dbs});
    CHECK(checked(on("2025-06-01")) == none);
    CHECK(broken_after([](auto& p) {
              p.volunteer.dbs_on = on("2024-02-29");  // a year on: 28 February
              p.policy.as_of = on("2025-03-01");
              p.policy.clearance.dbs_months = 12;
          }) == Rules{Rule::dbs});
}

TEST_CASE("eligibility: panel counts up to and on its last day (D14)", "[scoring][example]")
{
    const auto until = [](std::optional<Date> date) {
        return broken_after([date](auto& p) { p.volunteer.panel_approved_until = date; });
    };
    CHECK(until(on("2025-06-02")) == none);
    CHECK(until(on("2025-06-01")) == none);
    CHECK(until(on("2025-05-31")) == Rules{Rule::panel});
    CHECK(until({}) == Rules{Rule::panel});
}

TEST_CASE("eligibility: references", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.volunteer.references_ok = false; }) == Rules{Rule::references});
    CHECK(broken_after([](auto& p) { p.volunteer.references_ok.reset(); }) == Rules{Rule::references});
}

TEST_CASE("eligibility: independence, a check is for a person, a tie only on record", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.volunteer.independent = Independence::check; }) == none);
    CHECK(broken_after([](auto& p) { p.volunteer.independent = Independence::no; }) ==
          Rules{Rule::independence});
    CHECK(broken_after([](auto& p) {
              p.volunteer.independent = Independence::no;
              p.policy.clearance.allow_connected = true;
          }) == none);
}

TEST_CASE("eligibility: volunteer_age", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.volunteer.age = AgeYears{18}; }) == none);
    const auto with_least_21 = [](StatedAge age) {
        return broken_after([age](auto& p) {
            p.volunteer.age = age;
            p.policy.clearance.least_age = 21;
        });
    };
    CHECK(with_least_21(AgeYears{20}) == Rules{Rule::volunteer_age});
    CHECK(with_least_21(AgeYears{21}) == none);
    CHECK(with_least_21(2004y / std::chrono::June) == none);
    CHECK(with_least_21(2004y / std::chrono::July) == Rules{Rule::volunteer_age});
}

TEST_CASE("eligibility: a training that the child requires is held and not too old (D14)",
          "[scoring][example]")
{
    const auto trained = [](std::vector<Training> held) {
        return broken_after([&](auto& p) {
            p.child.requires_of_visitor = {Requirement::trauma_trained};
            p.volunteer.training = held;
            p.volunteer.willing = {Requirement::trauma_trained};  // to be willing is not to be trained
        });
    };
    CHECK(trained({}) == Rules{Rule::training});
    CHECK(trained({{Requirement::asylum_aware, on("2025-01-01")}}) == Rules{Rule::training});
    CHECK(trained({{Requirement::trauma_trained, on("2022-06-02")}}) == none);
    CHECK(trained({{Requirement::trauma_trained, on("2022-06-01")}}) == none);
    CHECK(trained({{Requirement::trauma_trained, on("2022-05-31")}}) == Rules{Rule::training});
    CHECK(trained({{Requirement::trauma_trained, {}}}) == none);  // no date: it counts
    CHECK(trained({{Requirement::trauma_trained, on("2015-05-31")},
                   {Requirement::trauma_trained, on("2024-05-31")}}) == none);
}

TEST_CASE("eligibility: a training that the policy requires of everybody", "[scoring][example]")
{
    const auto held = [](std::vector<Training> training) {
        return broken_after([&](auto& p) {
            p.policy.clearance.required_training = {Requirement::asylum_aware};
            p.volunteer.training = training;
        });
    };
    CHECK(held({}) == Rules{Rule::training});
    CHECK(held({{Requirement::asylum_aware, on("2025-01-01")}}) == none);
}

TEST_CASE("eligibility: horizon, of the child and of the volunteer, to the day", "[scoring][example]")
{
    const Rules horizon{Rule::horizon};
    const auto child_until = [](std::string_view date) {
        return broken_after([date](auto& p) { p.child.eligible_until = on(date); });
    };
    CHECK(child_until("2025-11-30") == none);  // six months, the last day included
    CHECK(child_until("2025-11-29") == horizon);
    const auto committed_until = [](std::string_view date) {
        return broken_after([date](auto& p) { p.volunteer.commitment_until = on(date); });
    };
    CHECK(committed_until("2025-11-30") == none);
    CHECK(committed_until("2025-11-29") == horizon);
    CHECK(broken_after([](auto& p) { p.volunteer.commitment_months = 5; }) == horizon);
    CHECK(broken_after([](auto& p) { p.volunteer.commitment_months = 6; }) == none);
    CHECK(broken_after([](auto& p) {
              p.policy.as_of = on("2025-03-31");  // six months on: 30 September
              p.volunteer.commitment_months = 6;
          }) == none);
    CHECK(broken_after([](auto& p) { p.policy.service.least_months = 12; }) ==
          none);  // the policy's 12 months
    CHECK(broken_after([](auto& p) { p.policy.service.least_months = 13; }) == horizon);
    const auto born = [](auto month) { return broken_after([month](auto& p) { p.child.age = month; }); };
    CHECK(born(2007y / std::chrono::December) == none);  // 18 on 1 December
    CHECK(born(2007y / std::chrono::November) == horizon);
    CHECK(broken_after([](auto& p) { p.child.age = AgeYears{17}; }) ==
          none);  // the birthday may be a year away
}
