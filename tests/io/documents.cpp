#include "io/documents.hpp"

#include "docs/page.hpp"
#include "io/policy_value.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/model/policy_keys.hpp>

#include <string_view>

namespace befriend::test {
namespace {

std::string name_of(const Column& column)
{
    std::string name = "`" + std::string(column.name) + "`";
    if (!column.alias.empty()) name += " or `" + std::string(column.alias) + "`";
    if (column.presence == Presence::required) name += ", required";
    if (column.presence == Presence::one_of_the_age) name += ", one of the two required";
    if (column.special_category) name += ", special category";
    return name;
}

}  // namespace

std::string columns_table(Table table)
{
    std::string text = row({"Field", "Meaning", "Allowed values", "Use", "Missing means"});
    text += "|---|---|---|---|---|\n";
    for (const Column& column : columns_of(table))
        text += row({name_of(column), column.meaning, column.allowed, column.use, column.missing});
    return text;
}

std::string keys_tables()
{
    std::string text;
    std::string_view group = "none yet";
    for (const PolicyKey& key : policy_keys()) {
        const std::size_t point = key.name.find('.');
        const std::string_view own = point == key.name.npos ? "" : key.name.substr(0, point);
        if (own != group) {
            group = own;
            text += group.empty() ? "## The policy itself\n\n" : "\n## `[" + std::string(group) + "]`\n\n";
            text += row({"Key", "Meaning", "Unit", "Allowed", "Default"}) + "|---|---|---|---|---|\n";
        }
        const std::string standard = io::toml_value(key, Policy{}).value_or("");
        text += row({"`" + std::string(key.name.substr(point + 1)) + "`", key.meaning, key.unit,
                     io::allowed_of(key), standard.empty() ? "none" : "`" + standard + "`"});
    }
    return text;
}

}  // namespace befriend::test
