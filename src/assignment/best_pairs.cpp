#include "assignment/best_pairs.hpp"

#include <algorithm>
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
      other_(nodes * best),
      weight_(nodes * best * edge_tiers_.size()),
      offered_(edge_tiers_.size())
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

void BestPairs::put(std::size_t slot, std::uint32_t other)
{
    other_[slot] = other;
    std::copy(offered_.begin(), offered_.end(),
              weight_.begin() + static_cast<std::ptrdiff_t>(slot * offered_.size()));
}

// Nothing has been said yet about the size of weights, so a sum may wrap around: then the choice is a poor
// one.
std::int64_t BestPairs::value(const Part& part, std::uint32_t other, const std::int64_t* weights) const
{
    const auto of_other = part.of_other.empty() ? 0 : static_cast<std::uint64_t>(part.of_other[other]);
    const auto own = part.edge ? static_cast<std::uint64_t>(weights[part.weight]) : 0;
    return static_cast<std::int64_t>(of_other + own);
}

void BestPairs::bring_to_front(std::size_t front, std::size_t slot)
{
    if (front == slot) return;
    std::swap(other_[front], other_[slot]);
    const std::size_t size = edge_tiers_.size();
    for (std::size_t i = 0; i < size; ++i)
        std::swap(weight_[front * size + i], weight_[slot * size + i]);
}

}  // namespace befriend
