#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace befriend::cli {

// The steps from files to files, in order. `scoring` is what is worked out of each person on their own; the
// points of pairs are found with the candidates.
enum class Step : std::uint8_t { read, check, scoring, candidates, assignment, proposal, reporting, write };

inline constexpr std::array steps{Step::read,       Step::check,    Step::scoring,   Step::candidates,
                                  Step::assignment, Step::proposal, Step::reporting, Step::write};

[[nodiscard]] std::string_view name_of(Step step) noexcept;

// Told which step the work is in, at its begin and perhaps again, and, if it turns out only then, to which
// step the work since the last time belonged. May be empty.
using OnStep = std::function<void(Step now, std::optional<Step> until_now)>;

// What a step took.
struct StepCost {
    std::chrono::nanoseconds time{0};
    std::uint64_t resident_bytes = 0;  // of the process at its end
    std::uint64_t peak_bytes = 0;      // the most so far, at its end
};

using StepCosts = std::array<StepCost, steps.size()>;

// Times the steps of one run and looks at the memory of the process where one ends.
class StepClock {
public:
    // `step` begins, unless it is under way; the one before it ends, which was `until_now` if that is given.
    void begin(Step step, std::optional<Step> until_now = {});
    void end();

    [[nodiscard]] const StepCosts& costs() const noexcept { return costs_; }

private:
    std::optional<Step> step_;
    std::chrono::steady_clock::time_point since_;
    StepCosts costs_{};
};

// Memory of this process that is in use now.
[[nodiscard]] std::uint64_t resident_bytes();

}  // namespace befriend::cli
