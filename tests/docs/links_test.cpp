// Every link and every path that a page names leads somewhere. A rule is a function from a text to
// complaints; each is tried on the real pages, which must give none, and on a small bad one, which must give
// one.

#include "catch2.hpp"
#include "docs/page.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace befriend::test;

namespace {

namespace fs = std::filesystem;

using Complaints = std::vector<std::string>;

const fs::path root = BEFRIEND_SOURCE_DIR;

// README.md and its neighbours, and every page of the folders that have pages, from the root of the project.
std::vector<std::string> pages()
{
    std::vector<std::string> found;
    const auto add = [&found](const fs::directory_entry& entry) {
        if (entry.path().extension() == ".md")
            found.push_back(entry.path().lexically_relative(root).generic_string());
    };
    for (const auto& entry : fs::directory_iterator(root))
        add(entry);
    for (const char* folder : {"abi", "docs", "examples", "packaging"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            add(entry);
    }
    std::sort(found.begin(), found.end());
    return found;
}

// A page without its blocks of code, where `[](int i)` is no link.
std::string prose_of(const std::string& text)
{
    std::istringstream lines(text);
    std::string prose;
    bool is_code = false;
    for (std::string line; std::getline(lines, line);) {
        const bool is_fence = line.starts_with("```");
        if (!is_fence && !is_code) prose.append(line).append("\n");
        is_code = is_code != is_fence;
    }
    return prose;
}

Complaints links_to_nowhere(const std::string& path, const std::string& text)
{
    Complaints complaints;
    for (const std::string& link : between(prose_of(text), "](", ")")) {
        if (link.starts_with("https://")) continue;
        const fs::path target = (root / path).parent_path() / link.substr(0, link.find('#'));
        if (link.empty() || !fs::exists(target)) complaints.push_back(path + ": " + link);
    }
    return complaints;
}

// `src/model/age.hpp` is a path of the project, `build/report.html` and `tests/<step>` are none.
bool is_path_of_project(std::string_view text)
{
    constexpr std::array<std::string_view, 9> folders{"src/",  "include/",  "bindings/",   "tests/", "docs/",
                                                      "data/", "examples/", "benchmarks/", "cmake/"};
    const bool starts_in_tree = std::any_of(
        folders.begin(), folders.end(), [&](std::string_view folder) { return text.starts_with(folder); });
    return starts_in_tree && text.find_first_of(" <>*{}(") == text.npos;
}

Complaints paths_to_nowhere(const std::string& path, const std::string& text)
{
    Complaints complaints;
    for (const std::string& quoted : quoted_in(text)) {
        if (is_path_of_project(quoted) && !fs::exists(root / quoted))
            complaints.push_back(path + ": " + quoted);
    }
    return complaints;
}

}  // namespace

TEST_CASE("links: the pages are found", "[docs]")
{
    const auto found = pages();
    CHECK(std::count(found.begin(), found.end(), "README.md") == 1);
    CHECK(std::count(found.begin(), found.end(), "docs/methods/travel.md") == 1);
}

TEST_CASE("links: each leads to a file or a folder", "[docs]")
{
    for (const std::string& path : pages())
        CHECK(links_to_nowhere(path, page(path)) == Complaints{});

    CHECK(links_to_nowhere("docs/x.md", "[a](policy.md), [b](methods/age.md#example), [c](https://x.org)")
              .empty());
    CHECK(links_to_nowhere("docs/x.md", "```cpp\nwork([](int i) { return i; });\n```\n").empty());
    CHECK(links_to_nowhere("docs/x.md", "```sh\n```\nsee [a](age.md)") == Complaints{"docs/x.md: age.md"});
    CHECK(links_to_nowhere("docs/methods/x.md", "[a](policy.md)").size() == 1);
}

TEST_CASE("links: each path of the project that a page quotes is there", "[docs]")
{
    for (const std::string& path : pages())
        CHECK(paths_to_nowhere(path, page(path)) == Complaints{});

    CHECK(paths_to_nowhere("x.md", "`src/scoring/travel.cpp`, `tests/<step>`, `build/x`").empty());
    CHECK(paths_to_nowhere("x.md", "in `src/scoring/miles.cpp`") ==
          Complaints{"x.md: src/scoring/miles.cpp"});
}

TEST_CASE("links: the index of the methods names every page", "[docs]")
{
    const std::string index = page("docs/methods/README.md");
    for (const std::string& path : pages()) {
        const std::string folder = "docs/methods/";
        if (!path.starts_with(folder) || path == folder + "README.md") continue;
        CHECK_THAT(index, ContainsSubstring("(" + path.substr(folder.size()) + ")"));
    }
}
