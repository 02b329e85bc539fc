#include "assignment/streamed/best_pairs.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace befriend {

BestPairs::BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts)
    : best_(best),
      room_((2 * best + 7) / 8 * 8),
      parts_(std::move(parts)),
      filled_(nodes, 0),
      worst_(nodes, nobody),
      needed_(parts_.size(), std::vector<std::int64_t>(nodes, std::numeric_limits<std::int64_t>::min())),
      other_(nodes * room_),
      value_(parts_.size(), std::vector<std::int64_t>(nodes * room_))
{
    assert(best > 0 && best <= most_best && "there is room for no more");
}

void BestPairs::clear(std::uint32_t node)
{
    filled_[node] = 0;
    worst_[node] = nobody;
    for (std::vector<std::int64_t>& needed : needed_)
        needed[node] = std::numeric_limits<std::int64_t>::min();
}

// Counts for each pair how many are above it. The loops compile to vector instructions, because the compiler
// does not know how much room there is; it would unroll them before that. Slots that hold nothing are counted
// along.
BestPairs::Split BestPairs::split_by_first_part(std::uint32_t node) const
{
    const std::size_t held = filled_[node];
    const std::uint32_t all = ~std::uint32_t{0} >> (most_room - held);
    if (parts_.empty()) return {0, all};
    const std::int64_t* const value = value_.front().data() + slot(node, 0);
    std::array<std::int64_t, most_room> above{};
    for (std::size_t other = 0; other < held; ++other)
        for (std::size_t at = 0; at < room_; ++at)
            above[at] += static_cast<std::int64_t>(value[other] > value[at]);
    const auto best = static_cast<std::int64_t>(best_);
    std::int64_t last = 0;
    for (std::size_t at = 0; at < held; ++at)
        last = std::max(last, above[at] < best ? above[at] : 0);
    Split split{0, 0};
    for (std::size_t at = 0; at < room_; ++at) {
        split.above |= static_cast<std::uint32_t>(above[at] < last) << at;
        split.level |= static_cast<std::uint32_t>(above[at] == last) << at;
    }
    return {split.above & all, split.level & all};
}

void BestPairs::keep(std::uint32_t node, std::uint32_t pairs)
{
    std::array<std::uint32_t, most_best> from;
    positions(pairs, from.begin());
    filled_[node] = static_cast<std::uint32_t>(best_);
    const std::size_t begin = slot(node, 0);
    for (std::size_t at = 0; at < best_; ++at)
        other_[begin + at] = other_[begin + from[at]];
    for (std::vector<std::int64_t>& value : value_)
        for (std::size_t at = 0; at < best_; ++at)
            value[begin + at] = value[begin + from[at]];
}

}  // namespace befriend
