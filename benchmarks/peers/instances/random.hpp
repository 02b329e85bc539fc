#pragma once

#include <cstdint>

namespace befriend::peers {

/// The generator behind every instance: SplitMix64, the same numbers on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * golden_ratio + 0x1234567) {}

    /// 64 bits.
    std::uint64_t next()
    {
        state_ += golden_ratio;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// A number in [0, 1), a multiple of 2^-53.
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

    /// A whole number in [0, bound).
    std::uint64_t below(std::uint64_t bound)
    {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((Wide{next()} * bound) >> 64);
    }

    /// True in `percent` of a hundred.
    bool chance(std::uint64_t percent) { return below(100) < percent; }

private:
    static constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15;
    std::uint64_t state_;
};

}  // namespace befriend::peers
