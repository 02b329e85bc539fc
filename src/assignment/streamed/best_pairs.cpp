#include "assignment/streamed/best_pairs.hpp"

#include <utility>

namespace befriend {

BestPairs::BestPairs(std::size_t nodes, std::size_t best, std::vector<Part> parts,
                     std::vector<std::size_t> edge_tiers)
    : best_(best),
      parts_(std::move(parts)),
      edge_tiers_(std::move(edge_tiers)),
      filled_(nodes, 0),
      needed_(parts_.size(), std::vector<std::int64_t>(nodes, std::numeric_limits<std::int64_t>::min())),
      border_(nodes, nobody),
      other_(nodes * slots()),
      weight_(nodes * slots() * edge_tiers_.size()),
      value_(parts_.size() * slots()),
      is_worse_(slots()),
      worse_than_(slots()),
      is_kept_(slots())
{
    for (Part& part : parts_)
        part.weight = static_cast<std::size_t>(std::find(edge_tiers_.begin(), edge_tiers_.end(), part.tier) -
                                               edge_tiers_.begin());
}

void BestPairs::clear(std::uint32_t node)
{
    filled_[node] = 0;
    for (std::vector<std::int64_t>& needed : needed_)
        needed[node] = std::numeric_limits<std::int64_t>::min();
    border_[node] = nobody;
}

// Counting for each how many are better takes slots^2 comparisons, but they compile to vector instructions; a
// selection would guess wrong at every other branch.
bool BestPairs::keep_by_weight(std::uint32_t node)
{
    const std::size_t filled = filled_[node];
    for (std::size_t part = 0; part < parts_.size(); ++part)
        for (std::size_t at = 0; at < filled; ++at)
            value_[part * slots() + at] = value(parts_[part], node * slots() + at);
    std::fill(worse_than_.begin(), worse_than_.end(), 0);
    for (std::size_t other = 0; other < filled; ++other)
        count_worse_than(other, filled);
    const auto most = static_cast<std::int64_t>(best_);
    std::int64_t kept = 0;
    for (std::size_t at = 0; at < filled; ++at) {
        is_kept_[at] = static_cast<std::int64_t>(worse_than_[at] < most);
        kept += is_kept_[at];
    }
    return kept == most;
}

void BestPairs::count_worse_than(std::size_t other, std::size_t filled)
{
    std::int64_t* const count = worse_than_.data();
    if (parts_.size() == 1) {
        const std::int64_t* const values = value_.data();
        const std::int64_t value = values[other];
        for (std::size_t at = 0; at < filled; ++at)
            count[at] += static_cast<std::int64_t>(value > values[at]);
        return;
    }
    std::int64_t* const is_worse = is_worse_.data();
    std::fill(is_worse_.begin(), is_worse_.end(), 0);
    for (std::size_t part = parts_.size(); part-- > 0;) {
        const std::int64_t* const values = value_.data() + part * slots();
        const std::int64_t value = values[other];
        for (std::size_t at = 0; at < filled; ++at)
            is_worse[at] = static_cast<std::int64_t>(value > values[at]) |
                           (static_cast<std::int64_t>(value == values[at]) & is_worse[at]);
    }
    for (std::size_t at = 0; at < filled; ++at)
        count[at] += is_worse[at];
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
