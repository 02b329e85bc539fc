#include "cli/output_files.hpp"

#include "cli/descriptor.hpp"
#include "cli/failure.hpp"
#include "cli/input_file.hpp"
#include "cli/process.hpp"

#include <sys/random.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace befriend::cli {
namespace {

std::string parent_of(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    const std::size_t slash = path.rfind('/');
    if (slash == path.npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

Failure stopped_while_writing()
{
    return stopped_failure("stopped while writing; nothing was written");
}

// Nobody can plant a link at a name that nobody can guess; O_EXCL refuses one all the same.
std::string temporary_name(const std::string& name)
{
    std::array<unsigned char, 8> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        throw file_failure(name, cause_of(errno));
    std::string text = "." + name + ".";
    for (const unsigned char byte : random) {
        constexpr std::string_view digits = "0123456789abcdef";
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text + ".tmp";
}

// Files under temporary names, removed at the end of the scope unless they were renamed.
class Temporaries {
public:
    explicit Temporaries(int folder) : folder_(folder) {}
    Temporaries(const Temporaries&) = delete;
    Temporaries& operator=(const Temporaries&) = delete;
    ~Temporaries()
    {
        for (const auto& [temporary, name] : files_)
            ::unlinkat(folder_, temporary.c_str(), 0);
    }

    void write(const std::string& name, std::string_view text)
    {
        const std::string temporary = temporary_name(name);
        constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        const Descriptor file(::openat(folder_, temporary.c_str(), flags, S_IRUSR | S_IWUSR));
        if (!file) throw file_failure(name, cause_of(errno));
        files_.emplace_back(temporary, name);
        const int error = write_all(file.number(), text);
        if (error == EINTR) throw stopped_while_writing();
        if (error != 0) throw file_failure(name, cause_of(error));
        if (::fsync(file.number()) != 0) throw file_failure(name, cause_of(errno));
    }

    void rename_all(bool force)
    {
        for (; !files_.empty(); files_.erase(files_.begin())) {
            const auto& [temporary, name] = files_.front();
            if (rename_one(temporary, name, force) == 0) continue;
            if (errno == EEXIST)
                throw Failure(ExitCode::file_trouble, FaultCode::e_exists, name,
                              "it appeared during the run");
            throw file_failure(name, cause_of(errno));
        }
        ::fsync(folder_);
    }

private:
    int rename_one(const std::string& temporary, const std::string& name, bool force) const
    {
        const char* from = temporary.c_str();
        if (!force) {
            const int result = ::renameat2(folder_, from, folder_, name.c_str(), RENAME_NOREPLACE);
            if (result == 0 || errno != EINVAL) return result;  // EINVAL: a file system that cannot do it
        }
        return ::renameat(folder_, from, folder_, name.c_str());
    }

    int folder_;
    std::vector<std::pair<std::string, std::string>> files_;
};

// A folder that this run made and that goes again if nothing comes of it.
class NewFolder {
public:
    explicit NewFolder(const std::string* path) : path_(path)
    {
        if (path_ != nullptr && ::mkdir(path_->c_str(), S_IRWXU) != 0 && errno != EEXIST)
            throw file_failure(base_name(*path_), cause_of(errno));
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder()
    {
        if (path_ != nullptr) ::rmdir(path_->c_str());
    }
    void keep() { path_ = nullptr; }

private:
    const std::string* path_;
};

}  // namespace

OutputFiles::OutputFiles(std::string folder, std::vector<std::string> names, bool force,
                         std::span<const std::string> inputs)
    : folder_(std::move(folder)), names_(std::move(names)), force_(force)
{
    if (folder_.empty()) throw usage_failure("--out", "an empty path");
    check_folder();
    for (const std::string& name : names_)
        check_target(name, inputs);
}

OutputFiles OutputFiles::one(const std::string& path, bool force, std::span<const std::string> inputs)
{
    if (path.empty() || path.ends_with('/')) throw usage_failure("--out", "not the path of a file");
    return {parent_of(path), {base_name(path)}, force, inputs};
}

void OutputFiles::check_folder()
{
    struct stat status{};
    make_folder_ = ::stat(folder_.c_str(), &status) != 0;
    const std::string existing = make_folder_ ? parent_of(folder_) : folder_;
    if (make_folder_ && (errno != ENOENT || ::stat(existing.c_str(), &status) != 0))
        throw file_failure("--out", "the folder that should hold it is " + cause_of(errno));
    if (!S_ISDIR(status.st_mode)) throw file_failure("--out", cause_of(ENOTDIR));
    if (::faccessat(AT_FDCWD, existing.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        throw file_failure("--out", "nothing can be written there: " + cause_of(errno));
}

void OutputFiles::check_target(const std::string& name, std::span<const std::string> inputs) const
{
    struct stat target{};
    const std::string path = path_of(name);
    if (::stat(path.c_str(), &target) == 0) {
        for (const std::string& input : inputs) {
            struct stat source{};
            if (::stat(input.c_str(), &source) == 0 && source.st_dev == target.st_dev &&
                source.st_ino == target.st_ino)
                throw usage_failure("--out", name + " is the same file as the input " + base_name(input));
        }
    }
    struct stat itself{};
    if (::lstat(path.c_str(), &itself) != 0) return;
    if (S_ISDIR(itself.st_mode)) throw file_failure(name, cause_of(EISDIR));
    if (!force_)
        throw Failure(ExitCode::file_trouble, FaultCode::e_exists, name,
                      "it is there already; --force replaces it");
}

std::string OutputFiles::path_of(std::string_view name) const
{
    return folder_ + (folder_.ends_with('/') ? "" : "/") + std::string(name);
}

void OutputFiles::commit()
{
    NewFolder made(make_folder_ ? &folder_ : nullptr);
    const Descriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) throw file_failure("--out", cause_of(errno));
    Temporaries files(folder.number());
    for (const auto& [name, text] : texts_) {
        if (stop_was_asked()) throw stopped_while_writing();
        files.write(name, text);
    }
    files.rename_all(force_);
    made.keep();
}

int write_all(int descriptor, std::string_view text) noexcept
{
    while (!text.empty()) {
        const ssize_t count = ::write(descriptor, text.data(), text.size());
        if (count < 0 && errno == EINTR && !stop_was_asked()) continue;
        if (count < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(count));
        if (!text.empty() && stop_was_asked()) return EINTR;  // a write that a signal cut short
    }
    return 0;
}

void write_standard_output(std::string_view text)
{
    if (stop_was_asked()) throw stopped_failure("stopped before printing; nothing was written");
    const int error = write_all(STDOUT_FILENO, text);
    if (error == EINTR) throw stopped_failure("stopped while printing; what was printed is not whole");
    if (error != 0) throw file_failure("standard output", cause_of(error));
}

void write_standard_error(std::string_view text) noexcept
{
    static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace befriend::cli
