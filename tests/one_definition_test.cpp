// A type or constant that stands twice in one namespace, in two files, is undefined behaviour that no
// compiler reports: the linker keeps one of the two. This test reads definitions at the left margin, where
// the tree writes everything that belongs to a namespace.

#include "catch2.hpp"
#include "source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace befriend::test;

namespace {

bool is_part_of_name(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The name of the type that a line begins to define, if it does.
std::optional<std::string> type_in(std::string_view line)
{
    for (const std::string_view key : {"class ", "struct ", "union ", "enum class "}) {
        if (!line.starts_with(key)) continue;
        const std::string_view rest = line.substr(key.size());
        const auto end = std::find_if_not(rest.begin(), rest.end(), is_part_of_name);
        const std::string_view name(rest.begin(), end);
        const std::string_view behind = rest.substr(name.size());
        if (behind.empty() || behind.starts_with(" ")) return std::string(name);
    }
    return std::nullopt;
}

// The name of the inline constant that a line begins to define, if it does.
std::optional<std::string> constant_in(std::string_view line)
{
    if (!line.starts_with("inline constexpr ")) return std::nullopt;
    const std::size_t value = std::min(line.find('{'), line.find(" = "));
    const std::size_t bounds = std::min(value, line.find('['));
    if (bounds == line.npos) return std::nullopt;
    std::size_t begin = bounds;
    while (begin > 0 && is_part_of_name(line[begin - 1]))
        --begin;
    return std::string(line.substr(begin, bounds - begin));
}

// Every name that a file defines outside unnamed namespaces, with its namespace.
std::set<std::string> definitions(const std::string& text)
{
    std::set<std::string> names;
    std::vector<std::string> open;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("namespace ") && line.ends_with("{")) {
            open.push_back(line.substr(10, line.size() - 11));
        } else if (line.starts_with("}  // namespace") && !open.empty()) {
            open.pop_back();
        } else if (std::count(open.begin(), open.end(), "") == 0) {
            const auto type = type_in(line);
            const auto name = type ? type : constant_in(line);
            if (name) names.insert(std::accumulate(open.begin(), open.end(), std::string()) + *name);
        }
    }
    return names;
}

std::vector<std::string> defined_twice(const std::vector<File>& files)
{
    std::map<std::string, std::string> place;
    std::vector<std::string> complaints;
    for (const File& file : files) {
        if (file.path.starts_with("tests/") || !ends_with_any(file.path, {".hpp", ".cpp"})) continue;
        for (const std::string& name : definitions(file.text)) {
            const auto [at, is_new] = place.emplace(name, file.path);
            if (!is_new) complaints.push_back(name + ": in " + at->second + " and in " + file.path);
        }
    }
    return complaints;
}

}  // namespace

TEST_CASE("one definition: no type or constant stands in two files", "[architecture]")
{
    CHECK(defined_twice(source_tree()) == std::vector<std::string>{});
}

TEST_CASE("one definition: a name that stands twice is found", "[architecture]")
{
    const auto in_room = [](const std::string& line) {
        return "namespace befriend::room {\n" + line + "\n}  // namespace befriend::room\n";
    };
    for (const char* line :
         {"struct Part {", "class Part final : public Whole {", "enum class Part : int {",
          "inline constexpr std::array<int, 2> Part{{1, 2}};", "inline constexpr int Part = 1;"}) {
        CAPTURE(line);
        CHECK(defined_twice({{"src/a.hpp", in_room(line)}, {"src/b.cpp", in_room("struct Part {")}}).size() ==
              1);
    }
    const File first{"src/a.hpp", in_room("struct Part {")};
    CHECK(defined_twice({first, {"src/b.hpp", in_room("struct Part;")}}).empty());
    CHECK(defined_twice({first, {"src/b.hpp", in_room("struct Whole::Part {")}}).empty());
    CHECK(defined_twice({first, {"src/b.hpp", "namespace befriend {\nstruct Part {\n"}}).empty());
    CHECK(defined_twice({first, {"src/b.cpp", in_room("namespace {\nstruct Part {\n}  // namespace")}})
              .empty());
}
