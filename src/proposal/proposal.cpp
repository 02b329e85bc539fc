#include <befriend/proposal/proposal.hpp>

#include <array>

namespace befriend {

std::string_view code_of(WaitingReason reason) noexcept
{
    constexpr std::array<std::string_view, 5> codes{"rule", "several_rules", "no_volunteers", "below_minimum",
                                                    "needed_elsewhere"};
    return codes[static_cast<std::size_t>(reason)];
}

std::string_view code_of(UnusedReason reason) noexcept
{
    constexpr std::array<std::string_view, 6> codes{"not_ready",     "no_children",   "rule",
                                                    "several_rules", "below_minimum", "children_elsewhere"};
    return codes[static_cast<std::size_t>(reason)];
}

}  // namespace befriend
