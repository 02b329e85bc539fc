// A stored problem whose passes are long enough to be shared, for the thread sanitizer.

#include "stored.hpp"

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <cstdint>
#include <vector>

bool stored_is_the_same_on_threads()
{
    // Invented weights of nearly all pairs, so that they are laid out as lists.
    constexpr std::uint32_t rows = 900;
    constexpr std::uint32_t columns = 600;
    std::vector<std::uint64_t> row_begin{0};
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t at = 0; at < columns; ++at) {
            if ((row + at) % 9 == 0) continue;
            column.push_back(at);
            weight.push_back((row * 7919LL + at * 104'729LL) % 997 + at % 7);
        }
        row_begin.push_back(column.size());
    }
    const std::vector<std::int32_t> capacity(columns, 1);
    befriend::Problem problem{row_begin, column, capacity, {}, {}, {}};
    problem.tiers.push_back({1, {}, {}, {}});
    problem.tiers.push_back({0, {}, {}, weight});
    const befriend::Solution alone = befriend::solve(problem);
    problem.threads = 3;
    const befriend::Solution together = befriend::solve(problem);
    return alone.status == befriend::SolveStatus::optimal && together.status == alone.status &&
           together.column_of_row == alone.column_of_row && !befriend::first_violation(problem, alone);
}
