#include "cli/steps.hpp"

#include <sys/resource.h>

#include <fstream>
#include <unistd.h>

namespace befriend::cli {
namespace {

std::uint64_t peak_bytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

}  // namespace

std::string_view name_of(Step step) noexcept
{
    constexpr std::array<std::string_view, steps.size()> names{
        "read", "check", "scoring", "candidates", "assignment", "proposal", "reporting", "write"};
    return names[static_cast<std::size_t>(step)];
}

void StepClock::begin(Step step, std::optional<Step> until_now)
{
    if (until_now && step_) step_ = until_now;
    if (step_ == step) return;
    end();
    step_ = step;
    since_ = std::chrono::steady_clock::now();
}

void StepClock::end()
{
    if (!step_) return;
    StepCost& cost = costs_[static_cast<std::size_t>(*step_)];
    cost.time += std::chrono::steady_clock::now() - since_;
    cost.resident_bytes = resident_bytes();
    cost.peak_bytes = peak_bytes();
    step_.reset();
}

std::uint64_t resident_bytes()
{
    std::ifstream pages("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    pages >> all >> resident;
    return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace befriend::cli
