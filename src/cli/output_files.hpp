#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::cli {

// The files that a run writes: all of them or none.
//
// They are written under temporary names beside their targets, readable by the owner alone, synced, and only
// then renamed, in the order in which they were put: the record of the run comes last.
class OutputFiles {
public:
    // Where the files go, before anything else is done: `names` in `folder`, which is made when its parent is
    // there. Throws `Failure`: E_EXISTS for a file that is there without `force`, E_ARG for one that is among
    // `inputs`, also by a link, and E_IO for a folder that is missing or closed.
    OutputFiles(std::string folder, std::vector<std::string> names, bool force,
                std::span<const std::string> inputs);

    // One file at `path`.
    static OutputFiles one(const std::string& path, bool force, std::span<const std::string> inputs);

    // Keeps the text of a file. Precondition: `name` is one of the names.
    void put(std::string name, std::string text) { texts_.emplace_back(std::move(name), std::move(text)); }

    // Writes all that was put. Throws `Failure`, and then leaves no temporary file.
    void commit();

private:
    void check_folder();
    void check_target(const std::string& name, std::span<const std::string> inputs) const;
    [[nodiscard]] std::string path_of(std::string_view name) const;

    std::string folder_;
    std::vector<std::string> names_;
    bool force_;
    bool make_folder_ = false;
    std::vector<std::pair<std::string, std::string>> texts_;
};

// Writes all of `text` to an open file. The cause when it cannot, else 0; EINTR when a signal asked to stop.
[[nodiscard]] int write_all(int descriptor, std::string_view text) noexcept;

// Throws `Failure` with E_IO when nobody takes it, and with E_CANCELLED when a signal asked to stop.
void write_standard_output(std::string_view text);

// For people. Nobody is told when it cannot be written.
void write_standard_error(std::string_view text) noexcept;

}  // namespace befriend::cli
