// Pages name the numbers of a policy by their keys: each key is one that befriend reads.

#include "catch2.hpp"
#include "docs/page.hpp"
#include <befriend/model/policy_keys.hpp>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// The texts `group.key` in backticks whose group is one of the policy and which are no key of it, nor a file.
std::vector<std::string> unknown_keys(const std::string& text)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_.";
    std::set<std::string, std::less<>> keys;
    std::set<std::string, std::less<>> groups;
    for (const PolicyKey& key : policy_keys()) {
        keys.emplace(key.name);
        if (const std::size_t point = key.name.find('.'); point != key.name.npos)
            groups.emplace(key.name.substr(0, point));
    }
    std::vector<std::string> unknown;
    for (const std::string& quoted : quoted_in(text)) {
        const std::size_t point = quoted.find('.');
        if (point == quoted.npos || quoted.find_first_not_of(letters) != quoted.npos) continue;
        const std::string ending = quoted.substr(point);
        const bool is_file = ending == ".hpp" || ending == ".cpp" || ending == ".toml" || ending == ".md";
        if (!is_file && groups.contains(quoted.substr(0, point)) && !keys.contains(quoted))
            unknown.push_back(quoted);
    }
    return unknown;
}

}  // namespace

TEST_CASE("methods: every policy key that a page names exists", "[docs]")
{
    std::size_t pages = 0;
    const std::filesystem::path folder = std::filesystem::path(BEFRIEND_SOURCE_DIR) / "docs/methods";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_directory()) continue;  // of pictures
        CAPTURE(entry.path().filename().string());
        CHECK(unknown_keys(page("docs/methods/" + entry.path().filename().string())).empty());
        ++pages;
    }
    CHECK(pages > 10);

    CHECK(unknown_keys("`travel.easy_m`, `travel.hpp`, `proposal.json`").empty());
    CHECK(unknown_keys("`travel.easy_km`") == std::vector<std::string>{"travel.easy_km"});
}
