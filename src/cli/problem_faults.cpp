#include "cli/problem_faults.hpp"

#include <utility>

namespace befriend::cli {

void ProblemFaults::add(PlacedFault fault)
{
    constexpr std::size_t most_listed = 100;
    ++count_;
    only_conflicts_ = only_conflicts_ && fault.code == FaultCode::e_conflict;
    if (listed_.size() < most_listed) listed_.push_back(std::move(fault));
}

ExitCode ProblemFaults::exit() const noexcept
{
    return count_ > 0 && only_conflicts_ ? ExitCode::constraints : ExitCode::refused;
}

std::string ProblemFaults::text(FaultStyle style) const
{
    return fault_text(listed_, count_ - listed_.size(), style);
}

}  // namespace befriend::cli
