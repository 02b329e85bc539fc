#include "io/policy_value.hpp"
#include "model/formatted.hpp"
#include <befriend/io/write_policy.hpp>
#include <befriend/model/policy_keys.hpp>

#include <map>
#include <string_view>

namespace befriend {
namespace {

std::string_view group_of(const PolicyKey& key)
{
    return key.name.substr(0, key.name.find('.') == key.name.npos ? 0 : key.name.find('.'));
}

std::string_view own_name(const PolicyKey& key)
{
    return key.name.substr(key.name.find('.') + 1);  // npos + 1 is 0
}

std::string comment(const PolicyKey& key)
{
    std::string text = formatted("# {}: {}", own_name(key), key.meaning);
    if (!key.unit.empty()) text += formatted("\n# unit: {}", key.unit);
    const std::string allowed = io::allowed_of(key);
    if (!allowed.empty()) text += formatted("\n# allowed: {}", allowed);
    const auto standard = io::toml_value(key, Policy{});
    return text + formatted("\n# default: {}\n", standard.value_or("none"));
}

}  // namespace

std::string write_policy_toml(const Policy& policy, bool commented)
{
    std::string text = "schema_version = 1\n";
    std::string_view group;
    for (const PolicyKey& key : policy_keys()) {
        if (group_of(key) != group) {
            group = group_of(key);
            text += formatted("\n[{}]\n", group);
        }
        if (commented) text += "\n" + comment(key);
        const auto value = io::toml_value(key, policy);
        if (value) {
            text += formatted("{} = {}\n", own_name(key), *value);
        } else if (commented) {
            text += formatted("# {} = 2025-01-31\n", own_name(key));
        }
    }
    return text;
}

std::string write_policy_json(const Policy& policy)
{
    std::map<std::string_view, std::map<std::string_view, std::string>> groups;
    std::map<std::string_view, std::string> top;
    top["schema_version"] = "1";
    for (const PolicyKey& key : policy_keys()) {
        const auto value = io::json_value(key, policy);
        if (!value) continue;
        const std::string_view group = group_of(key);
        (group.empty() ? top : groups[group])[own_name(key)] = *value;
    }
    for (const auto& [group, members] : groups) {
        std::string inner;
        for (const auto& [name, value] : members)
            inner += formatted("{}    \"{}\": {}", inner.empty() ? "" : ",\n", name, value);
        top[group] = "{\n" + inner + "\n  }";
    }
    std::string text;
    for (const auto& [name, value] : top)
        text += formatted("{}  \"{}\": {}", text.empty() ? "" : ",\n", name, value);
    return "{\n" + text + "\n}\n";
}

}  // namespace befriend
