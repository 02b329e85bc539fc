#include "costs.hpp"

#include <algorithm>
#include <numeric>

namespace befriend::peers {

std::int64_t total_capacity(const Instance& instance)
{
    return std::accumulate(instance.capacity, instance.capacity + instance.columns, std::int64_t{0});
}

bool is_perfect(const Instance& instance)
{
    return instance.every_row && total_capacity(instance) == static_cast<std::int64_t>(instance.rows);
}

Costs::Costs(const Instance& instance) : maximise_(instance.maximise)
{
    if (instance.edges > 0) {
        const auto [least, most] = std::minmax_element(instance.weight, instance.weight + instance.edges);
        best_ = maximise_ ? *most : *least;
        dearest_ = *most - *least;
    }
    const auto rows = static_cast<std::int64_t>(instance.rows);
    const std::int64_t pairs = std::min(rows, total_capacity(instance));
    constexpr std::int64_t limit = std::int64_t{1} << 62;
    if (dearest_ >= limit / (pairs + 1) || (pairs + 1) * (dearest_ + 1) >= limit / (rows + 1))
        throw Cannot("costs beyond 64 bits");
    unassigned_ = (pairs + 1) * (dearest_ + 1);
}

}  // namespace befriend::peers
