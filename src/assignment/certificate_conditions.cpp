#include "assignment/certificate_conditions.hpp"

#include <algorithm>
#include <vector>
#include <xxhash.h>

namespace befriend::certificate {
namespace {

std::uint64_t hash_of_bytes(std::span<const std::uint64_t> words, std::uint64_t seed)
{
    unsigned char bytes[16];  // little endian
    for (std::size_t at = 0; at < 8 * words.size(); ++at)
        bytes[at] = static_cast<unsigned char>(words[at / 8] >> (at % 8 * 8));
    return XXH3_64bits_withSeed(bytes, 8 * words.size(), seed);
}

std::uint64_t key(std::span<const std::uint64_t> given, std::uint64_t index, std::uint64_t seed)
{
    return given.empty() ? hash_of_bytes({&index, 1}, seed) : given[index];
}

bool are_small(const std::vector<std::int64_t>& duals)
{
    constexpr std::int64_t limit = std::int64_t{1} << 61;
    return std::all_of(duals.begin(), duals.end(), [](std::int64_t d) { return -limit <= d && d <= limit; });
}

int sign_of_dual(const Solution& solution, const std::vector<std::int64_t> TierDuals::* side,
                 std::size_t node)
{
    for (const TierDuals& tier : solution.duals)
        if ((tier.*side)[node] != 0) return (tier.*side)[node] < 0 ? -1 : 1;
    return 0;
}

bool fits(int sign, bool has_room)
{
    return has_room ? sign == 0 : sign >= 0;
}

}  // namespace

std::optional<Violation> sizes(const Solution& solution, std::size_t rows, std::size_t columns,
                               std::size_t tiers)
{
    bool agree = solution.column_of_row.size() == rows && solution.duals.size() == tiers &&
                 solution.value.size() == tiers && solution.bound.size() == tiers;
    for (const TierDuals& duals : solution.duals)
        agree = agree && duals.row.size() == rows && duals.column.size() == columns && are_small(duals.row) &&
                are_small(duals.column);
    if (agree) return {};
    return Violation{Condition::sizes, 0};
}

std::optional<Violation> unpriced(const Solution& solution, std::span<const std::int32_t> capacity,
                                  std::span<const std::int32_t> used)
{
    const std::size_t rows = solution.column_of_row.size();
    for (std::size_t row = 0; row < rows; ++row) {
        const bool has_room = solution.column_of_row[row] == Solution::unassigned;
        if (!fits(sign_of_dual(solution, &TierDuals::row, row), has_room))
            return Violation{Condition::unpriced, row};
    }
    for (std::size_t column = 0; column < capacity.size(); ++column)
        if (!fits(sign_of_dual(solution, &TierDuals::column, column), used[column] < capacity[column]))
            return Violation{Condition::unpriced, rows + column};
    return {};
}

std::int64_t tie(std::span<const std::uint64_t> row_key, std::uint64_t row,
                 std::span<const std::uint64_t> column_key, std::uint64_t column)
{
    const std::uint64_t keys[] = {key(row_key, row, 1), key(column_key, column, 2)};
    return static_cast<std::int64_t>(hash_of_bytes(keys, 0) >> 24);
}

}  // namespace befriend::certificate
