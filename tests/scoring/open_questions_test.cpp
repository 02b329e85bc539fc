#include "catch2.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/scoring/open_questions.hpp>

#include <set>

using namespace befriend;
using namespace befriend::test;

namespace {

using Questions = TagSet<OpenQuestion>;

// Everything is asked and answered.
GivenPair told()
{
    GivenPair pair;
    pair.child.visitor_gender.strength = Strength::none;
    pair.child.culture.strength = Strength::none;
    pair.child.faith.strength = Strength::none;
    pair.child.needs_language = Strength::none;
    pair.child.home_conditions = TagSet<HomeTag>{};
    pair.child.allergies = TagSet<HomeTag>{};
    pair.child.access_needs = TagSet<AccessNeed>{};
    pair.child.languages = std::vector<Language>{{"eng", Fluency::native}};
    pair.volunteer.languages = std::vector<Language>{{"eng", Fluency::native}};
    pair.volunteer.allergies = TagSet<HomeTag>{};
    pair.volunteer.pets = TagSet<HomeTag>{};
    pair.volunteer.smoker = false;
    return pair;
}

template <class Change>
Questions after(Change change)
{
    GivenPair pair = told();
    change(pair.child, pair.volunteer);
    return pair.questions();
}

}  // namespace

TEST_CASE("open questions: codes and sentences", "[scoring]")
{
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < open_question_count; ++i) {
        const auto question = static_cast<OpenQuestion>(i);
        CHECK(codes.insert(code_of(question)).second);
        CHECK(sentence_of(question).find('?') != std::string_view::npos);
    }
}

TEST_CASE("open questions: none when all is told, and each unknown has its own", "[scoring][example]")
{
    using Q = OpenQuestion;
    CHECK(told().questions().empty());
    CHECK(after([](auto& c, auto&) { c.visitor_gender.strength = Missing::unknown; }) ==
          Questions{Q::visitor_gender});
    CHECK(after([](auto& c, auto&) { c.culture.strength = Missing::not_asked; }) == Questions{Q::culture});
    CHECK(after([](auto& c, auto&) { c.faith.strength = Missing::unknown; }) == Questions{Q::faith});
    CHECK(after([](auto& c, auto&) { c.needs_language = Missing::not_asked; }) == Questions{Q::language});
    CHECK(after([](auto& c, auto&) { c.location.reset(); }) == Questions{Q::distance});
    CHECK(after([](auto& c, auto&) { c.slots = Missing::unknown; }) == Questions{Q::slots});
    CHECK(after([](auto& c, auto&) { c.home_conditions = Missing::unknown; }) ==
          Questions{Q::home_conditions});
    CHECK(after([](auto& c, auto&) { c.allergies = Missing::unknown; }) == Questions{Q::allergies});
    CHECK(after([](auto& c, auto&) { c.access_needs = Missing::unknown; }) == Questions{Q::access_needs});
    CHECK(after([](auto& c, auto&) { c.languages = Missing::unknown; }) == Questions{Q::english});
    CHECK(after([](auto&, auto& v) { v.independent = Independence::check; }) == Questions{Q::independence});
    CHECK(after([](auto&, auto& v) { v.location.reset(); }) == Questions{Q::distance});
    CHECK(after([](auto&, auto& v) { v.furthest_m.reset(); }) == Questions{Q::travel_limit});
    CHECK(after([](auto&, auto& v) { v.slots = Missing::not_asked; }) == Questions{Q::slots});
    CHECK(after([](auto&, auto& v) { v.allergies = Missing::unknown; }) == Questions{Q::allergies});
    CHECK(after([](auto&, auto& v) { v.pets = Missing::unknown; }) == Questions{Q::pets});
    CHECK(after([](auto&, auto& v) { v.smoker = Missing::unknown; }) == Questions{Q::smoker});
    CHECK(after([](auto&, auto& v) { v.languages = Missing::unknown; }) == Questions{Q::english});
}

TEST_CASE("open questions: a child's gender matters only to a volunteer who accepts some",
          "[scoring][example]")
{
    GivenPair pair = told();
    CHECK(pair.questions().empty());
    pair.volunteer.accepts_gender = {"female"};
    CHECK(pair.questions() == Questions{OpenQuestion::child_gender});
    pair.child.gender = std::string("female");
    CHECK(pair.questions().empty());
}

TEST_CASE("open questions: who has declined to say is not asked again", "[scoring][example]")
{
    CHECK(after([](auto& c, auto& v) {
              c.visitor_gender.strength = Missing::declined;
              c.allergies = Missing::declined;
              c.access_needs = Missing::declined;
              c.home_conditions = Missing::declined;
              v.pets = Missing::declined;
              v.smoker = Missing::declined;
              v.allergies = Missing::declined;
              c.slots = Missing::declined;
              c.languages = Missing::declined;
              v.languages = Missing::declined;
          }).empty());
}
