#pragma once

#include "synthetic/shares.hpp"
#include <befriend/model/volunteer.hpp>

#include <cstdint>

// What volunteers are like and offer, in thousandths. docs/methods/synthetic.md names the sources in full;
// "assumption" marks what has none.

namespace befriend::synthetic {

inline constexpr Shares<VolunteerUnit, 3> volunteer_units{
    {{VolunteerUnit::single, 940}, {VolunteerUnit::couple, 50}, {VolunteerUnit::pair, 10}}};  // assumption

/// Ages from `least` to `most`, alike within. Assumption.
inline constexpr Shares<AgeRange, 5> volunteer_ages{
    {{{21, 24}, 80}, {{25, 34}, 270}, {{35, 49}, 300}, {{50, 64}, 250}, {{65, 75}, 100}}};

/// Ages that a volunteer accepts, where some are left out, and prefers. Assumptions.
inline constexpr Shares<AgeRange, 5> accepted_ages{
    {{{5, 12}, 150}, {{8, 15}, 250}, {{10, 17}, 350}, {{12, 21}, 200}, {{16, 25}, 50}}};
inline constexpr std::uint32_t every_age_accepted = 400;
inline constexpr std::uint32_t age_preferred = 450;

/// Asked of volunteers, 12 to 24 months: the national standards ask one year, services up to two (weights:
/// assumption).
inline constexpr Shares<std::int32_t, 3> commitments{{{12, 400}, {18, 200}, {24, 400}}};

inline constexpr Shares<std::int32_t, 3> capacities{{{1, 850}, {2, 120}, {3, 30}}};            // assumption
inline constexpr Shares<std::int32_t, 3> visits_offered{{{100, 450}, {200, 400}, {50, 150}}};  // assumption
inline constexpr Shares<TravelMode, 3> travel_modes{{{TravelMode::car, 650},
                                                     {TravelMode::public_transport, 290},
                                                     {TravelMode::walk_cycle, 60}}};  // assumption
inline constexpr Shares<Independence, 3> independences{
    {{Independence::yes, 940}, {Independence::check, 40}, {Independence::no, 20}}};  // assumption

// Tags, each apart from the others: how many of a thousand volunteers have it. All assumptions.
inline constexpr Shares<Requirement, 4> trainings{{{Requirement::disability_trained, 150},
                                                   {Requirement::trauma_trained, 300},
                                                   {Requirement::under10_trained, 350},
                                                   {Requirement::asylum_aware, 200}}};
inline constexpr Shares<Requirement, 3> readiness{{{Requirement::experienced, 250},
                                                   {Requirement::no_lone_car, 600},
                                                   {Requirement::public_places_first, 850}}};
inline constexpr Shares<AccessNeed, 6> access_readiness{{{AccessNeed::wheelchair, 450},
                                                         {AccessNeed::hearing, 450},
                                                         {AccessNeed::sight, 450},
                                                         {AccessNeed::communication, 500},
                                                         {AccessNeed::learning, 650},
                                                         {AccessNeed::personal_care, 120}}};
inline constexpr Shares<HomeTag, 3> pets{
    {{HomeTag::dog, 250}, {HomeTag::cat, 200}, {HomeTag::other_animal, 50}}};
inline constexpr Shares<HomeTag, 4> volunteer_allergies{
    {{HomeTag::dog, 25}, {HomeTag::cat, 30}, {HomeTag::other_animal, 5}, {HomeTag::smoking, 30}}};
inline constexpr Shares<ContactMode, 2> volunteer_contact{
    {{ContactMode::online, 400}, {ContactMode::phone, 350}}};

// How many of a thousand volunteers. All assumptions.
inline constexpr std::uint32_t check_too_old = 40;
inline constexpr std::uint32_t check_missing = 10;
inline constexpr std::uint32_t panel_past = 40;
inline constexpr std::uint32_t references_missing = 20;
inline constexpr std::uint32_t references_refused = 5;
inline constexpr std::uint32_t training_too_old = 50;
inline constexpr std::uint32_t starts_later = 50;  ///< `available_from` lies after the round
inline constexpr std::uint32_t commitment_by_date = 200;
inline constexpr std::uint32_t language_spoken = 150;
inline constexpr std::uint32_t girls_only = 80;
inline constexpr std::uint32_t boys_only = 30;
inline constexpr std::uint32_t smokes = 90;
inline constexpr std::uint32_t insured = 700;
inline constexpr std::uint32_t volunteer_place_unknown = 20;

static_assert(is_whole(volunteer_units) && is_whole(volunteer_ages) && is_whole(accepted_ages));
static_assert(is_whole(commitments) && is_whole(capacities) && is_whole(visits_offered));
static_assert(is_whole(travel_modes) && is_whole(independences));

}  // namespace befriend::synthetic
