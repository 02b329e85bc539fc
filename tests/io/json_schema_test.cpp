#include "catch2.hpp"
#include "io/random_records.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/io/json_schema.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/model/policy_keys.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

using namespace befriend;
using namespace befriend::test;
using nlohmann::json;

namespace {

bool is_of_type(const json& value, const std::string& type)
{
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    return type == "null" && value.is_null();
}

// The part of JSON Schema 2020-12 that our schemas use, as the specification words it; another keyword fails
// the test. It shares nothing with what writes them.
class Validator {
public:
    explicit Validator(const json& root) : root_(root) {}

    bool accepts(const json& schema, const json& value) const
    {
        for (const auto& [keyword, rule] : schema.items()) {
            if (!keeps(schema, keyword, rule, value)) return false;
        }
        return true;
    }

private:
    bool keeps(const json& schema, const std::string& keyword, const json& rule, const json& value) const
    {
        if (keyword == "$schema" || keyword == "title" || keyword == "description" || keyword == "$defs" ||
            keyword == "format")
            return true;
        if (keyword == "$ref") {
            REQUIRE(rule == "#/$defs/record");
            return accepts(root_["$defs"]["record"], value);
        }
        if (keyword == "type") return has_type(rule, value);
        if (keyword == "const") return value == rule;
        if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
        if (keyword == "anyOf")
            return std::any_of(rule.begin(), rule.end(),
                               [&](const json& one) { return accepts(one, value); });
        if (value.is_string()) return keeps_text(keyword, rule, value.get<std::string>());
        if (value.is_number()) return keeps_number(keyword, rule, value);
        if (value.is_array()) return keeps_list(keyword, rule, value);
        if (value.is_object()) return keeps_object(schema, keyword, rule, value);
        return true;
    }

    static bool has_type(const json& rule, const json& value)
    {
        if (rule.is_string()) return is_of_type(value, rule.get<std::string>());
        return std::any_of(rule.begin(), rule.end(),
                           [&](const json& one) { return is_of_type(value, one.get<std::string>()); });
    }

    static bool keeps_text(const std::string& keyword, const json& rule, const std::string& text)
    {
        return keyword != "pattern" || std::regex_search(text, std::regex(rule.get<std::string>()));
    }

    static bool keeps_number(const std::string& keyword, const json& rule, const json& value)
    {
        if (keyword == "minimum") return value >= rule;
        if (keyword == "maximum") return value <= rule;
        return keyword != "exclusiveMinimum" || value > rule;
    }

    bool keeps_list(const std::string& keyword, const json& rule, const json& value) const
    {
        if (keyword == "items")
            return std::all_of(value.begin(), value.end(),
                               [&](const json& item) { return accepts(rule, item); });
        if (keyword == "minItems") return value.size() >= rule.get<std::size_t>();
        return keyword != "uniqueItems" || std::set<json>(value.begin(), value.end()).size() == value.size();
    }

    bool keeps_object(const json& schema, const std::string& keyword, const json& rule,
                      const json& value) const
    {
        if (keyword == "required")
            return std::all_of(rule.begin(), rule.end(),
                               [&](const json& name) { return value.contains(name.get<std::string>()); });
        if (keyword != "properties" && keyword != "additionalProperties") return true;  // of other types
        for (const auto& [name, member] : value.items()) {
            const bool is_known = schema["properties"].contains(name);
            if (keyword == "properties" && is_known && !accepts(rule[name], member)) return false;
            if (keyword == "additionalProperties" && !is_known) return false;
        }
        return true;
    }

    const json& root_;
};

bool accepts(const json& schema, const json& value)
{
    return Validator(schema).accepts(schema, value);
}

}  // namespace

TEST_CASE("json_schema: it accepts what befriend writes", "[io][property]")
{
    for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                              Table::pins, Table::blocks, Table::earlier}) {
        CAPTURE(to_text(table));
        const json schema = json::parse(json_schema(table));
        for (unsigned seed = 0; seed < 10; ++seed) {
            CAPTURE(seed);
            Draw draw(seed);
            Tables tables = random_tables(draw);
            for (Referral& child : tables.children)
                child.age = AgeYears{12};
            for (Volunteer& volunteer : tables.volunteers)
                volunteer.age = AgeYears{40};
            const json value = json::parse(write_json_table(table, tables));
            CHECK(accepts(schema, value));
            CHECK(accepts(schema, value["records"]));
        }
    }
}

TEST_CASE("json_schema: it refuses what the readers refuse", "[io][example]")
{
    const json schema = json::parse(json_schema(Table::volunteers));
    const json good = {{"volunteer_id", "V-1"}, {"state", "available"}, {"age_years", 30}};
    CHECK(accepts(schema, json::array({good})));
    const auto with = [&](const char* name, const json& value) {
        json record = good;
        record[name] = value;
        return accepts(schema, json::array({record}));
    };
    CHECK(with("capacity", 2));
    CHECK(with("capacity", nullptr));
    CHECK(!with("capacity", "2"));
    CHECK(!with("capacity", -1));
    CHECK(with("references_ok", true));
    CHECK(with("references_ok", "yes"));
    CHECK(!with("references_ok", "true"));
    CHECK(with("interests", json::array({"football:2", "chess"})));
    CHECK(with("interests", "football:2;chess"));
    CHECK(!with("interests", json::array({"football:7"})));
    CHECK(!with("pets", json::array({"smoking"})));
    CHECK(with("pets", json::array()));
    CHECK(!with("accepts_gender", json::array()));
    CHECK(with("slots", "term_sat_morning;sun_evening"));
    CHECK(!with("slots", "term_sat"));
    CHECK(with("smoker", "declined"));
    CHECK(!with("volunteer_id", "V 1"));
    CHECK(!with("colour", "blue"));
    CHECK(with("sex", "male"));
    CHECK(!accepts(schema, json::array({json{{"volunteer_id", "V-1"}, {"state", "available"}}})));
    CHECK(!accepts(schema, json{{"schema_version", 2}, {"records", json::array()}}));
    CHECK(!accepts(schema, json{{"records", json::array()}}));
}

TEST_CASE("json_schema: the policy's schema has every key and accepts the built-in policy", "[io][example]")
{
    const json schema = json::parse(json_schema(Table::policy));
    json policy = json::parse(write_policy_json(Policy{}));
    CHECK(accepts(schema, policy));
    CHECK(policy["weights"]["travel"] == 20);
    policy["weights"]["travel"] = 1001;
    CHECK(!accepts(schema, policy));
    policy["weights"]["travel"] = 20;
    policy["weights"]["luck"] = 1;
    CHECK(!accepts(schema, policy));
    CHECK(json_schema(Table::vocabulary).empty());
}
