#include "assignment/streamed/best_pairs.hpp"

#include <cassert>
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
      value_(parts_.size())
{
    assert(best <= most_best && "there are slots for no more");
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
// selection would guess wrong at every other branch. An empty slot is better than none.
bool BestPairs::keep_by_weight(std::uint32_t node)
{
    const std::size_t filled = filled_[node];
    for (std::size_t part = 0; part < parts_.size(); ++part) {
        value_[part].fill(std::numeric_limits<std::int64_t>::min());
        for (std::size_t at = 0; at < filled; ++at)
            value_[part][at] = value(parts_[part], node * slots() + at);
    }
    count_worse_than();
    const auto most = static_cast<std::int64_t>(best_);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < filled; ++at) {
        kept_[kept] = at;
        kept += static_cast<std::size_t>(worse_than_[at] < most);
    }
    return kept == best_;
}

void BestPairs::count_worse_than()
{
    worse_than_.fill(0);
    if (parts_.size() == 1) {
        const BySlot values = value_.front();
        BySlot count{};
        for (const std::int64_t value : values)
            for (std::size_t at = 0; at < count.size(); ++at)
                count[at] += static_cast<std::int64_t>(value > values[at]);
        worse_than_ = count;
        return;
    }
    for (std::size_t other = 0; other < worse_than_.size(); ++other) {
        BySlot is_worse{};
        for (std::size_t part = parts_.size(); part-- > 0;) {
            const BySlot& values = value_[part];
            const std::int64_t value = values[other];
            for (std::size_t at = 0; at < is_worse.size(); ++at)
                is_worse[at] = static_cast<std::int64_t>(value > values[at]) |
                               (static_cast<std::int64_t>(value == values[at]) & is_worse[at]);
        }
        for (std::size_t at = 0; at < is_worse.size(); ++at)
            worse_than_[at] += is_worse[at];
    }
}

void BestPairs::leave_kept(std::uint32_t node)
{
    const std::size_t size = edge_tiers_.size();
    const std::size_t begin = node * slots();
    for (std::size_t to = 0; to < best_; ++to) {
        const std::size_t from = begin + kept_[to];
        other_[begin + to] = other_[from];
        for (std::size_t i = 0; i < size; ++i)
            weight_[(begin + to) * size + i] = weight_[from * size + i];
    }
    filled_[node] = static_cast<std::uint32_t>(best_);
}

}  // namespace befriend
