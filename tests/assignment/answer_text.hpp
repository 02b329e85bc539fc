#pragma once

#include <befriend/assignment/solution.hpp>

#include <string>

namespace befriend::test {

inline void add_line(std::string& text, const auto& numbers)
{
    text += '\n';
    for (const auto number : numbers)
        text += std::to_string(number) + ' ';
}

/// All that an answer says, one line an array, to be compared with another.
[[nodiscard]] inline std::string all_of(const Solution& solution)
{
    std::string text = std::to_string(static_cast<int>(solution.status));
    add_line(text, solution.column_of_row);
    for (const TierDuals& duals : solution.duals) {
        add_line(text, duals.row);
        add_line(text, duals.column);
    }
    add_line(text, solution.value);
    add_line(text, solution.bound);
    return text;
}

}  // namespace befriend::test
