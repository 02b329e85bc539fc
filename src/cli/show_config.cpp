#include "cli/show_config.hpp"

#include "cli/round_files.hpp"
#include <befriend/io/read_policy.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/model/policy_keys.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace befriend::cli {
namespace {

// The member that a key such as `travel.easy_m` names; null if there is none.
const nlohmann::json* member(const nlohmann::json& object, std::string_view key)
{
    const nlohmann::json* at = &object;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find('.'), key.size());
        const auto found = at->find(std::string(key.substr(0, end)));
        if (!at->is_object() || found == at->end()) return nullptr;
        at = &*found;
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return at;
}

std::string source_of(std::string_view key, const InputOptions& options, const PolicyInForce& policy,
                      const std::vector<std::string_view>& given)
{
    if (key == "as_of") return policy.as_of_source;
    if (key == "seed" && !options.seed.empty()) return "option";
    return std::find(given.begin(), given.end(), key) == given.end() ? "default" : "policy";
}

}  // namespace

std::string config_text(const InputOptions& options, bool as_json)
{
    const PolicyInForce policy = read_policy_in_force(options);
    const std::vector<std::string_view> given = keys_given(policy.text);
    const auto values = nlohmann::json::parse(write_policy_json(policy.policy));
    nlohmann::json list = nlohmann::json::array();
    std::string text;
    for (const PolicyKey& key : policy_keys()) {
        const nlohmann::json* value = member(values, key.name);
        const nlohmann::json shown_value = value == nullptr ? nlohmann::json() : *value;
        const std::string source = source_of(key.name, options, policy, given);
        list.push_back({{"key", key.name}, {"value", shown_value}, {"source", source}});
        // In ASCII, so that no text of the policy's gives the terminal orders.
        const std::string in_ascii = value == nullptr ? "not given" : value->dump(-1, ' ', true);
        text += std::string(key.name) + " = " + in_ascii + "  # " + source + "\n";
    }
    return as_json ? nlohmann::json{{"schema_version", 1}, {"keys", list}}.dump() + "\n" : text;
}

}  // namespace befriend::cli
