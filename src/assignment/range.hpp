#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace befriend {

/// The least and the largest of some weights, at least one. Compiles to vector instructions.
inline std::pair<std::int64_t, std::int64_t> least_and_most(std::span<const std::int64_t> weights) noexcept
{
    std::int64_t least = weights.front();
    std::int64_t most = weights.front();
    for (const std::int64_t weight : weights) {
        least = weight < least ? weight : least;
        most = weight > most ? weight : most;
    }
    return {least, most};
}

}  // namespace befriend
