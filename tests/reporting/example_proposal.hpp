#pragma once

// An invented round of 12 children and 6 volunteers, and a proposal made by hand: every state, reason and
// flag occurs at least once. Nobody in it exists.

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace befriend::test {

inline Date day(int year, unsigned month, unsigned of_month)
{
    return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) /
                                 static_cast<int>(of_month)};
}

inline const Date example_day = day(2026, 3, 14);

inline Referral example_child(const std::string& id, int years, Date waiting_since, Location home)
{
    Referral child;
    child.id = ReferralId{id};
    child.age = AgeYears{years};
    child.referred_on = waiting_since;
    child.consent = Consent::agrees;
    child.location = home;
    child.slots = *parse_slot("sat_morning");
    return child;
}

inline Volunteer example_volunteer(const std::string& id, Location home)
{
    Volunteer volunteer;
    volunteer.id = VolunteerId{id};
    volunteer.state = VolunteerState::available;
    volunteer.dbs_on = day(2025, 1, 10);
    volunteer.references_ok = true;
    volunteer.panel_approved_until = day(2027, 1, 31);
    volunteer.independent = Independence::yes;
    volunteer.age = AgeYears{41};
    volunteer.location = home;
    volunteer.slots = *parse_slot("sat_morning");
    volunteer.furthest_m = 20'000;
    return volunteer;
}

inline Tables example_tables()
{
    Tables tables;
    tables.children = {
        example_child("C-01", 14, day(2024, 6, 3), {532'400, 165'300}),
        example_child("C-02", 9, day(2024, 11, 20), {529'100, 168'800}),
        example_child("C-03", 16, day(2023, 8, 1), {538'750, 160'200}),
        example_child("C-04", 12, day(2025, 9, 15), {526'300, 171'900}),
        example_child("C-05", 11, day(2025, 2, 28), {534'900, 169'050}),
        example_child("C-06", 17, day(2025, 12, 1), {541'200, 173'400}),
        example_child("C-07", 15, day(2024, 1, 9), {522'600, 158'700}),
        example_child("C-08", 13, day(2026, 1, 5), {531'000, 175'600}),
        example_child("C-09", 10, day(2025, 6, 30), {536'100, 163'900}),
        example_child("C-10", 18, day(2025, 3, 3), {527'800, 162'500}),
        example_child("C-11", 8, day(2026, 2, 27), {533'300, 172'200}),
        example_child("C-12", 14, day(2024, 10, 14), {530'500, 166'600}),
    };
    for (std::size_t at = 0; at < tables.children.size(); ++at) {
        Referral& child = tables.children[at];
        child.gender = std::string(at % 3 == 0 ? "male" : "female");
        child.ethnic_group = std::string(at % 2 == 0 ? "white" : at % 3 == 0 ? "black" : "asian");
        child.placement_type = at % 4 == 0 ? PlacementType::residential : PlacementType::foster;
    }
    tables.children[9].cohort = Cohort::care_leaver;
    tables.children[1].consent = Consent::not_yet_asked;
    tables.children[5].consent = Consent::objects;
    tables.children[7].location.reset();
    tables.volunteers = {
        example_volunteer("V-01", {531'700, 166'900}), example_volunteer("V-02", {535'200, 161'800}),
        example_volunteer("V-03", {528'600, 170'300}), example_volunteer("V-04", {525'400, 160'100}),
        example_volunteer("V-05", {537'900, 170'700}), example_volunteer("V-06", {530'200, 164'400}),
    };
    tables.volunteers[0].capacity = 2;
    tables.volunteers[4].dbs_on = day(2022, 2, 1);
    tables.volunteers[5].state = VolunteerState::paused;
    return tables;
}

inline Policy example_policy()
{
    Policy policy;
    policy.version = "2026-03";
    policy.approved_by = "Head of service";
    policy.as_of = example_day;
    policy.seed = 7;
    policy.minimum_points = 300;
    return policy;
}

inline Round example_round()
{
    return {example_tables(), example_policy(), Vocabulary{}};
}

// A score from what each criterion earns of what is possible; the last two by how much more or less it could
// be.
inline PairScore score_of(PerCriterion<Points> contributions, PerCriterion<Points> possible, Points less = 0,
                          Points more = 0)
{
    PairScore score;
    score.contributions = contributions;
    score.possible = possible;
    for (std::size_t at = 0; at < contributions.size(); ++at) {
        score.points += contributions[at];
        score.criteria[at] = possible[at] == 0
                                 ? CriterionScore::not_applicable()
                                 : CriterionScore::known(contributions[at] * 1000 / possible[at]);
    }
    score.low = score.points - less;
    score.high = score.points + more;
    return score;
}

inline constexpr PerCriterion<Points> all_count{300, 200, 100, 200, 200};
inline constexpr PerCriterion<Points> no_wish{375, 0, 125, 250, 250};

inline ProposedMatch match_of(std::size_t child, std::size_t volunteer, const PairScore& score)
{
    ProposedMatch match;
    match.child = child;
    match.volunteer = volunteer;
    match.score = score;
    return match;
}

inline std::vector<ProposedMatch> example_matches()
{
    std::vector<ProposedMatch> matches{match_of(0, 0, score_of({240, 180, 50, 190, 120}, all_count, 50, 50)),
                                       match_of(1, 0, score_of({100, 0, 110, 230, 60}, no_wish)),
                                       match_of(2, 1, score_of({90, 60, 30, 150, 50}, all_count)),
                                       match_of(3, 2, score_of({300, 0, 125, 200, 250}, no_wish))};
    matches[0].score.criteria[2] = CriterionScore::unknown(500);
    matches[0].ask_about = {OpenQuestion::pets, OpenQuestion::home_conditions};
    matches[0].next_best = {{2, 612, {3}, false}, {1, 588, {2}, false}, {3, 401, {}, true}};
    matches[1].state = ProposalState::ask_first;
    matches[1].ask_about = {OpenQuestion::faith};
    matches[1].next_best = {{2, 470, {3}, false}};
    matches[2].pinned = true;
    matches[3].decided_by_tie = true;
    matches[3].next_best = {{0, 875, {0, 1}, false}};
    return matches;
}

inline std::vector<WaitingChild> example_waiting()
{
    std::vector<WaitingChild> waiting(8);
    for (std::size_t at = 0; at < waiting.size(); ++at)
        waiting[at].child = at + 4;
    waiting[0].reason = WaitingReason::needed_elsewhere;
    waiting[0].eligible = 2;
    waiting[0].needed_elsewhere = {{0, 700, {{0, TierName::waiting, false}, {1, std::nullopt, false}}},
                                   {1, 640, {{2, std::nullopt, true}}}};
    waiting[1].rules = {Rule::objection};
    waiting[1].volunteers = 6;
    waiting[2].rules = {Rule::distance};
    waiting[2].volunteers = 2;
    waiting[2].what_would_change_it = {
        {1, Rule::distance, 4'300}, {3, Rule::distance, 6'200}, {2, Rule::no_common_slot, std::nullopt}};
    waiting[3].rules = {Rule::age_range, Rule::no_common_slot};
    waiting[3].volunteers = 3;
    waiting[4].reason = WaitingReason::several_rules;
    waiting[5].reason = WaitingReason::below_minimum;
    waiting[5].eligible = 1;
    waiting[6].rules = {Rule::distance};
    waiting[6].volunteers = 1;
    waiting[7].reason = WaitingReason::needed_elsewhere;
    waiting[7].eligible = 1;
    waiting[7].needed_elsewhere = {{2, 530, {{3, TierName::points, false}}}};
    return waiting;
}

inline Proposal example_proposal()
{
    Proposal proposal;
    proposal.proposed = example_matches();
    proposal.waiting = example_waiting();
    proposal.unused = {{3, UnusedReason::children_elsewhere, {}, 1},
                       {4, UnusedReason::not_ready, {Rule::dbs}, 0},
                       {5, UnusedReason::not_ready, {Rule::not_available}, 0}};
    proposal.totals = {{TierName::most_children, 4}, {TierName::waiting, 16}, {TierName::points, 2'535}};
    proposal.candidate_pairs = 11;
    proposal.independent_parts = 1;
    proposal.certificate.valid = true;
    proposal.certificate.value = {4, 16, 2'535, 1'099'511'627'775};
    proposal.certificate.bound = proposal.certificate.value;
    return proposal;
}

inline RunRecord example_record()
{
    RunRecord record;
    record.befriend_version = "0.1.0";
    record.interface = "C++";
    record.inputs = {{"children", "children.csv", 2'048, std::string(64, 'a'), 12, {}},
                     {"volunteers", "volunteers.csv", 1'024, std::string(64, 'b'), 6, {}}};
    record.options = {{"threads", "1"}};
    record.policy_version = "2026-03";
    record.policy_sha256 = std::string(64, 'c');
    record.approved_by = "Head of service";
    record.as_of = example_day;
    record.as_of_source = "policy";
    record.seed = 7;
    record.children = 12;
    record.volunteers = 6;
    record.volunteers_ready = 4;
    record.candidate_pairs = 11;
    record.proposed = 4;
    record.ask_first = 1;
    record.waiting = 8;
    record.unused = 3;
    record.totals = {{"most_children", 4}, {"waiting", 16}, {"points", 2'535}};
    record.status = "optimal";
    record.certified = true;
    record.warnings = {{"W_EXPIRED", 1}};
    return record;
}

}  // namespace befriend::test
