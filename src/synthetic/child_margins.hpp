#pragma once

#include "synthetic/shares.hpp"
#include <befriend/model/referral.hpp>

#include <array>
#include <cstdint>

// What children are like and ask for, in thousandths. docs/methods/synthetic.md names the sources in full;
// "assumption" marks what has none.

namespace befriend::synthetic {

inline constexpr std::uint32_t wish_not_recorded = 100;  ///< of wishes for faith and language (assumption)
inline constexpr std::uint32_t wish_not_asked = 300;     ///< of wishes for culture and gender (assumption)

/// Children under 18 with a visitor in Croydon, 2021, were 6-9: 4.5, 10-12: 25, 13-17: 70.5 of 100. Those who
/// wait are taken a year younger, and how a band divides is made up (assumptions).
inline constexpr Shares<std::int32_t, 12> ages{{{5, 5},
                                                {6, 8},
                                                {7, 12},
                                                {8, 20},
                                                {9, 60},
                                                {10, 80},
                                                {11, 110},
                                                {12, 140},
                                                {13, 150},
                                                {14, 150},
                                                {15, 145},
                                                {16, 120}}};
/// 13 of 100 unaccompanied asylum-seeking children are under 16 (2022); how the rest divides is an
/// assumption.
inline constexpr Shares<std::int32_t, 4> ages_seeking_asylum{{{14, 40}, {15, 90}, {16, 370}, {17, 500}}};
inline constexpr Shares<std::int32_t, 3> ages_of_care_leavers{
    {{18, 400}, {19, 350}, {20, 250}}};  // assumption

inline constexpr Shares<ReferralSource, 8> sources{{{ReferralSource::social_worker, 520},  // assumption
                                                    {ReferralSource::iro, 160},
                                                    {ReferralSource::carer, 110},
                                                    {ReferralSource::personal_adviser, 70},
                                                    {ReferralSource::teacher, 50},
                                                    {ReferralSource::advocate, 40},
                                                    {ReferralSource::self, 30},
                                                    {ReferralSource::other, 20}}};

inline constexpr Shares<Consent, 3> consents{
    {{Consent::agrees, 850}, {Consent::not_yet_asked, 120}, {Consent::objects, 30}}};  // assumption

/// Foster 68, homes or semi-independent 17, other 15 of 100 (2023); how the last two divide is an assumption.
/// Semi-independent is for 16 and over: a younger child's home is then residential.
inline constexpr Shares<PlacementType, 6> placements{{{PlacementType::foster, 680},
                                                      {PlacementType::residential, 90},
                                                      {PlacementType::semi_independent, 80},
                                                      {PlacementType::kinship, 80},
                                                      {PlacementType::own_home, 40},
                                                      {PlacementType::other, 30}}};

/// Where the home is, seen from the authority, on 31 March 2015. There, "far" is over 20 miles from the child's
/// own home; no such home is invented here, and `Places` measures from the authority's edge instead.
enum class HomePlace : std::uint8_t { inside, inside_far, outside_near, outside_far, not_known };
inline constexpr Shares<HomePlace, 5> home_places{{{HomePlace::inside, 530},
                                                   {HomePlace::inside_far, 40},
                                                   {HomePlace::outside_near, 230},
                                                   {HomePlace::outside_far, 140},
                                                   {HomePlace::not_known, 60}}};

/// Hundredths of a visit a month: 2, 1.1 and 0.8 (weights: assumption).
inline constexpr Shares<std::int32_t, 3> visits{{{110, 600}, {200, 200}, {80, 200}}};

inline constexpr Shares<PlacementStability, 2> stabilities{
    {{PlacementStability::settled, 750}, {PlacementStability::may_move, 250}}};  // assumption

/// How strong a wish is; what is left of the thousand has been asked and has none. All assumptions.
struct WishShares {
    std::uint32_t not_asked;
    std::uint32_t prefer;
    std::uint32_t must;
};

inline constexpr WishShares gender_wishes{wish_not_asked, 200, 110};
inline constexpr WishShares gender_wishes_where_boys_wait{wish_not_asked, 250, 200};
inline constexpr WishShares culture_wishes_of_white_children{wish_not_asked, 45, 5};
inline constexpr WishShares culture_wishes_of_other_children{wish_not_asked, 270, 100};
inline constexpr WishShares faith_wishes_of_believers{wish_not_recorded, 190, 60};
inline constexpr WishShares faith_wishes_of_others{wish_not_recorded, 15, 0};
inline constexpr WishShares language_wishes_with_english{wish_not_recorded, 100, 0};
inline constexpr WishShares language_wishes_seeking_asylum{wish_not_recorded, 450, 250};
inline constexpr WishShares language_wishes_of_preset_uasc{50, 250, 600};  // 60 of 100 need the language

inline constexpr std::uint32_t girls_for_a_woman = 920;  ///< of girls with a wish (assumption)
inline constexpr std::uint32_t boys_for_a_man = 850;     ///< of boys with a wish (assumption)

inline constexpr Shares<TopCriterion, 8> top_criteria{{{TopCriterion::none, 600},  // assumption
                                                       {TopCriterion::interests, 190},
                                                       {TopCriterion::close_by, 80},
                                                       {TopCriterion::gender, 40},
                                                       {TopCriterion::age, 30},
                                                       {TopCriterion::culture, 25},
                                                       {TopCriterion::faith, 20},
                                                       {TopCriterion::language, 15}}};

inline constexpr Shares<AgeRange, 5> visitor_ages{
    {{{18, 30}, 350}, {{20, 40}, 250}, {{25, 50}, 200}, {{30, 60}, 130}, {{50, 80}, 70}}};  // assumption

// Tags, each apart from the others: how many of a thousand children have it. All assumptions.
inline constexpr Shares<HomeTag, 4> home_tags{
    {{HomeTag::dog, 220}, {HomeTag::cat, 180}, {HomeTag::other_animal, 70}, {HomeTag::smoking, 60}}};
inline constexpr Shares<HomeTag, 4> child_allergies{
    {{HomeTag::dog, 25}, {HomeTag::cat, 25}, {HomeTag::other_animal, 5}, {HomeTag::smoking, 20}}};
inline constexpr Shares<AccessNeed, 6> access_needs{{{AccessNeed::wheelchair, 10},
                                                     {AccessNeed::hearing, 8},
                                                     {AccessNeed::sight, 6},
                                                     {AccessNeed::communication, 20},
                                                     {AccessNeed::learning, 40},
                                                     {AccessNeed::personal_care, 5}}};
inline constexpr Shares<Requirement, 6> requirements{{{Requirement::experienced, 60},
                                                      {Requirement::disability_trained, 25},
                                                      {Requirement::trauma_trained, 60},
                                                      {Requirement::two_adults, 15},
                                                      {Requirement::no_lone_car, 30},
                                                      {Requirement::public_places_first, 50}}};
inline constexpr std::uint32_t under10_training = 300;  ///< required for children under ten
inline constexpr std::uint32_t asylum_training = 200;   ///< required for children who seek asylum
inline constexpr Shares<ContactMode, 2> child_contact{
    {{ContactMode::online, 250}, {ContactMode::phone, 150}}};
inline constexpr Shares<Priority, 4> priorities{{{Priority::iro_recommended, 120},
                                                 {Priority::isolated, 80},
                                                 {Priority::no_family_contact, 60},
                                                 {Priority::crisis_review, 30}}};
inline constexpr std::uint32_t far_from_home_priority = 500;  ///< where the home is over 20 miles away

// How many of a thousand children, or sibling units. All assumptions.
inline constexpr Shares<std::size_t, 3> unit_sizes{
    {{1, 800}, {2, 150}, {3, 50}}};  ///< of each three children
inline constexpr std::uint32_t siblings_in_one_home = 700;
inline constexpr std::uint32_t born_in_a_known_month = 600;  ///< the others give an age in years
inline constexpr std::uint32_t further_language_spoken = 60;
inline constexpr std::uint32_t returned_home = 20;
inline constexpr std::uint32_t own_last_day = 30;         ///< `eligible_until` is given
inline constexpr std::uint32_t counted_from_later = 100;  ///< `waiting_since` lies after `referred_on`
inline constexpr std::uint32_t had_a_visitor = 150;
inline constexpr std::uint32_t had_two_visitors = 50;
inline constexpr std::uint32_t not_with_somebody = 20;
inline constexpr std::uint32_t not_with_on_the_other_side = 10;  ///< recorded with the volunteer
inline constexpr std::uint32_t declined_somebody = 40;
inline constexpr std::uint32_t blocked_with_somebody = 10;

static_assert(is_whole(ages) && is_whole(ages_seeking_asylum) && is_whole(ages_of_care_leavers));
static_assert(is_whole(sources) && is_whole(consents) && is_whole(placements) && is_whole(home_places));
static_assert(is_whole(visits) && is_whole(stabilities) && is_whole(top_criteria) && is_whole(visitor_ages));
static_assert(is_whole(unit_sizes));

}  // namespace befriend::synthetic
