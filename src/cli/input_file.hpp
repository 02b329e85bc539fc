#pragma once

#include <string>
#include <string_view>

namespace befriend::cli {

// An input as it was read, whole.
struct InputFile {
    std::string path;  // as given; `-` is standard input
    std::string name;  // the base name, for messages and records
    std::string bytes;
    std::string sha256;
};

// Reads the file at `path`. Throws `Failure` with E_IO when it cannot be read or changes meanwhile, and with
// E_LIMIT when it has more than 1 GiB in all or, unless it is JSON, more than 16 MiB in a line.
[[nodiscard]] InputFile read_input(const std::string& path);

// The last part of a path; for standard input, `standard input`.
[[nodiscard]] std::string base_name(std::string_view path);

// The cause of a failed system call in a few plain words.
[[nodiscard]] std::string cause_of(int error);

}  // namespace befriend::cli
