// What a round is told beside its tables, invented rounds, and the texts that come out.

#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/io/json_schema.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/reporting/html.hpp>
#include <befriend/reporting/text.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace befriend::test;
using Document = nlohmann::json;

namespace {

// The text that `read(buffer, cap, &needed, err)` writes.
template <class Read>
std::string text_of(const Read& read)
{
    std::size_t needed = 0;
    REQUIRE(read(nullptr, std::size_t{0}, &needed, nullptr) == BEFRIEND_OK);
    std::string text(needed, '#');
    REQUIRE(read(text.data(), needed, &needed, nullptr) == BEFRIEND_OK);
    REQUIRE(text.back() == '\0');
    text.pop_back();
    return text;
}

std::string table(const befriend_round& round, befriend_table table)
{
    return text_of([&](auto... out) { return befriend_round_get_json(&round, table, out...); });
}

std::string policy_text(const befriend_policy& policy, befriend_form form)
{
    return text_of([&](auto... out) { return befriend_policy_get_text(&policy, form, out...); });
}

Owned<befriend_policy> policy_of(const befriend_round& round)
{
    befriend_policy* out = nullptr;
    REQUIRE(befriend_round_get_policy(&round, &out, nullptr) == BEFRIEND_OK);
    return Owned<befriend_policy>(out);
}

Owned<befriend_round> invented_round(std::string_view preset, std::int64_t seed, std::int64_t children = -1,
                                     std::int64_t volunteers = -1)
{
    befriend_round* out = nullptr;
    REQUIRE(befriend_round_invent(preset.data(), preset.size(), seed, children, volunteers, &out, nullptr) ==
            BEFRIEND_OK);
    return Owned<befriend_round>(out);
}

Document run_record(const befriend_proposal& proposal)
{
    return Document::parse(json(proposal, BEFRIEND_PART_RUN_RECORD));
}

}  // namespace

TEST_CASE("c policy: its texts are those of the C++ library, and give the same policy back", "[c][oracle]")
{
    const std::string given = "as_of = 2026-11-02\nseed = 12\n[travel]\neasy_m = 4000\n";
    const auto policy = parsed(given);
    const befriend::Policy expected = befriend::read_policy(given);
    CHECK(policy_text(*policy, BEFRIEND_FORM_TOML) == befriend::write_policy_toml(expected, false));
    CHECK(policy_text(*policy, BEFRIEND_FORM_COMMENTED_TOML) == befriend::write_policy_toml(expected, true));
    CHECK(policy_text(*policy, BEFRIEND_FORM_JSON) == befriend::write_policy_json(expected));
    for (const befriend_form form : {BEFRIEND_FORM_TOML, BEFRIEND_FORM_COMMENTED_TOML, BEFRIEND_FORM_JSON}) {
        const auto again = parsed(policy_text(*policy, form));
        CHECK(policy_text(*again, BEFRIEND_FORM_JSON) == policy_text(*policy, BEFRIEND_FORM_JSON));
    }
    for (const befriend_form form : {0, 4, -1}) {
        std::size_t needed = 7;
        CHECK(befriend_policy_get_text(policy.get(), form, nullptr, 0, &needed, nullptr) == BEFRIEND_E_ARG);
        CHECK(needed == 0);
    }
}

TEST_CASE("c schema: every table and the policy have the schema of the C++ library", "[c][oracle]")
{
    const auto schema = [](befriend_table of) {
        return text_of([of](auto... out) { return befriend_schema_get_json(of, out...); });
    };
    CHECK(schema(BEFRIEND_POLICY) == befriend::json_schema(befriend::Table::policy));
    for (befriend_table of = BEFRIEND_CHILDREN; of <= BEFRIEND_EARLIER; ++of) {
        CHECK(schema(of) == befriend::json_schema(static_cast<befriend::Table>(of - BEFRIEND_CHILDREN)));
        CHECK_FALSE(schema(of).empty());
    }
    std::size_t needed = 0;
    CHECK(befriend_schema_get_json(8, nullptr, 0, &needed, nullptr) == BEFRIEND_E_ARG);
}

TEST_CASE("c round: every preset can be invented, and is that of the C++ library", "[c][oracle]")
{
    std::size_t presets = 0;
    for (const befriend::Preset& preset : befriend::presets()) {
        CHECK(befriend_preset_name(presets++) == preset.name);
        const auto round = invented_round(preset.name, 5, 20, 12);
        befriend::WaitingListOptions options{std::string(preset.name), 5, 20, 12};
        const auto list = befriend::waiting_list(options, befriend::built_in_vocabulary());
        REQUIRE(list);
        for (befriend_table of = BEFRIEND_CHILDREN; of <= BEFRIEND_EARLIER; ++of) {
            CHECK(table(*round, of) ==
                  befriend::write_json_table(static_cast<befriend::Table>(of - BEFRIEND_CHILDREN),
                                             list->tables));
        }
        CHECK(policy_text(*policy_of(*round), BEFRIEND_FORM_JSON) ==
              befriend::write_policy_json(list->policy));
        CHECK_FALSE(json(*proposed(*round)).empty());
    }
    CHECK(presets > 3);
    CHECK(befriend_preset_name(presets) == nullptr);
}

TEST_CASE("c round: an invented list has the preset's size unless told otherwise", "[c]")
{
    const auto county = invented_round("county", 1);
    CHECK(Document::parse(table(*county, BEFRIEND_CHILDREN))["records"].size() == 40);
    CHECK(Document::parse(table(*county, BEFRIEND_VOLUNTEERS))["records"].size() == 24);
    CHECK(table(*invented_round("county", 2), BEFRIEND_CHILDREN) != table(*county, BEFRIEND_CHILDREN));
    CHECK(add(*county, BEFRIEND_CHILDREN, "[]", nullptr) == BEFRIEND_E_STATE);
    CHECK(add(*county, BEFRIEND_EXISTING, "[]", nullptr) == BEFRIEND_OK);

    befriend_round* out = nullptr;
    const auto refused = [&](std::string_view preset, std::int64_t seed, std::int64_t children) {
        return outcome_of([&](auto err) {
            return befriend_round_invent(preset.data(), preset.size(), seed, children, -1, &out, err);
        });
    };
    CHECK_THAT(refused("shire", 1, -1).text, ContainsSubstring("E_ARG preset: unknown; presets are "));
    CHECK(refused("county", -1, -1).text == "E_RANGE seed: below 0\n");
    CHECK(refused("county", 1, -2).text == "E_RANGE children: below -1\n");
    CHECK(refused("county", 1, 10'000'001).text == "E_LIMIT children: above 10000000\n");
    CHECK(out == nullptr);
}

TEST_CASE("c round: a table comes out as it went in, whatever the order of its records", "[c]")
{
    const auto round = invented_round("county", 3);
    const auto again = empty_round(policy_text(*policy_of(*round), BEFRIEND_FORM_TOML));
    for (befriend_table of = BEFRIEND_CHILDREN; of <= BEFRIEND_EARLIER; ++of) {
        Document document = Document::parse(table(*round, of));
        std::reverse(document["records"].begin(), document["records"].end());
        REQUIRE(add(*again, of, document.dump(), nullptr) == BEFRIEND_OK);
        CHECK(Document::parse(table(*again, of)) == document);
    }
    CHECK(json(*proposed(*again)) == json(*proposed(*round)));
}

TEST_CASE("c round: a vocabulary of the caller's own takes the place of the built-in one", "[c]")
{
    const auto round = filled_round(invented(60, 60));
    const std::string with_built_in = json(*proposed(*round));
    const std::string tags = [&] {
        std::string toml = "schema_version = 1\n";
        const befriend::Vocabulary built_in = befriend::built_in_vocabulary();
        for (const befriend::InterestTerm& term : built_in.terms())
            toml += "[interest." + term.tag + "]\n";  // no synonyms, nothing broader
        return toml;
    }();
    REQUIRE(set(*round, "vocabulary", tags, nullptr) == BEFRIEND_OK);
    CHECK(json(*proposed(*round)) != with_built_in);

    const Outcome faulty = outcome_of(
        [&](auto err) { return set(*round, "vocabulary", "[interest.a]\nbroader = \"b\"\nx = 1\n", err); });
    CHECK(faulty.codes.size() >= 2);
    CHECK_THAT(faulty.text, ContainsSubstring("vocabulary"));
}

TEST_CASE("c round: areas give places to records without coordinates", "[c]")
{
    const auto proposal_with = [](std::string_view areas) {
        const auto round = empty_round("as_of = 2026-11-02\n");
        if (!areas.empty()) REQUIRE(set(*round, "areas", areas, nullptr) == BEFRIEND_OK);
        REQUIRE(add(*round, BEFRIEND_CHILDREN,
                    R"([{"child_id": "C-1", "age_years": 12, "area": "M1", "referred_on": "2026-01-01"}])",
                    nullptr) == BEFRIEND_OK);
        REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, "[]", nullptr) == BEFRIEND_OK);
        return Document::parse(table(*round, BEFRIEND_CHILDREN))["records"][0];
    };
    CHECK_FALSE(proposal_with("").contains("easting"));
    CHECK(proposal_with(R"({"M1": [384500, 397900]})")["easting"] == 384500);

    const auto round = empty_round("");
    const Outcome faulty = outcome_of([&](auto err) {
        return set(*round, "areas", R"({"M1": [1, 2], "m1": [1, 2], "X": [1, 2], "M2": [1], "M3": [-1, 2]})",
                   err);
    });
    CHECK(faulty.text ==
          "E_RANGE areas.M2: not an easting and a northing on the British National Grid, in metres\n"
          "E_RANGE areas.M3: not an easting and a northing on the British National Grid, in metres\n"
          "E_SCHEMA areas.X: not an outcode\n"
          "E_DUPLICATE areas.m1: an outcode a second time\n");
    REQUIRE(add(*round, BEFRIEND_PINS, "[]", nullptr) == BEFRIEND_OK);
    CHECK(outcome_of([&](auto err) { return set(*round, "areas", "{}", err); }).text ==
          "E_STATE key: areas is set before any table is added\n");
}

TEST_CASE("c round: columns to ignore are not looked at", "[c]")
{
    const std::string pins = R"([{"child_id": "C-1", "volunteer_id": "V-1", "mood": "x", "notes": 7}])";
    const auto check = [&](std::string_view ignored) {
        const auto round = empty_round("as_of = 2026-11-02\nignore_columns = [\"notes\"]\n");
        REQUIRE(set(*round, "ignore_columns", ignored, nullptr) == BEFRIEND_OK);
        for (const befriend_table of : {BEFRIEND_CHILDREN, BEFRIEND_VOLUNTEERS})
            REQUIRE(add(*round, of, "[]", nullptr) == BEFRIEND_OK);
        REQUIRE(add(*round, BEFRIEND_PINS, pins, nullptr) == BEFRIEND_OK);
        return outcome_of([&](auto err) {
                   return befriend_round_check(round.get(), nullptr, nullptr, nullptr, nullptr, err);
               })
            .text;
    };
    CHECK_THAT(check(""), ContainsSubstring("pins[0].mood"));
    CHECK_THAT(check("colour;;mood"), !ContainsSubstring("pins[0].mood"));
    CHECK_THAT(check("mood"), !ContainsSubstring("pins[0].notes"));
}

TEST_CASE("c proposal: the run record says what the caller told, and what came out", "[c]")
{
    const Texts texts = invented(20, 14);
    const auto round = filled_round(texts);
    Document record = run_record(*proposed(*round));
    CHECK(record["interface"] == "C");
    CHECK(record["as_of_source"] == "policy");
    CHECK(record["inputs"][0]["role"] == "children");
    CHECK(record["inputs"][0]["records"] == 20);
    CHECK(record["inputs"][0]["bytes"] == texts.children.size());
    CHECK(record["inputs"][0]["sha256"] == "");
    CHECK(record["certified"] == true);

    const std::string digest(64, 'a');
    REQUIRE(set(*round, "interface", "a case system", nullptr) == BEFRIEND_OK);
    REQUIRE(set(*round, "sha256.children", digest, nullptr) == BEFRIEND_OK);
    REQUIRE(set(*round, "sha256.policy", std::string(64, 'b'), nullptr) == BEFRIEND_OK);
    REQUIRE(set(*round, "as_of", "2025-06-02", nullptr) == BEFRIEND_OK);
    const auto proposal = proposed(*round);
    record = run_record(*proposal);
    const Document listed = Document::parse(json(*proposal));
    CHECK(record["interface"] == "a case system");
    CHECK(record["inputs"][0]["sha256"] == digest);
    CHECK(record["policy_sha256"] == std::string(64, 'b'));
    CHECK(record["as_of_source"] == "option");
    CHECK(record["as_of"] == "2025-06-02");
    CHECK(record["proposed"] == listed["proposed"].size());
    CHECK(record["waiting"] == listed["waiting"].size());
    CHECK(record["unused"] == listed["unused"].size());

    CHECK(outcome_of([&](auto err) { return set(*round, "sha256.pins", "beef", err); }).text ==
          "E_SCHEMA policy.sha256.pins: not 64 hexadecimal digits in small letters\n");
    CHECK(set(*round, "sha256.areas", digest, nullptr) == BEFRIEND_E_ARG);
}

TEST_CASE("c proposal: the reports are those of the C++ library", "[c][oracle]")
{
    const Texts texts = invented(20, 14);
    const befriend::Round round = round_of(texts);
    const befriend::Proposal expected = befriend::propose(round);
    const auto proposal = proposed(*filled_round(texts));
    const auto report = [&](befriend_report which) {
        return text_of(
            [&](auto... out) { return befriend_proposal_get_report(proposal.get(), which, out...); });
    };
    CHECK(report(BEFRIEND_REPORT_TEXT) == befriend::text_of(round, expected));
    const std::string html = report(BEFRIEND_REPORT_HTML);
    CHECK_THAT(html, ContainsSubstring("</html>"));
    for (const befriend::ProposedMatch& match : expected.proposed)
        CHECK_THAT(html, ContainsSubstring(round.children()[match.child].id.text()));
    std::size_t needed = 0;
    CHECK(befriend_proposal_get_report(proposal.get(), 3, nullptr, 0, &needed, nullptr) == BEFRIEND_E_ARG);
}

TEST_CASE("c propose: limits of time and memory are told apart from a cancel", "[c]")
{
    const auto round = invented_round("national-2019", 1, 3000, 3000);
    REQUIRE(befriend_round_set_int(round.get(), "time_limit_ms", 1, nullptr) == BEFRIEND_OK);
    befriend_proposal* out = untouched<befriend_proposal>();
    const auto run = [&] {
        return outcome_of(
            [&](auto err) { return befriend_propose(round.get(), nullptr, nullptr, nullptr, &out, err); });
    };
    const Outcome late = run();
    CHECK(late.status == BEFRIEND_E_TIME);
    CHECK_THAT(late.text, ContainsSubstring("E_TIME proposal: stopped by time_limit_ms"));
    CHECK(out == nullptr);

    REQUIRE(befriend_round_set_int(round.get(), "time_limit_ms", 0, nullptr) == BEFRIEND_OK);
    const std::uint64_t people = befriend::forecast_bytes(3000, 3000, 0);
    for (const std::uint64_t limit : {std::uint64_t{1}, people - 1, people + 1000}) {
        REQUIRE(befriend_round_set_int(round.get(), "max_bytes", static_cast<std::int64_t>(limit), nullptr) ==
                BEFRIEND_OK);
        const Outcome large = run();
        CHECK(large.status == BEFRIEND_E_LIMIT);
        CHECK(large.text == "E_LIMIT children: a run would take more than the limit of " +
                                std::to_string(limit) + " bytes: allow more, or split the list\n");
    }
    REQUIRE(befriend_round_set_int(round.get(), "max_bytes", 100'000'000, nullptr) == BEFRIEND_OK);
    CHECK(run().status == BEFRIEND_OK);
    befriend_proposal_free(out);
    for (const char* key : {"time_limit_ms", "max_bytes", "seed"})
        CHECK(befriend_round_set_int(round.get(), key, -1, nullptr) == BEFRIEND_E_RANGE);
}
