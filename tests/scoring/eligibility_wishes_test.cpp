// The rules about gender and background: what the child must have, and which children a volunteer sees.

#include "catch2.hpp"
#include "scoring/given_pair.hpp"

#include <string>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("eligibility: accepts_gender, a gender that is not known is let through", "[scoring][example]")
{
    const auto child = [](Answer<std::string> gender) {
        return broken_after([&](auto& p) {
            p.child.gender = gender;
            p.volunteer.accepts_gender = {"female", "x1"};
        });
    };
    CHECK(child(std::string("female")) == none);
    CHECK(child(std::string("x1")) == none);
    CHECK(child(std::string("male")) == Rules{Rule::accepts_gender});
    CHECK(child(Missing::unknown) == none);
    CHECK(child(Missing::declined) == none);
}

TEST_CASE("eligibility: a must is satisfied only by who is known to meet it", "[scoring][example]")
{
    const auto gender = [](Answer<std::string> known) {
        return broken_after([&](auto& p) {
            p.child.visitor_gender = {{"female"}, Strength::must};
            p.volunteer.gender = known;
        });
    };
    CHECK(gender(std::string("female")) == none);
    CHECK(gender(std::string("male")) == Rules{Rule::gender_must});
    CHECK(gender(Missing::unknown) == Rules{Rule::gender_must});

    const auto faith = [](Answer<std::string> known) {
        return broken_after([&](auto& p) {
            p.child.faith = {{"sikh", "hindu"}, Strength::must};
            p.volunteer.religion = known;
        });
    };
    CHECK(faith(std::string("hindu")) == none);
    CHECK(faith(std::string("none")) == Rules{Rule::faith_must});
    CHECK(faith(Missing::declined) == Rules{Rule::faith_must});

    const auto culture = [](Answer<std::string> group, Answer<std::vector<std::string>> named) {
        return broken_after([&](auto& p) {
            p.child.culture = {{"mixed", "Somali"}, Strength::must};
            p.volunteer.ethnic_group = group;
            p.volunteer.cultures = named;
        });
    };
    CHECK(culture(std::string("MWAS"), Missing::unknown) == none);
    CHECK(culture(Missing::unknown, std::vector<std::string>{"somali"}) == none);
    CHECK(culture(std::string("african"), std::vector<std::string>{"kenyan"}) == Rules{Rule::culture_must});
    CHECK(culture(Missing::unknown, Missing::unknown) == Rules{Rule::culture_must});
}

TEST_CASE("eligibility: language_must asks for one of the child's languages other than English",
          "[scoring][example]")
{
    const auto speaks = [](Answer<std::vector<Language>> languages) {
        return broken_after([&](auto& p) {
            p.child.languages = std::vector<Language>{{"eng", Fluency::basic}, {"tir", Fluency::native}};
            p.child.needs_language = Strength::must;
            p.volunteer.languages = languages;
        });
    };
    CHECK(speaks(std::vector<Language>{{"eng", Fluency::native}}) == Rules{Rule::language_must});
    CHECK(speaks(std::vector<Language>{{"tir", Fluency::basic}}) == Rules{Rule::language_must});
    CHECK(speaks(std::vector<Language>{{"tir", Fluency::conversational}}) == none);
    CHECK(speaks(Missing::unknown) == Rules{Rule::language_must});
}

TEST_CASE("eligibility: a preference is never a veto", "[scoring][example]")
{
    CHECK(broken_after([](auto& p) {
              p.child.visitor_gender = {{"female"}, Strength::prefer};
              p.child.faith = {{"sikh"}, Strength::prefer};
              p.child.culture = {{"black"}, Strength::prefer};
              p.child.languages = std::vector<Language>{{"tir", Fluency::native}};
              p.child.needs_language = Strength::prefer;
              p.volunteer.gender = std::string("male");
              p.volunteer.religion = std::string("none");
              p.volunteer.ethnic_group = std::string("white");
          }) == none);
}
