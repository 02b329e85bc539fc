#pragma once

#include <befriend/model/policy.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace befriend {

/// A whole number from `least` to `most`.
struct IntegerKey {
    std::int64_t least;
    std::int64_t most;
    std::int64_t& (*at)(Policy&);
};

/// A list of whole numbers, each from `least` to `most`.
struct IntegersKey {
    std::int64_t least;
    std::int64_t most;
    std::vector<std::int64_t>& (*at)(Policy&);
};

/// true or false.
struct FlagKey {
    bool& (*at)(Policy&);
};

/// A text of at most 4 KiB.
struct TextKey {
    std::string& (*at)(Policy&);
};

/// A date, or absent.
struct DateKey {
    std::optional<Date>& (*at)(Policy&);
};

/// A list of texts; with `allowed`, of those words only.
struct TextsKey {
    std::vector<std::string_view> allowed;
    std::vector<std::string> (*read)(const Policy&);
    void (*write)(Policy&, const std::vector<std::string>&);
};

/// One of the words in `allowed`.
struct WordKey {
    std::vector<std::string_view> allowed;
    std::string (*read)(const Policy&);
    void (*write)(Policy&, std::string_view);
};

/// A list of lists of texts.
struct GroupsKey {
    std::vector<std::vector<std::string>>& (*at)(Policy&);
};

/// One value of a policy: its name in TOML and JSON (`travel.easy_m` is `easy_m` in the table `travel`), its
/// unit and what it means. The default is the value in `Policy{}`.
struct PolicyKey {
    std::string_view name;
    std::string_view unit;  ///< empty where there is none
    std::string_view meaning;
    std::variant<IntegerKey, IntegersKey, FlagKey, TextKey, DateKey, TextsKey, WordKey, GroupsKey> kind;
};

/// Every key, tables together, in the order in which documents list them.
[[nodiscard]] std::span<const PolicyKey> policy_keys();

}  // namespace befriend
