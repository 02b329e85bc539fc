#include "assignment/best_pairs.hpp"

#include <limits>
#include <utility>

namespace befriend {

BestPairs::BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts,
                     std::vector<std::size_t> edge_tiers)
    : best_(best),
      parts_(std::move(parts)),
      edge_tiers_(std::move(edge_tiers)),
      filled_(nodes, 0),
      needed_(nodes, std::numeric_limits<std::int64_t>::min()),
      other_(nodes * slots()),
      weight_(nodes * slots() * edge_tiers_.size()),
      value_(slots()),
      better_(slots()),
      is_kept_(slots())
{
    for (Part& part : parts_)
        part.weight = static_cast<std::size_t>(std::find(edge_tiers_.begin(), edge_tiers_.end(), part.tier) -
                                               edge_tiers_.begin());
}

void BestPairs::clear(std::uint32_t node)
{
    filled_[node] = 0;
    needed_[node] = std::numeric_limits<std::int64_t>::min();
}

// Counting for each how many are larger takes slots^2 comparisons, but they compile to vector instructions; a
// selection would guess wrong at every other branch.
bool BestPairs::keep_by_value(std::uint32_t node)
{
    const std::size_t filled = filled_[node];
    const std::size_t begin = node * slots();
    for (std::size_t at = 0; at < filled; ++at)
        value_[at] = parts_.empty() ? 0 : value(parts_.front(), begin + at);
    const std::int64_t* const values = value_.data();
    std::int64_t* const better = better_.data();
    std::fill(better_.begin(), better_.end(), 0);
    for (std::size_t other = 0; other < filled; ++other) {
        const std::int64_t value = values[other];
        for (std::size_t at = 0; at < filled; ++at)
            better[at] += static_cast<std::int64_t>(value > values[at]);
    }
    const auto most = static_cast<std::int64_t>(best_);
    std::int64_t kept = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t at = 0; at < filled; ++at) {
        is_kept_[at] = static_cast<std::int64_t>(better[at] < most);
        kept += is_kept_[at];
        least = better[at] < most && values[at] < least ? values[at] : least;
    }
    if (!parts_.empty()) needed_[node] = least;
    return kept == most;
}

// Without a branch: what is not kept is written over.
void BestPairs::leave_kept(std::uint32_t node)
{
    const std::size_t size = edge_tiers_.size();
    std::size_t to = node * slots();
    const std::size_t begin = to;
    for (std::size_t at = 0; at < filled_[node]; ++at) {
        other_[to] = other_[begin + at];
        for (std::size_t i = 0; i < size; ++i)
            weight_[to * size + i] = weight_[(begin + at) * size + i];
        to += static_cast<std::size_t>(is_kept_[at]);
    }
    filled_[node] = static_cast<std::uint32_t>(best_);
}

}  // namespace befriend
