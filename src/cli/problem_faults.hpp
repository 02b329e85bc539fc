#pragma once

#include "cli/failure.hpp"
#include "cli/fault_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace befriend::cli {

// What is wrong with the files of an assignment problem: the first hundred faults, and how many there are.
class ProblemFaults {
public:
    void add(PlacedFault fault);

    // Counts faults that nobody keeps.
    void leave_out(std::size_t count) { count_ += count; }

    [[nodiscard]] std::size_t count() const noexcept { return count_; }
    [[nodiscard]] const std::vector<PlacedFault>& listed() const noexcept { return listed_; }

    // `constraints` when pins cannot all hold and nothing else is wrong.
    [[nodiscard]] ExitCode exit() const noexcept;

    [[nodiscard]] std::string text(FaultStyle style) const;

private:
    std::vector<PlacedFault> listed_;
    std::size_t count_ = 0;
    bool only_conflicts_ = true;
};

}  // namespace befriend::cli
