#include "assignment/streamed/best_pairs.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace befriend {

BestPairs::BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts)
    : best_(best),
      eights_((best + 7) / 8),
      parts_(std::move(parts)),
      filled_(nodes, 0),
      worst_(nodes, 0),
      needed_(parts_.size(), std::vector<std::int64_t>(nodes, std::numeric_limits<std::int64_t>::min())),
      other_(nodes * 8 * eights_),
      value_(parts_.size(),
             std::vector<std::int64_t>(nodes * 8 * eights_, std::numeric_limits<std::int64_t>::max()))
{
    assert(best > 0 && best <= most_best && "there are slots for no more");
}

void BestPairs::clear(std::uint32_t node)
{
    filled_[node] = 0;
    for (std::vector<std::int64_t>& needed : needed_)
        needed[node] = std::numeric_limits<std::int64_t>::min();
}

// Looks at all slots; those beyond `best_` hold the largest of numbers. The loops become vector instructions
// because the compiler does not know how many eights there are; it would unroll sixteen steps before that.
std::uint32_t BestPairs::least_of(std::uint32_t node) const
{
    using Limits = std::numeric_limits<std::int64_t>;
    std::array<std::int64_t, most_best> hidden;  // the largest of numbers where a pair is out already
    hidden.fill(Limits::min());
    std::uint64_t found = (std::uint64_t{1} << best_) - 1;
    const std::size_t slots = 8 * eights_;
    for (const std::vector<std::int64_t>& of_part : value_) {
        const std::int64_t* const values = of_part.data() + slot(node, 0);
        std::int64_t least = Limits::max();
        for (std::size_t at = 0; at < slots; ++at)
            least = std::min(least, std::max(values[at], hidden[at]));
        std::uint64_t equal = 0;
        for (std::size_t at = 0; at < slots; ++at) {
            hidden[at] = values[at] == least ? hidden[at] : Limits::max();
            equal |= static_cast<std::uint64_t>(values[at] == least) << at;
        }
        found &= equal;
        if (std::has_single_bit(found)) break;
    }
    return static_cast<std::uint32_t>(found);
}

}  // namespace befriend
