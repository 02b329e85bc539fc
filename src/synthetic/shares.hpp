#pragma once

#include "synthetic/draws.hpp"
#include <befriend/model/tag_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace befriend::synthetic {

/// One value of a margin and how often it comes: its weight over the sum of all weights.
template <class T>
struct Share {
    T value;
    std::uint32_t weight;
};

template <class T, std::size_t count>
using Shares = std::array<Share<T>, count>;

template <class T>
[[nodiscard]] constexpr std::uint32_t total(std::span<const Share<T>> shares) noexcept
{
    std::uint32_t sum = 0;
    for (const Share<T>& share : shares)
        sum += share.weight;
    return sum;
}

/// Whether the weights are thousandths of a whole.
template <class T, std::size_t count>
[[nodiscard]] constexpr bool is_whole(const Shares<T, count>& shares) noexcept
{
    return total(std::span<const Share<T>>(shares)) == 1000;
}

/// One of the values, each as often as its weight says. Precondition: some weight is positive.
template <class T>
[[nodiscard]] const T& pick(Draws& draws, std::span<const Share<T>> shares) noexcept
{
    std::uint32_t place = draws.below(total(shares));
    std::size_t at = 0;
    while (place >= shares[at].weight)
        place -= shares[at++].weight;
    return shares[at].value;
}

template <class T, std::size_t count>
[[nodiscard]] const T& pick(Draws& draws, const Shares<T, count>& shares) noexcept
{
    return pick(draws, std::span<const Share<T>>(shares));
}

/// Each of the tags with its own chance, weights in thousandths, apart from the others.
template <class E, std::size_t count>
[[nodiscard]] TagSet<E> some_of(Draws& draws, const Shares<E, count>& tags) noexcept
{
    TagSet<E> set;
    for (const Share<E>& tag : tags) {
        if (draws.chance(tag.weight)) set.insert(tag.value);
    }
    return set;
}

/// The shares among the rest, when `part` holds in `thousandths` of all and `whole` in all: then both
/// together give `whole`. `whole` and `part` list the same values in thousandths.
///
/// Example: boys are 570 of all and 950 of a tenth of all; among the rest they are 475,000 of 900,000.
template <class T, std::size_t count>
[[nodiscard]] constexpr Shares<T, count> rest_of(Shares<T, count> whole, const Shares<T, count>& part,
                                                 std::uint32_t thousandths) noexcept
{
    for (std::size_t at = 0; at < count; ++at) {
        const std::uint32_t all = 1000 * whole[at].weight;
        const std::uint32_t taken = thousandths * part[at].weight;
        whole[at].weight = all > taken ? all - taken : 0;
    }
    return whole;
}

}  // namespace befriend::synthetic
