#include "../catch2.hpp"
#include "handles.hpp"

#include <string>

using namespace befriend::test;

namespace {

Outcome check(const befriend_round& round)
{
    return outcome_of(
        [&](auto err) { return befriend_round_check(&round, nullptr, nullptr, nullptr, nullptr, err); });
}

constexpr std::string_view dated = "as_of = 2025-06-01\n";

}  // namespace

TEST_CASE("c round: a table comes once", "[c]")
{
    const Texts texts = invented(3, 3);
    const auto round = filled_round(texts);

    const Outcome again = outcome_of([&](auto err) { return add(*round, BEFRIEND_CHILDREN, "[]", err); });

    CHECK(again.status == BEFRIEND_E_STATE);
    CHECK(again.text == "E_STATE table: children were added already\n");
    CHECK(check(*round).status == BEFRIEND_OK);
    CHECK(json(*proposed(*round)) == json(*proposed(*filled_round(texts))));
}

TEST_CASE("c round: every table of the header is taken in, and no other number", "[c]")
{
    const auto round = empty_round(dated);
    for (const befriend_table table : {INT32_MIN, -1, 0, 8, INT32_MAX}) {
        const Outcome outcome = outcome_of([&](auto err) { return add(*round, table, "[]", err); });
        CHECK(outcome.status == BEFRIEND_E_ARG);  // J06
        CHECK_THAT(outcome.text, ContainsSubstring("E_ARG table: "));
    }
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_EARLIER; ++table)
        CHECK(add(*round, table, "[]", nullptr) == BEFRIEND_OK);
}

TEST_CASE("c round: the number of a table is the table that its faults name", "[c]")
{
    const char* const names[] = {"children", "volunteers", "coordinators", "existing",
                                 "pins",     "blocks",     "earlier"};
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_EARLIER; ++table) {
        const std::string name = names[table - BEFRIEND_CHILDREN];
        CAPTURE(name);
        const auto round = empty_round(dated);
        for (befriend_table each = BEFRIEND_CHILDREN; each <= BEFRIEND_EARLIER; ++each)
            REQUIRE(add(*round, each, each == table ? "{" : "[]", nullptr) == BEFRIEND_OK);
        CHECK_THAT(check(*round).text, ContainsSubstring("E_PARSE " + name));
    }
}

TEST_CASE("c round: children and volunteers must be there", "[c]")
{
    const auto both = [](befriend_table table) {
        const auto round = empty_round(dated);
        if (table != 0) REQUIRE(add(*round, table, "[]", nullptr) == BEFRIEND_OK);
        befriend_proposal* out = untouched<befriend_proposal>();
        const Outcome outcome = outcome_of(
            [&](auto err) { return befriend_propose(round.get(), nullptr, nullptr, nullptr, &out, err); });
        CHECK(out == nullptr);
        CHECK(outcome.text == check(*round).text);
        CHECK(outcome.status == BEFRIEND_E_STATE);  // J05
        return outcome.text;
    };
    CHECK(both(0) == "E_STATE round: no children were added\n");
    CHECK(both(BEFRIEND_CHILDREN) == "E_STATE round: no volunteers were added\n");
    CHECK(both(BEFRIEND_VOLUNTEERS) == "E_STATE round: no children were added\n");
}

TEST_CASE("c round: the faults of all tables are in one error object", "[c]")
{
    const auto round = empty_round("");  // and no date
    REQUIRE(add(*round, BEFRIEND_CHILDREN,
                R"([{"child_id": "C-1", "referred_on": "2025-02-30", "age_years": 9},
                    {"child_id": "C 2", "referred_on": "2025-01-31", "age_years": -9}])",
                nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, R"([{"volunteer_id": "V-1", "shoe_size": 43}])", nullptr) ==
            BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_PINS, R"([{"child_id": "C-1", "volunteer_id": "V-1"}])", nullptr) ==
            BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_BLOCKS, "[\"\xFF\"]", nullptr) == BEFRIEND_OK);

    const Outcome checked = check(*round);

    CHECK_THAT(checked.text, ContainsSubstring("E_DATE children[0].referred_on"));
    CHECK_THAT(checked.text, ContainsSubstring(" children[1].child_id"));
    CHECK_THAT(checked.text, ContainsSubstring(" children[1].age_years"));
    CHECK_THAT(checked.text, ContainsSubstring("E_SCHEMA volunteers"));
    CHECK_THAT(checked.text, ContainsSubstring("E_ENCODING blocks"));
    CHECK_THAT(checked.text, ContainsSubstring("E_POLICY policy.as_of"));
    CHECK(checked.status == checked.codes.front());
    befriend_proposal* out = untouched<befriend_proposal>();
    const Outcome refused = outcome_of(
        [&](auto err) { return befriend_propose(round.get(), nullptr, nullptr, nullptr, &out, err); });
    CHECK(out == nullptr);
    CHECK(refused.text == checked.text);
}

TEST_CASE("c round: a message holds no value of the input", "[c]")
{
    const auto round = empty_round(dated);
    REQUIRE(add(*round, BEFRIEND_CHILDREN,
                R"([{"child_id": "CANARY 1", "referred_on": "CANARY", "age_years": "CANARY"}])",
                nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, R"(["CANARY", CANARY])", nullptr) == BEFRIEND_OK);

    const Outcome outcome = check(*round);

    CHECK(outcome.codes.size() >= 4);
    CHECK(outcome.text.find("CANARY") == std::string::npos);
}

TEST_CASE("c round: a NUL in a table is a fault of its encoding, with its place", "[c]")
{
    const auto round = empty_round(dated);
    REQUIRE(add(*round, BEFRIEND_CHILDREN, std::string_view("[\n {\0}]", 7), nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, "[]", nullptr) == BEFRIEND_OK);

    const Outcome outcome = check(*round);

    CHECK(outcome.status == BEFRIEND_E_ENCODING);  // J08
    CHECK_THAT(outcome.text, ContainsSubstring("E_ENCODING children line 2, column 3: holds a NUL"));
}

TEST_CASE("c round: warnings of a sound round are handed out by the check", "[c]")
{
    const auto round = empty_round(dated);
    REQUIRE(add(*round, BEFRIEND_CHILDREN, "[]", nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, "[]", nullptr) == BEFRIEND_OK);

    befriend_error* warnings = untouched<befriend_error>();
    befriend_error* err = untouched<befriend_error>();
    REQUIRE(befriend_round_check(round.get(), nullptr, nullptr, nullptr, &warnings, &err) == BEFRIEND_OK);

    CHECK(err == nullptr);
    const Outcome outcome = outcome_of(BEFRIEND_OK, warnings);
    CHECK(outcome.codes == std::vector<befriend_status>{BEFRIEND_W_EMPTY, BEFRIEND_W_EMPTY});
    CHECK_THAT(outcome.text, ContainsSubstring("W_EMPTY children: "));
    CHECK(proposed(*round) != nullptr);  // nobody is an answer
}

TEST_CASE("c round: the check hands out no warnings where there are none, nor with a refusal", "[c]")
{
    befriend_error* warnings = untouched<befriend_error>();
    CHECK(befriend_round_check(empty_round(dated).get(), nullptr, nullptr, nullptr, &warnings, nullptr) ==
          BEFRIEND_E_STATE);
    CHECK(warnings == nullptr);
}

TEST_CASE("c round: warnings of the policy's own text reach the check", "[c]")
{
    const std::string flat =
        std::string(dated) +
        "[weights]\ninterests = 0\nbackground = 0\nage = 0\ntravel = 0\navailability = 0\n";
    const auto round = empty_round(flat);
    REQUIRE(add(*round, BEFRIEND_CHILDREN, "[]", nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, "[]", nullptr) == BEFRIEND_OK);
    befriend_error* warnings = nullptr;
    REQUIRE(befriend_round_check(round.get(), nullptr, nullptr, nullptr, &warnings, nullptr) == BEFRIEND_OK);
    CHECK_THAT(outcome_of(BEFRIEND_OK, warnings).text, ContainsSubstring("W_FLAT policy"));
}

TEST_CASE("c round: a pin that breaks a rule is found by the check and by propose", "[c]")
{
    const auto round = empty_round(dated);
    REQUIRE(add(*round, BEFRIEND_CHILDREN,
                R"([{"child_id": "C-1", "referred_on": "2025-01-31", "age_years": 9}])",
                nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, R"([{"volunteer_id": "V-1", "state": "left", "age_years": 40}])",
                nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_PINS,
                R"([{"child_id": "C-1", "volunteer_id": "V-1", "reason": "asked for", "by": "panel"}])",
                nullptr) == BEFRIEND_OK);
    const Outcome outcome = check(*round);
    CAPTURE(outcome.text);
    CHECK(outcome.status == BEFRIEND_E_CONFLICT);
    CHECK_THAT(outcome.text, ContainsSubstring("E_CONFLICT pins[0]"));
    befriend_proposal* out = nullptr;
    CHECK(befriend_propose(round.get(), nullptr, nullptr, nullptr, &out, nullptr) == BEFRIEND_E_CONFLICT);
}

TEST_CASE("c round: as_of and seed override the policy, for one run or the next", "[c]")
{
    const Texts texts = invented(12, 10);
    const auto with = [&](std::string_view keys) {
        Texts changed = texts;
        changed.policy = keys;
        return json(*proposed(*filled_round(changed)));
    };
    Texts undated = texts;
    undated.policy = "seed = 3\n";
    const auto round = filled_round(undated);
    CHECK(check(*round).status == BEFRIEND_E_POLICY);

    REQUIRE(set(*round, "as_of", "2025-06-01", nullptr) == BEFRIEND_OK);
    CHECK(json(*proposed(*round)) == with("seed = 3\nas_of = 2025-06-01\n"));
    REQUIRE(befriend_round_set_int(round.get(), "seed", 4, nullptr) == BEFRIEND_OK);
    CHECK(json(*proposed(*round)) == with("seed = 4\nas_of = 2025-06-01\n"));
    REQUIRE(set(*round, "seed", "9223372036854775807", nullptr) == BEFRIEND_OK);
    REQUIRE(set(*round, "as_of", "2026-06-01", nullptr) == BEFRIEND_OK);
    CHECK(json(*proposed(*round)) == with("seed = 9223372036854775807\nas_of = 2026-06-01\n"));
    CHECK(with("seed = 3\nas_of = 2025-06-01\n") != with("seed = 3\nas_of = 2026-06-01\n"));
}

TEST_CASE("c round: an unknown key lists the known ones", "[c]")
{
    const auto round = empty_round(dated);
    const Outcome text = outcome_of([&](auto err) { return set(*round, "CANARY", "1", err); });
    CHECK(text.status == BEFRIEND_E_ARG);
    CHECK(text.text ==
          "E_ARG key: unknown; texts are areas, as_of, ignore_columns, interface, seed, sha256.<input>, "
          "vocabulary\n");
    const Outcome number =
        outcome_of([&](auto err) { return befriend_round_set_int(round.get(), "as_of", 1, err); });
    CHECK(number.status == BEFRIEND_E_ARG);
    CHECK(number.text == "E_ARG key: unknown; whole numbers are max_bytes, seed, time_limit_ms\n");
}

TEST_CASE("c round: a value that does not fit its key changes nothing", "[c]")
{
    const Texts texts = invented(12, 10);
    const auto round = filled_round(texts);
    const std::string before = json(*proposed(*round));
    const auto status = [&](const char* key, std::string_view text) {
        return set(*round, key, text, nullptr);
    };

    CHECK(status("as_of", "2025-02-29") == BEFRIEND_E_DATE);
    CHECK(status("as_of", "") == BEFRIEND_E_DATE);
    CHECK(status("as_of", std::string_view("2025-02-28\0", 11)) == BEFRIEND_E_ENCODING);
    CHECK(status("as_of", "2025-02-2\xE9") == BEFRIEND_E_ENCODING);
    CHECK(status("seed", "\xF4\x90\x80\x80") == BEFRIEND_E_ENCODING);
    CHECK(status("seed", "") == BEFRIEND_E_NUMBER);
    CHECK(status("seed", "1.0") == BEFRIEND_E_NUMBER);
    CHECK(status("seed", " 1") == BEFRIEND_E_NUMBER);
    CHECK(status("seed", "+1") == BEFRIEND_E_NUMBER);
    CHECK(status("seed", "-1") == BEFRIEND_E_RANGE);
    CHECK(status("seed", "9223372036854775808") == BEFRIEND_E_RANGE);
    CHECK(befriend_round_set_int(round.get(), "seed", -1, nullptr) == BEFRIEND_E_RANGE);

    CHECK(json(*proposed(*round)) == before);
}

TEST_CASE("c round: texts and policy may go once they were handed in", "[c]")
{
    Texts texts = invented(12, 10);
    const auto round = filled_round(texts);  // its policy is freed already
    const std::string expected = json(*proposed(*filled_round(texts)));
    texts.children.assign(texts.children.size(), '#');
    texts.volunteers.assign(texts.volunteers.size(), '#');
    CHECK(json(*proposed(*round)) == expected);
}
