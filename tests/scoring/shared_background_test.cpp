#include "catch2.hpp"
#include "scoring/given_pair.hpp"

using namespace befriend;
using namespace befriend::test;

namespace {

using Texts = std::vector<std::string>;

CriterionScore background(const GivenPair& pair)
{
    return pair.score(Criterion::background);
}

Wish prefers(Texts wanted)
{
    return {std::move(wanted), Strength::prefer};
}

const CriterionScore met = CriterionScore::known(1000);
const CriterionScore not_met = CriterionScore::known(static_cast<Points>(Policy{}.background.not_met));
const CriterionScore cannot_tell = CriterionScore::unknown(500);
const CriterionScore no_wish = CriterionScore::not_applicable();

}  // namespace

TEST_CASE("background: only a preference is scored: no wish, none and must are not", "[scoring][example]")
{
    GivenPair pair;
    pair.volunteer.gender = std::string("female");
    CHECK(background(pair) == no_wish);
    for (const Answer<Strength> strength :
         {Answer<Strength>(Missing::unknown), Answer<Strength>(Missing::not_asked),
          Answer<Strength>(Missing::declined), Answer<Strength>(Strength::none),
          Answer<Strength>(Strength::must)}) {
        pair.child.visitor_gender = {{"female"}, strength};
        CHECK(background(pair) == no_wish);
    }
    pair.child.visitor_gender = prefers({"female"});
    CHECK(background(pair) == met);
}

TEST_CASE("background: gender", "[scoring][example]")
{
    GivenPair pair;
    pair.child.visitor_gender = prefers({"female", "other"});
    CHECK(background(pair) == cannot_tell);
    pair.volunteer.gender = Missing::declined;
    CHECK(background(pair) == cannot_tell);
    pair.volunteer.gender = std::string("other");
    CHECK(background(pair) == met);
    pair.volunteer.gender = std::string("male");
    CHECK(background(pair) == not_met);
}

TEST_CASE("background: faith", "[scoring][example]")
{
    GivenPair pair;
    pair.child.faith = prefers({"muslim"});
    CHECK(background(pair) == cannot_tell);
    pair.volunteer.religion = std::string("muslim");
    CHECK(background(pair) == met);
    pair.volunteer.religion = std::string("none");
    CHECK(background(pair) == not_met);
}

TEST_CASE("background: a culture is met by the ethnic group, its broad group or a culture named",
          "[scoring][example]")
{
    GivenPair pair;
    pair.child.culture = prefers({"black"});
    CHECK(background(pair) == cannot_tell);
    pair.volunteer.ethnic_group = std::string("BCRB");
    CHECK(background(pair) == met);
    pair.child.culture = prefers({"caribbean"});
    pair.volunteer.ethnic_group = std::string("caribbean");
    CHECK(background(pair) == met);
    pair.child.culture = prefers({"Tigrinya"});
    pair.volunteer.cultures = Texts{"eritrean", "TIGRINYA"};
    CHECK(background(pair) == met);
}

TEST_CASE("background: a culture is known not to be met only when what would tell is known",
          "[scoring][example]")
{
    GivenPair pair;
    pair.child.culture = prefers({"black"});
    pair.volunteer.cultures = Texts{"irish"};
    CHECK(background(pair) == cannot_tell);  // the ethnic group would tell
    pair.volunteer.ethnic_group = std::string("white");
    CHECK(background(pair) == not_met);
    pair.volunteer.cultures = Missing::unknown;
    CHECK(background(pair) == not_met);
    pair.child.culture = prefers({"tigrinya"});
    CHECK(background(pair) == cannot_tell);  // the cultures would
    pair.child.culture = prefers({"white", "tigrinya"});
    CHECK(background(pair) == met);
}

TEST_CASE("background: two codes for the Roma group are one", "[scoring][example]")
{
    GivenPair pair;
    pair.child.culture = prefers({"WROM"});
    pair.volunteer.ethnic_group = std::string("GROM");
    CHECK(background(pair) == met);
}

TEST_CASE("background: a language is one of the child's own other than English, spoken well enough",
          "[scoring][example]")
{
    GivenPair pair;
    pair.child.languages = std::vector<Language>{{"eng", Fluency::basic}, {"tir", Fluency::native}};
    pair.child.needs_language = Strength::prefer;
    CHECK(background(pair) == cannot_tell);
    pair.volunteer.languages = std::vector<Language>{{"eng", Fluency::native}};
    CHECK(background(pair) == not_met);
    pair.volunteer.languages = std::vector<Language>{{"tir", Fluency::basic}};
    CHECK(background(pair) == not_met);
    pair.volunteer.languages = std::vector<Language>{{"tir", Fluency::conversational}};
    CHECK(background(pair) == met);
    pair.policy.background.least_fluency = Fluency::fluent;
    CHECK(background(pair) == not_met);
}

TEST_CASE("background: the mean of the wishes, the one that matters most counted twice", "[scoring][example]")
{
    GivenPair pair;
    pair.policy.background.not_met = 100;
    pair.child.visitor_gender = prefers({"female"});
    pair.volunteer.gender = std::string("female");
    pair.child.faith = prefers({"sikh"});
    pair.volunteer.religion = std::string("hindu");
    CHECK(background(pair) == CriterionScore::known(550));
    pair.child.top_criterion = TopCriterion::gender;
    CHECK(background(pair) == CriterionScore::known(700));
    pair.child.top_criterion = TopCriterion::faith;
    CHECK(background(pair) == CriterionScore::known(400));
    pair.child.culture = prefers({"asian"});
    CHECK(background(pair) == CriterionScore{425, 300, 550, true});  // (1000 + 2 x 100 + unknown) / 4
    pair.child.top_criterion = TopCriterion::language;               // no wish of the child
    CHECK(background(pair) == CriterionScore{533, 367, 700, true});
}

TEST_CASE("background: who the child is never counts without a wish", "[scoring][example]")
{
    GivenPair pair;
    pair.volunteer.gender = std::string("female");
    pair.volunteer.religion = std::string("muslim");
    const PairScore before = pair.score();
    pair.child.gender = std::string("female");
    pair.child.religion = std::string("muslim");
    pair.child.ethnic_group = std::string("arab");
    pair.child.languages = std::vector<Language>{{"ara", Fluency::native}};
    CHECK(pair.score() == before);
}
