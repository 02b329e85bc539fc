#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::test {

/// A file of the project, as text.
struct File {
    std::string path;  ///< from the root of the project, with slashes
    std::string text;
};

inline bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return text.ends_with(ending); });
}

inline bool is_cmake(std::string_view path)
{
    return ends_with_any(path, {"CMakeLists.txt", ".cmake", ".cmake.in"});
}

/// Code, build and script files of the project, read once. What a build or a tool left behind begins with
/// "build" or a point, and is none of them.
const std::vector<File>& source_tree();

}  // namespace befriend::test
