#pragma once

#include <befriend/assignment/problem.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace befriend {

/// A weight, dual or distance in all tiers and `ties` at once, compared lexicographically. Tiers that are not
/// there are 0.
struct VectorWeight {
    std::array<std::int64_t, Problem::most_tiers + 1> tier{};

    VectorWeight& operator+=(const VectorWeight& other)
    {
        for (std::size_t at = 0; at < tier.size(); ++at)
            tier[at] += other.tier[at];
        return *this;
    }

    VectorWeight& operator-=(const VectorWeight& other)
    {
        for (std::size_t at = 0; at < tier.size(); ++at)
            tier[at] -= other.tier[at];
        return *this;
    }

    friend VectorWeight operator+(VectorWeight a, const VectorWeight& b) { return a += b; }
    friend VectorWeight operator-(VectorWeight a, const VectorWeight& b) { return a -= b; }
    friend bool operator==(const VectorWeight&, const VectorWeight&) = default;
    friend auto operator<=>(const VectorWeight&, const VectorWeight&) = default;
};

}  // namespace befriend
