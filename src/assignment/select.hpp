#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace befriend {

/// Brings the cheapest items of a list to its front: none from `middle` on is cheaper than the one before
/// `middle`, which is the dearest of those in front. Precondition: first < middle < last.
///
/// Each round divides what is left at the cost of one item, chosen by a sample, in a loop that writes every
/// item and jumps nowhere: which way a comparison goes is as good as random here, and a processor that
/// guesses wrongly every second time needs twice as long (`std::nth_element` does). A list on which the
/// samples mislead goes to `std::nth_element` in the end. O(length) on average.
///
/// R. Floyd, R. Rivest, "Expected time bounds for selection", CACM 18 (1975) 165-172; N. Lomuto's partition.
template <typename Item>
void bring_cheapest_first(Item* first, Item* middle, Item* last)
{
    using Cost = decltype(Item::cost);
    constexpr std::ptrdiff_t few = 12;
    constexpr int most_rounds = 24;

    // Those that are cheaper than `cost`, or no dearer, come first. Returns where the others begin.
    const auto divide = [](Item* from, Item* to, auto belongs) {
        Item* next = from;
        for (Item* at = from; at != to; ++at) {
            const Item item = *at;
            *at = *next;
            *next = item;
            next += belongs(item.cost) ? 1 : 0;
        }
        return next;
    };
    // An item of the sample that stands in it as `middle` stands in the list.
    const auto sampled = [&] {
        std::array<Cost, 9> sample;
        const std::ptrdiff_t step = (last - first) / static_cast<std::ptrdiff_t>(sample.size());
        for (std::size_t at = 0; at < sample.size(); ++at)
            sample[at] = first[static_cast<std::ptrdiff_t>(at) * step].cost;
        std::sort(sample.begin(), sample.end());
        return sample[static_cast<std::size_t>((middle - first) * 8 / (last - first))];
    };

    for (int round = 0; round < most_rounds && last - first > few && middle != last; ++round) {
        const Cost cost = sampled();
        Item* const others = divide(first, last, [&](Cost of) { return of < cost; });
        if (middle <= others) {
            last = others;
            continue;
        }
        first = divide(others, last, [&](Cost of) { return of <= cost; });
        if (middle <= first) return;  // what lies between costs the same
    }
    std::nth_element(first, middle - 1, last, [](const Item& a, const Item& b) { return a.cost < b.cost; });
}

}  // namespace befriend
