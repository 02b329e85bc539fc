#include "source_tree.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace befriend::test {
namespace {

std::vector<File> read_tree()
{
    const std::filesystem::path root = BEFRIEND_SOURCE_DIR;
    std::vector<File> files;
    for (auto at = std::filesystem::recursive_directory_iterator(root); at != std::filesystem::end(at);
         ++at) {
        const std::string name = at->path().filename().string();
        if (at->is_directory()) {
            if (name.starts_with("build") || name.starts_with(".")) at.disable_recursion_pending();
        } else if (is_cmake(name) || ends_with_any(name, {".cpp", ".hpp", ".c", ".h", ".py", ".sh"})) {
            std::ifstream stream(at->path(), std::ios::binary);
            files.push_back({at->path().lexically_relative(root).generic_string(),
                             std::string(std::istreambuf_iterator<char>(stream), {})});
        }
    }
    return files;
}

}  // namespace

const std::vector<File>& source_tree()
{
    static const std::vector<File> files = read_tree();
    return files;
}

}  // namespace befriend::test
