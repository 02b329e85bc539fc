#include <befriend/model/background.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/rule.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/model/words.hpp>

#include <span>

// Every word that a table or a policy may contain, once. Words are part of the file format: one is never
// changed or used again for something else.

namespace befriend {

template <>
std::span<const Word<Consent>> words_of<Consent>() noexcept
{
    static constexpr Word<Consent> words[] = {{Consent::agrees, "agrees"},
                                              {Consent::objects, "objects"},
                                              {Consent::not_yet_asked, "not_yet_asked"}};
    return words;
}

template <>
std::span<const Word<Cohort>> words_of<Cohort>() noexcept
{
    static constexpr Word<Cohort> words[] = {{Cohort::looked_after, "looked_after"},
                                             {Cohort::care_leaver, "care_leaver"},
                                             {Cohort::returned_home, "returned_home"}};
    return words;
}

template <>
std::span<const Word<ReferralSource>> words_of<ReferralSource>() noexcept
{
    static constexpr Word<ReferralSource> words[] = {{ReferralSource::social_worker, "social_worker"},
                                                     {ReferralSource::iro, "iro"},
                                                     {ReferralSource::carer, "carer"},
                                                     {ReferralSource::teacher, "teacher"},
                                                     {ReferralSource::personal_adviser, "personal_adviser"},
                                                     {ReferralSource::advocate, "advocate"},
                                                     {ReferralSource::self, "self"},
                                                     {ReferralSource::other, "other"}};
    return words;
}

template <>
std::span<const Word<Strength>> words_of<Strength>() noexcept
{
    static constexpr Word<Strength> words[] = {
        {Strength::none, "none"}, {Strength::prefer, "prefer"}, {Strength::must, "must"}};
    return words;
}

template <>
std::span<const Word<Fluency>> words_of<Fluency>() noexcept
{
    static constexpr Word<Fluency> words[] = {{Fluency::basic, "basic"},
                                              {Fluency::conversational, "conversational"},
                                              {Fluency::fluent, "fluent"},
                                              {Fluency::native, "native"}};
    return words;
}

template <>
std::span<const Word<BroadGroup>> words_of<BroadGroup>() noexcept
{
    static constexpr Word<BroadGroup> words[] = {{BroadGroup::asian, "asian"},
                                                 {BroadGroup::black, "black"},
                                                 {BroadGroup::mixed, "mixed"},
                                                 {BroadGroup::white, "white"},
                                                 {BroadGroup::other, "other"}};
    return words;
}

template <>
std::span<const Word<PlacementType>> words_of<PlacementType>() noexcept
{
    static constexpr Word<PlacementType> words[] = {{PlacementType::foster, "foster"},
                                                    {PlacementType::residential, "residential"},
                                                    {PlacementType::semi_independent, "semi_independent"},
                                                    {PlacementType::kinship, "kinship"},
                                                    {PlacementType::own_home, "own_home"},
                                                    {PlacementType::other, "other"}};
    return words;
}

template <>
std::span<const Word<PlacementStability>> words_of<PlacementStability>() noexcept
{
    static constexpr Word<PlacementStability> words[] = {{PlacementStability::settled, "settled"},
                                                         {PlacementStability::may_move, "may_move"}};
    return words;
}

template <>
std::span<const Word<ContactMode>> words_of<ContactMode>() noexcept
{
    static constexpr Word<ContactMode> words[] = {{ContactMode::in_person, "in_person"},
                                                  {ContactMode::online, "online"},
                                                  {ContactMode::phone, "phone"}};
    return words;
}

template <>
std::span<const Word<HomeTag>> words_of<HomeTag>() noexcept
{
    static constexpr Word<HomeTag> words[] = {{HomeTag::dog, "dog"},
                                              {HomeTag::cat, "cat"},
                                              {HomeTag::other_animal, "other_animal"},
                                              {HomeTag::smoking, "smoking"}};
    return words;
}

template <>
std::span<const Word<AccessNeed>> words_of<AccessNeed>() noexcept
{
    static constexpr Word<AccessNeed> words[] = {
        {AccessNeed::wheelchair, "wheelchair"}, {AccessNeed::hearing, "hearing"},
        {AccessNeed::sight, "sight"},           {AccessNeed::communication, "communication"},
        {AccessNeed::learning, "learning"},     {AccessNeed::personal_care, "personal_care"}};
    return words;
}

template <>
std::span<const Word<Requirement>> words_of<Requirement>() noexcept
{
    static constexpr Word<Requirement> words[] = {{Requirement::experienced, "experienced"},
                                                  {Requirement::disability_trained, "disability_trained"},
                                                  {Requirement::trauma_trained, "trauma_trained"},
                                                  {Requirement::under10_trained, "under10_trained"},
                                                  {Requirement::asylum_aware, "asylum_aware"},
                                                  {Requirement::two_adults, "two_adults"},
                                                  {Requirement::no_lone_car, "no_lone_car"},
                                                  {Requirement::public_places_first, "public_places_first"}};
    return words;
}

template <>
std::span<const Word<UnitMode>> words_of<UnitMode>() noexcept
{
    static constexpr Word<UnitMode> words[] = {{UnitMode::same_adult, "same_adult"},
                                               {UnitMode::separate_adults, "separate_adults"},
                                               {UnitMode::either, "either"}};
    return words;
}

template <>
std::span<const Word<Priority>> words_of<Priority>() noexcept
{
    static constexpr Word<Priority> words[] = {{Priority::iro_recommended, "iro_recommended"},
                                               {Priority::isolated, "isolated"},
                                               {Priority::no_family_contact, "no_family_contact"},
                                               {Priority::far_from_home, "far_from_home"},
                                               {Priority::crisis_review, "crisis_review"}};
    return words;
}

template <>
std::span<const Word<TopCriterion>> words_of<TopCriterion>() noexcept
{
    static constexpr Word<TopCriterion> words[] = {
        {TopCriterion::none, "none"},         {TopCriterion::interests, "interests"},
        {TopCriterion::gender, "gender"},     {TopCriterion::culture, "culture"},
        {TopCriterion::faith, "faith"},       {TopCriterion::language, "language"},
        {TopCriterion::close_by, "close_by"}, {TopCriterion::age, "age"}};
    return words;
}

template <>
std::span<const Word<VolunteerUnit>> words_of<VolunteerUnit>() noexcept
{
    static constexpr Word<VolunteerUnit> words[] = {
        {VolunteerUnit::single, "single"}, {VolunteerUnit::couple, "couple"}, {VolunteerUnit::pair, "pair"}};
    return words;
}

template <>
std::span<const Word<VolunteerState>> words_of<VolunteerState>() noexcept
{
    static constexpr Word<VolunteerState> words[] = {{VolunteerState::enquiry, "enquiry"},
                                                     {VolunteerState::applied, "applied"},
                                                     {VolunteerState::trained, "trained"},
                                                     {VolunteerState::panel_approved, "panel_approved"},
                                                     {VolunteerState::available, "available"},
                                                     {VolunteerState::offered, "offered"},
                                                     {VolunteerState::matched, "matched"},
                                                     {VolunteerState::paused, "paused"},
                                                     {VolunteerState::left, "left"}};
    return words;
}

template <>
std::span<const Word<Independence>> words_of<Independence>() noexcept
{
    static constexpr Word<Independence> words[] = {
        {Independence::yes, "yes"}, {Independence::no, "no"}, {Independence::check, "check"}};
    return words;
}

template <>
std::span<const Word<TravelMode>> words_of<TravelMode>() noexcept
{
    static constexpr Word<TravelMode> words[] = {{TravelMode::car, "car"},
                                                 {TravelMode::public_transport, "public"},
                                                 {TravelMode::walk_cycle, "walk_cycle"}};
    return words;
}

template <>
std::span<const Word<MatchType>> words_of<MatchType>() noexcept
{
    static constexpr Word<MatchType> words[] = {{MatchType::iv, "iv"},
                                                {MatchType::existing_adult, "existing_adult"}};
    return words;
}

template <>
std::span<const Word<TierName>> words_of<TierName>() noexcept
{
    static constexpr Word<TierName> words[] = {{TierName::most_children, "most_children"},
                                               {TierName::waiting, "waiting"},
                                               {TierName::points, "points"},
                                               {TierName::worst_off, "worst_off"},
                                               {TierName::continuity, "continuity"},
                                               {TierName::volunteers_waiting, "volunteers_waiting"}};
    return words;
}

template <>
std::span<const Word<Rule>> words_of<Rule>() noexcept
{
    static constexpr Word<Rule> words[] = {{Rule::objection, "objection"},
                                           {Rule::service, "service"},
                                           {Rule::not_available, "not_available"},
                                           {Rule::no_room, "no_room"},
                                           {Rule::dbs, "dbs"},
                                           {Rule::panel, "panel"},
                                           {Rule::references, "references"},
                                           {Rule::independence, "independence"},
                                           {Rule::volunteer_age, "volunteer_age"},
                                           {Rule::training, "training"},
                                           {Rule::age_range, "age_range"},
                                           {Rule::accepts_gender, "accepts_gender"},
                                           {Rule::gender_must, "gender_must"},
                                           {Rule::culture_must, "culture_must"},
                                           {Rule::faith_must, "faith_must"},
                                           {Rule::language_must, "language_must"},
                                           {Rule::distance, "distance"},
                                           {Rule::no_common_slot, "no_common_slot"},
                                           {Rule::needs, "needs"},
                                           {Rule::allergies, "allergies"},
                                           {Rule::excluded, "excluded"},
                                           {Rule::declined_before, "declined_before"},
                                           {Rule::contact_mode, "contact_mode"},
                                           {Rule::sharing, "sharing"},
                                           {Rule::horizon, "horizon"},
                                           {Rule::high_need, "high_need"}};
    return words;
}

}  // namespace befriend
