#include "catch2.hpp"
#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/rule.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/model/words.hpp>

#include <set>
#include <string_view>

namespace befriend::test {

// The last value of each enumeration: the table must reach it without a gap.
template <auto Last>
struct UpTo {
    static constexpr auto last = Last;
};

TEMPLATE_TEST_CASE("words: every value has one word of its own, and the word names it", "[model][property]",
                   UpTo<Consent::not_yet_asked>, UpTo<Cohort::returned_home>, UpTo<ReferralSource::other>,
                   UpTo<Strength::must>, UpTo<Fluency::native>, UpTo<PlacementType::other>,
                   UpTo<PlacementStability::may_move>, UpTo<ContactMode::phone>, UpTo<HomeTag::smoking>,
                   UpTo<AccessNeed::personal_care>, UpTo<Requirement::public_places_first>,
                   UpTo<UnitMode::either>, UpTo<Priority::crisis_review>, UpTo<TopCriterion::age>,
                   UpTo<VolunteerUnit::pair>, UpTo<VolunteerState::left>, UpTo<Independence::check>,
                   UpTo<TravelMode::walk_cycle>, UpTo<MatchType::existing_adult>,
                   UpTo<TierName::volunteers_waiting>, UpTo<BroadGroup::other>, UpTo<Rule::high_need>)
{
    using E = std::remove_const_t<decltype(TestType::last)>;
    const auto words = words_of<E>();
    REQUIRE(words.size() == static_cast<std::size_t>(TestType::last) + 1);
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(static_cast<std::size_t>(words[i].first) == i);
        CHECK_FALSE(words[i].second.empty());
        CHECK(seen.insert(words[i].second).second);
        CHECK(from_word<E>(words[i].second) == words[i].first);
        CHECK(to_word(words[i].first) == words[i].second);
    }
    CHECK_FALSE(from_word<E>("").has_value());
}

TEST_CASE("words: the dictionary writes them so", "[model][example]")
{
    CHECK(to_word(Consent::not_yet_asked) == "not_yet_asked");
    CHECK(to_word(TravelMode::public_transport) == "public");
    CHECK(to_word(Requirement::under10_trained) == "under10_trained");
    CHECK(to_word(ContactMode::in_person) == "in_person");
}

TEST_CASE("D15: another case, blanks or another word name nothing", "[model][example]")
{
    CHECK_FALSE(from_word<Consent>("Agrees").has_value());
    CHECK_FALSE(from_word<Consent>("agrees ").has_value());
    CHECK_FALSE(from_word<Consent>("agree").has_value());
}

}  // namespace befriend::test
