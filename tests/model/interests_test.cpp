#include "model/given_round.hpp"
#include <befriend/model/interests.hpp>

namespace befriend::test {

TEST_CASE("interests: two spellings of a word fold to the same", "[model][example]")
{
    CHECK(folded("Rock Climbing") == "rock_climbing");
    CHECK(folded("rock-climbing") == "rock_climbing");
    CHECK(folded("rock\xE2\x80\x91"
                 "climbing") == "rock_climbing");  // U+2011, a hyphen that does not break
    CHECK(folded("rock\xC2\xA0"
                 "climbing") == "rock_climbing");            // U+00A0, a blank that does not break
    CHECK(folded("\xEF\xBC\xA6") == "f");                    // U+FF26, a full-width F
    CHECK(folded("CAF\xC3\x89") == folded("cafe\xCC\x81"));  // U+00C9; e and U+0301
    CHECK(folded("Stra\xC3\x9F"
                 "e") == "strasse");
    CHECK(folded("").empty());
}

TEST_CASE("interests: invalid UTF-8 and a NUL are kept", "[model][example]")
{
    CHECK(folded("A\xFF") == "A\xFF");
    CHECK(folded(std::string_view("A\0B", 3)) == std::string("a\0b", 3));
}

TEST_CASE("interests: an ASCII letter folds the same alone and beside other letters", "[model][property]")
{
    const std::string other = "\xC3\xA9";  // U+00E9, which is folded already
    for (int code = 0; code < 128; ++code) {
        CAPTURE(code);
        const char letter = static_cast<char>(code);
        CHECK(folded(other + letter + other) == other + folded(std::string(1, letter)) + other);
    }
}

TEST_CASE("interests: folding twice is folding once", "[model][property]")
{
    const auto word = GENERATE("Rock Climbing", "\xEF\xBC\xA6 - x", "\xC4\xB0stanbul", "\xEF\xAC\x81sh", "");
    CHECK(folded(folded(word)) == folded(word));
}

TEST_CASE("interests: a vocabulary finds a term by tag, synonym and spelling", "[model][example]")
{
    const Vocabulary vocabulary(
        {{"sport", {}, ""}, {"football", {"soccer", "five-a-side"}, "sport"}, {"cooking", {}, ""}});
    REQUIRE(vocabulary.terms().size() == 3);
    CHECK(vocabulary.terms()[0].tag == "cooking");
    CHECK(vocabulary.terms()[1].tag == "football");
    CHECK(vocabulary.find("football") == std::size_t{1});
    CHECK(vocabulary.find("Soccer") == std::size_t{1});
    CHECK(vocabulary.find("FIVE A SIDE") == std::size_t{1});
    CHECK_FALSE(vocabulary.find("foot").has_value());
    CHECK_FALSE(vocabulary.find("").has_value());
    CHECK_FALSE(Vocabulary().find("football").has_value());
}

TEST_CASE("interests: a term knows its broader term", "[model][example]")
{
    const Vocabulary vocabulary({{"sport", {}, ""}, {"football", {}, "sport"}, {"cooking", {}, ""}});
    CHECK(vocabulary.broader(1) == std::size_t{2});
    CHECK_FALSE(vocabulary.broader(0).has_value());
    CHECK_FALSE(vocabulary.broader(2).has_value());
}

TEST_CASE("D16: an interest outside the vocabulary is refused without being named", "[model][example]")
{
    GivenRound given;
    given.child(0).interests = {{std::string(canary), 1}};
    given.volunteer(1).activities_no = {"cooking", std::string(canary)};
    check_faults(given, {{FaultCode::e_schema, Table::children, 0, "interests"},
                         {FaultCode::e_schema, Table::volunteers, 1, "activities_no"}});
}

TEST_CASE("D16: two words for one interest in a list are a repeat", "[model][example]")
{
    GivenRound given;
    given.child(1).interests = {{"football", 1}, {"cooking", 1}, {"Soccer", 2}};
    given.volunteer(0).activities_no = {"football", "FOOTBALL"};
    check_faults(given, {{FaultCode::e_schema, Table::children, 1, "interests"},
                         {FaultCode::e_schema, Table::volunteers, 0, "activities_no"}});
}

TEST_CASE("interests: a grade runs from -2 to 2", "[model][example]")
{
    GivenRound given;
    given.child(0).interests = {{"football", -2}, {"cooking", 2}};
    check_accepted(given);
    given.child(0).interests = {{"football", GENERATE(-3, 3, canary_number, -canary_number)}};
    check_faults(given, {{FaultCode::e_range, Table::children, 0, "interests"}});
}

TEST_CASE("interests: a round keeps the tags of the vocabulary, sorted", "[model][example]")
{
    GivenRound given;
    given.child(0).interests = {{"Soccer", 2}, {"Cooking", -1}};
    given.volunteer(0).activities_no = {"SPORT", "soccer"};
    const Round round = given.round();
    CHECK(round.children()[0].interests == std::vector<GradedInterest>{{"cooking", -1}, {"football", 2}});
    CHECK(round.volunteers()[0].activities_no == std::vector<std::string>{"football", "sport"});
}

TEST_CASE("interests: where the vocabulary could not be read, only that is said", "[model][example]")
{
    GivenRound given;
    given.child(0).interests = {{std::string(canary), 1}};
    given.found = {{FaultCode::e_parse, Table::vocabulary, {}, {}, {}, "broken", 3, 1, {}}};
    check_faults(given, {{FaultCode::e_parse, Table::vocabulary, {}, ""}});
}

}  // namespace befriend::test
