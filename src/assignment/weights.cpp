// What an edge counts, tier by tier, and the weights of the last tier, `ties`.
//
// A tie weight must favour nobody, be the same on every machine, and move with the people rather than with
// their place in a file. So it is a hash of the two keys: 40 bits are enough to make equal sums unlikely, and
// few enough that a million of them can be added without overflow (fault.cpp).
// Y. Collet, XXH3 of xxHash 0.8, whose output is fixed for ever.

#include "assignment/weights.hpp"

#include <befriend/assignment/solve.hpp>

#include <xxhash.h>

namespace befriend {
namespace {

// The seeds that keep default keys of rows and of columns apart.
constexpr XXH64_hash_t row_seed = 1;
constexpr XXH64_hash_t column_seed = 2;

void write_little_endian(std::uint64_t value, unsigned char* bytes) noexcept
{
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<unsigned char>(value >> (8 * i));
}

std::uint64_t hashed_index(std::uint64_t index, XXH64_hash_t seed) noexcept
{
    unsigned char bytes[8];
    write_little_endian(index, bytes);
    return XXH3_64bits_withSeed(bytes, sizeof bytes, seed);
}

std::int64_t tie(const Problem& problem, std::uint32_t row, std::uint32_t column) noexcept
{
    const std::uint64_t row_key =
        problem.row_key.empty() ? hashed_index(row, row_seed) : problem.row_key[row];
    const std::uint64_t column_key =
        problem.column_key.empty() ? hashed_index(column, column_seed) : problem.column_key[column];
    return static_cast<std::int64_t>(tie_weight(row_key, column_key));
}

}  // namespace

std::uint64_t tie_weight(std::uint64_t row_key, std::uint64_t column_key) noexcept
{
    unsigned char bytes[16];
    write_little_endian(row_key, bytes);
    write_little_endian(column_key, bytes + 8);
    return XXH3_64bits(bytes, sizeof bytes) >> 24;
}

std::int64_t edge_weight(const Problem& problem, std::size_t tier, std::uint32_t row,
                         std::uint64_t edge) noexcept
{
    const std::uint32_t column = problem.column[edge];
    if (tier == problem.tiers.size()) return tie(problem, row, column);
    const Tier& objective = problem.tiers[tier];
    // Parts may lie outside the range of their sum, so they are added as unsigned numbers, which wrap around.
    auto sum = static_cast<std::uint64_t>(objective.each);
    if (!objective.row.empty()) sum += static_cast<std::uint64_t>(objective.row[row]);
    if (!objective.column.empty()) sum += static_cast<std::uint64_t>(objective.column[column]);
    if (!objective.edge.empty()) sum += static_cast<std::uint64_t>(objective.edge[edge]);
    return static_cast<std::int64_t>(sum);
}

}  // namespace befriend
