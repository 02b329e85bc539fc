#include "io/cell_faults.hpp"
#include "io/cell_rule.hpp"
#include "io/cells.hpp"
#include "io/document.hpp"
#include "io/schema_version.hpp"
#include "io/text.hpp"
#include "model/formatted.hpp"
#include <befriend/io/nearest_name.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/policy_keys.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

namespace befriend {
namespace {

using io::Node;
using io::NodeKind;

// Carries a document into a policy, key by key. A value with a fault leaves the default.
class PolicyReader {
public:
    PolicyReader(Policy& policy, std::vector<Fault>& faults) : policy_(policy), faults_(faults)
    {
        for (const PolicyKey& key : policy_keys())
            names_.push_back(key.name);
    }

    // The values of a table; `prefix` is its name and a point, or empty.
    void read_table(const Node& table, const std::string& prefix = {})
    {
        for (const auto& [name, node] : table.members) {
            const std::string path = prefix + name;
            places_.insert_or_assign(path, std::pair(node.line, node.column));
            const PolicyKey* const key = name.find('.') == name.npos ? find(path) : nullptr;
            if (key != nullptr) {
                std::visit([&](const auto& kind) { read(key->name, kind, node); }, key->kind);
            } else if (path == "schema_version") {
                check_version(node);
            } else if (!is_group(path)) {
                refuse(FaultCode::e_schema, io::shown(path), "unknown" + did_you_mean(path, names_));
            } else if (node.kind != NodeKind::table) {
                refuse_kind(path, node, "a table");
            } else {
                read_table(node, path + ".");
            }
        }
    }

    // Gives the faults from `first` on the places of their keys in the text.
    void place_faults(std::size_t first)
    {
        for (std::size_t at = first; at < faults_.size(); ++at) {
            const auto place = places_.find(faults_[at].field);
            if (place != places_.end() && !faults_[at].line && !is_warning(faults_[at].code))
                std::tie(faults_[at].line, faults_[at].column) = place->second;
        }
    }

private:
    const PolicyKey* find(std::string_view path) const
    {
        const auto keys = policy_keys();
        const auto key = std::find_if(keys.begin(), keys.end(),
                                      [&](const PolicyKey& known) { return known.name == path; });
        return key == keys.end() ? nullptr : &*key;
    }

    bool is_group(const std::string& path) const
    {
        return std::any_of(names_.begin(), names_.end(),
                           [&](std::string_view name) { return name.starts_with(path + "."); });
    }

    void check_version(const Node& node)
    {
        const bool is_number = node.kind == NodeKind::whole_number;
        auto fault =
            io::version_fault(Table::policy, is_number ? std::string_view(node.text) : std::string_view());
        if (fault) faults_.push_back(std::move(*fault));
    }

    void read(std::string_view name, const IntegerKey& kind, const Node& node)
    {
        if (const auto value = integer(name, node, kind.least, kind.most)) kind.at(policy_) = *value;
    }

    void read(std::string_view name, const IntegersKey& kind, const Node& node)
    {
        if (node.kind != NodeKind::list) return refuse_kind(name, node, "a list of whole numbers");
        std::vector<std::int64_t> values;
        for (const Node& item : node.items) {
            if (const auto value = integer(name, item, kind.least, kind.most)) values.push_back(*value);
        }
        if (values.size() == node.items.size()) kind.at(policy_) = std::move(values);
    }

    void read(std::string_view name, const FlagKey& kind, const Node& node)
    {
        if (node.kind != NodeKind::flag) return refuse_kind(name, node, "true or false");
        kind.at(policy_) = node.flag;
    }

    void read(std::string_view name, const TextKey& kind, const Node& node)
    {
        if (node.kind != NodeKind::text) return refuse_kind(name, node, "text");
        kind.at(policy_) = node.text;
    }

    void read(std::string_view name, const DateKey& kind, const Node& node)
    {
        io::CellFaults faults = at(name);
        if (node.kind == NodeKind::text) {
            if (const auto date = io::DateCell::read(node.text, faults)) kind.at(policy_) = date;
        } else if (node.kind == NodeKind::date || node.kind == NodeKind::null) {
            kind.at(policy_) = node.date;
        } else {
            refuse_kind(name, node, "a date");
        }
    }

    void read(std::string_view name, const TextsKey& kind, const Node& node)
    {
        if (const auto words = texts(name, node, kind.allowed)) kind.write(policy_, *words);
    }

    void read(std::string_view name, const WordKey& kind, const Node& node)
    {
        if (node.kind != NodeKind::text) return refuse_kind(name, node, "text");
        if (is_allowed(name, node.text, kind.allowed)) kind.write(policy_, node.text);
    }

    void read(std::string_view name, const GroupsKey& kind, const Node& node)
    {
        if (node.kind != NodeKind::list) return refuse_kind(name, node, "a list of lists of texts");
        std::vector<std::vector<std::string>> groups;
        for (const Node& item : node.items) {
            if (auto group = texts(name, item, {})) groups.push_back(std::move(*group));
        }
        if (groups.size() == node.items.size()) kind.at(policy_) = std::move(groups);
    }

    std::optional<std::int64_t> integer(std::string_view name, const Node& node, std::int64_t least,
                                        std::int64_t most)
    {
        io::CellFaults faults = at(name);
        if (node.kind == NodeKind::whole_number) return io::read_integer(node.text, least, most, faults);
        if (node.kind == NodeKind::fraction) {
            refuse(FaultCode::e_number, name,
                   formatted("{} where a whole number is due", to_words(node.kind)));
        } else {
            refuse_kind(name, node, "a whole number");
        }
        return std::nullopt;
    }

    std::optional<std::vector<std::string>> texts(std::string_view name, const Node& node,
                                                  const std::vector<std::string_view>& allowed)
    {
        const auto is_text = [](const Node& item) { return item.kind == NodeKind::text; };
        if (node.kind != NodeKind::list || !std::all_of(node.items.begin(), node.items.end(), is_text)) {
            const auto other = std::find_if_not(node.items.begin(), node.items.end(), is_text);
            refuse_kind(name, other == node.items.end() ? node : *other, "a list of texts");
            return std::nullopt;
        }
        std::vector<std::string> words;
        for (const Node& item : node.items) {
            if (!is_allowed(name, item.text, allowed)) return std::nullopt;
            words.push_back(item.text);
        }
        return words;
    }

    bool is_allowed(std::string_view name, std::string_view word,
                    const std::vector<std::string_view>& allowed)
    {
        if (allowed.empty() || std::find(allowed.begin(), allowed.end(), word) != allowed.end()) return true;
        refuse(FaultCode::e_schema, name,
               formatted("not one of {} {}{}", io::listed(allowed), io::found(word),
                         did_you_mean(word, allowed)));
        return false;
    }

    void refuse_kind(std::string_view name, const Node& node, std::string_view due)
    {
        refuse(FaultCode::e_schema, name, formatted("{} where {} is due", to_words(node.kind), due));
    }

    void refuse(FaultCode code, std::string_view field, std::string rule)
    {
        faults_.push_back(io::document_fault(Table::policy, code, field, std::move(rule)));
    }

    io::CellFaults at(std::string_view name)
    {
        return io::CellFaults(Table::policy, std::nullopt, faults_).in(name);
    }

    using Place = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

    Policy& policy_;
    std::vector<Fault>& faults_;
    std::vector<std::string_view> names_;
    std::map<std::string, Place, std::less<>> places_;  // line and column of each key in the text
};

// What is wrong with the policy itself, but for the values that could not be read.
void add_faults_of(const Policy& policy, std::size_t first, std::vector<Fault>& faults)
{
    const std::size_t read = faults.size();
    for (Fault& fault : faults_of(policy)) {
        const auto is_same = [&](const Fault& other) { return other.field == fault.field; };
        const auto begin = faults.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = faults.begin() + static_cast<std::ptrdiff_t>(read);
        if (std::none_of(begin, end, is_same)) faults.push_back(std::move(fault));
    }
}

bool gives(const Node& table, std::string_view key)
{
    const std::size_t end = std::min(key.find('.'), key.size());
    const auto found = std::find_if(table.members.begin(), table.members.end(),
                                    [&](const auto& member) { return member.name == key.substr(0, end); });
    if (found == table.members.end()) return false;
    return end == key.size() || gives(found->node, key.substr(end + 1));
}

}  // namespace

Policy read_policy(std::string_view text, std::vector<Fault>& faults)
{
    Policy policy;
    const std::size_t first = faults.size();
    const auto document = io::read_document(Table::policy, text, faults);
    if (!document) return policy;
    PolicyReader reader(policy, faults);
    reader.read_table(*document);
    add_faults_of(policy, first, faults);
    reader.place_faults(first);
    return policy;
}

Policy read_policy(std::string_view text)
{
    std::vector<Fault> faults;
    Policy policy = read_policy(text, faults);
    if (has_error(faults)) throw InvalidInput(std::move(faults));
    return policy;
}

std::vector<std::string_view> keys_given(std::string_view text)
{
    std::vector<Fault> faults;
    const Node document = io::read_document(Table::policy, text, faults).value_or(Node{});
    std::vector<std::string_view> given;
    for (const PolicyKey& key : policy_keys()) {
        if (gives(document, key.name)) given.push_back(key.name);
    }
    return given;
}

}  // namespace befriend
