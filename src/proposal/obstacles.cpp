#include "proposal/obstacles.hpp"

#include <bit>
#include <cstdint>

namespace befriend {

Rule first_rule(TagSet<Rule> rules) noexcept
{
    return static_cast<Rule>(std::countr_zero(std::bit_cast<std::uint32_t>(rules)));
}

std::vector<Rule> rules_in(TagSet<Rule> rules)
{
    std::vector<Rule> list;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (rules.has(static_cast<Rule>(i))) list.push_back(static_cast<Rule>(i));
    }
    return list;
}

void Obstacles::add(TagSet<Rule> broken) noexcept
{
    if (static_cast<std::size_t>(broken.size()) > most) return;
    std::array<std::size_t, most> found{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (broken.has(static_cast<Rule>(i))) found[count++] = i;
    }
    if (count == 1) ++alone_[found[0]];
    if (count == 2) ++together_[found[0]][found[1]];
}

Obstacles::Main Obstacles::main() const
{
    Main found;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (alone_[i] > found.others) found = {{static_cast<Rule>(i)}, alone_[i]};
    }
    if (found.others > 0) return found;
    for (std::size_t i = 0; i < rule_count; ++i) {
        for (std::size_t j = i + 1; j < rule_count; ++j) {
            if (together_[i][j] > found.others)
                found = {{static_cast<Rule>(i), static_cast<Rule>(j)}, together_[i][j]};
        }
    }
    return found;
}

}  // namespace befriend
