#include "cli/input_file.hpp"

#include "cli/descriptor.hpp"
#include "cli/digest.hpp"
#include "cli/failure.hpp"
#include "cli/process.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>

namespace befriend::cli {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 18U;
constexpr std::size_t most_line_bytes = std::size_t{1} << 24U;
constexpr std::size_t most_file_bytes = std::size_t{1} << 30U;

Failure too_large(const std::string& name, const char* rule)
{
    return {ExitCode::refused, FaultCode::e_limit, name, rule};
}

Failure stopped_while_reading()
{
    return stopped_failure("stopped while reading; nothing was written");
}

// Both limits are kept while reading, so an endless pipe costs a line at most.
class Limits {
public:
    explicit Limits(const std::string& name) : name_(name), any_line_(name.ends_with(".json")) {}

    void take(std::string_view chunk)
    {
        total_ += chunk.size();
        const std::size_t last = chunk.rfind('\n');
        const std::size_t first = chunk.find('\n');
        line_ += first == chunk.npos ? chunk.size() : first;
        if (line_ > most_line_bytes && !any_line_) throw too_large(name_, "a line of more than 16 MiB");
        if (last != chunk.npos) line_ = chunk.size() - last - 1;
        if (total_ > most_file_bytes) throw too_large(name_, "more than 1 GiB");
    }

private:
    const std::string& name_;
    bool any_line_;  // JSON may stand in one line
    std::size_t line_ = 0;
    std::size_t total_ = 0;
};

std::string read_all(int descriptor, const std::string& name)
{
    std::string bytes;
    Limits limits(name);
    const auto chunk = std::make_unique<char[]>(chunk_bytes);
    while (true) {
        if (stop_was_asked()) throw stopped_while_reading();
        const ssize_t count = ::read(descriptor, chunk.get(), chunk_bytes);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw file_failure(name, cause_of(errno));
        if (count == 0) return bytes;
        const std::string_view part(chunk.get(), static_cast<std::size_t>(count));
        limits.take(part);
        bytes.append(part);
    }
}

// Whether a regular file was the same, and as long, before and after.
bool is_unchanged(const struct stat& before, const struct stat& after, std::size_t bytes)
{
    if (!S_ISREG(before.st_mode)) return true;
    return static_cast<std::uint64_t>(before.st_size) == bytes && after.st_size == before.st_size &&
           after.st_mtim.tv_sec == before.st_mtim.tv_sec && after.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
}

}  // namespace

std::string base_name(std::string_view path)
{
    if (path == "-") return "standard input";
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1));
}

std::string cause_of(int error)
{
    switch (error) {
        case ENOENT:
            return "not there";
        case EACCES:
        case EPERM:
            return "no permission";
        case EISDIR:
            return "a folder, not a file";
        case ENOTDIR:
            return "part of its path is not a folder";
        case ENOSPC:
        case EDQUOT:
            return "no space left";
        case EROFS:
            return "the file system is read-only";
        case EPIPE:
            return "whoever read it has closed it";
        case ELOOP:
            return "a link, or links in a circle";
        case ENAMETOOLONG:
            return "its name is too long";
        default:
            return std::string("the system says ") + strerrorname_np(error);
    }
}

InputFile read_input(const std::string& path)
{
    InputFile file{path, base_name(path), {}, {}};
    Descriptor opened(path == "-" ? ::dup(0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!opened && stop_was_asked()) throw stopped_while_reading();
    if (!opened) throw file_failure(file.name, cause_of(errno));
    struct stat before{};
    struct stat after{};
    if (::fstat(opened.number(), &before) != 0) throw file_failure(file.name, cause_of(errno));
    if (S_ISDIR(before.st_mode)) throw file_failure(file.name, cause_of(EISDIR));
    file.bytes = read_all(opened.number(), file.name);
    if (::fstat(opened.number(), &after) != 0) throw file_failure(file.name, cause_of(errno));
    if (!is_unchanged(before, after, file.bytes.size()))
        throw file_failure(file.name,
                           "it changed while it was read: its size or time before and after differ");
    file.sha256 = sha256(file.bytes);
    return file;
}

}  // namespace befriend::cli
