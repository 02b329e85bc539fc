// What an edge counts, tier by tier, which tiers weigh edges at all, and the weights of the last tier,
// `ties`.
//
// A tie weight must favour nobody, be the same on every machine, and move with the people rather than with
// their place in a file. So it is a hash of the two keys: 40 bits are enough to make equal sums unlikely, and
// few enough that a million of them can be added without overflow (fault.cpp).
// Y. Collet, XXH3 of xxHash 0.8, whose output is fixed for ever.

#include "assignment/weights.hpp"

#include <befriend/assignment/solve.hpp>

#include <algorithm>
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

std::vector<std::uint64_t> keys(std::span<const std::uint64_t> given, std::size_t size, XXH64_hash_t seed)
{
    if (!given.empty()) return {given.begin(), given.end()};
    std::vector<std::uint64_t> hashed;
    for (std::size_t index = 0; index < size; ++index)
        hashed.push_back(hashed_index(index, seed));
    return hashed;
}

}  // namespace

std::uint64_t tie_weight(std::uint64_t row_key, std::uint64_t column_key) noexcept
{
    unsigned char bytes[16];
    write_little_endian(row_key, bytes);
    write_little_endian(column_key, bytes + 8);
    return XXH3_64bits(bytes, sizeof bytes) >> 24;
}

TierWeights::TierWeights(const Problem& problem, std::size_t tier)
    : problem_(&problem), ties_(tier == problem.tiers.size())
{
    if (!ties_) {
        tier_ = problem.tiers[tier];
        return;
    }
    row_key_ = keys(problem.row_key, problem.rows(), row_seed);
    column_key_ = keys(problem.column_key, problem.columns(), column_seed);
}

std::int64_t TierWeights::between(std::uint32_t row, std::uint32_t column) const noexcept
{
    if (ties_ || tier_.edge.empty()) return of(row, column, 0);
    const auto begin = problem_->column.begin();
    const auto edge =
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(problem_->row_begin[row]),
                         begin + static_cast<std::ptrdiff_t>(problem_->row_begin[row + 1]), column);
    return of(row, column, static_cast<std::uint64_t>(edge - begin));
}

std::int64_t TierWeights::tie(std::uint32_t row, std::uint32_t column) const noexcept
{
    return static_cast<std::int64_t>(tie_weight(row_key_[row], column_key_[column]));
}

bool is_flat(const Problem& problem, std::size_t tier) noexcept
{
    if (tier == problem.tiers.size() || !problem.tiers[tier].edge.empty()) return false;
    constexpr std::int64_t small = std::int64_t{1} << 59;
    const auto fits = [](std::int64_t weight) { return -small < weight && weight < small; };
    const Tier& parts = problem.tiers[tier];
    return fits(parts.each) && std::all_of(parts.row.begin(), parts.row.end(), fits) &&
           std::all_of(parts.column.begin(), parts.column.end(), fits);
}

bool counts_pairs(const Problem& problem, std::size_t tier) noexcept
{
    return is_flat(problem, tier) && problem.tiers[tier].each == 1 && problem.tiers[tier].row.empty() &&
           problem.tiers[tier].column.empty();
}

}  // namespace befriend
