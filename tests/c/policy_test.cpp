#include "../catch2.hpp"
#include "handles.hpp"

#include <string>

using namespace befriend::test;

namespace {

Outcome parse(std::string_view text)
{
    befriend_policy* out = untouched<befriend_policy>();
    const Outcome outcome =
        outcome_of([&](auto err) { return befriend_policy_parse(text.data(), text.size(), &out, err); });
    const Owned<befriend_policy> owned(out);
    CHECK((out != nullptr) == (outcome.status == BEFRIEND_OK));
    CHECK(outcome.has_error == (outcome.status != BEFRIEND_OK));
    return outcome;
}

}  // namespace

TEST_CASE("c policy: TOML and JSON are read", "[c][example]")
{
    CHECK(parse("seed = 7\nas_of = 2024-05-01\n").status == BEFRIEND_OK);
    CHECK(parse("{\"seed\": 7, \"as_of\": \"2024-05-01\"}").status == BEFRIEND_OK);
}

TEST_CASE("c policy: every fault of the text is told, with its place", "[c]")
{
    const Outcome outcome = parse("seed = -1\n[travel]\neasy_m = 1.5\nfurthest = 3\n");

    CHECK(outcome.codes.size() == 3);
    CHECK_THAT(outcome.text, ContainsSubstring("E_RANGE policy.seed line 1"));
    CHECK_THAT(outcome.text, ContainsSubstring("E_NUMBER policy.travel.easy_m line 3"));
    CHECK_THAT(outcome.text, ContainsSubstring("E_SCHEMA policy.travel.furthest line 4"));
    CHECK(outcome.status == outcome.codes.front());
}

TEST_CASE("c policy: what is no policy gives the code of what it is", "[c]")
{
    CHECK(parse("seed =\n").status == BEFRIEND_E_PARSE);
    CHECK(parse("{\"seed\": }").status == BEFRIEND_E_PARSE);
    CHECK(parse("version = \"\xC0\xAF\"\n").status == BEFRIEND_E_ENCODING);
    const Outcome nul = parse(std::string_view("seed = 7\n# \0\n", 13));  // J08
    CHECK(nul.status == BEFRIEND_E_ENCODING);
    CHECK(nul.text == "E_ENCODING policy line 2, column 3: holds a NUL character\n");
}

TEST_CASE("c policy: the size counts, not what lies behind", "[c]")
{
    const std::string_view text = "seed = 7\nnonsense";
    CHECK(parse(text).status != BEFRIEND_OK);
    CHECK(parse(text.substr(0, 8)).status == BEFRIEND_OK);
}

TEST_CASE("c policy: an empty text is the built-in policy, also as NULL", "[c]")
{
    CHECK(parse("").status == BEFRIEND_OK);
    CHECK(parse(std::string_view(nullptr, 0)).status == BEFRIEND_OK);  // J07
}
