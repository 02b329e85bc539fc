#include "cli/show_config.hpp"

#include "cli/round_files.hpp"
#include <befriend/io/write_policy.hpp>
#include <befriend/model/policy_keys.hpp>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

#include <string_view>

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

// Which keys the text of a policy gives. Precondition: `read_policy` takes the text.
class GivenKeys {
public:
    explicit GivenKeys(const std::string& text)
    {
        const std::size_t start = text.find_first_not_of(" \t\r\n");
        is_json_ = start != text.npos && text[start] == '{';
        if (is_json_) {
            json_ = nlohmann::json::parse(text);
        } else {
            toml_ = toml::parse(text);
        }
    }

    bool has(std::string_view key) const
    {
        return is_json_ ? member(json_, key) != nullptr : static_cast<bool>(toml_.at_path(key));
    }

private:
    bool is_json_ = false;
    nlohmann::json json_;
    toml::table toml_;
};

std::string source_of(std::string_view key, const InputOptions& options, const PolicyInForce& policy,
                      const GivenKeys& given)
{
    if (key == "as_of") return policy.as_of_source;
    if (key == "seed" && !options.seed.empty()) return "option";
    return given.has(key) ? "policy" : "default";
}

}  // namespace

std::string config_text(const InputOptions& options, bool as_json)
{
    const PolicyInForce policy = read_policy_in_force(options);
    const GivenKeys given(policy.text);
    const auto values = nlohmann::json::parse(write_policy_json(policy.policy));
    nlohmann::json list = nlohmann::json::array();
    std::string text;
    for (const PolicyKey& key : policy_keys()) {
        const nlohmann::json* value = member(values, key.name);
        const nlohmann::json shown_value = value == nullptr ? nlohmann::json() : *value;
        const std::string source = source_of(key.name, options, policy, given);
        list.push_back({{"key", key.name}, {"value", shown_value}, {"source", source}});
        text += std::string(key.name) + " = " + (value == nullptr ? "not given" : value->dump()) + "  # " +
                source + "\n";
    }
    return as_json ? nlohmann::json{{"schema_version", 1}, {"keys", list}}.dump() + "\n" : text;
}

}  // namespace befriend::cli
