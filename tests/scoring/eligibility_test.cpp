// The rules that read a pair; eligibility_of_one_test.cpp has those of one person,
// eligibility_wishes_test.cpp those about gender and background. Every hard rule has an example where it
// breaks, alone, and one where it does not; dates have both sides.

#include "catch2.hpp"
#include "scoring/given_pair.hpp"

#include <string>

using namespace befriend;
using namespace befriend::test;
using namespace std::chrono_literals;

TEST_CASE("eligibility: age_range, both ends included", "[scoring][example]")
{
    const auto accepts = [](AgeRange range) {
        return broken_after([range](auto& p) { p.volunteer.accepts_age = range; });
    };
    CHECK(accepts({12, 12}) == none);
    CHECK(accepts({13, 17}) == Rules{Rule::age_range});
    CHECK(accepts({5, 11}) == Rules{Rule::age_range});
    const auto born = [](auto month) {
        return broken_after([month](auto& p) {
            p.child.age = month;
            p.volunteer.accepts_age = AgeRange{12, 12};
        });
    };
    CHECK(born(2013y / std::chrono::June) == none);  // D13: 12 on the first of the month
    CHECK(born(2013y / std::chrono::July) == Rules{Rule::age_range});
    CHECK(born(2012y / std::chrono::June) == Rules{Rule::age_range});
}

TEST_CASE("eligibility: distance to the metre, unknown is let through", "[scoring][example]")
{
    const auto limit = [](std::optional<std::int64_t> metres) {
        return broken_after([metres](auto& p) { p.volunteer.furthest_m = metres; });
    };
    CHECK(limit(3'000) == none);
    CHECK(limit(2'999) == Rules{Rule::distance});
    CHECK(limit({}) == none);
    CHECK(broken_after([](auto& p) {
              p.volunteer.furthest_m = 2'999;
              p.child.location.reset();
          }) == none);
    const auto far = [](std::int32_t metres) {
        return broken_after([metres](auto& p) {
            p.volunteer.furthest_m.reset();  // the policy's 25 km
            p.volunteer.location->easting = 500'000 + metres;
        });
    };
    CHECK(far(25'000) == none);
    CHECK(far(25'001) == Rules{Rule::distance});
}

TEST_CASE("eligibility: the limit is wider when both accept contact online, or both by phone",
          "[scoring][example]")
{
    const auto far = [](std::int32_t metres, TagSet<ContactMode> child, TagSet<ContactMode> volunteer) {
        return broken_after([&](auto& p) {
            p.volunteer.location->easting = 500'000 + metres;
            p.child.contact_modes = child;
            p.volunteer.contact_modes = volunteer;
        });
    };
    using C = ContactMode;
    const TagSet<C> both{C::in_person, C::online};
    CHECK(far(50'000, both, both) == none);
    CHECK(far(50'001, both, both) == Rules{Rule::distance});
    CHECK(far(20'001, both, {C::in_person}) == Rules{Rule::distance});
    CHECK(far(20'001, both, {C::in_person, C::phone}) == Rules{Rule::distance});
    CHECK(far(50'000, {C::phone}, {C::phone}) == none);
}

TEST_CASE("eligibility: no_common_slot, as many as the policy asks for, unknown is let through",
          "[scoring][example]")
{
    const auto slots = [](Answer<Week> child, Answer<Week> volunteer, std::int64_t least) {
        return broken_after([&](auto& p) {
            p.child.slots = child;
            p.volunteer.slots = volunteer;
            p.policy.availability.least_common_slots = least;
        });
    };
    const Week two{0b0110};
    CHECK(slots(two, Week{0b0011}, 1) == none);
    CHECK(slots(two, Week{0b1001}, 1) == Rules{Rule::no_common_slot});
    CHECK(slots(two, Week{0b0011}, 2) == Rules{Rule::no_common_slot});
    CHECK(slots(two, two, 2) == none);
    CHECK(slots(two, Week{0b1001}, 0) == none);
    CHECK(slots(Missing::unknown, two, 2) == none);
    CHECK(slots(two, Missing::not_asked, 2) == none);
    CHECK(slots(Week{}, two, 1) == Rules{Rule::no_common_slot});
}

TEST_CASE("eligibility: needs are met by who is willing", "[scoring][example]")
{
    for (const Requirement need :
         {Requirement::experienced, Requirement::two_adults, Requirement::public_places_first}) {
        CAPTURE(to_word(need));
        const auto with = [need](TagSet<Requirement> willing) {
            return broken_after([&](auto& p) {
                p.child.requires_of_visitor = {need};
                p.volunteer.willing = willing;
            });
        };
        CHECK(with({}) == Rules{Rule::needs});
        CHECK(with({need}) == none);
    }
    const auto access = [](Answer<TagSet<AccessNeed>> needs) {
        return broken_after([&](auto& p) {
            p.child.access_needs = needs;
            p.volunteer.willing_access = {AccessNeed::hearing};
        });
    };
    CHECK(access(TagSet<AccessNeed>{AccessNeed::hearing}) == none);
    CHECK(access(TagSet<AccessNeed>{AccessNeed::hearing, AccessNeed::sight}) == Rules{Rule::needs});
    CHECK(access(Missing::unknown) == none);
}

TEST_CASE("eligibility: a training as experienced answers the need, while it counts", "[scoring][example]")
{
    const auto since = [](std::string_view date) {
        return broken_after([date](auto& p) {
            p.child.requires_of_visitor = {Requirement::experienced};
            p.volunteer.training = {{Requirement::experienced, on(date)}};
        });
    };
    CHECK(since("2022-06-01") == none);
    CHECK(since("2022-05-31") == Rules{Rule::needs});
}

TEST_CASE("eligibility: two adults are a couple or a pair", "[scoring][example]")
{
    for (const VolunteerUnit unit : {VolunteerUnit::couple, VolunteerUnit::pair}) {
        CHECK(broken_after([unit](auto& p) {
                  p.child.requires_of_visitor = {Requirement::two_adults, Requirement::no_lone_car};
                  p.volunteer.unit = unit;
                  p.volunteer.travel = TravelMode::car;
              }) == none);
    }
}

TEST_CASE("eligibility: no_lone_car is broken by one adult who drives children", "[scoring][example]")
{
    const auto travels = [](Answer<TravelMode> mode, std::optional<bool> insured,
                            TagSet<Requirement> willing = {}) {
        return broken_after([&](auto& p) {
            p.child.requires_of_visitor = {Requirement::no_lone_car};
            p.volunteer.travel = mode;
            p.volunteer.business_insurance = insured;
            p.volunteer.willing = willing;
        });
    };
    CHECK(travels(TravelMode::car, true) == Rules{Rule::needs});
    CHECK(travels(TravelMode::car, {}) == Rules{Rule::needs});
    CHECK(travels(TravelMode::car, false) == none);
    CHECK(travels(TravelMode::car, true, {Requirement::no_lone_car}) == none);
    CHECK(travels(TravelMode::public_transport, true) == none);
    CHECK(travels(TravelMode::walk_cycle, {}) == none);
    CHECK(travels(Missing::unknown, {}) == none);  // public transport is assumed
}

TEST_CASE("eligibility: allergies on either side, against animals and smoke", "[scoring][example]")
{
    using Tags = TagSet<HomeTag>;
    const auto child_allergic_to = [](HomeTag tag) {
        return broken_after([tag](auto& p) {
            p.child.allergies = Tags{tag};
            p.volunteer.pets = Tags{HomeTag::cat};
            p.volunteer.smoker = true;
        });
    };
    CHECK(child_allergic_to(HomeTag::cat) == Rules{Rule::allergies});
    CHECK(child_allergic_to(HomeTag::smoking) == Rules{Rule::allergies});
    CHECK(child_allergic_to(HomeTag::dog) == none);
    const auto volunteer_allergic_to = [](HomeTag tag) {
        return broken_after([tag](auto& p) {
            p.volunteer.allergies = Tags{tag};
            p.child.home_conditions = Tags{HomeTag::dog, HomeTag::smoking};
        });
    };
    CHECK(volunteer_allergic_to(HomeTag::dog) == Rules{Rule::allergies});
    CHECK(volunteer_allergic_to(HomeTag::smoking) == Rules{Rule::allergies});
    CHECK(volunteer_allergic_to(HomeTag::other_animal) == none);
    CHECK(broken_after([](auto& p) {
              p.child.allergies = Tags{HomeTag::cat};
              p.volunteer.pets = Missing::unknown;
              p.volunteer.smoker = Missing::unknown;
          }) == none);
}

TEST_CASE("eligibility: excluded by either side or blocked", "[scoring][example]")
{
    const Rules excluded{Rule::excluded};
    CHECK(broken_after([](auto& p) { p.child.not_with = {{"v", "known_before"}}; }) == excluded);
    CHECK(broken_after([](auto& p) { p.volunteer.not_with = {{"c", ""}}; }) == excluded);
    const auto blocked = [](std::optional<Date> until) {
        return broken_after(
            [until](auto& p) { p.blocks.push_back({p.child.id, p.volunteer.id, "coordinator", "", until}); });
    };
    CHECK(blocked({}) == excluded);
    CHECK(blocked(on("2025-06-01")) == excluded);
    CHECK(blocked(on("2025-05-31")) == none);
}

TEST_CASE("eligibility: declined_before, whenever it was", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) { p.child.declined_before = {{p.volunteer.id, on("2015-06-01")}}; }) ==
          Rules{Rule::declined_before});
    CHECK(broken_after([](auto& p) { p.child.declined_before = {{VolunteerId("gone"), {}}}; }) == none);
}

TEST_CASE("eligibility: contact_mode", "[scoring][example]")
{
    using C = ContactMode;
    const auto modes = [](TagSet<C> child, TagSet<C> volunteer) {
        return broken_after([&](auto& p) {
            p.child.contact_modes = child;
            p.volunteer.contact_modes = volunteer;
        });
    };
    CHECK(modes({C::online}, {C::in_person, C::phone}) == Rules{Rule::contact_mode});
    CHECK(modes({C::online}, {C::in_person, C::online}) == none);
}

TEST_CASE("eligibility: sharing is between two providers of one group, and not passed on",
          "[scoring][example]")
{
    const auto shared = [](std::string child, std::string volunteer) {
        return broken_after([&](auto& p) {
            p.child.provider = child;
            p.volunteer.provider = volunteer;
            p.policy.service.sharing = {{"a", "b"}, {"b", "c"}};
        });
    };
    CHECK(shared("a", "a") == none);
    CHECK(shared("a", "b") == none);
    CHECK(shared("b", "a") == none);
    CHECK(shared("c", "b") == none);
    CHECK(shared("a", "c") == Rules{Rule::sharing});
    CHECK(shared("d", "d") == none);
    CHECK(shared("d", "a") == Rules{Rule::sharing});
    CHECK(shared("", "a") == Rules{Rule::sharing});
    CHECK(shared("", "") == none);
}

TEST_CASE("eligibility: high_need when a volunteer takes no child who requires experience",
          "[scoring][example]")
{
    const auto limit = [](std::int32_t most, TagSet<Requirement> needs) {
        return broken_after([&](auto& p) {
            p.child.requires_of_visitor = needs;
            p.volunteer.willing = {Requirement::experienced, Requirement::public_places_first};
            p.volunteer.high_need_limit = most;
        });
    };
    CHECK(limit(0, {Requirement::experienced}) == Rules{Rule::high_need});
    CHECK(limit(1, {Requirement::experienced}) == none);
    CHECK(limit(0, {Requirement::public_places_first}) == none);
}

TEST_CASE("eligibility: every rule that a pair breaks is told, not only the first", "[scoring][example]")
{
    GivenPair pair;
    pair.child.consent = Consent::objects;
    pair.child.visitor_gender = {{"female"}, Strength::must};
    pair.volunteer.references_ok = false;
    pair.volunteer.furthest_m = 0;
    pair.volunteer.not_with = {{"c", ""}};
    CHECK(pair.broken() ==
          Rules{Rule::objection, Rule::references, Rule::gender_must, Rule::distance, Rule::excluded});
    const Round round = pair.round();
    const Eligibility eligibility(round);
    CHECK(eligibility.of_child(0) == Rules{Rule::objection});
    CHECK(eligibility.of_volunteer(0) == Rules{Rule::references});
    for (std::size_t most = 0; most <= 4; ++most)
        CHECK(static_cast<std::size_t>(eligibility.broken_but_few(0, 0, most).size()) > most);
    CHECK(eligibility.broken_but_few(0, 0, 5) == pair.broken());
}

TEST_CASE("eligibility: the limit of a pair and the widest of a volunteer", "[scoring][example]")
{
    GivenPair pair;
    pair.volunteer.contact_modes = {ContactMode::in_person, ContactMode::phone};
    const auto limits = [&pair] {
        const Round round = pair.round();
        const Eligibility eligibility(round);
        return std::pair(eligibility.limit_m(0, 0), eligibility.widest_limit_m(0));
    };
    CHECK(limits() == std::pair<std::int64_t, std::int64_t>(20'000, 50'000));
    pair.child.contact_modes = {ContactMode::phone};
    CHECK(limits() == std::pair<std::int64_t, std::int64_t>(50'000, 50'000));
    pair.volunteer.furthest_m = 60'000;
    CHECK(limits() == std::pair<std::int64_t, std::int64_t>(60'000, 60'000));
}

TEST_CASE("Eligibility: a group in the child's own words, among more groups than a word has bits",
          "[scoring][property]")
{
    GivenPair pair;
    std::vector<Referral> children;
    std::vector<Volunteer> volunteers;
    for (int i = 100; i < 250; ++i) {
        const std::string group = "group " + std::to_string(i);
        pair.child.id = ReferralId("c" + std::to_string(i));
        pair.child.culture = {{group}, Strength::must};
        children.push_back(pair.child);
        pair.volunteer.id = VolunteerId("v" + std::to_string(i));
        pair.volunteer.cultures = std::vector<std::string>{group};
        volunteers.push_back(pair.volunteer);
    }
    const Round round({children, volunteers, {}, {}, {}, {}}, pair.policy, pair.vocabulary);
    const Eligibility eligibility(round);
    for (std::size_t child = 0; child < children.size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < volunteers.size(); ++volunteer)
            REQUIRE(eligibility.eligible(child, volunteer) == (child == volunteer));
    }
}
