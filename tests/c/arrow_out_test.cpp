// The tables that befriend hands out as Arrow streams: their columns and types, and that they say what the
// JSON says.

#include "../catch2.hpp"
#include "arrow_input.hpp"
#include <befriend/io/columns.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace befriend::test;
using Json = nlohmann::json;

namespace {

using Words = std::vector<std::string>;

ArrowText table_of(const befriend_proposal& proposal, befriend_table table)
{
    ArrowArrayStream stream{};
    REQUIRE(befriend_proposal_get_arrow(&proposal, table, &stream, nullptr) == BEFRIEND_OK);
    return text_of(stream);
}

// The cells of a column, by its name.
const Words& column(const ArrowText& table, const std::string& name)
{
    const auto at = std::find(table.names.begin(), table.names.end(), name);
    REQUIRE(at != table.names.end());
    return table.columns[static_cast<std::size_t>(at - table.names.begin())];
}

// What `value` makes of each record, as a column.
template <class Value>
Words each(const Json& records, Value value)
{
    Words cells;
    for (const Json& record : records)
        cells.push_back(value(record));
    return cells;
}

std::string text(const Json& value)
{
    if (value.is_null()) return {};
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

auto member(const char* name)
{
    return [name](const Json& record) { return text(record.at(name)); };
}

// The members `key` of a list, joined as text_of joins lists.
std::string joined(const Json& items, const char* key)
{
    std::string all;
    for (const Json& item : items)
        all += (all.empty() ? "" : ";") + text(key == nullptr ? item : item.at(key));
    return all.empty() ? "[]" : all;
}

// A list in which some are proposed, some wait and some are unused.
Owned<befriend_proposal> sample()
{
    return proposed(*filled_round(invented(60, 40)));
}

}  // namespace

TEST_CASE("c arrow: proposed children are a table that equals the JSON", "[c][arrow]")
{
    const auto proposal = sample();
    const ArrowText table = table_of(*proposal, BEFRIEND_PROPOSALS);
    CHECK(table.names == Words{"child_id", "volunteer_id", "state", "pinned", "decided_by_tie", "points",
                               "low", "high", "eligible", "interests", "background", "age", "travel",
                               "availability", "ask_about"});
    CHECK(table.types == Words{"string", "string", "string", "bool", "bool", "int32", "int32", "int32",
                               "int64", "int32", "int32", "int32", "int32", "int32", "list of string"});
    const Json records = Json::parse(json(*proposal)).at("proposed");
    REQUIRE(!records.empty());
    CHECK(column(table, "child_id") == each(records, member("child")));
    CHECK(column(table, "volunteer_id") == each(records, member("volunteer")));
    for (const char* same : {"state", "pinned", "decided_by_tie", "points", "low", "high"})
        CHECK(column(table, same) == each(records, member(same)));
    for (const char* criterion : {"interests", "background", "age", "travel", "availability"}) {
        CHECK(column(table, criterion) == each(records, [&](const Json& record) {
                  const Json& part = record.at("criteria").at(criterion);
                  return part.is_null() ? std::string() : text(part.at("contribution"));
              }));
    }
    CHECK(column(table, "ask_about") ==
          each(records, [](const Json& record) { return joined(record.at("ask_about"), "code"); }));
}

TEST_CASE("c arrow: waiting children and unused volunteers are tables that equal the JSON", "[c][arrow]")
{
    const auto proposal = sample();
    const Json all = Json::parse(json(*proposal));
    const auto reason = [](const char* part) {
        return [part](const Json& record) { return text(record.at("reason").at(part)); };
    };
    const auto rules = [](const Json& record) { return joined(record.at("rules"), "code"); };

    const ArrowText waiting = table_of(*proposal, BEFRIEND_WAITING);
    CHECK(waiting.names == Words{"child_id", "reason", "sentence", "rules", "volunteers", "eligible",
                                 "needed_elsewhere", "what_would_change_it"});
    CHECK(waiting.types ==
          Words{"string", "string", "string", "list of string", "int64", "int64", "string", "string"});
    REQUIRE(!all.at("waiting").empty());
    CHECK(column(waiting, "child_id") == each(all.at("waiting"), member("child")));
    CHECK(column(waiting, "reason") == each(all.at("waiting"), reason("code")));
    CHECK(column(waiting, "sentence") == each(all.at("waiting"), reason("sentence")));
    CHECK(column(waiting, "rules") == each(all.at("waiting"), rules));
    CHECK(column(waiting, "volunteers") == each(all.at("waiting"), member("volunteers")));
    CHECK(column(waiting, "eligible") == each(all.at("waiting"), member("eligible")));

    const ArrowText unused = table_of(*proposal, BEFRIEND_UNUSED);
    CHECK(unused.names == Words{"volunteer_id", "reason", "sentence", "rules", "eligible"});
    CHECK(unused.types == Words{"string", "string", "string", "list of string", "int64"});
    REQUIRE(!all.at("unused").empty());
    CHECK(column(unused, "volunteer_id") == each(all.at("unused"), member("volunteer")));
    CHECK(column(unused, "reason") == each(all.at("unused"), reason("code")));
    CHECK(column(unused, "sentence") == each(all.at("unused"), reason("sentence")));
    CHECK(column(unused, "rules") == each(all.at("unused"), rules));
    CHECK(column(unused, "eligible") == each(all.at("unused"), member("eligible")));
}

TEST_CASE("c arrow: reasons have a row for each proposed child and criterion", "[c][arrow]")
{
    const auto proposal = sample();
    const ArrowText table = table_of(*proposal, BEFRIEND_REASONS);
    CHECK(table.names == Words{"child_id", "volunteer_id", "criterion", "state", "score", "weight",
                               "contribution", "possible"});
    CHECK(table.types == Words{"string", "string", "string", "string", "int32", "int64", "int32", "int32"});
    std::size_t row = 0;
    const Json all = Json::parse(json(*proposal));
    for (const Json& record : all.at("proposed")) {
        for (const char* criterion : {"interests", "background", "age", "travel", "availability"}) {
            REQUIRE(row < column(table, "criterion").size());
            CHECK(column(table, "child_id")[row] == text(record.at("child")));
            CHECK(column(table, "volunteer_id")[row] == text(record.at("volunteer")));
            CHECK(column(table, "criterion")[row] == criterion);
            const Json& part = record.at("criteria").at(criterion);
            const bool applies = !part.is_null();
            const bool is_known = applies && part.at("low") == part.at("high");
            CHECK(column(table, "state")[row] == (is_known  ? "known"
                                                  : applies ? "unknown"
                                                            : "not_applicable"));
            CHECK(column(table, "score")[row] == (is_known ? text(part.at("value")) : ""));
            CHECK((column(table, "weight")[row] != "0") == applies);
            CHECK(column(table, "contribution")[row] == (applies ? text(part.at("contribution")) : ""));
            CHECK(column(table, "possible")[row] == (applies ? text(part.at("possible")) : ""));
            ++row;
        }
    }
    CHECK(row == column(table, "criterion").size());
}

TEST_CASE("c arrow: alternatives have a row for each of the next best", "[c][arrow]")
{
    const auto proposal = sample();
    const ArrowText table = table_of(*proposal, BEFRIEND_ALTERNATIVES);
    CHECK(table.names == Words{"child_id", "rank", "volunteer_id", "points", "has_room", "proposed_to"});
    CHECK(table.types == Words{"string", "int32", "string", "int32", "bool", "list of string"});
    std::size_t row = 0;
    const Json all = Json::parse(json(*proposal));
    for (const Json& record : all.at("proposed")) {
        int rank = 1;
        for (const Json& next : record.at("next_best")) {
            REQUIRE(row < column(table, "rank").size());
            CHECK(column(table, "child_id")[row] == text(record.at("child")));
            CHECK(column(table, "rank")[row] == std::to_string(rank++));
            CHECK(column(table, "volunteer_id")[row] == text(next.at("volunteer")));
            CHECK(column(table, "points")[row] == text(next.at("points")));
            CHECK(column(table, "has_room")[row] == text(next.at("has_room")));
            CHECK(column(table, "proposed_to")[row] == joined(next.at("proposed_to"), nullptr));
            ++row;
        }
    }
    CHECK(row == column(table, "rank").size());
    CHECK(row > 0);
}

TEST_CASE("c arrow: candidates have a row for each pair, and mark the proposed ones", "[c][arrow]")
{
    const auto proposal = sample();
    const Json all = Json::parse(json(*proposal));
    const ArrowText table = table_of(*proposal, BEFRIEND_CANDIDATES);
    CHECK(table.names == Words{"child_id", "volunteer_id", "points", "proposed"});
    CHECK(table.types == Words{"string", "string", "int32", "bool"});
    CHECK(column(table, "child_id").size() == all.at("candidate_pairs").get<std::size_t>());
    Words marked;
    for (std::size_t row = 0; row < column(table, "proposed").size(); ++row) {
        if (column(table, "proposed")[row] == "yes")
            marked.push_back(column(table, "child_id")[row] + " " + column(table, "volunteer_id")[row] + " " +
                             column(table, "points")[row]);
    }
    CHECK(marked == each(all.at("proposed"), [](const Json& record) {
              return text(record.at("child")) + " " + text(record.at("volunteer")) + " " +
                     text(record.at("points"));
          }));
}

TEST_CASE("c arrow: the tables of a round have the columns of the dictionary", "[c][arrow]")
{
    const auto round = filled_round(invented(3, 3));
    ArrowArrayStream stream{};
    REQUIRE(befriend_round_get_arrow(round.get(), BEFRIEND_VOLUNTEERS, &stream, nullptr) == BEFRIEND_OK);
    const ArrowText table = text_of(stream);
    const auto known = befriend::columns_of(befriend::Table::volunteers);
    REQUIRE(table.names.size() == known.size());
    for (std::size_t at = 0; at < known.size(); ++at) {
        CAPTURE(known[at].name);
        CHECK(table.names[at] == known[at].name);
        using befriend::JsonShape;
        const JsonShape shape = known[at].shape;
        const std::string due = known[at].is_date                  ? "date32"
                                : shape == JsonShape::whole_number ? "int64"
                                : shape == JsonShape::decimal      ? "double"
                                : shape == JsonShape::list         ? "list of string"
                                : known[at].name == "references_ok" || known[at].name == "business_insurance"
                                    ? "bool"
                                    : "string";
        CHECK(table.types[at] == due);
    }
}

TEST_CASE("c arrow: a stream outlives the handles it came from", "[c][arrow]")
{
    ArrowArrayStream children{};
    ArrowArrayStream candidates{};
    {
        const auto round = filled_round(invented(20, 20));
        const auto proposal = proposed(*round);
        REQUIRE(befriend_round_get_arrow(round.get(), BEFRIEND_CHILDREN, &children, nullptr) == BEFRIEND_OK);
        REQUIRE(befriend_proposal_get_arrow(proposal.get(), BEFRIEND_CANDIDATES, &candidates, nullptr) ==
                BEFRIEND_OK);
    }
    CHECK(column(text_of(children), "child_id").size() == 20);
    CHECK(!column(text_of(candidates), "points").empty());
}

TEST_CASE("c arrow: a long table comes in batches, one without rows in none", "[c][arrow]")
{
    const auto round = empty_round("as_of = 2025-06-01\n");
    std::string pins = "[";
    for (int pin = 0; pin < 40'000; ++pin)
        pins += (pin == 0 ? "" : ",") + std::string(R"({"child_id": "C-)") + std::to_string(pin) +
                R"(", "volunteer_id": "V-1"})";
    REQUIRE(add(*round, BEFRIEND_PINS, pins + "]", nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_BLOCKS, "[]", nullptr) == BEFRIEND_OK);
    ArrowArrayStream stream{};
    REQUIRE(befriend_round_get_arrow(round.get(), BEFRIEND_PINS, &stream, nullptr) == BEFRIEND_OK);
    const ArrowText table = text_of(stream);
    CHECK(table.batches == std::vector<std::int64_t>{10'000, 10'000, 10'000, 10'000});
    const auto children = column(table, "child_id");
    REQUIRE(children.size() == 40'000);
    for (std::size_t row = 0; row < children.size(); row += 999)
        CHECK(children[row] == "C-" + std::to_string(row));
    for (const befriend_table empty : {BEFRIEND_BLOCKS, BEFRIEND_EXISTING}) {  // one added, one not
        REQUIRE(befriend_round_get_arrow(round.get(), empty, &stream, nullptr) == BEFRIEND_OK);
        CHECK(text_of(stream).batches.empty());
    }
}

TEST_CASE("c arrow: no other table is handed out, and a refused stream is a released one", "[c][arrow]")
{
    const auto round = filled_round(invented(3, 3));
    const auto proposal = proposed(*round);
    const auto refused = [](auto call) {
        ArrowArrayStream stream{};
        stream.release = [](ArrowArrayStream*) {};
        const Outcome outcome = outcome_of([&](auto err) { return call(&stream, err); });
        CHECK(stream.release == nullptr);
        return outcome.text;
    };
    for (const befriend_table table : {INT32_MIN, 0, 1, 6, 10, 17, INT32_MAX}) {
        CHECK(refused([&](auto out, auto err) {
                  return befriend_proposal_get_arrow(proposal.get(), table, out, err);
              }) == "E_ARG table: no table of a proposal has this number; they have 11 to 16\n");
    }
    for (const befriend_table table : {INT32_MIN, 0, 8, 11, INT32_MAX}) {
        CHECK(refused([&](auto out, auto err) {
                  return befriend_round_get_arrow(round.get(), table, out, err);
              }) == "E_ARG table: no table of a round has this number; they have 1 to 7\n");
    }
}
