#include "catch2.hpp"
#include <befriend/io/read_policy.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/model/policy_keys.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace befriend;
using namespace befriend::test;
using namespace std::chrono_literals;
using namespace std::string_view_literals;

namespace {

std::string faults_in(std::string_view text)
{
    std::vector<Fault> faults;
    (void)read_policy(text, faults);
    std::string lines;
    for (const Fault& fault : faults)
        lines += to_text(fault) + "\n";
    return lines;
}

// A policy whose every value differs from the default.
Policy unusual_policy()
{
    Policy policy;
    policy.version = "2025 \"b\"\\\n\x7f \u00e9";
    policy.approved_by = "panel";
    policy.approved_on = 2025y / 1 / 31;
    policy.as_of = 2025y / 2 / 1;
    policy.seed = 9'223'372'036'854'775'807;
    policy.tiers = {TierName::points};
    policy.minimum_points = 100;
    policy.neutral_points = 400;
    policy.alternatives = 5;
    policy.ignore_columns = {"notes", "colour"};
    policy.soft_limits = {Rule::distance};
    policy.purposes = {"a", ""};
    policy.weights = {1, 2, 3, 4, 5};
    policy.interests = {1, 2, 3, 4};
    policy.background = {7, Fluency::native};
    policy.age = {9};
    policy.travel = {1, 2, 3, 4};
    policy.availability = {0, 42};
    policy.waiting = {{0, 5}, {1, 2}, 1, 2, 3, 4, 5};
    policy.service = {6, 17, 21, 17, {Cohort::care_leaver}, 9, {{"a", "b"}, {"c"}}};
    policy.clearance = {21, 24, 12, {Requirement::trauma_trained}, 6, true};
    return policy;
}

}  // namespace

TEST_CASE("read_policy: an empty text is the built-in policy", "[io][example]")
{
    CHECK(write_policy_json(read_policy("")) == write_policy_json(Policy{}));
    CHECK(write_policy_json(read_policy("{}")) == write_policy_json(Policy{}));
    CHECK(write_policy_json(read_policy("# only a comment\nschema_version = 1\n")) ==
          write_policy_json(Policy{}));
}

TEST_CASE("read_policy: TOML and JSON have the same keys", "[io][example]")
{
    const Policy toml = read_policy(R"(
        version = "2025-b"
        as_of = 2025-02-01
        approved_on = "2025-01-31"
        tiers = ["points", "waiting"]
        [travel]
        easy_m = 3000
        [waiting]
        from_months = [0, 6]
        benefit = [0, 1]
        [background]
        least_fluency = "fluent"
        [service]
        sharing = [["north", "south"]]
        [clearance]
        allow_connected = true
    )");
    const Policy json = read_policy(R"({
        "version": "2025-b", "as_of": "2025-02-01", "approved_on": "2025-01-31",
        "tiers": ["points", "waiting"], "travel": {"easy_m": 3000},
        "waiting": {"from_months": [0, 6], "benefit": [0, 1]}, "background": {"least_fluency": "fluent"},
        "service": {"sharing": [["north", "south"]]}, "clearance": {"allow_connected": true}})");
    CHECK(toml.as_of == Date(2025y / 2 / 1));
    CHECK(toml.tiers == std::vector{TierName::points, TierName::waiting});
    CHECK(toml.travel.easy_m == 3000);
    CHECK(toml.travel.furthest_m == Policy{}.travel.furthest_m);
    CHECK(toml.waiting.from_months == std::vector<std::int64_t>{0, 6});
    CHECK(toml.background.least_fluency == Fluency::fluent);
    CHECK(toml.service.sharing == std::vector<std::vector<std::string>>{{"north", "south"}});
    CHECK(toml.clearance.allow_connected);
    CHECK(write_policy_json(json) == write_policy_json(toml));
}

TEST_CASE("read_policy: the order of tables and keys changes nothing (M39)", "[io][property]")
{
    const std::string one = R"(
        [weights]
        interests = 7
        travel = 9
        availability = 3
        [travel]
        easy_m = 3000
        furthest_m = 9000
    )";
    const std::string other = R"(
        [travel]
        furthest_m = 9000
        easy_m = 3000
        [weights]
        availability = 3
        travel = 9
        interests = 7
    )";
    CHECK(write_policy_json(read_policy(one)) == write_policy_json(read_policy(other)));
    CHECK(read_policy(other).weights.travel == 9);
}

TEST_CASE("keys_given: it names the keys that a text gives, known ones only", "[io][example]")
{
    using Keys = std::vector<std::string_view>;
    CHECK(keys_given("[travel]\neasy_m = 5000\nfar = 1\n").at(0) == "travel.easy_m");
    CHECK(keys_given("schema_version = 1\nsed = 1\nseed = 2\n[weights]\ntravel = 1\nage = 2\n") ==
          Keys{"seed", "weights.age", "weights.travel"});
    CHECK(keys_given(R"({"seed": 2, "travel": 3})") == Keys{"seed"});
    CHECK(keys_given("").empty());
    CHECK(keys_given("seed = ").empty());
}

TEST_CASE("write_policy: what was written reads back as the same policy", "[io][property]")
{
    for (const Policy& policy : {Policy{}, unusual_policy()}) {
        const std::string json = write_policy_json(policy);
        CHECK(write_policy_json(read_policy(json)) == json);
        CHECK(write_policy_json(read_policy(write_policy_toml(policy, false))) == json);
        CHECK(write_policy_json(read_policy(write_policy_toml(policy, true))) == json);
    }
    // Every key was carried: none of the unusual policy's lines is a default.
    const std::string unusual = write_policy_toml(unusual_policy(), false);
    for (const PolicyKey& key : policy_keys()) {
        const std::string name(key.name.substr(key.name.find('.') + 1));
        CAPTURE(key.name);
        CHECK(unusual.find("\n" + name + " = ") != std::string::npos);
    }
}

TEST_CASE("write_policy_toml: a commented policy says what each key means", "[io][example]")
{
    const std::string text = write_policy_toml(Policy{}, true);
    for (const PolicyKey& key : policy_keys()) {
        CAPTURE(key.name);
        CHECK(text.find(std::string(key.meaning)) != std::string::npos);
    }
    CHECK(text.find("# as_of = 2025-01-31") != std::string::npos);
    CHECK(text.find("easy_m = 5000") != std::string::npos);
}

TEST_CASE("read_policy: an unknown key brings the nearest one", "[io][example]")
{
    CHECK(faults_in("sed = 1") == "E_SCHEMA policy.sed line 1, column 7: unknown: did you mean seed?\n");
    CHECK(faults_in("[travel]\neasy = 1") ==
          "E_SCHEMA policy.travel.easy line 2, column 8: unknown: did you mean travel.easy_m?\n");
    CHECK(faults_in("[travels]\neasy_m = 1").find("policy.travels") != std::string::npos);
    CHECK(faults_in("\"travel.easy_m\" = 1").find("unknown") != std::string::npos);
    CHECK(faults_in("[travel]\nschema_version = 1").find("unknown") != std::string::npos);
}

TEST_CASE("read_policy: all faults come at once, with line and column", "[io][example]")
{
    const std::string all = faults_in(
        "seed = -1\ntiers = [\"points\", \"luck\"]\nas_of = 2025-02-01T00:00:00\n[travel]\neasy_m = 1.5\n");
    for (const char* line : {"E_RANGE policy.seed line 1, column 8: below 0",
                             "E_SCHEMA policy.tiers line 2, column 9: not one of most_",
                             "E_SCHEMA policy.as_of line 3, column 9: a time where a date is due",
                             "E_NUMBER policy.travel.easy_m line 5, column 10: a number with a point or an "
                             "exponent where a whole number"})
        CHECK_THAT(all, ContainsSubstring(line));
}

TEST_CASE("read_policy: a soft limit is the code of a rule that can be softened, and a near one is suggested",
          "[io][example]")
{
    CHECK(read_policy("soft_limits = [\"distance\", \"horizon\"]\n").soft_limits ==
          std::vector{Rule::distance, Rule::horizon});
    const std::string typo = faults_in("soft_limits = [\"distance\", \"langauge_must\"]\n");
    CHECK_THAT(typo, ContainsSubstring(
                         "E_SCHEMA policy.soft_limits line 1, column 15: not one of service, no_room"));
    CHECK_THAT(typo, ContainsSubstring(": did you mean language_must?"));
    CHECK_THAT(faults_in("soft_limits = [\"luck\"]\n"), !ContainsSubstring("did you mean"));
    CHECK_THAT(faults_in("soft_limits = [\"dbs\"]\n"), ContainsSubstring("E_SCHEMA policy.soft_limits"));
}

TEST_CASE("read_policy: a value of the wrong kind is named with both kinds", "[io][example]")
{
    CHECK_THAT(faults_in("seed = \"1\""), ContainsSubstring("text where a whole number is due"));
    CHECK_THAT(faults_in("travel = 1"), ContainsSubstring("a whole number where a table is due"));
    CHECK_THAT(faults_in("seed = {}"), ContainsSubstring("a table where a whole number is due"));
    CHECK_THAT(faults_in("version = 1"), ContainsSubstring("a whole number where text is due"));
    CHECK_THAT(faults_in("tiers = [1]"), ContainsSubstring("a whole number where a list of texts is due"));
    CHECK_THAT(faults_in("tiers = \"points\""), ContainsSubstring("text where a list of texts is due"));
    CHECK_THAT(faults_in("as_of = \"31/01/2025\""), ContainsSubstring("E_DATE policy.as_of"));
    CHECK_THAT(faults_in("[clearance]\nallow_connected = \"yes\""),
               ContainsSubstring("text where true or false is due"));
    CHECK_THAT(faults_in("[service]\nsharing = [\"a\"]"),
               ContainsSubstring("text where a list of texts is due"));
    CHECK_THAT(faults_in("[waiting]\nbenefit = 1"),
               ContainsSubstring("a whole number where a list of whole numbers is due"));
    CHECK_THAT(faults_in("{\"seed\": null}"), ContainsSubstring("null where a whole number is due"));
}

TEST_CASE("read_policy: a text that is no TOML or JSON is refused at line and column", "[io][example]")
{
    CHECK(faults_in("seed = 1\nversion = \"x\n") ==
          "E_PARSE policy line 2, column 13: not valid TOML here\n");
    CHECK_THAT(faults_in("seed = 1\nseed = 2\n"), ContainsSubstring("E_DUPLICATE policy line 2"));
    CHECK(faults_in("{\"seed\": 1,}") == "E_PARSE policy line 1, column 12: not valid JSON from here\n");
    CHECK(faults_in("{\"seed\": 1, \"seed\": 2}") == "E_DUPLICATE policy.seed: comes twice\n");
    CHECK_THAT(faults_in("version = \"caf\xe9\""),
               ContainsSubstring("E_ENCODING policy line 1, column 15: not UTF-8"));
    CHECK_THAT(faults_in("\xff\xfev\0"sv), ContainsSubstring("looks like UTF-16"));
    CHECK(faults_in("\xef\xbb\xbfseed = 1") == "");
    CHECK_THAT(faults_in(std::string((1u << 20) + 1, '#')), ContainsSubstring("E_LIMIT policy: longer than"));
}

TEST_CASE("read_policy: another schema version is E_VERSION", "[io][example]")
{
    CHECK(faults_in("schema_version = 2") ==
          "E_VERSION policy.schema_version line 1, column 18: version 2 found, this befriend reads version "
          "1\n");
    CHECK_THAT(faults_in("schema_version = 0"), ContainsSubstring("version 0 found"));
    CHECK_THAT(faults_in("schema_version = \"1\""), ContainsSubstring("no version found"));
}

TEST_CASE("read_policy: a text cannot nest deep enough to overflow the stack", "[io][example]")
{
    std::string keys = "a";
    for (int depth = 0; depth < 100'000; ++depth)
        keys += ".a";
    CHECK_THAT(faults_in(keys + " = 1"), ContainsSubstring("E_LIMIT"));
    CHECK_THAT(faults_in("[" + keys + "]"), ContainsSubstring("E_LIMIT"));
    CHECK_THAT(faults_in("x = " + std::string(100'000, '[')), ContainsSubstring("E_LIMIT policy line 1"));
    CHECK_THAT(faults_in("{\"x\": " + std::string(100'000, '[')), ContainsSubstring("E_LIMIT"));
    CHECK_THAT(faults_in("x = [\"\"\"a\"\"\"\"\", {" + keys + " = 1}]"), ContainsSubstring("E_LIMIT"));
    CHECK_THAT(faults_in("x = \"\"\"\n\"\"\", {" + keys + " = 1}"), ContainsSubstring("E_LIMIT"));
    CHECK(faults_in("version = \"" + std::string(1000, '.') + "\" # " + std::string(1000, '.')) == "");
    CHECK_THAT(faults_in("x = { \"a\"" + keys.substr(1) + " = 1 }"), ContainsSubstring("E_LIMIT"));
}

TEST_CASE("D02: a whole number beyond 64 bits is E_RANGE in TOML as in JSON", "[io][regression]")
{
    CHECK(faults_in("[weights]\ntravel = 99999999999999999999\n") ==
          "E_RANGE policy line 2, column 30: a whole number beyond 64 bits\n");
    for (const char* value : {"9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFFF",
                              "1_000_000_000_000_000_000_000"}) {
        CAPTURE(value);
        CHECK_THAT(faults_in("[weights]\ntravel = " + std::string(value)),
                   ContainsSubstring("E_RANGE policy line 2, column "));
    }
    CHECK_THAT(faults_in("seed = " + std::string(1000, '9')), ContainsSubstring("E_LIMIT policy line 1"));
    CHECK_THAT(faults_in("seed = 1." + std::string(1000, '9')), ContainsSubstring("E_LIMIT policy line 1"));
    CHECK_THAT(faults_in("seed = 9x"), ContainsSubstring("E_PARSE policy line 1"));
}

TEST_CASE("D07: a weight that is no whole number is E_NUMBER", "[io][example]")
{
    for (const char* value : {"nan", "inf", "-inf", "1e308", "1e-300", "1.0"}) {
        CAPTURE(value);
        CHECK_THAT(faults_in("[weights]\ntravel = " + std::string(value)),
                   ContainsSubstring("E_NUMBER policy.weights.travel"));
    }
    for (const char* value : {"1e309", "-1e309", "1e-400"}) {
        CAPTURE(value);
        CHECK_THAT(faults_in("[weights]\ntravel = " + std::string(value)),
                   ContainsSubstring("E_NUMBER policy line 2"));
    }
    CHECK_THAT(faults_in(R"({"weights": {"travel": 1e309}})"), ContainsSubstring("E_NUMBER policy"));
    CHECK_THAT(faults_in(R"({"weights": {"travel": 1e-400}})"),
               ContainsSubstring("E_NUMBER policy.weights.travel"));
}

TEST_CASE("D08: weights that are all 0 are accepted with a warning", "[io][example]")
{
    std::vector<Fault> faults;
    const Policy policy = read_policy(
        "[weights]\ninterests = 0\nbackground = 0\nage = 0\ntravel = 0\navailability = 0\n", faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == FaultCode::w_flat);
    CHECK(policy.weights.travel == 0);
}

TEST_CASE("D09: a weight outside its range is E_RANGE and leaves the default", "[io][example]")
{
    for (const char* value : {"-1", "1001", "9223372036854775807"}) {
        CAPTURE(value);
        std::vector<Fault> faults;
        const Policy policy = read_policy("[weights]\ntravel = " + std::string(value), faults);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].code == FaultCode::e_range);
        CHECK(faults[0].field == "weights.travel");
        CHECK(faults[0].line == 2);
        CHECK(policy.weights.travel == Policy{}.weights.travel);
    }
    CHECK_THAT(faults_in(R"({"weights": {"travel": 99999999999999999999}})"),
               ContainsSubstring("E_RANGE policy.weights.travel"));
    CHECK_THAT(faults_in("[travel]\neasy_m = 30000"),
               ContainsSubstring("E_POLICY policy.travel.easy_m line 2"));
}

TEST_CASE("read_policy: without a list of faults, it throws them all", "[io][example]")
{
    CHECK_THROWS_AS((void)read_policy("sed = 1"), InvalidInput);
    try {
        (void)read_policy("sed = 1\nversion = 2");
        FAIL("it did not throw");
    } catch (const InvalidInput& invalid) {
        CHECK(invalid.faults().size() == 2);
    }
}
