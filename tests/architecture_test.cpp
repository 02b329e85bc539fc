// Reads the tree as text and holds it against the rules of docs/architecture.md. A rule is a function from
// files to complaints; each is tried on the real tree, which must give none, and on small bad files, which
// must give one.

#include "catch2.hpp"
#include "source_tree.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace befriend::test;

namespace {

using Complaints = std::vector<std::string>;

struct Include {
    std::string name;
    bool quoted;
};

constexpr std::array<std::string_view, 7> steps{"model",    "scoring",   "candidates", "assignment",
                                                "proposal", "reporting", "io"};

std::size_t place(std::string_view step)
{
    return static_cast<std::size_t>(std::find(steps.begin(), steps.end(), step) - steps.begin());
}

bool is_under(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder);
}

std::vector<std::string> words_of(std::string_view line, std::string_view separators)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = line.find_first_not_of(separators, at)) != line.npos;) {
        const std::size_t end = std::min(line.find_first_of(separators, at), line.size());
        words.emplace_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

std::vector<Include> includes_of(std::string_view text)
{
    std::vector<Include> includes;
    for (const std::string& line : words_of(text, "\n")) {
        const std::size_t hash = line.find_first_not_of(" \t");
        const std::size_t open = line.find_first_of("<\"");
        if (hash == line.npos || line[hash] != '#' || open == line.npos) continue;
        if (words_of(line.substr(hash + 1, open - hash - 1), " \t") != std::vector<std::string>{"include"})
            continue;
        const std::size_t close = line.find_first_of(">\"", open + 1);
        includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
    return includes;
}

// The folder that a path of the project belongs to: a step, a room beside the steps, "cli", "bindings"; ""
// for befriend.hpp and version.hpp, which stand above the steps; none for tests and examples, which may
// include anything.
std::optional<std::string> room_of(std::string_view path)
{
    if (is_under(path, "bindings/")) return "bindings";
    for (const std::string_view root : {"include/befriend/", "src/"}) {
        if (!is_under(path, root)) continue;
        const std::string_view rest = path.substr(root.size());
        return std::string(rest.substr(0, rest.find('/') == rest.npos ? 0 : rest.find('/')));
    }
    return std::nullopt;
}

// The path of the project that an include line means, or none if it means a file from elsewhere.
std::optional<std::string> path_of(const Include& include, std::string_view from)
{
    if (include.name.starts_with("befriend/")) return "include/" + include.name;
    if (!include.quoted) return std::nullopt;
    const std::string room = include.name.substr(0, include.name.find('/'));
    const bool is_beside = room == "synthetic" || room == "simulation" || room == "cli" || room == "parallel";
    if (place(room) < steps.size() || is_beside) return "src/" + include.name;
    return (std::filesystem::path(from).parent_path() / include.name).lexically_normal().generic_string();
}

bool may_include(std::string_view from, std::string_view path)
{
    const std::string to = room_of(path).value_or("");
    if (to == "parallel") return from != "cli";  // threads, below every step
    if (from == "cli") return to == "cli" || is_under(path, "include/");
    if (from == "bindings") return !is_under(path, "src/");
    if (from == to) return true;
    if (from == "assignment" || path == "include/befriend/befriend.hpp") return false;
    if (to.empty()) return true;
    if (from == "parallel") return false;
    if (from == "synthetic") return to == "model";
    if (from == "simulation") return to == "synthetic" || place(to) <= place("proposal");
    return place(to) < place(from);
}

Complaints backward_includes(const std::vector<File>& files)
{
    Complaints complaints;
    for (const File& file : files) {
        const auto from = room_of(file.path);
        if (!from || from->empty() || !ends_with_any(file.path, {".hpp", ".cpp", ".h", ".c"})) continue;
        for (const Include& include : includes_of(file.text)) {
            const auto path = path_of(include, file.path);
            if (path && !may_include(*from, *path)) {
                complaints.push_back(file.path + ": " + *from + " may not include " + include.name);
            }
        }
    }
    return complaints;
}

// A public header shows the standard library and befriend; only the Boost.Graph adaptor may show Boost.
Complaints foreign_types(const std::vector<File>& files)
{
    Complaints complaints;
    for (const File& file : files) {
        if (!is_under(file.path, "include/")) continue;
        for (const auto& [name, quoted] : includes_of(file.text)) {
            const bool standard = name.find_first_of("./") == name.npos;
            const bool adaptor =
                file.path.ends_with("/candidates/boost_graph.hpp") && name.starts_with("boost/");
            if (!quoted && (standard || adaptor || name.starts_with("befriend/"))) continue;
            complaints.push_back(file.path + ": a public header may not include " + name);
        }
    }
    return complaints;
}

// befriend.hpp brings every public header but the Boost.Graph adaptor.
Complaints missing_from_befriend_hpp(const std::vector<File>& files)
{
    std::set<std::string> expected;
    std::set<std::string> included;
    for (const File& file : files) {
        if (file.path == "include/befriend/befriend.hpp") {
            for (const Include& include : includes_of(file.text))
                included.insert("include/" + include.name);
        } else if (is_under(file.path, "include/") && !file.path.ends_with("/candidates/boost_graph.hpp")) {
            expected.insert(file.path);
        }
    }
    Complaints complaints;
    std::set_symmetric_difference(expected.begin(), expected.end(), included.begin(), included.end(),
                                  std::back_inserter(complaints));
    for (std::string& path : complaints)
        path += included.count(path) ? ": not for befriend.hpp" : ": not in befriend.hpp";
    return complaints;
}

std::string without_comments(std::string_view cmake)
{
    std::string text;
    for (const std::string& line : words_of(cmake, "\n"))
        text += line.substr(0, line.find('#')) + '\n';
    return text;
}

// The sources and public headers that a CMake file names: beside it, from the root of the project, or under
// include/.
std::set<std::string> listed_in(const File& cmake)
{
    constexpr std::string_view root = "${PROJECT_SOURCE_DIR}/";
    const std::string folder = cmake.path.substr(0, cmake.path.rfind('/') + 1);
    std::set<std::string> paths;
    for (const std::string& word : words_of(without_comments(cmake.text), " \t\n()\"")) {
        const bool is_source = ends_with_any(word, {".cpp", ".c"});
        if (is_source && word.starts_with(root)) {
            paths.insert(word.substr(root.size()));
        } else if (is_source && word.find("${") == word.npos) {
            paths.insert(std::filesystem::path(folder + word).lexically_normal().generic_string());
        } else if (word.starts_with("befriend/") && word.ends_with(".hpp")) {
            paths.insert("include/" + word);
        }
    }
    return paths;
}

// Every source and every public header stands in a list of CMake, and every entry of a list is there.
Complaints lists_that_differ(const std::vector<File>& files)
{
    std::set<std::string> listed;
    std::set<std::string> present;
    for (const File& file : files) {
        if (is_cmake(file.path)) listed.merge(listed_in(file));
        if (is_under(file.path, "include/") || ends_with_any(file.path, {".cpp", ".c"}))
            present.insert(file.path);
    }
    Complaints complaints;
    for (const std::string& path : present) {
        if (!listed.count(path)) complaints.push_back(path + ": in no list of CMake");
    }
    for (const std::string& path : listed) {
        if (!present.count(path)) complaints.push_back(path + ": listed, but not there");
    }
    return complaints;
}

Complaints downloads(const std::vector<File>& files)
{
    Complaints complaints;
    for (const File& file : files) {
        if (!is_cmake(file.path)) continue;
        const std::string text = without_comments(file.text);
        for (const std::string_view word :
             {"FetchContent", "CPMAddPackage", "CPM.cmake", "ExternalProject", "DOWNLOAD"}) {
            if (text.find(word) != text.npos)
                complaints.push_back(file.path + ": " + std::string(word) + " downloads");
        }
    }
    return complaints;
}

// The C API is one header, most of it comments.
std::ptrdiff_t most_lines(const std::string& path)
{
    return path.ends_with("/befriend.h") ? 600 : 400;
}

Complaints long_files(const std::vector<File>& files)
{
    Complaints complaints;
    for (const File& file : files) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        const auto most = most_lines(file.path);
        if (lines > most) {
            complaints.push_back(file.path + ": " + std::to_string(lines) + " lines, more than " +
                                 std::to_string(most));
        }
    }
    return complaints;
}

Complaints backward(std::string path, std::string text)
{
    return backward_includes({{std::move(path), std::move(text)}});
}

}  // namespace

TEST_CASE("architecture: the tree is found", "[architecture]")
{
    const auto is_solve = [](const File& file) {
        return file.path == "include/befriend/assignment/solve.hpp";
    };
    CHECK(std::any_of(source_tree().begin(), source_tree().end(), is_solve));
}

TEST_CASE("architecture: no step includes a later one", "[architecture]")
{
    CHECK(backward_includes(source_tree()) == Complaints{});

    CHECK(backward("include/befriend/model/age.hpp", "#include <befriend/scoring/points.hpp>\n").size() == 1);
    CHECK(backward("src/scoring/travel.cpp", "#include \"candidates/nearby.hpp\"\n").size() == 1);
    CHECK(backward("src/scoring/travel.cpp", "#  include \"../candidates/nearby.hpp\"\n").size() == 1);
    CHECK(backward("src/scoring/travel.cpp", "#include \"weights.hpp\"\n#include <befriend/model/age.hpp>\n")
              .empty());
    CHECK(backward("src/io/read.cpp", "#include <befriend/reporting/text.hpp>\n").empty());
    CHECK(backward("src/io/read.cpp", "// #include <befriend/befriend.hpp>\n").empty());
    CHECK(backward("src/io/read.cpp", "#include <befriend/befriend.hpp>\n").size() == 1);
}

TEST_CASE("architecture: assignment includes no other step", "[architecture]")
{
    CHECK(backward("src/assignment/solve.cpp",
                   "#include <befriend/assignment/solve.hpp>\n#include \"tree.hpp\"\n")
              .empty());
    CHECK(backward("src/assignment/solve.cpp", "#include <befriend/model/ids.hpp>\n").size() == 1);
    CHECK(backward("src/assignment/solve.cpp", "#include <befriend/version.hpp>\n").size() == 1);
}

TEST_CASE("architecture: the rooms beside the steps keep their arrows", "[architecture]")
{
    CHECK(backward("src/synthetic/list.cpp", "#include <befriend/model/round.hpp>\n").empty());
    CHECK(backward("src/synthetic/list.cpp", "#include <befriend/scoring/points.hpp>\n").size() == 1);
    CHECK(backward("src/simulation/month.cpp", "#include <befriend/proposal/propose.hpp>\n").empty());
    CHECK(backward("src/simulation/month.cpp", "#include <befriend/io/read_round.hpp>\n").size() == 1);
    CHECK(backward("src/io/read.cpp", "#include <befriend/synthetic/list.hpp>\n").size() == 1);
}

TEST_CASE("architecture: every step may work in parallel, which knows none of them", "[architecture]")
{
    CHECK(backward("src/assignment/solve.cpp", "#include \"parallel/fork_join.hpp\"\n").empty());
    CHECK(backward("src/io/read.cpp", "#include \"parallel/fork_join.hpp\"\n").empty());
    CHECK(backward("bindings/c/arrow_read.cpp", "#include \"parallel/fork_join.hpp\"\n").empty());
    CHECK(backward("src/cli/main.cpp", "#include \"parallel/fork_join.hpp\"\n").size() == 1);
    CHECK(backward("src/parallel/x.hpp", "#include <befriend/model/ids.hpp>\n").size() == 1);
}

TEST_CASE("architecture: the tool and the bindings stand below the library", "[architecture]")
{
    CHECK(backward("src/io/read.cpp", "#include \"cli/csv.hpp\"\n").size() == 1);
    CHECK(backward("src/io/read.cpp", "#include \"../../bindings/c/guarded.hpp\"\n").size() == 1);
    CHECK(backward("src/cli/main.cpp", "#include \"csv.hpp\"\n#include <befriend/befriend.hpp>\n").empty());
    CHECK(
        backward("src/cli/main.cpp", "#include \"cli/csv.hpp\"\n#include <befriend/version.hpp>\n").empty());
    CHECK(backward("src/cli/main.cpp", "#include \"io/text.hpp\"\n").size() == 1);
    CHECK(backward("src/cli/main.cpp", "#include \"../io/text.hpp\"\n").size() == 1);
    CHECK(backward("src/cli/main.cpp", "#include \"../../bindings/c/guarded.hpp\"\n").size() == 1);
    CHECK(backward("bindings/c/round.cpp", "#include \"guarded.hpp\"\n#include <befriend/befriend.hpp>\n")
              .empty());
    CHECK(backward("bindings/c/round.cpp", "#include \"io/cells.hpp\"\n").size() == 1);
}

TEST_CASE("architecture: public headers show the standard library and befriend only", "[architecture]")
{
    CHECK(foreign_types(source_tree()) == Complaints{});

    for (const char* name : {"<boost/config.hpp>", "<Eigen/Core>", "<fmt/core.h>", "<nlohmann/json.hpp>",
                             "<toml++/toml.h>", "\"near.hpp\""}) {
        CHECK(foreign_types({{"include/befriend/io/x.hpp", std::string("#include ") + name + "\n"}}).size() ==
              1);
    }
    const std::string boost = "#include <boost/graph/graph_traits.hpp>\n";
    CHECK(foreign_types({{"include/befriend/candidates/boost_graph.hpp", boost}}).empty());
}

TEST_CASE("architecture: befriend.hpp is complete, without the Boost.Graph adaptor", "[architecture]")
{
    CHECK(missing_from_befriend_hpp(source_tree()) == Complaints{});

    const File all{"include/befriend/befriend.hpp", "#include <befriend/model/age.hpp>\n"};
    const File adaptor{"include/befriend/candidates/boost_graph.hpp", ""};
    CHECK(missing_from_befriend_hpp({all, {"include/befriend/model/age.hpp", ""}, adaptor}).empty());
    CHECK(missing_from_befriend_hpp({all, {"include/befriend/model/ids.hpp", ""}}).size() == 2);
}

TEST_CASE("architecture: the lists of CMake are what the folders hold", "[architecture]")
{
    CHECK(lists_that_differ(source_tree()) == Complaints{});

    const File list{"src/CMakeLists.txt",
                    "add_library(x OBJECT\n    a.cpp  # first\n    # b.cpp\n)\nset(h befriend/a.hpp)\n"};
    const File source{"src/a.cpp", ""};
    const File header{"include/befriend/a.hpp", ""};
    CHECK(lists_that_differ({list, source, header}).empty());
    CHECK(lists_that_differ({list, source, header, {"src/b.cpp", ""}}) ==
          Complaints{"src/b.cpp: in no list of CMake"});
    CHECK(lists_that_differ({list, header}) == Complaints{"src/a.cpp: listed, but not there"});
    CHECK(lists_that_differ({list, source}).size() == 1);
}

TEST_CASE("architecture: the build downloads nothing", "[architecture]")
{
    CHECK(downloads(source_tree()) == Complaints{});

    CHECK(downloads({{"tests/CMakeLists.txt", "include(FetchContent)\n"}}).size() == 1);
    CHECK(downloads({{"cmake/x.cmake", "file(DOWNLOAD a b)\n"}}).size() == 1);
    CHECK(downloads({{"cmake/x.cmake", "# no FetchContent here\n"}}).empty());
}

TEST_CASE("architecture: no file is over 400 lines", "[architecture]")
{
    CHECK(long_files(source_tree()) == Complaints{});

    CHECK(long_files({{"src/x.cpp", std::string(401, '\n')}}).size() == 1);
    CHECK(long_files({{"src/x.cpp", std::string(400, '\n')}}).empty());
}
