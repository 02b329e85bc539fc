#include "io/policy_value.hpp"

#include "io/cell_rule.hpp"
#include "io/json_text.hpp"
#include "model/formatted.hpp"
#include <befriend/model/date.hpp>

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace befriend::io {
namespace {

enum class Language { toml, json };

template <class Items, class Write>
std::string list(const Items& items, Write write)
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : ", ") + write(item);
    return "[" + text + "]";
}

// Values of TOML and JSON are spelt alike but for two: DEL must be escaped in TOML, and TOML has dates.
struct Writer {
    Policy policy;  // a copy, because keys point at what they can change
    Language language;

    std::string text(std::string_view value) const
    {
        std::string written;
        for (const char letter : json_string(value))
            written += letter == '\x7f' ? std::string("\\u007f") : std::string(1, letter);
        return written;
    }

    std::string texts(const std::vector<std::string>& values) const
    {
        return list(values, [&](const std::string& value) { return text(value); });
    }

    std::optional<std::string> operator()(const IntegerKey& kind) { return std::to_string(kind.at(policy)); }
    std::optional<std::string> operator()(const IntegersKey& kind)
    {
        return list(kind.at(policy), [](std::int64_t value) { return std::to_string(value); });
    }
    std::optional<std::string> operator()(const FlagKey& kind) { return kind.at(policy) ? "true" : "false"; }
    std::optional<std::string> operator()(const TextKey& kind) { return text(kind.at(policy)); }
    std::optional<std::string> operator()(const TextsKey& kind) { return texts(kind.read(policy)); }
    std::optional<std::string> operator()(const WordKey& kind) { return text(kind.read(policy)); }
    std::optional<std::string> operator()(const GroupsKey& kind)
    {
        return list(kind.at(policy), [&](const auto& group) { return texts(group); });
    }
    std::optional<std::string> operator()(const DateKey& kind)
    {
        const std::optional<Date>& date = kind.at(policy);
        if (!date) return std::nullopt;
        return language == Language::toml ? to_text(*date) : text(to_text(*date));
    }
};

std::string range(std::int64_t least, std::int64_t most)
{
    return formatted("{} to {}", least, most);
}

struct Allowed {
    std::string operator()(const IntegerKey& kind) const { return range(kind.least, kind.most); }
    std::string operator()(const IntegersKey& kind) const
    {
        return "list of whole numbers, " + range(kind.least, kind.most);
    }
    std::string operator()(const FlagKey&) const { return "true, false"; }
    std::string operator()(const TextKey&) const { return "text, at most 4 KiB"; }
    std::string operator()(const DateKey&) const { return "date, YYYY-MM-DD"; }
    std::string operator()(const TextsKey& kind) const
    {
        return kind.allowed.empty() ? "list of texts" : "list of " + listed(kind.allowed);
    }
    std::string operator()(const WordKey& kind) const { return listed(kind.allowed); }
    std::string operator()(const GroupsKey&) const { return "list of lists of texts"; }
};

}  // namespace

std::optional<std::string> toml_value(const PolicyKey& key, const Policy& policy)
{
    return std::visit(Writer{policy, Language::toml}, key.kind);
}

std::optional<std::string> json_value(const PolicyKey& key, const Policy& policy)
{
    return std::visit(Writer{policy, Language::json}, key.kind);
}

std::string allowed_of(const PolicyKey& key)
{
    return std::visit(Allowed{}, key.kind);
}

}  // namespace befriend::io
