#include "catch2.hpp"
#include <befriend/io/read_vocabulary.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

std::string faults_in(std::string_view text)
{
    std::vector<Fault> faults;
    const Vocabulary vocabulary = read_vocabulary(text, faults);
    CHECK(vocabulary.terms().empty() == has_error(faults));
    std::string lines;
    for (const Fault& fault : faults)
        lines += to_text(fault) + "\n";
    return lines;
}

}  // namespace

TEST_CASE("built_in_vocabulary: interests are found by any of their words", "[io][example]")
{
    const Vocabulary vocabulary = built_in_vocabulary();
    CHECK(vocabulary.terms().size() >= 40);
    const auto football = vocabulary.find("Soccer");
    REQUIRE(football);
    CHECK(vocabulary.terms()[*football].tag == "football");
    REQUIRE(vocabulary.broader(*football));
    CHECK(vocabulary.terms()[*vocabulary.broader(*football)].tag == "sport");
    CHECK(vocabulary.find("rock-climbing") == vocabulary.find("climbing"));
    CHECK(!vocabulary.find("quidditch"));
}

TEST_CASE("read_vocabulary: a small vocabulary keeps what its text says", "[io][example]")
{
    const Vocabulary vocabulary = read_vocabulary(
        "schema_version = 1\n[interest.art]\n[interest.drawing]\nsynonyms = [\"sketching\"]\nbroader = "
        "\"art\"\n");
    REQUIRE(vocabulary.terms().size() == 2);
    CHECK(vocabulary.terms()[1].tag == "drawing");
    CHECK(vocabulary.terms()[1].synonyms == std::vector<std::string>{"sketching"});
    CHECK(vocabulary.terms()[1].broader == "art");
}

TEST_CASE("read_vocabulary: what is wrong is said at its tag", "[io][example]")
{
    CHECK_THAT(faults_in("[interest.Art]\n"),
               ContainsSubstring("E_SCHEMA vocabulary.Art line 1, column 1: not a tag"));
    CHECK_THAT(faults_in("[interest.a]\n[interest.b]\nsynonyms = [\"A\"]\n"),
               ContainsSubstring("E_DUPLICATE vocabulary.b: one of its words also names a"));
    CHECK_THAT(faults_in("[interest.a]\nsynonyms = [\"x y\", \"X-Y\"]\n"),
               ContainsSubstring("E_DUPLICATE vocabulary.a"));
    CHECK_THAT(faults_in("[interest.a]\nbroader = \"b\"\n"), ContainsSubstring("E_UNKNOWN_ID vocabulary.a"));
    CHECK_THAT(faults_in("[interest.a]\nbroader = \"a\"\n"), ContainsSubstring("E_CONFLICT vocabulary.a"));
    CHECK_THAT(faults_in("[interest.a]\nbroader = 1\n"), ContainsSubstring("E_SCHEMA vocabulary.a line 2"));
    CHECK_THAT(faults_in("[interest.a]\nsynonyms = \"b\"\n"),
               ContainsSubstring("E_SCHEMA vocabulary.a line 2"));
    CHECK_THAT(faults_in("[interest.a]\nsynonyms = [\"\"]\n"),
               ContainsSubstring("E_SCHEMA vocabulary.a line 2"));
    CHECK_THAT(faults_in("[interest.a]\ncolour = \"b\"\n"),
               ContainsSubstring("E_SCHEMA vocabulary.a line 2"));
    CHECK_THAT(faults_in("[interest]\na = 1\n"), ContainsSubstring("E_SCHEMA vocabulary.a line 2"));
    CHECK_THAT(faults_in("[interests.a]\n"), ContainsSubstring("E_SCHEMA vocabulary.interests"));
    CHECK_THAT(faults_in("schema_version = 2\n[interest.a]\n"),
               ContainsSubstring("E_VERSION vocabulary.schema_version"));
    CHECK_THAT(faults_in("[interest.a\n"), ContainsSubstring("E_PARSE vocabulary line 1"));
}

TEST_CASE("read_vocabulary: broader terms that come back are told for each tag on the way", "[io][example]")
{
    const std::string faults = faults_in(
        "[interest.a]\nbroader = \"b\"\n[interest.b]\nbroader = \"c\"\n[interest.c]\nbroader = \"b\"\n");
    CHECK(faults ==
          "E_CONFLICT vocabulary.b: its broader terms come back to it\n"
          "E_CONFLICT vocabulary.c: its broader terms come back to it\n");
}

TEST_CASE("read_vocabulary: without a list of faults, it throws them", "[io][example]")
{
    CHECK_THROWS_AS((void)read_vocabulary("[interest.A]\n"), InvalidInput);
}
