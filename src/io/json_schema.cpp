#include "io/each_table.hpp"
#include "io/schema_version.hpp"
#include "model/formatted.hpp"
#include <befriend/io/json_schema.hpp>
#include <befriend/model/policy_keys.hpp>

#include <nlohmann/json.hpp>

#include <string_view>
#include <variant>

namespace befriend {
namespace {

using Schema = nlohmann::ordered_json;
using io::CellRule;

Schema any_of(std::initializer_list<Schema> schemas)
{
    return {{"anyOf", Schema(schemas)}};
}

Schema type(std::string_view name)
{
    return {{"type", name}};
}

std::string either(const std::vector<std::string_view>& words)
{
    return separated(words, "|");
}

// The text of a cell: one word, one item, or items between semicolons. The empty text is no value.
Schema cell_text(const CellRule& rule)
{
    Schema schema = type("string");
    if (rule.free_text || (rule.words.empty() && rule.pattern.empty())) return schema;
    std::string item = rule.words.empty() ? rule.pattern : either(rule.words);
    if (rule.shape == JsonShape::list) item = formatted("({0})(;({0}))*", item);
    std::string absent = rule.absent.empty() ? "" : "|" + either(rule.absent);
    if (rule.shape == JsonShape::list && rule.empty && !rule.empty->empty()) absent += "|none";
    schema["pattern"] = formatted("^(({}){})?$", item, absent);
    return schema;
}

Schema items(const CellRule& rule)
{
    Schema item = type("string");
    if (!rule.words.empty()) {
        item["enum"] = rule.words;
    } else if (!rule.pattern.empty()) {
        item["pattern"] = formatted("^({})$", rule.pattern);
    }
    Schema schema{{"type", "array"}, {"items", item}, {"uniqueItems", true}};
    if (!rule.empty) schema["minItems"] = 1;
    return schema;
}

Schema value(const CellRule& rule)
{
    switch (rule.shape) {
        case JsonShape::text:
            return any_of({cell_text(rule), type("null")});
        case JsonShape::flag:
            return any_of({type("boolean"), cell_text(rule), type("null")});
        case JsonShape::list:
            return any_of({items(rule), cell_text(rule), type("null")});
        case JsonShape::whole_number:
            return {{"type", {"integer", "null"}}, {"minimum", *rule.least}, {"maximum", *rule.most}};
        case JsonShape::decimal:
            return {{"type", {"number", "null"}}, {"exclusiveMinimum", 0}, {"maximum", *rule.most}};
    }
    return {};
}

Schema draft(std::string_view title)
{
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
}

template <class Record>
Schema record_schema(const std::vector<io::ColumnOf<Record>>& columns)
{
    Schema properties = Schema::object();
    Schema required = Schema::array();
    bool needs_age = false;
    for (const auto& column : columns) {
        const Column& about = column.about;
        Schema member = value(column.rule);
        member["description"] =
            formatted("{} ({}). Missing: {}", about.meaning, about.allowed, about.missing);
        if (about.presence == Presence::required) required.push_back(about.name);
        needs_age = needs_age || about.presence == Presence::one_of_the_age;
        if (!about.alias.empty()) properties[std::string(about.alias)] = member;
        properties[std::string(about.name)] = std::move(member);
    }
    Schema schema{{"type", "object"}, {"properties", properties}, {"required", required}};
    if (needs_age) schema["anyOf"] = {{{"required", {"age_years"}}}, {{"required", {"birth_month"}}}};
    schema["additionalProperties"] = false;
    return schema;
}

template <class Record>
std::string table_schema(Table table, const std::vector<io::ColumnOf<Record>>& columns)
{
    Schema schema = draft(formatted("befriend {}", to_text(table)));
    schema["$defs"]["record"] = record_schema(columns);
    const Schema list{{"type", "array"}, {"items", {{"$ref", "#/$defs/record"}}}};
    schema["anyOf"] = {list,
                       {{"type", "object"},
                        {"properties", {{"schema_version", {{"const", 1}}}, {"records", list}}},
                        {"required", {"schema_version", "records"}},
                        {"additionalProperties", false}}};
    return schema.dump(2) + "\n";
}

struct KeySchema {
    Schema operator()(const IntegerKey& kind) const
    {
        return {{"type", "integer"}, {"minimum", kind.least}, {"maximum", kind.most}};
    }
    Schema operator()(const IntegersKey& kind) const
    {
        return {{"type", "array"}, {"items", (*this)(IntegerKey{kind.least, kind.most, nullptr})}};
    }
    Schema operator()(const FlagKey&) const { return type("boolean"); }
    Schema operator()(const TextKey&) const { return type("string"); }
    Schema operator()(const DateKey&) const { return {{"type", {"string", "null"}}, {"format", "date"}}; }
    Schema operator()(const TextsKey& kind) const
    {
        Schema item = type("string");
        if (!kind.allowed.empty()) item["enum"] = kind.allowed;
        return {{"type", "array"}, {"items", item}};
    }
    Schema operator()(const WordKey& kind) const { return {{"type", "string"}, {"enum", kind.allowed}}; }
    Schema operator()(const GroupsKey&) const
    {
        return {{"type", "array"}, {"items", {{"type", "array"}, {"items", type("string")}}}};
    }
};

std::string policy_schema()
{
    Schema schema = draft("befriend policy");
    schema["type"] = "object";
    schema["additionalProperties"] = false;
    Schema& top = schema["properties"];
    top["schema_version"] = {{"const", 1}};
    for (const PolicyKey& key : policy_keys()) {
        Schema member = std::visit(KeySchema{}, key.kind);
        member["description"] =
            key.unit.empty() ? std::string(key.meaning) : formatted("{} ({})", key.meaning, key.unit);
        const std::size_t point = key.name.find('.');
        if (point == key.name.npos) {
            top[std::string(key.name)] = std::move(member);
            continue;
        }
        Schema& group = top[std::string(key.name.substr(0, point))];
        group["type"] = "object";
        group["additionalProperties"] = false;
        group["properties"][std::string(key.name.substr(point + 1))] = std::move(member);
    }
    return schema.dump(2) + "\n";
}

}  // namespace

std::string json_schema(Table table)
{
    if (table == Table::policy) return policy_schema();
    std::string text;
    io::with_columns(table, [&](const auto& columns) { text = table_schema(table, columns); });
    return text;
}

}  // namespace befriend
