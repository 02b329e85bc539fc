// What goes out as an Arrow stream and comes in again is the same round.

#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <nanoarrow/nanoarrow.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// A round with every table that `texts` has, by number from BEFRIEND_CHILDREN.
Owned<befriend_round> round_with(std::string_view policy, const std::vector<std::string>& texts)
{
    Owned<befriend_round> round = empty_round(policy);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        if (texts[at].empty()) continue;
        REQUIRE(add(*round, static_cast<befriend_table>(at + 1), texts[at], nullptr) == BEFRIEND_OK);
    }
    return round;
}

// The same tables in the same order, by Arrow.
Owned<befriend_round> through_arrow(const befriend_round& from, std::string_view policy,
                                    const std::vector<std::string>& texts)
{
    Owned<befriend_round> round = empty_round(policy);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        if (texts[at].empty()) continue;
        const auto table = static_cast<befriend_table>(at + 1);
        ArrowArrayStream stream{};
        REQUIRE(befriend_round_get_arrow(&from, table, &stream, nullptr) == BEFRIEND_OK);
        const Outcome added =
            outcome_of([&](auto err) { return befriend_round_add_arrow(round.get(), table, &stream, err); });
        CHECK(added.text == "");
        REQUIRE(added.status == BEFRIEND_OK);
        CHECK(stream.release == nullptr);
    }
    return round;
}

std::string check(const befriend_round& round)
{
    befriend_error* warnings = nullptr;
    const Outcome outcome = outcome_of(
        [&](auto err) { return befriend_round_check(&round, nullptr, nullptr, nullptr, &warnings, err); });
    return outcome.text + outcome_of(BEFRIEND_OK, warnings).text;
}

void check_round_trip(std::string_view policy, const std::vector<std::string>& texts)
{
    const auto by_json = round_with(policy, texts);
    const auto by_arrow = through_arrow(*by_json, policy, texts);
    CHECK(check(*by_arrow) == check(*by_json));
    CHECK(json(*proposed(*by_arrow)) == json(*proposed(*by_json)));
}

}  // namespace

TEST_CASE("c arrow: every synthetic list comes back from Arrow the same", "[c][arrow]")
{
    for (const Preset& preset : presets()) {
        CAPTURE(preset.name);
        WaitingListOptions options;
        options.preset = preset.name;
        options.children = 60;
        options.volunteers = 40;
        const auto list = waiting_list(options, built_in_vocabulary());
        REQUIRE(list);
        std::vector<std::string> texts;
        for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                                  Table::pins, Table::blocks, Table::earlier})
            texts.push_back(write_json_table(table, list->tables));
        check_round_trip(write_policy_toml(list->policy, false), texts);
    }
}

TEST_CASE("c arrow: the bundled round gives the same bytes by JSON and by Arrow", "[c][arrow]")
{
    const auto read = [](const char* name) {
        std::ifstream file(std::string(BEFRIEND_ROUNDS) + "/county-json/" + name);
        REQUIRE(file);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    check_round_trip(read("policy.toml"), {read("children.json"), read("volunteers.json"),
                                           read("coordinators.json"), "", "", read("blocks.json")});
}
